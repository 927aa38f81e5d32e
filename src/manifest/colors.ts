import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import { BLACK, type Color, readColor, WHITE } from '../units/color.js';
import type { Checked } from './check-document.js';
import type { PaperInput } from './paper-schema.js';
import { problem } from './problem.js';

const INKS_HINT = 'write process inks in per cent, as cmyk(0 90 80 5) or gray(20)';

/** Reads the colours of a paper; black and white are always there. Reports `bad-value` for what is no process colour. */
export function resolveColors(paper: Checked<PaperInput>, report: Report): ReadonlyMap<string, Color> {
  const colors = new Map([
    ['black', BLACK],
    ['white', WHITE],
  ]);
  for (const [name, written] of Object.entries(paper.value.colors)) {
    const color = readColor(written);
    if (color) colors.set(name, color);
    else
      report(
        problem(
          'bad-value',
          paper.origin(['colors', name]),
          `"${written}" is not a colour that the press can print`,
          INKS_HINT,
        ),
      );
  }
  return colors;
}

/** The colour that a file writes by name or in inks. Reports `unknown-color` or `bad-value`. */
export function findColor(
  written: string,
  colors: ReadonlyMap<string, Color>,
  at: Origin,
  report: Report,
): Color | undefined {
  const named = colors.get(written) ?? readColor(written);
  if (named) return named;
  if (/[(#]/.test(written)) {
    report(problem('bad-value', at, `"${written}" is not a colour that the press can print`, INKS_HINT));
  } else {
    report(
      problem(
        'unknown-color',
        at,
        `the paper has no colour "${written}"`,
        hintForName(written, colors.keys(), 'the paper'),
      ),
    );
  }
  return undefined;
}
