/** The JSON Schema of the layout file; a test holds it and `describe-layout.ts` together. */
import {
  count,
  DATE,
  DRAFT_07,
  type JsonSchema,
  list,
  number,
  numbers,
  object,
  oneOf,
  PAGE_NAME,
  refer,
  text,
  truth,
  VERSION,
} from './json-schema.js';

const box = numbers('Left, top, right and bottom in points from the top left of the trim.', 4);

const target = object('Where the words lead.', { page: PAGE_NAME, article: text('The article.') });

const gap = numbers('Start and width of a word space.', 2);

const dropCap = object('The large letter that a line begins with. It is part of the text of the line.', {
  text: text('The letter.'),
  size: number('Its type size.'),
  baseline: number('How far its baseline lies under the top of the trim: that of the last line it stands beside.'),
  x: number('Where it starts, from the start of the line; below 0 where the white at its left is taken off.'),
});

const line = object(
  'A line of type as set. Lengths in points.',
  {
    baseline: number('How far its baseline lies under the top of the trim.'),
    x: number('Where it starts.'),
    width: number('Width of what is set on it, from its start to the end of its last word, indent included.'),
    measure: number('Width that it may fill.'),
    indent: number('Indent at its start.'),
    text: text('Its words, an added hyphen as "-".'),
    part: text('What it is in the story: "body", "headline", "furniture" and so on.'),
    style: text('Name of its text style.'),
    size: number('Type size; the largest where sizes are mixed, 0 for a line without words.'),
    paragraph: count('Number of its block in the article; -1 for display text.', -1),
    ratio: number('How much of its stretch (positive) or shrink (negative) is used; 0 where it is not justified.'),
    wordSpace: number('Mean width of its word spaces; 0 where it has none.'),
    gaps: list("Its word spaces: where each starts, counted from the line's start, and its width.", gap),
    letterSpace: number('Added after each glyph.'),
    scale: number('Horizontal scaling of its glyphs; 1 is none.'),
    hyphenated: truth('Whether it ends in a hyphen that the break added.'),
    last: truth('Whether it is the last line of its paragraph.'),
  },
  { article: text('The article that it belongs to.'), target, dropCap },
);

const lines = (description: string) => list(description, refer('line'));

const leg = object('A leg: a piece of column.', { box: refer('box'), lines: lines('Its lines from top to foot.') });

const picture = object(
  'A picture in its place.',
  {
    box: refer('box'),
    file: text('Path as the article gives it.'),
    crop: numbers('Part shown: left, top, right and bottom in shares of its width and height.', 4),
  },
  {
    pixels: numbers('Width and height of the whole picture in pixels; a drawing has none.', 2),
    size: numbers('Natural width and height of a drawing in points.', 2),
  },
);

const pullquote = object('A pullquote in its place.', {
  box: refer('box'),
  lines: lines('The quotation, then whose it is.'),
});

const slot = object('What stands in a slot; a slot of briefs has one entry a brief.', {
  name: text('Name of the slot.'),
  kind: oneOf('What it holds.', ['article', 'continue', 'refer', 'brief', 'ad']),
  article: text('The article.'),
  box: refer('box'),
  head: lines('Kicker, headline, deck, byline, "from" line and jump head, in reading order.'),
  legs: list('Its legs in reading order.', leg),
  captions: lines('Captions and credits.'),
  tail: lines('The jump line, or the page line of a refer.'),
  pictures: list('Its pictures, those among its legs after the main one.', picture),
  pullquotes: list('Words set large among its legs, which are no part of the text.', pullquote),
});

const grid = object('The grid of the page.', {
  left: number('Left edge.'),
  top: number('Top edge: where grid line 1 begins.'),
  right: number('Right edge.'),
  leading: number('Distance of baselines.'),
  lines: count('Number of grid lines.'),
  columns: count('Number of grid columns.'),
  columnWidth: number('Width of a grid column.'),
  gutter: number('Space between columns.'),
  baselineRise: number('How far a baseline lies above the foot of its grid line.'),
});

const page = object(
  'A page.',
  {
    number: count('Place in the issue, from 1.', 1),
    label: PAGE_NAME,
    side: oneOf('Right-hand or left-hand page.', ['recto', 'verso']),
    trim: numbers('Width and height in points.', 2),
    grid,
    furniture: lines('Nameplate, folio and other lines that the page carries by itself.'),
    slots: list('Its slots in reading order.', slot),
  },
  { section: text('Name of the section.') },
);

export const LAYOUT_SCHEMA: JsonSchema = {
  $schema: DRAFT_07,
  title: 'Broadsheet layout',
  ...object('Every set line of one edition, in its place.', {
    version: VERSION,
    paper: text('The paper, by the name of its folder.'),
    date: DATE,
    edition: text('Name of the edition.'),
    pages: list('Its pages.', page),
  }),
  definitions: { box, line },
};
