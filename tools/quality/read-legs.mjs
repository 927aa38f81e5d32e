/**
 * In: a layout file's content. Out: the legs of its running text, story by story in reading order, which is the form in
 * which quality is measured. Nothing else of Broadsheet is known here: any program could read the file this way.
 */

/** Parts that are running text. Heads, captions and what is set between legs have no place on the baseline grid. */
const RUNNING = new Set(['body', 'item', 'quote', 'crosshead', 'dateline']);

/** A table stands in its legs line by line as text does, but its words are not set into paragraphs. */
const TABLE = 'table';

/**
 * What each article has in each slot, by article and in reading order, whatever the order of slots on their pages:
 * `{ page, slot, kind, article, head, insets, legs }`, where a leg is `{ page, slot, article, grid, box, tail, lines,
 * standing }` and insets are the boxes of pictures and pullquotes. `lines` are those of running text, `standing` all that
 * stand on the grid: running text and tables.
 */
export function readStories(layout) {
  const stories = new Map();
  for (const page of layout.pages) {
    for (const slot of page.slots) {
      const parts = stories.get(slot.article) ?? [];
      stories.set(slot.article, [...parts, readPart(page, slot)]);
    }
  }
  for (const parts of stories.values()) parts.sort((a, b) => firstParagraph(a) - firstParagraph(b));
  return stories;
}

/** What a story has in one slot. */
function readPart(page, slot) {
  const legs = slot.legs.map(({ box, lines }) => ({
    page: page.label,
    slot: slot.name,
    article: slot.article,
    grid: page.grid,
    box,
    tail: slot.tail.filter((line) => line.x >= box[0] - TOUCH && line.x < box[2] && line.part !== 'refer'),
    lines: lines.filter((line) => RUNNING.has(line.part)),
    standing: lines.filter((line) => RUNNING.has(line.part) || line.part === TABLE),
  }));
  const insets = [...slot.pictures, ...slot.pullquotes].map(({ box }) => box);
  return { page: page.label, slot: slot.name, kind: slot.kind, article: slot.article, head: slot.head, insets, legs };
}

/** Two edges nearer than this are the same; the file's numbers are rounded to a thousandth. */
const TOUCH = 0.01;

function firstParagraph({ legs }) {
  return legs.find(({ lines }) => lines.length > 0)?.lines[0].paragraph ?? Number.POSITIVE_INFINITY;
}

/** Whether a line is set to its full measure: not the last of a paragraph, and its white is spread over its gaps. */
export function isJustified(line) {
  if (line.last || line.part === 'crosshead') return false;
  return line.ratio !== 0 || Math.abs(line.width - line.measure) < TOUCH;
}

/** Where a line is, for people: page and slot, and its words. */
export function placeOf(leg, line) {
  return { page: leg.page, slot: leg.slot, article: leg.article, baseline: line.baseline, text: line.text };
}
