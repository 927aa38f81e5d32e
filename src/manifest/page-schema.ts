/** `pages/*.yaml`: one page template, in grid columns and baseline lines only. */
import * as z from 'zod';
import { furnitureSchema } from './furniture-schema.js';
import { PART_NAMES } from './part-names.js';
import { colorName, extent, fitChoice, name, rule, span, text } from './value-schemas.js';

const kind = z.enum(['article', 'refer', 'briefs', 'continue', 'ad']);

const depth = span
  .transform((lines) => ({ min: lines.from, max: lines.to }))
  .meta({ title: 'Span', examples: ['18-26', 20] });

const picture = z.strictObject({
  legs: z.int().min(1).optional().describe('Legs that the picture spans; all if it is not given'),
  at: z.enum(['start', 'end']).optional().describe('Which legs: the first, if it is not given, or the last'),
  lines: depth
    .optional()
    .describe('Depth without its caption in grid lines; make-up picks from a span what fills the slot'),
});

const inset = {
  legs: span.describe('Legs that it stands in or straddles, counted from 1'),
  width: z
    .number()
    .gt(0)
    .max(24)
    .optional()
    .describe('How much of those legs it takes, as 0.8 of two; their whole width if it is not given'),
  at: z
    .enum(['start', 'center', 'end', 'inside', 'outside'])
    .optional()
    .describe('At which side of those legs, in their middle if it is not given'),
  down: z
    .enum(['head', 'middle', 'foot'])
    .optional()
    .describe('At the head of the text, at its foot, or half-way, if it is not given'),
};

const runaround = z.strictObject({
  ...inset,
  lines: depth.describe(
    'Depth of the picture in grid lines, without its caption; from a span, whichever crops it least',
  ),
});

const jump = z.strictObject({
  minBefore: z.int().min(0).max(200).optional().describe('Fewest body lines before the jump, 6 if it is not given'),
  minAfter: z.int().min(0).max(200).optional().describe('Fewest body lines after it, 6 if it is not given'),
  breakAt: z
    .enum(['sentence', 'line', 'paragraph'])
    .optional()
    .describe('Where the story may be cut, after any line if it is not given'),
});

export const slotSchema = z
  .strictObject({
    columns: span.describe('Columns that the slot stands in'),
    lines: span.describe('Grid lines that the slot stands in'),
    accepts: z
      .union([kind, z.array(kind).min(1)])
      .transform((written) => (typeof written === 'string' ? [written] : written))
      .meta({
        title: 'Kind of content',
        examples: ['article', ['article', 'continue']],
        description: 'What may be put into the slot',
      }),
    shape: z
      .enum([
        'headOverLegs',
        'pictureUnderHead',
        'pictureOverHead',
        'pictureBesideText',
        'headBesideLegs',
        'pictureStory',
      ])
      .describe('How head, picture and legs sit in the slot'),
    legs: z.int().min(1).max(24).describe('Legs across the slot; the number of its columns if it is not given'),
    headLegs: z.int().min(1).max(24).describe('Legs that the head takes in the shape headBesideLegs'),
    required: z.boolean().describe('Whether the press stops when the slot is empty'),
    picture: picture.nullable().describe('Where the main picture stands, and how deep'),
    runaround: runaround
      .nullable()
      .describe('Where a second picture stands among the legs, so that text runs round it'),
    pullquote: z
      .strictObject(inset)
      .nullable()
      .describe('Where a pullquote of the article stands among the legs, so that text runs round it'),
    jump: jump.describe('When and where a story may leave the slot for another page'),
    styles: z
      .partialRecord(z.enum(PART_NAMES), name)
      .describe('Styles of parts in this slot, where they are not their own'),
    fit: fitChoice,
    ruleAbove: rule.nullable().describe('A rule along the top edge'),
    background: colorName.nullable().describe('Tint behind the slot'),
    furniture: name.describe('Furniture that stands here instead of a story'),
  })
  .partial();

const slotRule = z.strictObject({
  between: z.tuple([name, name]).describe('The two slots'),
  weight: extent.optional().describe('Thickness, 0.4pt if it is not given'),
  color: colorName.optional(),
});

export const pageSchema = z
  .strictObject({
    extends: name.optional().describe('Template that this one starts from'),
    section: text.optional().describe('Section that the page belongs to, for furniture and outline'),
    mirror: z.boolean().optional().describe('Whether even pages are laid out the other way round'),
    slots: z.record(name, slotSchema.nullable()).default({}).describe('Slots by name; null takes out an inherited one'),
    furniture: z
      .record(name, furnitureSchema.nullable())
      .default({})
      .describe('Furniture by name; null takes out an inherited one'),
    rules: z.array(slotRule).default([]).describe('Hairlines between slots that stand side by side'),
  })
  .describe('A page template: pages/<name>.yaml');

export type PageInput = z.output<typeof pageSchema>;
export type SlotInput = z.output<typeof slotSchema>;
