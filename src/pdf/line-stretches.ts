/** A line of type taken apart where its language changes or a link starts or ends, since each is tagged by itself. */
import type { StoryTarget } from '../model/display-list.js';
import type { LinePiece } from '../model/line.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import { type TextOp, wholeWord } from './page-content.kernel.js';

/** Where a link leads: to a named destination of the file, or to an address outside. */
export type LinkGoal =
  | { readonly type: 'destination'; readonly name: string }
  | { readonly type: 'address'; readonly uri: string };

/** Part of a line in one language that leads to one place. */
export interface LineStretch {
  /** The part as a line that can be set by itself. */
  readonly op: TextOp;
  /** Whether it is the marker of a list. */
  readonly isLabel: boolean;
  readonly language: string;
  readonly goal: LinkGoal | undefined;
  /** What it says, where its glyphs do not: a word that starts with a drop cap stands on two baselines. */
  readonly actualText: string | undefined;
  /** Its words, an added hyphen taken off; ends in a space where a word does and the text goes on. */
  readonly text: string;
  /** Where it stands, from the trim's top left. */
  readonly box: Rect;
}

/** Gives the name of a place in the paper; undefined where it is not in the file. */
export type FindDestination = (target: StoryTarget) => string | undefined;

/**
 * A line that ends with a space, so that its last word and the first of the next line are told apart: a tagged file must
 * say where words end even where lines do (ISO 32000-1, 14.8.2.5). None is added where the break is inside a word.
 */
export function endWithSpace(op: TextOp): TextOp {
  const last = op.pieces.at(-1);
  if (last === undefined || last.addedHyphen || BROKEN_WORD.test(last.shaped.text)) return op;
  return { ...op, pieces: [...op.pieces.slice(0, -1), { ...last, space: END_SPACE }] };
}

/** A hyphen, dash or slash after other characters; a dash by itself has spaces about it. */
const BROKEN_WORD = /.[-\u2010\u2013\u2014/]$/u;

/** That there is a space is all that counts: nothing follows it on the line. */
const END_SPACE: Pt = 0.01;

/** Takes a line apart. A line that leads somewhere as a whole is one link, whatever links stand in it. */
export function splitLine(op: TextOp, findDestination: FindDestination): readonly LineStretch[] {
  const whole = op.target && findDestination(op.target);
  const goalOf = ({ style }: LinePiece): LinkGoal | undefined =>
    whole === undefined ? addressGoal(style.link) : { type: 'destination', name: whole };
  const stretches: LineStretch[] = [];
  let start = 0;
  for (let at = 1; at <= op.pieces.length; at++) {
    const first = op.pieces[start] as LinePiece;
    const next = op.pieces[at];
    const isLabel = op.marker === true && start === 0;
    const isCapped = op.dropCap !== undefined && start === 0;
    const goesOn = next !== undefined && !isLabel && !isCapped && next.style.language === first.style.language;
    if (goesOn && isSameGoal(goalOf(next), goalOf(first))) continue;
    stretches.push(describeStretch(op, start, at, isLabel, goalOf(first)));
    start = at;
  }
  return stretches;
}

function describeStretch(
  op: TextOp,
  from: number,
  to: number,
  isLabel: boolean,
  goal: LinkGoal | undefined,
): LineStretch {
  const { dropCap, ...line } = op;
  const pieces = op.pieces.slice(from, to);
  const first = pieces[0] as LinePiece;
  return {
    op: { ...line, pieces, ...(from === 0 && dropCap && { dropCap }) },
    isLabel,
    language: first.style.language,
    goal,
    actualText: from === 0 && dropCap ? wholeWord(dropCap, first) + (first.space > 0 ? ' ' : '') : undefined,
    text: wordsOf(pieces),
    box: boxOf(op, pieces),
  };
}

function wordsOf(pieces: readonly LinePiece[]): string {
  return pieces
    .map(
      ({ shaped, space, addedHyphen }) =>
        (addedHyphen ? shaped.text.slice(0, -1) : shaped.text) + (space > 0 ? ' ' : ''),
    )
    .join('');
}

/** Height of a line of type over its baseline and depth under it, in em: enough for what is meant to be hit. */
const HEIGHT_EM = 0.8;
const DEPTH_EM = 0.25;

function boxOf(op: TextOp, pieces: readonly LinePiece[]): Rect {
  const first = pieces[0] as LinePiece;
  const last = pieces.at(-1) as LinePiece;
  const size = pieces.reduce((largest, { style }) => Math.max(largest, style.size), 0);
  return {
    x: op.x + first.x,
    y: op.y - HEIGHT_EM * size,
    width: last.x + last.width - first.x,
    height: (HEIGHT_EM + DEPTH_EM) * size,
  };
}

export function isSameGoal(a: LinkGoal | undefined, b: LinkGoal | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.type === 'destination') return b.type === 'destination' && a.name === b.name;
  return b.type === 'address' && a.uri === b.uri;
}

/** Only what a reader may safely follow becomes a link; `javascript:` and the like stay words. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

function addressGoal(link: string | undefined): LinkGoal | undefined {
  const uri = link?.trim();
  if (uri === undefined || !SAFE_ADDRESS.test(uri)) return undefined;
  return { type: 'address', uri: asciiAddress(uri) };
}

/** An address in the 7-bit characters that a PDF takes (ISO 32000-1, 12.6.4.7); what is escaped already stays so. */
function asciiAddress(uri: string): string {
  return Array.from(uri, (character) => (character > '~' ? encodeURIComponent(scalar(character)) : character)).join('');
}

/** Half a surrogate pair has no bytes in UTF-8. */
function scalar(character: string): string {
  return /\p{Surrogate}/u.test(character) ? '\ufffd' : character;
}
