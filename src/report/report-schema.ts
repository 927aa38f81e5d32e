/** The JSON Schema of the report file; a test holds it and `describe-report.ts` together. */
import {
  count,
  DATE,
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

const issue = object('The issue that was set.', {
  paper: text('The paper, by the name of its folder.'),
  date: DATE,
  number: count('Number of the issue.'),
  pages: count('Number of pages.'),
  language: text('Language of the paper, a BCP 47 tag.'),
});

const cheap = object('A paragraph that would give or take a line for few words.', {
  paragraph: count('Number of its block in the article, as in the layout file.'),
  line: count('Line of the article file where it begins.', 1),
  words: count('Words to take out, where the story is too long; words to put in, where it is too short.', 1),
});

/** How a story fits, as the report and `fit --json` tell of it. */
export const FIT = object('How the text fits its slots.', {
  lines: { description: 'Lines too many (positive) or too few (negative).', type: 'integer' },
  words: { description: 'About as many words.', type: 'integer' },
  applied: list(
    'Steps that were taken to make it fit, in the order of the paper.',
    oneOf('A fit step.', ['looseness', 'space', 'tracking', 'crop', 'drop']),
  ),
  tracking: number('Thousandths of an em added to the tracking of its body.'),
  dropped: list('Parts that were left out.', oneOf('A part.', ['pullquote', 'deck'])),
  cheapest: list('Where a line could be had for the fewest words, cheapest first; none where it fits.', cheap),
});

const story = object('What became of one story.', {
  article: text('The article, by the name of its file.'),
  headline: text('Its headline, without marks.'),
  words: count('Words of the body text.'),
  slots: list('Slots that it runs through, in order, each with its page: "1.opinion".', { type: 'string' }),
  lines: count('Body lines.'),
  hyphenatedLines: count('Body lines that end in an added hyphen.'),
  looseLines: count('Justified lines with word spaces far too wide.'),
  widows: count('Last lines of paragraphs that stand alone at the head of a leg.'),
  orphans: count('First lines of paragraphs that stand alone at the foot of a leg.'),
  fit: FIT,
});

const jump = object('A story leaves one page and goes on at another.', {
  article: text('The article.'),
  from: text('Slot that it leaves, with its page.'),
  to: text('Slot at which it goes on.'),
  fromPage: PAGE_NAME,
  toPage: PAGE_NAME,
  text: text('The jump line as printed.'),
  fromText: text('The line over the resumed text as printed.'),
});

const teaser = object('A teaser that names the page of an article.', {
  article: text('The article that it leads to.'),
  from: text('Slot of the teaser, with its page.'),
  page: PAGE_NAME,
  text: text('The page line as printed.'),
});

const diagnostic = object(
  'One thing that is wrong, and where.',
  {
    file: text('Path with "/".'),
    line: count('Line, from 1.', 1),
    column: count('Column, from 1.', 1),
    severity: oneOf('An error stops the press.', ['error', 'warning']),
    code: text('The cause: one code each.'),
    message: text('What is wrong.'),
  },
  {
    hint: text('What to do about it.'),
    page: text('Page label as printed.'),
    slot: text('Name of the slot.'),
    lines: number('Grid lines too many (positive) or too few (negative).'),
  },
);

const timings = object('Where the time went, in milliseconds.', {
  total: number('The whole build.'),
  stages: {
    description: 'Each stage, without the stages that it calls.',
    type: 'object',
    additionalProperties: { type: 'number' },
  },
});

const output = object('A file that was written.', {
  file: text('Path as people see it.'),
  sha256: { description: 'SHA-256 of its bytes, in hex.', type: 'string', pattern: '^[0-9a-f]{64}$' },
  bytes: count('Size in bytes.'),
});

export const REPORT_SCHEMA: JsonSchema = {
  $schema: DRAFT_07,
  title: 'Broadsheet report',
  ...object('How one edition of an issue came out.', {
    version: VERSION,
    issue,
    edition: text('Name of the edition.'),
    stories: list('Every story of the edition.', story),
    jumps: list('Every jump.', jump),
    refers: list('Every refer.', teaser),
    diagnostics: list('Everything that is wrong, in the order of the files.', diagnostic),
    timings,
    outputs: list('Every file that was written.', output),
  }),
};
