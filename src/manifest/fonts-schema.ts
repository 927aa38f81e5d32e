/** `fonts/*.yaml`: font families, and the files that their faces are in. */
import * as z from 'zod';
import { weight } from './style-schema.js';
import { text } from './value-schemas.js';

const face = z.strictObject({
  weight: weight.describe('Weight of the face'),
  style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic'),
  file: text.describe('Font file, in the package or beside this file'),
});

const family = z.strictObject({
  family: text.describe('Name of the family, as styles write it'),
  package: text
    .optional()
    .describe('Installed npm package with the files; they lie beside this file if it is not given'),
  licence: text.optional().describe('Licence of the fonts, by its SPDX name'),
  fallback: z.array(text).default([]).describe('Families asked for characters that this one lacks, in order'),
  faces: z.array(face).min(1).describe('The faces of the family'),
});

export const fontsSchema = z.array(family).describe('A font catalogue: fonts/*.yaml');

export type FamilyInput = z.output<typeof family>;
