/*
 * In: a page of an edition. Out: its display list, in reading order: tints, rules and furniture first, as artifacts,
 * then story after story. Nothing is left to decide after this.
 */
import type { Bead, DisplayList, DisplayOp, StoryAnchor, StoryTag, StoryTarget } from '../model/display-list.js';
import type {
  Jump,
  Page,
  PlacedBarcode,
  PlacedLeg,
  PlacedLine,
  PlacedPicture,
  PlacedPullquote,
  PlacedStory,
} from '../model/edition.js';
import type { Line } from '../model/line.js';
import type { Paper } from '../model/paper.js';
import type { PictureRequest } from '../model/picture.js';
import type { PartName } from '../model/style.js';
import { BLACK, WHITE } from '../units/color.js';
import { isTableLine, linesOfRow, paintRow } from './paint-table.js';

/** Chooses how many pixels a picture in its box needs. */
export type PicturePlanner = (picture: PlacedPicture) => PictureRequest;

/** Paints one page. `jumps`: those of the edition, so that a "from" line can lead back. */
export function paintPage(page: Page, paper: Paper, jumps: readonly Jump[], planPicture: PicturePlanner): DisplayList {
  const ops: DisplayOp[] = [];
  paintGround(page, ops);
  for (const story of page.stories) paintStory(story, targetsOf(story, page, jumps), planPicture, ops);
  return {
    type: 'display-list',
    number: page.number,
    label: page.label,
    trim: paper.trim,
    bleed: paper.bleed,
    ops,
    beads: page.stories.flatMap(beadsOf),
    anchors: page.stories.flatMap(anchorOf),
    outline: outlineOf(page),
  };
}

/** What lies under and about the stories: not part of any text. */
function paintGround(page: Page, ops: DisplayOp[]): void {
  ops.push({ type: 'begin', tag: { type: 'artifact' } });
  for (const { box, color } of page.tints) ops.push({ type: 'fill', box, color });
  for (const rule of page.rules) ops.push({ type: 'rule', ...rule });
  for (const line of page.furniture) ops.push(paintLine(line));
  for (const barcode of page.barcodes) paintBarcode(barcode, ops);
  ops.push({ type: 'end' });
}

/** Black alone, so that no second plate blurs the bars, and white under them whatever tint they stand on. */
function paintBarcode({ box, bars, digits }: PlacedBarcode, ops: DisplayOp[]): void {
  ops.push({ type: 'fill', box, color: WHITE });
  for (const bar of bars) ops.push({ type: 'fill', box: bar, color: BLACK });
  for (const digit of digits) ops.push(paintLine(digit));
}

/** Where lines of a story lead that do not say so themselves. */
type FindTarget = (line: PlacedLine) => StoryTarget | undefined;

/** A "from" line leads back to where the story left off, and the head of a refer to the story that it tells of. */
function targetsOf(story: PlacedStory, page: Page, jumps: readonly Jump[]): FindTarget {
  const { article } = story;
  const jump = jumps.find(
    ({ to, ...one }) => one.article === article && to.page === page.label && to.slot === story.slot,
  );
  const back = jump && { page: jump.from.page, article };
  const told = story.kind === 'refer' ? story.tail.find(({ target }) => target)?.target : undefined;
  return ({ part, target }) => target ?? (part === 'jumpFrom' ? back : told);
}

function paintStory(story: PlacedStory, findTarget: FindTarget, planPicture: PicturePlanner, ops: DisplayOp[]): void {
  paintRuns(story, story.head, findTarget, ops);
  for (const picture of story.pictures) paintPicture(story, picture, planPicture, ops);
  paintRuns(story, story.captions, NOWHERE, ops);
  for (const pullquote of story.pullquotes) paintPullquote(pullquote, ops);
  for (const leg of story.legs) paintLeg(story, leg, ops);
  paintRuns(story, story.tail, findTarget, ops);
}

function paintLeg(story: PlacedStory, { lines, rules }: PlacedLeg, ops: DisplayOp[]): void {
  paintRuns(story, lines, NOWHERE, ops);
  if (rules.length === 0) return;
  ops.push({ type: 'begin', tag: { type: 'artifact' } });
  for (const rule of rules) ops.push({ type: 'rule', ...rule });
  ops.push({ type: 'end' });
}

const NOWHERE: FindTarget = () => undefined;

/** What a pullquote says the text says, too: whoever has the page read aloud should not hear it twice. */
function paintPullquote({ rules, lines }: PlacedPullquote, ops: DisplayOp[]): void {
  ops.push({ type: 'begin', tag: { type: 'artifact' } });
  for (const rule of rules) ops.push({ type: 'rule', ...rule });
  for (const line of lines) ops.push(paintLine(line));
  ops.push({ type: 'end' });
}

