/** Turns every sample into its opposite, in place: ink into bare paper and back. */
export function invert(samples: Uint8Array): void {
  for (let at = 0; at < samples.length; at++) samples[at] = 255 - (samples[at] as number);
}
