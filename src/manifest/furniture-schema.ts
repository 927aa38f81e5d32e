/** Nameplates, folio lines, section heads: what a page carries by itself. */
import * as z from 'zod';
import { furnitureBarcode } from './barcode-schema.js';
import { colorName, extent, name, span } from './value-schemas.js';

const item = z.strictObject({
  at: z.enum(['inside', 'outside', 'start', 'end', 'center']).default('start').describe('Where on the line'),
  style: name.default('furniture').describe('Style of the words'),
  text: z
    .string()
    .min(1)
    .describe('The words, with {page}, {paper}, {weekday}, {date}, {number}, {section}, {price}, {place}'),
  line: z
    .number()
    .min(0)
    .max(400)
    .default(1)
    .describe('Baseline that it stands on, from 1 at the top; fractions are allowed'),
});

const furnitureRule = z
  .strictObject({
    at: z.number().min(0).max(400).describe('Distance from the top, in grid lines'),
    weight: extent.optional().describe('Thickness, 0.5pt if it is not given'),
    color: colorName.optional(),
  })
  .describe('A rule right across');

/** What a piece of furniture looks like, wherever it stands. */
export const furnitureDesign = z
  .strictObject({
    items: z.array(item).describe('The words'),
    rules: z.array(furnitureRule).describe('Rules right across'),
    background: colorName.nullable().describe('Tint behind it'),
    barcode: furnitureBarcode.nullable(),
  })
  .partial();

/** Furniture in a page template: its looks, and where it stands. */
export const furnitureSchema = furnitureDesign.extend({
  columns: span.optional().describe('Columns that it stands in'),
  lines: span.optional().describe('Grid lines that it stands in'),
  use: name.optional().describe('Furniture of the paper whose looks it starts from'),
});

export type FurnitureDesign = z.output<typeof furnitureDesign>;
export type FurnitureInput = z.output<typeof furnitureSchema>;
