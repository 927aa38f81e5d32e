/* Judges the ink of gradients by the colours that they run between. ISO 32000-1, 7.10 and 8.7.4.5. */
import { PDFArray, type PDFContext, PDFRawStream } from '@cantoo/pdf-lib';
import { type Inks, inksOf, totalInk } from './color-space.js';
import type { Accuse } from './finding.js';
import { judgeInk, placeOfMark } from './judge-color.js';
import type { ShadingMark } from './marks.js';
import { asDict, at, type Entry, itemsOf, numberAt, numbersAt, resolve } from './pdf-objects.js';

/** Judges one gradient. Functions of other kinds than 2 and 3 are said not to be judged. */
export function judgeGradient(mark: ShadingMark, inkLimit: number, accuse: Accuse): void {
  const { context } = mark.dict;
  const colors = colorsOf(context, at(mark.dict, 'Function'), 0);
  if (colors === undefined) {
    const hint = 'measure it in a proof';
    accuse(
      'unjudged',
      placeOfMark(mark),
      'the ink of a gradient was not measured: it is made of samples or a program',
      hint,
    );
    return;
  }
  const inks = colors.map((color) => inksOf(mark.space, color)).filter((each) => each !== undefined);
  const most = inks.reduce<Inks>((a, b) => (totalInk(b) > totalInk(a) ? b : a), [0, 0, 0, 0]);
  judgeInk(mark, 'has up to', most, inkLimit, accuse);
}

const MOST_LEVELS = 8;

/** The colours at the ends of a function's parts: between them, it runs straight or bent, but never beyond. */
function colorsOf(context: PDFContext, entry: Entry, level: number): readonly (readonly number[])[] | undefined {
  const object = resolve(context, entry);
  if (object instanceof PDFArray) return undefined;
  const dict = asDict(object);
  if (dict === undefined || object instanceof PDFRawStream || level > MOST_LEVELS) return undefined;
  if (numberAt(dict, 'FunctionType') === 2) return [numbersAt(dict, 'C0') ?? [0], numbersAt(dict, 'C1') ?? [1]];
  const parts = itemsOf(context, at(dict, 'Functions'))?.map((part) => colorsOf(context, part, level + 1));
  return parts?.every((part) => part !== undefined) ? parts.flatMap((part) => part ?? []) : undefined;
}
