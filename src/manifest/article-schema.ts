/** The front matter of an article. */
import * as z from 'zod';
import { fitChoice, language, text } from './value-schemas.js';

const byline = z
  .union([
    text,
    z.strictObject({ name: text.describe('Who wrote it'), role: text.optional().describe('What they are') }),
  ])
  .transform((written) => (typeof written === 'string' ? { name: written } : written))
  .meta({ title: 'Byline', examples: ['Jane Poe', { name: 'Jane Poe', role: 'Harbour correspondent' }] });

const credit = z
  .union([
    text,
    z.strictObject({
      name: text.describe('Whose picture it is'),
      url: text.optional().describe('Where it comes from'),
    }),
  ])
  .transform((written) => (typeof written === 'string' ? { name: written } : written))
  .meta({ title: 'Credit', examples: ['Jane Poe', { name: 'Jane Poe', url: 'https://example.org' }] });

const part = z.number().min(0).max(1);

const picture = z.strictObject({
  file: text.describe('Picture file of the issue folder, or of its folder pictures/'),
  caption: text.optional().describe('What the picture shows'),
  lead: text.optional().describe('Bold words that lead the caption'),
  credit: credit.optional().describe('Whose picture it is'),
  alt: text.optional().describe('Description for those who cannot see the picture'),
  focus: z
    .tuple([part, part])
    .default([0.5, 0.5])
    .meta({ description: 'Point that a crop must keep, as shares of width and height', examples: [[0.5, 0.3]] }),
});

const pullquote = z
  .union([
    text,
    z.strictObject({
      text: text.describe('Words from the text, as they are to be set'),
      by: text.optional().describe('Whose words they are'),
    }),
  ])
  .transform((written) => (typeof written === 'string' ? { text: written } : written))
  .meta({
    title: 'Pullquote',
    examples: ['Bring a cushion.', { text: 'Come in, there is room.', by: 'Margit Aalund' }],
  });

const hyphenate = z
  .union([
    z.boolean(),
    z.strictObject({
      names: z
        .union([z.literal(false), z.array(text)])
        .describe('false: proper names are not divided; or a list of the names that are not'),
    }),
  ])
  .meta({
    title: 'Hyphenation',
    examples: [false, { names: false }, { names: ['Khosravi'] }],
    description: 'What is not divided at the ends of lines: false for all, or names',
  });

const jump = z.strictObject({
  head: z.enum(['headline', 'deck', 'keyword', 'slug']).optional().describe('Head over the text where it goes on'),
  keyword: text.optional().describe('The word of a keyword head'),
});

export const articleSchema = z
  .strictObject({
    kicker: text.optional().describe('Label over the headline'),
    headline: text.optional().describe('Headline; the first heading of the text if it is not given'),
    shortHeadline: text.optional().describe('Shorter headline for teasers'),
    deck: text.optional().describe('Line or two under the headline'),
    byline: byline.optional().describe('Who wrote it, and what they are'),
    dateline: text.optional().describe('Place that leads the text'),
    language: language.optional().describe('Language, where it is not that of the paper'),
    dropCap: z
      .boolean()
      .optional()
      .describe(
        'Whether the text may begin with a large letter, where the slot has a style for one; true if not given',
      ),
    hyphenate: hyphenate.optional(),
    jump: jump.optional().describe('How the story shows where it goes on'),
    fit: fitChoice.optional(),
    pullquotes: z
      .array(pullquote)
      .default([])
      .describe('Words of the text to be set large among its legs, where the slot has a place for them'),
    pictures: z.array(picture).default([]).describe('Pictures, the main one first'),
  })
  .describe('Front matter of an article: articles/<name>.md');

export type ArticleInput = z.output<typeof articleSchema>;
