import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { BarcodePlan } from '../model/barcode.js';
import type { Files } from '../model/files.js';
import type { FaceId, FaceSource } from '../model/font.js';
import type { WordBreaks } from '../model/hyphenation.js';
import type { FitStep, Grid, Paper } from '../model/paper.js';
import { formatLength } from '../units/length.js';
import type { BarcodeInput } from './barcode-schema.js';
import type { Checked } from './check-document.js';
import { resolveColors } from './colors.js';
import type { FontCatalogue } from './font-catalogue.js';
import { makeGrid } from './make-grid.js';
import type { PaperInput } from './paper-schema.js';
import { problem } from './problem.js';
import { resolveStyles } from './resolve-styles.js';

/** A paper with the faces that its styles need. */
export interface ResolvedPaper {
  readonly paper: Paper;
  readonly faces: ReadonlyMap<FaceId, FaceSource>;
}

/** Resolves a checked paper file: its grid, colours, styles and fonts. Reports what cannot be resolved. */
export function resolvePaper(
  id: string,
  input: Checked<PaperInput>,
  { catalogue, wordBreaks }: { readonly catalogue: FontCatalogue; readonly wordBreaks: readonly WordBreaks[] },
  files: Files,
  report: Report,
): ResolvedPaper | undefined {
  const { value } = input;
  const grid = resolveGrid(input, report);
  if (!grid) return undefined;
  checkPress(input, report);
  const colors = resolveColors(input, report);
  const { styles, faces } = resolveStyles({ paper: input, colors, catalogue, files, leading: grid.leading, report });
  const paper: Paper = {
    type: 'paper',
    id,
    name: value.name,
    language: value.language,
    wordBreaks,
    spaces: value.spaces,
    ...(value.place === undefined ? {} : { place: value.place }),
    ...(value.price === undefined ? {} : { price: value.price }),
    ...(value.barcode && { barcode: planBarcode(value.barcode, input.origin(['barcode'])) }),
    trim: trimOf(value),
    bleed: value.bleed,
    margins: value.margins,
    grid,
    press: value.press,
    justification: value.justification,
    colors,
    styles,
    fit: value.fit?.map(nameFitStep) ?? DEFAULT_FIT,
    origin: input.origin([]),
  };
  return { paper, faces };
}

function planBarcode({ scale, reduce, ...rest }: BarcodeInput, origin: Origin): BarcodePlan {
  return { ...rest, module: scale, reduction: reduce, origin };
}

function trimOf({ trim }: PaperInput) {
  return { width: trim[0], height: trim[1] };
}

function resolveGrid(input: Checked<PaperInput>, report: Report): Grid | undefined {
  const { margins, grid } = input.value;
  const made = makeGrid({ trim: trimOf(input.value), margins, ...grid });
  if (made.columnWidth < grid.leading) {
    const message = `${grid.columns} columns with gutters of ${formatLength(grid.gutter, 'mm')} leave columns of ${formatLength(made.columnWidth, 'mm')}`;
    report(
      problem(
        'bad-value',
        input.origin(['grid', 'columns']),
        message,
        'use fewer columns, or narrower gutters or margins',
      ),
    );
    return undefined;
  }
  if (made.lines < 1) {
    const message = `the margins leave no room for a line of ${formatLength(grid.leading)}`;
    report(
      problem(
        'bad-value',
        input.origin(['grid', 'leading']),
        message,
        'use smaller margins at top and bottom, or less leading',
      ),
    );
    return undefined;
  }
  return made;
}

function checkPress(input: Checked<PaperInput>, report: Report): void {
  const { minResolution, goodResolution } = input.value.press;
  if (minResolution <= goodResolution) return;
  const message = `"minResolution" ${minResolution} is above "goodResolution" ${goodResolution}`;
  const hint = 'under the first the press stops, under the second it only warns: write the second at least as high';
  report(problem('bad-value', input.origin(['press', 'minResolution']), message, hint));
}

/** For a paper that does not say: what nobody sees, the least of it first. */
const DEFAULT_FIT: readonly FitStep[] = [
  { type: 'looseness', lines: 1 },
  { type: 'space', around: ['crosshead', 'head'], max: 1 },
];

function nameFitStep(step: NonNullable<PaperInput['fit']>[number]): FitStep {
  const { do: type, ...rest } = step;
  return { type, ...rest } as FitStep;
}
