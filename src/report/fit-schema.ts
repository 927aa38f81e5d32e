/** The JSON Schema of what `broadsheet fit --json` prints; a test holds it and `describe-fit.ts` together. */
import {
  count,
  DRAFT_07,
  type JsonSchema,
  list,
  number,
  object,
  oneOf,
  PAGE_NAME,
  text,
  VERSION,
} from './json-schema.js';
import { FIT } from './report-schema.js';

const story = object('A story with how it fits.', {
  article: text('The article, by the name of its file.'),
  slots: list('Slots that it runs through, in order, each with its page: "1.opinion".', { type: 'string' }),
  words: count('Words of the body text.'),
  lines: count('Body lines.'),
  fit: FIT,
});

const range = (description: string) => object(description, { min: count('The least.'), max: count('The most.') });

const room = object('How much text a slot takes with one kind of content in it.', {
  content: oneOf('What is put into it.', ['article', 'article with picture', 'continuation', 'briefs']),
  lines: range('Body lines: the fewest under a tall head, the most under a small one.'),
  words: range('Words that fill them.'),
});

const slot = object('A slot with how much text it holds.', {
  page: PAGE_NAME,
  slot: text('Name of the slot.'),
  legs: count('Legs across the slot.', 1),
  measure: number('Width of a leg in points.'),
  rooms: list('What it holds, by what is put into it.', room),
});

export const FIT_SCHEMA: JsonSchema = {
  $schema: DRAFT_07,
  title: 'Broadsheet fit',
  ...object(
    'How the stories of an edition fit, or how much text slots hold.',
    { version: VERSION, paper: text('The paper, by the name of its folder.') },
    {
      edition: text('Name of the edition.'),
      stories: list('Every story, by page.', story),
      slots: list('Every slot that takes text, by page; pages of a paper alone are named after their templates.', slot),
    },
  ),
};
