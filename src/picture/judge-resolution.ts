import type { Report } from '../diagnostics/diagnostic.js';
import type { PlacedPicture } from '../model/edition.js';
import type { Press } from '../model/paper.js';
import type { PixelSource } from '../model/picture.js';
import { MIN_BITMAP_RESOLUTION } from '../model/press-limits.js';
import { formatLength } from '../units/length.js';
import type { Size } from '../units/rect.js';
import { fileName } from './inspect-picture.js';
import { effectivePpi } from './plan-picture.js';

/**
 * Judges whether a placed picture has enough pixels for its size in print: `low-resolution` (the press stops) below
 * the press's least, `poor-resolution` (a warning) below its good resolution. Line art needs
 * {@link MIN_BITMAP_RESOLUTION}. A drawing has enough of them at any size.
 */
export function judgeResolution(placed: PlacedPicture, press: Press, report: Report): void {
  const { source } = placed;
  if (source.type === 'drawing') return;
  const ppi = effectivePpi(source, placed.crop, placed.box);
  const [least, good] = source.lineArt
    ? [MIN_BITMAP_RESOLUTION, MIN_BITMAP_RESOLUTION]
    : [press.minResolution, press.goodResolution];
  if (ppi >= good) return;
  const stops = ppi < least;
  const needed = stops ? least : good;
  report({
    code: stops ? 'low-resolution' : 'poor-resolution',
    severity: stops ? 'error' : 'warning',
    origin: placed.note.origin,
    message: `${source.lineArt ? 'line art' : 'picture'} "${fileName(source.file)}" has ${Math.floor(ppi)} ppi at ${formatLength(placed.box.width, 'mm')} wide, ${stops ? 'the press needs' : 'it should have'} ${needed}`,
    hint: enoughFor(source, placed.box, needed / ppi),
  });
}

/** What would do: the same picture smaller, or one with more pixels. `factor` is how many times too few there are. */
function enoughFor(source: PixelSource, box: Size, factor: number): string {
  const width = formatLength(Math.floor(box.width / factor), 'mm');
  const hint = `print it at most ${width} wide, or send one at least ${Math.ceil(source.widthPx * factor)} pixels wide`;
  return source.lineArt ? `${hint}, or one in gray` : hint;
}
