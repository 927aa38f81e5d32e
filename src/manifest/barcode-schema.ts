/** `barcode` of `paper.yaml`: what a shop reads at the till. */
import * as z from 'zod';
import { MM } from '../units/length.js';
import { distance, refuse, share } from './value-schemas.js';

/** The first seven digits of an ISSN; written with hyphen and check digit. */
const issn = z
  .string()
  .trim()
  .transform((written, ctx): string => {
    const parts = /^(\d{4})-?(\d{3})([\dXx])$/.exec(written);
    if (!parts) return refuse(ctx, `"${written}" is not an ISSN`, 'write two groups of four, as "1234-5679"');
    const digits = `${parts[1]}${parts[2]}`;
    const right = issnCheckDigit(digits);
    if (parts[3]?.toUpperCase() === right) return digits;
    const whole = `${parts[1]}-${parts[2]}${right}`;
    return refuse(
      ctx,
      `the check digit of ISSN "${written}" does not fit`,
      `the first seven digits ask for "${right}": if they are right, write "${whole}"`,
    );
  })
  .meta({ title: 'ISSN', examples: ['1234-5679'] });

/** The check digit of an ISSN's first seven digits: weights 8 to 2, made up to an eleven, X for ten (ISO 3297, Annex A). */
function issnCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  const missing = (11 - (sum % 11)) % 11;
  return missing === 10 ? 'X' : String(missing);
}

/** Width of a module at 100 % (GS1 General Specifications, EAN/UPC symbol dimensions). */
const NOMINAL_MODULE = 0.33 * MM;

const scale = share
  .refine((value) => value >= 0.8 && value <= 2, {
    message: 'the scale lies outside 80% to 200%',
    params: { code: 'bad-value', hint: 'write it as 80%, the smallest that every till reads, up to 200%' },
  })
  .transform((value) => value * NOMINAL_MODULE);

/** Ink on newsprint spreads by some hundredths of a millimetre: more than this is another unit. */
const MOST_REDUCTION = 0.1 * MM;

const reduction = distance
  .refine((value) => value <= MOST_REDUCTION, {
    message: 'bars cannot be made narrower by more than 0.1mm',
    params: { code: 'bad-value', hint: 'ask the press by how much its bars gain, as 0.03mm' },
  })
  .meta({ title: 'Length', examples: ['0.03mm'] });

export const barcodeSchema = z
  .strictObject({
    issn: issn.describe('ISSN of the paper, with its check digit'),
    frequency: z
      .enum(['daily', 'weekly', 'monthly', 'irregular'])
      .default('daily')
      .describe(
        'How often it appears: a daily has the weekday in its number and the week in the add-on, the others week, month or issue in the add-on',
      ),
    variant: z
      .int()
      .min(0)
      .max(99)
      .default(0)
      .describe('Tells prices and special issues apart: 0 to 9 for a daily, 0 to 99 for others'),
    scale: scale.default(NOMINAL_MODULE).describe('Size as a share of the standard’s: 80% to 200%'),
    reduce: reduction.default(0).describe('Taken off the width of every bar, since ink spreads on newsprint'),
  })
  .superRefine(({ frequency, variant }, ctx) => {
    if (frequency !== 'daily' || variant <= 9) return;
    const message = `a daily has variants 0 to 9, and this is ${variant}`;
    const hint = 'the second digit of a daily is its weekday: write one digit, or another "frequency"';
    ctx.addIssue({ code: 'custom', path: ['variant'], message, params: { code: 'bad-value', hint } });
  })
  .describe('The ISSN bar code that furniture with "barcode" prints');

export type BarcodeInput = z.output<typeof barcodeSchema>;

/** Furniture that prints the paper’s bar code. */
export const furnitureBarcode = z
  .strictObject({
    at: z
      .enum(['inside', 'outside', 'start', 'end', 'center'])
      .default('end')
      .describe('At which side of its columns, its light margins included'),
    down: z.enum(['head', 'foot']).default('foot').describe('At the head or the foot of its lines'),
    style: z.string().trim().min(1).default('furniture').describe('Style of the digits; their size follows the bars'),
  })
  .describe('The paper’s ISSN bar code');
