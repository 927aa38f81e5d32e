/**
 * One page of the reader's copy as a content stream. It looks as it does on the press; what differs is that each stretch
 * of a line that has its own language or leads somewhere is marked by itself, so that the structure tree can say so.
 */
import type { ContentTag, DisplayOp, StoryTag } from '../model/display-list.js';
import type { Rect } from '../units/rect.js';
import { writtenBytes } from './byte-text.kernel.js';
import { type DrawingOp, type DrawnContent, drawOp } from './draw-page.js';
import {
  endWithSpace,
  type FindDestination,
  isSameGoal,
  type LineStretch,
  type LinkGoal,
  splitLine,
} from './line-stretches.js';
import { type PageBoxes, type PageFrame, type PdfBox, toPdfBox } from './page-boxes.js';
import {
  beginMarked,
  type ContentNeeds,
  endMarked,
  type PageContent,
  startContent,
  type TextOp,
} from './page-content.kernel.js';

/** Marked content in one language that leads to one place. */
export interface ReadingRun {
  /** Its number on the page. */
  readonly mcid: number;
  /** Whether it is the marker of a list. */
  readonly isLabel: boolean;
  /** BCP 47 tag of its words; undefined for a picture. */
  readonly language: string | undefined;
  /** Where its words lead, and where they stand. */
  readonly link?: { readonly goal: LinkGoal; readonly words: string; readonly boxes: readonly PdfBox[] };
}

/** A piece of a story on a page. */
export interface ReadingPiece {
  readonly tag: StoryTag;
  readonly runs: readonly ReadingRun[];
  /** For a picture: what it shows, and where it stands. */
  readonly figure?: { readonly alt: string; readonly box: PdfBox };
}

export interface DrawnReadingPage extends DrawnContent {
  readonly pieces: readonly ReadingPiece[];
}

/** A run that is still growing. */
interface OpenRun {
  readonly mcid: number;
  readonly first: LineStretch;
  readonly boxes: Rect[];
  words: string;
}

/** A page while it is drawn. */
interface Drawing {
  readonly content: PageContent;
  readonly boxes: PageBoxes;
  readonly findDestination: FindDestination;
  readonly pieces: ReadingPiece[];
  /** Numbers given out. */
  marks: number;
  /** The piece of a story that operations belong to; undefined in an artifact. */
  tag: StoryTag | undefined;
  runs: ReadingRun[];
  /** The marked content that is open. */
  open: 'nothing' | 'artifact' | OpenRun;
}

/** Draws the operations in their order. What stands outside every mark, and what says nothing, is an artifact. */
export function drawReadingPage(
  { list, boxes }: PageFrame,
  needs: ContentNeeds,
  findDestination: FindDestination,
): DrawnReadingPage {
  const content = startContent(needs, boxes.left, boxes.top);
  const drawing: Drawing = {
    ...{ content, boxes, findDestination },
    ...{ pieces: [], marks: 0, tag: undefined, runs: [], open: 'nothing' },
  };
  for (const [at, op] of list.ops.entries()) {
    if (op.type === 'begin') startPiece(drawing, op.tag);
    else if (op.type === 'end') endPiece(drawing);
    else if (drawing.tag && op.type === 'text')
      drawLine(drawing, goesOn(list.ops[at + 1], drawing.tag) ? endWithSpace(op) : op);
    else if (drawing.tag && op.type === 'picture' && op.alt.trim() !== '') drawFigure(drawing, drawing.tag, op);
    else drawArtifact(drawing, op);
  }
  endPiece(drawing);
  const { fonts, pictures } = content;
  return { content: writtenBytes(content.out), fonts, pictures, pieces: drawing.pieces };
}

/** Whether words may follow a line: those of its piece, or of its block in another leg. */
function goesOn(next: DisplayOp | undefined, { paragraph }: StoryTag): boolean {
  return paragraph >= 0 || next?.type === 'text';
}

/** A jump head says again over the rest of a story what its headline has said: an artifact of the pages, and not read. */
function startPiece(drawing: Drawing, tag: ContentTag): void {
  endPiece(drawing);
  drawing.tag = tag.type === 'content' && tag.part !== 'jumpHead' ? tag : undefined;
}

function endPiece(drawing: Drawing): void {
  closeMark(drawing);
  const { tag, runs } = drawing;
  if (tag && runs.length > 0) drawing.pieces.push({ tag, runs });
  drawing.tag = undefined;
  drawing.runs = [];
}

function drawArtifact(drawing: Drawing, op: DrawingOp): void {
  if (drawing.open !== 'artifact') {
    closeMark(drawing);
    beginMarked(drawing.content, 'Artifact');
    drawing.open = 'artifact';
  }
  drawOp(drawing.content, op);
}

type PictureOp = Extract<DisplayOp, { type: 'picture' }>;

function drawFigure(drawing: Drawing, tag: StoryTag, op: PictureOp): void {
  closeMark(drawing);
  const mcid = drawing.marks++;
  beginMarked(drawing.content, { role: 'Figure', mcid });
  drawOp(drawing.content, op);
  endMarked(drawing.content);
  const figure = { alt: op.alt.trim(), box: toPdfBox(drawing.boxes, op.box) };
  drawing.pieces.push({ tag, figure, runs: [{ mcid, isLabel: false, language: undefined }] });
}

function drawLine(drawing: Drawing, op: TextOp): void {
  for (const stretch of splitLine(op, drawing.findDestination)) {
    const run = continuedRun(drawing, stretch) ?? openRun(drawing, stretch);
    run.boxes.push(stretch.box);
    run.words += stretch.text;
    drawOp(drawing.content, stretch.op);
  }
}

function continuedRun({ open }: Drawing, stretch: LineStretch): OpenRun | undefined {
  if (open === 'nothing' || open === 'artifact') return undefined;
  const { first } = open;
  const isAlike = first.language === stretch.language && isSameGoal(first.goal, stretch.goal);
  const isPlain = [first, stretch].every(({ isLabel, actualText }) => !isLabel && actualText === undefined);
  return isAlike && isPlain ? open : undefined;
}

function openRun(drawing: Drawing, first: LineStretch): OpenRun {
  closeMark(drawing);
  const run: OpenRun = { mcid: drawing.marks++, first, boxes: [], words: '' };
  beginMarked(drawing.content, { role: 'Span', mcid: run.mcid, actualText: first.actualText });
  drawing.open = run;
  return run;
}

function closeMark(drawing: Drawing): void {
  const { open, content, boxes } = drawing;
  if (open === 'nothing') return;
  endMarked(content);
  drawing.open = 'nothing';
  if (open === 'artifact') return;
  const { mcid, first, words } = open;
  const { isLabel, language, goal } = first;
  const link = goal && { goal, words: words.trim(), boxes: open.boxes.map((box) => toPdfBox(boxes, box)) };
  drawing.runs.push({ mcid, isLabel, language, ...(link && { link }) });
}
