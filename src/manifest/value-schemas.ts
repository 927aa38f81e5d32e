/**
 * The kinds of value that the files share. Each has a `title`, its name in messages ("a length") and in editors, and
 * `examples`, which hints show. What is read comes out resolved: points, shares, spans.
 */
import * as z from 'zod';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Span } from '../model/template.js';
import type { Pt } from '../units/length.js';
import { readLength } from '../units/length.js';
import { readShare } from '../units/share.js';

/** What a refused value carries beside its message, for the diagnostic. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly hint: string;
}

/** Refuses the value that a transform is at. */
export function refuse(
  ctx: z.core.$RefinementCtx,
  message: string,
  hint: string,
  code: DiagnosticCode = 'bad-value',
): never {
  ctx.addIssue({ code: 'custom', message, params: { code, hint } satisfies Refusal });
  return z.NEVER;
}

/** Not empty. White space around it is taken off. */
export const text = z.string().trim().min(1).meta({ title: 'Text' });

/** A name of something in the files: an article, a slot, a style, an edition. */
export const name = z.string().trim().min(1).meta({ title: 'Name' });

/** The plain number 0 is a length as well: it needs no unit. */
const length = z
  .union([z.string(), z.literal(0)])
  .transform((written, ctx): Pt => {
    if (written === 0) return 0;
    return (
      readLength(written) ??
      refuse(ctx, `"${written}" is not a length`, 'write a number and its unit, as 12mm, 9.5pt or 1p6')
    );
  })
  .meta({ title: 'Length', examples: ['12mm', '9.5pt', '1p6'] });

/** A length from 0 up. */
export const distance = length
  .refine((value) => value >= 0, {
    message: 'the length is below zero',
    params: { code: 'bad-value', hint: 'write a length from 0 up' },
  })
  .meta({ title: 'Length', examples: ['12mm', '9.5pt', '1p6'] });

/** A length above 0. */
export const extent = length
  .refine((value) => value > 0, {
    message: 'the length is not above zero',
    params: { code: 'bad-value', hint: 'write a length above 0' },
  })
  .meta({ title: 'Length', examples: ['12mm', '9.5pt', '1p6'] });

/** A share of something, written in per cent; 1 is 100 %. */
export const share = z
  .string()
  .transform((written, ctx): number => {
    return readShare(written) ?? refuse(ctx, `"${written}" is not a percentage`, 'write it as 8% or 240%');
  })
  .meta({ title: 'Percentage', examples: ['8%', '240%'] });

/** `3` or `1-6`: columns or lines, both ends included, from 1. */
export const span = z
  .union([z.string(), z.int()])
  .transform((written, ctx): Span => {
    const parts = /^(\d{1,4})(?:\s*-\s*(\d{1,4}))?$/.exec(String(written).trim());
    const from = Number(parts?.[1]);
    const to = Number(parts?.[2] ?? parts?.[1]);
    if (!parts || from < 1) return refuse(ctx, `"${written}" is not a span`, 'count from 1, as 3 or 1-6');
    if (to < from) return refuse(ctx, `"${written}" runs backwards`, `write ${to}-${from}`);
    return { from, to };
  })
  .meta({ title: 'Span', examples: ['1-6', 3] });

/** Process inks, or a name from the paper's `colors`; resolved later, since only the paper knows its names. */
export const colorName = z
  .string()
  .trim()
  .min(1)
  .meta({ title: 'Colour', examples: ['red', 'black', 'cmyk(0 90 80 5)', 'gray(20)'] });

/** A number of grid lines, whole or half. */
export const gridLines = z
  .number()
  .min(0)
  .max(400)
  .multipleOf(0.5)
  .meta({ title: 'Number of lines', examples: [1, 0.5] });

export const wholeNumber = z.int().meta({ title: 'Whole number' });

/** Language as a BCP 47 tag. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .meta({ title: 'Language tag', examples: ['en-GB', 'de', 'fa'] });

/** Two to eight kinds of line weight and colour: a rule. */
export const rule = z
  .union([extent, z.strictObject({ weight: extent.describe('Thickness of the rule'), color: colorName.optional() })])
  .transform((written) => (typeof written === 'number' ? { weight: written } : written))
  .meta({ title: 'Rule', examples: ['0.5pt', { weight: '4pt', color: 'red' }] });

const FIT_STEPS = ['looseness', 'space', 'tracking', 'crop', 'drop'] as const;

/** Which of the paper's fit steps may be taken: some by name, or none. */
export const fitChoice = z
  .union([z.literal('none'), z.array(z.enum(FIT_STEPS)).min(1)])
  .transform((written) => (written === 'none' ? [] : written))
  .meta({
    title: '"none" or list of fit steps',
    examples: ['none', ['looseness', 'space']],
    description: 'Which of the fit steps of the paper may be taken; all if it is not given',
  });
