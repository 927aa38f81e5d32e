import type { Size } from '../../units/rect.js';
import { type PictureTrouble, trouble } from '../picture-shape.js';
import { decodeMarkup, MOST_DRAWING_BYTES } from './parse-markup.js';
import { POINTS_PER_UNIT, readSvgLength } from './svg-length.js';
import { readViewBox } from './view-box.js';

/*
 * The natural size of an SVG drawing, from its first tag alone: make-up needs it at once and for every drawing, while
 * the rest is read once and then known by the cache.
 */

/** What a drawing's first tag says, in points. */
export interface DrawingShape extends Size {
  readonly type: 'drawing';
}

/** Drawings with longer sides (200 inches) are no page's. */
const LONGEST_SIDE = 14_400;

/** What may stand before the root: a declaration, comments, instructions, a document type without an inside. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^<>[]*>)/i;
const ROOT = /^<(?:[\w.-]+:)?svg(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A root tag is looked for so far; the longest that editors write have 2,000 characters. */
const LONGEST_START = 65_536;
const GIVE_SIZE = 'give its <svg> a viewBox, or a width and a height, in the drawing program';

/** Reads the natural size of a drawing. Any bytes are safe. */
export function readDrawingSize(bytes: Uint8Array): DrawingShape | PictureTrouble {
  if (bytes.length > MOST_DRAWING_BYTES) {
    return trouble(`is a drawing of more than ${MOST_DRAWING_BYTES / 1e6} MB`, 'simplify it in its editor');
  }
  const text = decodeMarkup(bytes);
  if (text === undefined) return trouble('is an SVG drawing in no UTF-8', 'save it anew, with UTF-8 as its encoding');
  const attributes = rootAttributes(text);
  if (!attributes) return trouble('does not begin as an SVG drawing does', 'save it as plain SVG, without entities');
  return sizeOf(attributes) ?? trouble('is a drawing without a size', GIVE_SIZE);
}

function rootAttributes(text: string): ReadonlyMap<string, string> | undefined {
  let rest = text.slice(0, LONGEST_START);
  for (let prologue = PROLOGUE.exec(rest); prologue; prologue = PROLOGUE.exec(rest)) {
    rest = rest.slice(prologue[0].length);
  }
  const root = ROOT.exec(rest);
  if (!root) return undefined;
  const found = (root[1] as string).matchAll(ATTRIBUTE);
  return new Map(Array.from(found, ([, name, double, single]) => [name as string, double ?? single ?? '']));
}

/** The size in points: as stated, else as the view box has it, in its proportions where one side is stated. */
function sizeOf(attributes: ReadonlyMap<string, string>): DrawingShape | undefined {
  const viewBox = readViewBox(attributes.get('viewBox'));
  let width = statedSide(attributes.get('width'));
  let height = statedSide(attributes.get('height'));
  if (viewBox) {
    const aspect = viewBox.width / viewBox.height;
    if (width === undefined) width = height === undefined ? viewBox.width : height * aspect;
    height ??= width / aspect;
  }
  if (width === undefined || height === undefined) return undefined;
  const shape = { type: 'drawing', width: width * POINTS_PER_UNIT, height: height * POINTS_PER_UNIT } as const;
  const isSound = Math.min(shape.width, shape.height) > 0.1 && Math.max(shape.width, shape.height) <= LONGEST_SIDE;
  return isSound ? shape : undefined;
}

/** A side in user units; a percentage is of a page that the drawing does not know. */
function statedSide(text: string | undefined): number | undefined {
  if (text === undefined || text.includes('%')) return undefined;
  return readSvgLength(text, { width: 0, height: 0 }, 'any');
}
