/** `paper.yaml`: what stays the same from night to night. The only file with millimetres and points. */
import * as z from 'zod';
import { barcodeSchema } from './barcode-schema.js';
import { furnitureDesign } from './furniture-schema.js';
import { styleSchema } from './style-schema.js';
import { distance, extent, language, name, refuse, share, text } from './value-schemas.js';

const margins = z.strictObject({
  top: distance.describe('From the top of the trim to the grid'),
  bottom: distance.describe('From the grid to the foot of the trim'),
  inside: distance.describe('Margin at the fold'),
  outside: distance.describe('Margin away from the fold'),
});

const grid = z.strictObject({
  columns: z.int().min(1).max(24).describe('Number of columns of the grid'),
  gutter: distance.describe('White between two columns'),
  leading: extent.describe('Distance of the baselines that all body text stands on'),
});

const press = z.strictObject({
  standard: z.enum(['PDF/X-4']).default('PDF/X-4').describe('The standard that the press file keeps to'),
  profile: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .default('newsprint-snap-tr002-tac240')
    .meta({
      description: 'Output profile: a file of this name with the ending .icc',
      examples: ['newsprint-snap-tr002-tac240'],
    }),
  inkLimit: share
    .refine((value) => value >= 1 && value <= 4, {
      message: 'the ink limit lies outside 100% to 400%',
      params: { code: 'bad-value', hint: 'coldset newsprint takes 240%' },
    })
    .default(2.4)
    .describe('Most ink on one spot, all four inks together'),
  minResolution: z
    .number()
    .min(36)
    .max(2400)
    .default(150)
    .describe('Pixels per inch under which a picture stops the press'),
  goodResolution: z
    .number()
    .min(36)
    .max(2400)
    .default(200)
    .describe('Pixels per inch under which a picture gives a warning'),
  sharpen: z
    .enum(['none', 'newsprint'])
    .default('none')
    .describe('Whether pictures are sharpened after scaling: newsprint makes up for dots that spread in the paper'),
  pageCounts: z
    .array(z.int().min(1).max(400))
    .default([])
    .describe('Page counts that the press can fold; any count when there are none'),
  marks: z
    .boolean()
    .default(false)
    .describe('Printer’s marks outside the bleed: crop and registration marks, a colour bar, a slug line'),
  pageFile: z
    .string()
    .superRefine((pattern, ctx) => checkPattern(pattern, ctx))
    .default('{paper}_{date}_{edition}_{page}.pdf')
    .meta({
      description:
        'Name of a page’s file where each has one of its own: {paper}, {date}, {edition} and {page} are filled in',
      examples: ['HC_{date}_{edition}_{page}.pdf'],
    }),
});

const PATTERN_HINT =
  'write letters, figures, ".", "_" and "-", and {paper}, {date}, {edition} and {page}, as in "HC_{date}_{edition}_{page}.pdf"';

/** A pattern must name a file, and another one for each page. */
function checkPattern(pattern: string, ctx: z.RefinementCtx): void {
  const isFileName =
    /^(?:[A-Za-z0-9._-]|\{(?:paper|date|edition|page)\})+\.pdf$/.test(pattern) && !pattern.startsWith('.');
  const fault = isFileName ? 'has no {page}, so that all pages would have one name' : 'is no name of a PDF file';
  if (isFileName && pattern.includes('{page}')) return;
  ctx.addIssue({ code: 'custom', message: `"${pattern}" ${fault}`, params: { code: 'bad-value', hint: PATTERN_HINT } });
}

const range = (least: number, most: number) =>
  z.strictObject({ min: z.number().min(least).max(most), max: z.number().min(least).max(most) });

const justification = z.strictObject({
  wordSpace: z
    .strictObject({
      min: z.number().min(0.3).max(1),
      natural: z.number().min(0.5).max(1.5),
      max: z.number().min(1).max(4),
    })
    .default({ min: 0.75, natural: 1, max: 1.5 })
    .describe('Word space as a share of the natural one'),
  letterSpace: range(-0.05, 0.1)
    .default({ min: -0.01, max: 0.015 })
    .describe('Letter space taken and added at most, in em'),
  glyphScale: range(0.9, 1.1)
    .default({ min: 0.97, max: 1.03 })
    .describe('Width of the letters as a share of the natural one'),
  maxHyphens: z.int().min(0).max(20).default(3).describe('Most hyphens at the ends of lines in a row'),
  opticalMargins: z
    .boolean()
    .default(false)
    .describe('Whether hyphens, stops, quotes and the like hang into the margins of justified text, in part'),
  avoid: z
    .array(z.enum(['stacks', 'rivers']))
    .default([])
    .describe(
      'What lines are broken otherwise for, where that costs little: stacks are words or hyphens under one another at line ends, rivers white that runs down through lines',
    ),
});

