import type { StyleInput } from './style-schema.js';

/** Font families by role, where a paper names none: the families that the product brings along. */
export const DEFAULT_FONTS: ReadonlyMap<string, string> = new Map([
  ['text', 'Source Serif 4 SmText'],
  ['headline', 'Source Serif 4 Display'],
  ['subhead', 'Source Serif 4 Subhead'],
  ['agate', 'Source Serif 4 Caption'],
  ['sans', 'Source Sans 3'],
  ['nameplate', 'UnifrakturCook'],
]);

/** What a style is where neither it nor any style that it extends says otherwise. */
export const ROOT_STYLE = {
  font: 'text',
  weight: 400,
  style: 'normal',
  size: 9,
  leading: { type: 'share', share: 7 / 6 },
  align: 'start',
  indent: { type: 'em', em: 0 },
  tracking: 0,
  hyphenate: false,
  color: 'black',
  transform: 'none',
  features: [],
  above: 0,
  below: 0,
} as const satisfies StyleInput;

/**
 * The styles of the parts of a story, and of furniture, for papers that set none. Sizes suit a Berliner page; they
 * extend one another, so that a paper which changes `body` alone changes lists and quotations with it.
 */
export const DEFAULT_STYLES: Readonly<Record<string, StyleInput>> = {
  // Without a leading of its own: that of the grid.
  body: { font: 'text', size: 9, align: 'justify', indent: { type: 'em', em: 1 }, hyphenate: 'news' },
  item: { extends: 'body', indent: { type: 'em', em: 0 } },
  quote: { extends: 'body', style: 'italic', indent: { type: 'em', em: 0 }, above: 0.5, below: 0.5 },
  crosshead: { font: 'text', weight: 700, size: 9, above: 1 },
  // As tight as the grid lets it: a row is a line.
  table: { font: 'sans', size: 8, figures: ['tnum'], above: 1, below: 1, rules: 'head' },
  tableHead: { extends: 'table', weight: 600 },
  // Font and colour of the letter; its size follows from the lines that it stands beside.
  dropCap: { font: 'headline', weight: 700 },
  dateline: { extends: 'body', weight: 700 },

  kicker: {
    font: 'sans',
    weight: 700,
    size: 9,
    leading: share(1.15),
    tracking: 20,
    transform: 'uppercase',
    below: 0.5,
  },
  headline: { font: 'headline', weight: 700, size: 28, leading: share(1.04), tracking: -5, below: 0.5 },
  deck: { font: 'subhead', size: 14, leading: share(1.15), below: 0.5 },
  byline: { font: 'sans', weight: 700, size: 9, leading: share(1.15) },
  role: { extends: 'byline', weight: 400, below: 0.5 },
  pullquote: { font: 'subhead', style: 'italic', size: 16, leading: share(1.2), above: 1, below: 1 },
  pullquoteBy: { font: 'sans', weight: 700, size: 8, leading: share(1.2) },

  caption: { font: 'sans', size: 8, leading: { type: 'length', length: 10.5 }, above: 0.5, below: 1 },
  credit: { extends: 'caption', size: 7 },

  jumpTo: { font: 'sans', weight: 700, size: 8.5, align: 'end', text: 'Page {page} >' },
  jumpFrom: { extends: 'jumpTo', align: 'start', text: '< From page {page}', below: 0.5 },
  jumpHead: { font: 'headline', weight: 700, size: 18, leading: share(1.08), tracking: -5, below: 0.5 },
  refer: { font: 'sans', weight: 700, size: 9, text: '{page} >' },

  furniture: { font: 'sans', size: 8 },
};

function share(part: number): StyleInput['leading'] {
  return { type: 'share', share: part };
}
