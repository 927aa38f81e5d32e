import type { Report } from '../diagnostics/diagnostic.js';
import type { PlacedPicture } from '../model/edition.js';
import type { Press } from '../model/paper.js';
import { formatLength } from '../units/length.js';
import { fileName } from './inspect-picture.js';
import { effectivePpi } from './plan-picture.js';

/**
 * Judges whether a placed picture has enough pixels for its size in print: `low-resolution` (the press stops) below
 * the press's least, `poor-resolution` (a warning) below its good resolution.
 */
export function judgeResolution(placed: PlacedPicture, press: Press, report: Report): void {
  const ppi = effectivePpi(placed.source, placed.crop, placed.box);
  if (ppi >= press.goodResolution) return;
  const stops = ppi < press.minResolution;
  const needed = stops ? press.minResolution : press.goodResolution;
  report({
    code: stops ? 'low-resolution' : 'poor-resolution',
    severity: stops ? 'error' : 'warning',
    origin: placed.note.origin,
    message: `picture "${fileName(placed.source.file)}" has ${Math.floor(ppi)} ppi at ${formatLength(placed.box.width, 'mm')} wide, ${stops ? 'the press needs' : 'it should have'} ${needed}`,
    hint: enoughFor(placed, needed / ppi),
  });
}

/** What would do: the same picture smaller, or one with more pixels. `factor` is how many times too few there are. */
function enoughFor({ source, box }: PlacedPicture, factor: number): string {
  const width = formatLength(Math.floor(box.width / factor), 'mm');
  return `print it at most ${width} wide, or send one at least ${Math.ceil(source.widthPx * factor)} pixels wide`;
}