/** Paints lines, each run of one part and paragraph as one piece of tagged content, and each cell of a table. */
function paintRuns(story: PlacedStory, lines: readonly PlacedLine[], findTarget: FindTarget, ops: DisplayOp[]): void {
  let open: PlacedLine | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as PlacedLine;
    if (isTableLine(line)) {
      if (open) ops.push({ type: 'end' });
      open = undefined;
      const row = linesOfRow(lines, at);
      paintRow(row, tagOf(story, line), paintLine, ops);
      at += row.length - 1;
      continue;
    }
    if (!open || open.part !== line.part || open.paragraph !== line.paragraph) {
      if (open) ops.push({ type: 'end' });
      const tag = tagOf(story, line);
      const { part } = tag;
      ops.push({ type: 'begin', tag: part === 'item' ? { ...tag, indent: line.line.indent } : tag });
      open = line;
    }
    ops.push(paintLine(line, findTarget(line)));
  }
  if (open) ops.push({ type: 'end' });
}

function tagOf({ article, kind }: PlacedStory, line: PlacedLine): StoryTag {
  const part = line.part as PartName;
  return { type: 'content', article, role: roleOf(part), part, paragraph: line.paragraph, kind };
}

function roleOf(part: PartName): StoryTag['role'] {
  switch (part) {
    case 'headline':
    case 'jumpHead':
      return 'H1';
    case 'crosshead':
      return 'H2';
    case 'caption':
    case 'credit':
      return 'Caption';
    case 'jumpTo':
    case 'jumpFrom':
    case 'refer':
      return 'Reference';
    default:
      return 'P';
  }
}

function paintLine(placed: PlacedLine, target?: StoryTarget): DisplayOp {
  const { line } = placed;
  return {
    type: 'text',
    x: placed.x,
    y: placed.baseline,
    pieces: line.pieces,
    scale: line.scale,
    letterSpace: line.letterSpace,
    addedHyphen: line.hyphenated,
    ...(line.dropCap && { dropCap: line.dropCap }),
    ...(placed.part === 'item' && startsWithMarker(line) && { marker: true }),
    ...(target && { target }),
    origin: placed.origin,
  };
}

/** A list's marker stands left of its line's indent, at which the text starts. */
function startsWithMarker({ pieces, indent }: Line): boolean {
  const first = pieces[0];
  return first !== undefined && pieces.length > 1 && first.x + first.width <= indent;
}

function paintPicture(story: PlacedStory, picture: PlacedPicture, planPicture: PicturePlanner, ops: DisplayOp[]): void {
  ops.push(
    {
      type: 'begin',
      tag: {
        type: 'content',
        article: story.article,
        role: 'Figure',
        part: 'picture',
        paragraph: -1,
        kind: story.kind,
      },
    },
    {
      type: 'picture',
      box: picture.box,
      picture: planPicture(picture),
      alt: picture.note.alt ?? picture.note.caption ?? '',
      origin: picture.note.origin,
    },
    { type: 'end' },
  );
}

/** Where links to a story lead: to the top of each slot that it stands in, or of its head where it shares the slot. */
function anchorOf({ kind, article, box, head }: PlacedStory): StoryAnchor[] {
  if (kind === 'refer' || kind === 'ad') return [];
  const first = kind === 'brief' ? head[0] : undefined;
  const top = first && first.baseline - (first.line.pieces[0]?.style.size ?? 0);
  return [{ article, x: box.x, y: top ?? box.y }];
}

/** One bead a leg that holds text; a story that only refers elsewhere has none. */
function beadsOf(story: PlacedStory): Bead[] {
  return story.legs.filter((leg) => leg.lines.length > 0).map((leg) => ({ article: story.article, box: leg.box }));
}

function outlineOf(page: Page): DisplayList['outline'] {
  const entries: DisplayList['outline'][number][] = [
    { level: 0, title: page.section ?? `Page ${page.label}`, y: page.gridBox.y },
  ];
  for (const story of page.stories) {
    const headline = story.head.filter((line) => line.part === 'headline');
    if (story.kind === 'refer' || headline.length === 0) continue;
    const title = headline
      .map((line) => line.line.pieces.map((piece) => piece.shaped.text + (piece.space > 0 ? ' ' : '')).join(''))
      .join(' ');
    entries.push({ level: 1, title, y: story.box.y });
  }
  return entries;
}