const lineCount = z
  .union([z.number(), z.string()])
  .transform((written, ctx): number => {
    const parts = /^([1-9])(?:\s*lines?)?$/.exec(String(written).trim());
    return parts
      ? Number(parts[1])
      : refuse(ctx, `"${written}" is not a whole number of lines from 1 to 9`, 'write it as "1 line" or 2');
  })
  .meta({ title: 'Number of lines', examples: ['1 line', 2] });

const fitStep = z.discriminatedUnion('do', [
  z
    .strictObject({
      do: z.literal('looseness'),
      lines: z.literal(1).default(1).describe('Lines that a paragraph may give or take'),
    })
    .describe('Set paragraphs a line shorter or longer'),
  z
    .strictObject({
      do: z.literal('space'),
      around: z
        .array(z.enum(['crosshead', 'pullquote', 'quote', 'head']))
        .min(1)
        .describe('Parts that white is added around; head: between the head and the text'),
      max: lineCount.describe('Most white added at each'),
    })
    .describe('Add white in whole lines'),
  z
    .strictObject({
      do: z.literal('tracking'),
      from: z.int().min(-30).max(0).describe('Tightest tracking, in thousandths of an em'),
      to: z.int().min(0).max(30).describe('Widest tracking, in thousandths of an em'),
    })
    .describe('Set a story a little tighter or wider, alike on all its pages'),
  z
    .strictObject({
      do: z.literal('crop'),
      picture: z.enum(['main']).default('main'),
      by: share
        .refine((value) => value > 0 && value <= 0.5, {
          message: 'the share lies outside 1% to 50%',
          params: { code: 'bad-value', hint: 'write it as 8%' },
        })
        .describe('Most of the depth taken or given beyond what the slot plans'),
    })
    .describe('Make the main picture less or more deep'),
  z
    .strictObject({
      do: z.literal('drop'),
      optional: z
        .array(z.enum(['pullquote', 'deck']))
        .min(1)
        .describe('Parts that may go, the first one first'),
    })
    .describe('Leave out parts of a story that is too long'),
]);

export const paperSchema = z
  .strictObject({
    name: text.describe('Name of the newspaper, as printed'),
    language: language.default('en-GB').describe('Language of the paper'),
    hyphenation: text.optional().describe('File of the paper’s own word breaks, beside this one'),
    spaces: z
      .enum(['typed', 'tied'])
      .default('typed')
      .describe(
        'Spaces as they are typed, or tied: no line ends between a number and its unit, initials and a name, and the like',
      ),
    place: text.optional().describe('Place of publication, for furniture'),
    price: text.optional().describe('Price, for furniture'),
    trim: z
      .tuple([extent, extent])
      .meta({ description: 'Width and height of the trimmed page', examples: [['315mm', '470mm']] }),
    bleed: distance.default(0).describe('Picture beyond the trim; coldset prints none'),
    margins: margins.describe('White between the trim and the grid'),
    grid: grid.describe('Columns and baselines of every page'),
    press: press.prefault({}).describe('What the press asks for'),
    justification: justification.prefault({}).describe('How far lines may be stretched and shrunk'),
    fonts: z
      .record(name, text)
      .default({})
      .describe('Font families by role: text, headline, subhead, sans, nameplate …'),
    colors: z.record(name, z.string()).default({}).describe('Colours by name, each cmyk(…) or gray(…)'),
    styles: z
      .record(name, styleSchema)
      .default({})
      .describe('Text styles: those of the parts of a story, and others that they extend or slots use'),
    barcode: barcodeSchema.optional(),
    furniture: z.record(name, furnitureDesign).default({}).describe('Furniture that page templates can place by name'),
    fit: z
      .array(fitStep)
      .optional()
      .describe(
        'What may be done to make a story fit, in the order in which it is tried; looseness and a line of white if it is not given',
      ),
  })
  .describe('A newspaper: paper.yaml');

export type PaperInput = z.output<typeof paperSchema>;
