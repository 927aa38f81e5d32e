/*
 * In: a page of an edition. Out: its display list, in reading order: tints, rules and furniture first, as artifacts,
 * then story after story. Nothing is left to decide after this.
 */
import type { Bead, ContentTag, DisplayList, DisplayOp } from '../model/display-list.js';
import type { Page, PlacedLine, PlacedPicture, PlacedPullquote, PlacedStory } from '../model/edition.js';
import type { Paper } from '../model/paper.js';
import type { PictureRequest } from '../model/picture.js';
import type { PartName } from '../model/style.js';

/** Chooses how many pixels a picture in its box needs. */
export type PicturePlanner = (picture: PlacedPicture) => PictureRequest;

type Role = Extract<ContentTag, { type: 'content' }>['role'];

/** Paints one page. */
export function paintPage(page: Page, paper: Paper, planPicture: PicturePlanner): DisplayList {
  const ops: DisplayOp[] = [];
  paintGround(page, ops);
  for (const story of page.stories) paintStory(story, planPicture, ops);
  return {
    type: 'display-list',
    number: page.number,
    label: page.label,
    trim: paper.trim,
    bleed: paper.bleed,
    ops,
    beads: page.stories.flatMap(beadsOf),
    outline: outlineOf(page),
  };
}

/** What lies under and about the stories: not part of any text. */
function paintGround(page: Page, ops: DisplayOp[]): void {
  ops.push({ type: 'begin', tag: { type: 'artifact' } });
  for (const { box, color } of page.tints) ops.push({ type: 'fill', box, color });
  for (const rule of page.rules) ops.push({ type: 'rule', ...rule });
  for (const line of page.furniture) ops.push(paintLine(line));
  ops.push({ type: 'end' });
}

function paintStory(story: PlacedStory, planPicture: PicturePlanner, ops: DisplayOp[]): void {
  paintRuns(story.article, story.head, ops);
  for (const picture of story.pictures) paintPicture(story, picture, planPicture, ops);
  paintRuns(story.article, story.captions, ops);
  for (const pullquote of story.pullquotes) paintPullquote(pullquote, ops);
  for (const leg of story.legs) paintRuns(story.article, leg.lines, ops);
  paintRuns(story.article, story.tail, ops);
}

/** What a pullquote says the text says, too: whoever has the page read aloud should not hear it twice. */
function paintPullquote({ rules, lines }: PlacedPullquote, ops: DisplayOp[]): void {
  ops.push({ type: 'begin', tag: { type: 'artifact' } });
  for (const rule of rules) ops.push({ type: 'rule', ...rule });
  for (const line of lines) ops.push(paintLine(line));
  ops.push({ type: 'end' });
}

/** Paints lines, each run of one part and paragraph as one piece of tagged content. */
function paintRuns(article: string, lines: readonly PlacedLine[], ops: DisplayOp[]): void {
  let open: PlacedLine | undefined;
  for (const line of lines) {
    if (!open || open.part !== line.part || open.paragraph !== line.paragraph) {
      if (open) ops.push({ type: 'end' });
      ops.push({ type: 'begin', tag: { type: 'content', article, role: roleOf(line.part) } });
      open = line;
    }
    ops.push(paintLine(line));
  }
  if (open) ops.push({ type: 'end' });
}

function roleOf(part: PartName | 'furniture'): Role {
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

function paintLine(placed: PlacedLine): DisplayOp {
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
    origin: placed.origin,
  };
}

function paintPicture(story: PlacedStory, picture: PlacedPicture, planPicture: PicturePlanner, ops: DisplayOp[]): void {
  ops.push(
    { type: 'begin', tag: { type: 'content', article: story.article, role: 'Figure' } },
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
