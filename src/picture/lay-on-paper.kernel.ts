/** What of a sample beyond the colours counts: transparency, which shows the paper, or nothing. */
export type Beyond = 'transparency' | 'nothing';

/**
 * Takes the colours out of pixels that have more samples than colours. Where the first sample after them is
 * transparency, bare paper shows through: `paper` is its level, 255 for light, 0 for inks.
 */
export function layOnPaper(
  samples: Uint8Array,
  channels: number,
  colors: number,
  beyond: Beyond,
  paper: number,
): Uint8Array {
  const pixels = samples.length / channels;
  const laid = new Uint8Array(pixels * colors);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * channels;
    const alpha = beyond === 'transparency' ? (samples[from + colors] as number) : 255;
    for (let color = 0; color < colors; color++) {
      const level = samples[from + color] as number;
      laid[pixel * colors + color] = Math.round((level * alpha + paper * (255 - alpha)) / 255);
    }
  }
  return laid;
}
