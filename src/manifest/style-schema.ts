/** One text style, as `paper.yaml` writes it. */
import * as z from 'zod';
import type { Pt } from '../units/length.js';
import { readLength } from '../units/length.js';
import { readShare } from '../units/share.js';
import { colorName, extent, gridLines, name, refuse, text } from './value-schemas.js';

const WEIGHTS: Readonly<Record<string, number>> = {
  thin: 100,
  extralight: 200,
  light: 300,
  normal: 400,
  regular: 400,
  medium: 500,
  semibold: 600,
  bold: 700,
  extrabold: 800,
  black: 900,
};

/** Weight of a face, by number or name: 100 to 900. */
export const weight = z
  .union([z.int().min(100).max(900).multipleOf(100), z.enum(Object.keys(WEIGHTS) as [string, ...string[]])])
  .transform((written): number => (typeof written === 'number' ? written : (WEIGHTS[written] as number)))
  .meta({ title: 'Weight', examples: ['bold', 600] });

/** Either points, or a share of the type size. */
export type Leading =
  | { readonly type: 'length'; readonly length: Pt }
  | { readonly type: 'share'; readonly share: number };

const leading = z
  .string()
  .transform((written, ctx): Leading => {
    const points = readLength(written);
    if (points !== undefined && points > 0) return { type: 'length', length: points };
    const part = readShare(written);
    if (part !== undefined && part > 0) return { type: 'share', share: part };
    return refuse(
      ctx,
      `"${written}" is not a leading`,
      'write a length above 0, or a percentage of the size, as 10.5pt or 105%',
    );
  })
  .meta({ title: 'Leading', examples: ['10.5pt', '105%'] });

/** Either points, or em: the type size. */
export type Indent = { readonly type: 'length'; readonly length: Pt } | { readonly type: 'em'; readonly em: number };

const indent = z
  .union([z.string(), z.literal(0)])
  .transform((written, ctx): Indent => {
    if (written === 0) return { type: 'em', em: 0 };
    const em = /^(\d{1,4}(?:\.\d{1,4})?)\s*em$/.exec(written.trim());
    if (em) return { type: 'em', em: Number(em[1]) };
    const points = readLength(written);
    if (points !== undefined && points >= 0) return { type: 'length', length: points };
    return refuse(ctx, `"${written}" is not an indent`, 'write em or a length from 0 up, as 1em or 9pt');
  })
  .meta({ title: 'Indent', examples: ['1em', '9pt'] });

const dropCap = z
  .union([
    z.literal(false),
    z.strictObject({
      lines: z.int().min(2).max(4).default(3).describe('Lines that the letter is deep, 2 to 4'),
      style: name.default('dropCap').describe('Style that gives the letter its font, weight and colour'),
      top: z
        .enum(['capHeight', 'xHeight'])
        .default('capHeight')
        .describe('What its top is level with in the first line'),
      firstWord: z.enum(['plain', 'smallcaps']).default('plain').describe('How the rest of the first word is set'),
    }),
  ])
  .meta({
    title: 'Drop cap',
    examples: [{ lines: 3 }, false],
    description: 'Large letter that a story begins with; false: none, where the extended style has one',
  });

const FIGURES: Readonly<Record<string, string>> = {
  oldstyle: 'onum',
  lining: 'lnum',
  proportional: 'pnum',
  tabular: 'tnum',
};

/** Figures by look and width, read as OpenType features. */
const figures = z
  .string()
  .transform((written, ctx): readonly string[] => {
    const words = written.trim().split(/\s+/);
    const has = (...pair: readonly string[]) => pair.every((word) => words.includes(word));
    const unknown = words.find((word) => !Object.hasOwn(FIGURES, word));
    if (unknown !== undefined || has('oldstyle', 'lining') || has('proportional', 'tabular')) {
      const hint = 'write oldstyle or lining, proportional or tabular, or one of each';
      return refuse(ctx, `"${written}" is not a kind of figures`, hint);
    }
    return words.map((word) => FIGURES[word] as string);
  })
  .meta({ title: 'Figures', examples: ['oldstyle proportional', 'tabular'] });

export const styleSchema = z
  .strictObject({
    extends: name.describe('Style whose settings this one starts from'),
    font: text.describe('Role from the fonts of the paper, or a font family'),
    weight: weight.describe('Weight of the type, 100 to 900, or light, normal, semibold, bold, black'),
    style: z.enum(['normal', 'italic']).describe('Upright or italic type'),
    size: extent.describe('Type size'),
    leading: leading.describe('Distance of baselines off the grid, as a length or in per cent of the size'),
    align: z.enum(['start', 'end', 'center', 'justify']).describe('How lines stand in their measure'),
    indent: indent.describe('Indent of the first line of a paragraph'),
    tracking: z.number().min(-200).max(1000).describe('Thousandths of an em added after every letter'),
    hyphenate: z.union([z.boolean(), z.literal('news')]).meta({
      title: 'Hyphenation',
      examples: [true, false, 'news'],
      description: 'Whether words may be divided; news: as newspapers do',
    }),
    color: colorName.describe('Colour from the colors of the paper, or cmyk(…) or gray(…)'),
    transform: z.enum(['none', 'uppercase', 'smallcaps']).describe('Letters changed when they are set'),
    caps: z
      .enum(['normal', 'small', 'allSmall'])
      .describe('Small capitals for small letters, or for capitals as well, where the font has them'),
    figures: figures.describe('Kind of figures, where the font has them'),
    fractions: z.boolean().describe('Whether fractions as 1/2 are set as one sign, where the font has them'),
    features: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9]{4}$/)
          .meta({ title: 'OpenType feature', examples: ['onum', 'smcp'] }),
      )
      .describe('OpenType features switched on'),
    above: gridLines.describe('White over it, in grid lines'),
    below: gridLines.describe('White under it, in grid lines'),
    rules: z
      .enum(['rows', 'head', 'none'])
      .describe('Hairlines of a table: under every row, under its head and its last row, or none'),
    dropCap,
    text: z.string().min(1).describe('Wording of computed text, with {page} and the like'),
  })
  .partial();

export type StyleInput = z.output<typeof styleSchema>;
