import type { XmlDocument, XmlElement } from '@rgrove/parse-xml';
import type { Refuse, SvgElement } from './svg-element.js';

/*
 * The text of an SVG file as a tree of elements. An XML parser does the reading; this file sees to it that no file, of
 * any bytes, costs more than a drawing may: its size, its marks and its depth are bounded before or while it is read.
 */

/** Larger drawings are traced photographs or whole atlases; a detailed map of a country has about 2 MB. */
export const MOST_DRAWING_BYTES = 5_000_000;
/** A parsed element costs the parser some hundred bytes, an attribute some fifty. */
const MOST_TAGS = 100_000;
const MOST_ATTRIBUTES = 200_000;
/** Editors nest some ten groups; the readers of the tree go down by recursion. */
const DEEPEST = 200;

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const SIMPLIFY = 'simplify the drawing in its editor, or send it as a picture in pixels';

/** The file's text. Undefined for bytes that are no UTF-8, as XML is unless it says otherwise. */
export function decodeMarkup(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Parses a drawing; undefined, with the reason told, where it is no sound XML or too large to be one drawing. */
export async function parseMarkup(text: string, refuse: Refuse): Promise<SvgElement | undefined> {
  const excess = findExcess(text);
  if (excess) {
    refuse(0, excess, SIMPLIFY);
    return undefined;
  }
  // Loaded late: few issues hold a drawing that is new.
  const { parseXml, XmlError } = await import('@rgrove/parse-xml');
  try {
    return readDocument(parseXml(text, { includeOffsets: true, preserveDocumentType: true }), refuse);
  } catch (error) {
    // Recursion is how the parser goes down: a stack that is used up is markup nested without end.
    if (error instanceof RangeError) refuse(0, 'is nested too deeply', SIMPLIFY);
    else if (error instanceof XmlError) refuse(error.pos, `is not sound XML: ${firstLine(error.message)}`, SAVE_ANEW);
    else throw error;
    return undefined;
  }
}

const SAVE_ANEW = 'open it in a drawing program and save it anew as SVG';

function firstLine(message: string): string {
  const line = (message.split('\n')[0] as string).replace(/ \(line \d+, column \d+\)$/, '');
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function findExcess(text: string): string | undefined {
  if (countUnits(text, '<', MOST_TAGS) > MOST_TAGS) return `has more than ${MOST_TAGS} tags`;
  if (countUnits(text, '=', MOST_ATTRIBUTES) > MOST_ATTRIBUTES) return `has more than ${MOST_ATTRIBUTES} attributes`;
  return undefined;
}

/** How often a character occurs, counted up to one more than `most`. */
function countUnits(text: string, unit: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(unit); at >= 0 && count <= most; at = text.indexOf(unit, at + 1)) count++;
  return count;
}

function readDocument(document: XmlDocument, refuse: Refuse): SvgElement | undefined {
  for (const node of document.children) {
    // A document type that only names the SVG DTD says nothing and is read by nobody; one that declares could hide.
    if (node.type === 'doctype' && 'internalSubset' in node && node.internalSubset !== null) {
      refuse(node.start, 'declares entities of its own', 'save it as plain SVG, without the data of its editor');
      return undefined;
    }
  }
  const { root } = document;
  const drawing = root && copyElement(root, new Map([['', SVG]]), 0, refuse);
  if (drawing?.name === 'svg') return drawing;
  if (drawing) refuse(drawing.at, `has <${drawing.name}> where <svg> should be`, SAVE_ANEW);
  else refuse(0, 'has nothing that is SVG', SAVE_ANEW);
  return undefined;
}

/** Prefixes and the namespaces they stand for. */
type Namespaces = ReadonlyMap<string, string>;

function copyElement(element: XmlElement, outer: Namespaces, depth: number, refuse: Refuse): SvgElement | undefined {
  if (depth > DEEPEST) {
    refuse(element.start, `has elements more than ${DEEPEST} deep`, SIMPLIFY);
    return undefined;
  }
  const attributes = Object.entries(element.attributes);
  const namespaces = declareNamespaces(attributes, outer);
  const [prefix, name] = splitName(element.name);
  if (namespaces.get(prefix) !== SVG) return undefined;
  const children: SvgElement[] = [];
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += (child as unknown as { text: string }).text;
    if (child.type !== 'element') continue;
    const copy = copyElement(child as XmlElement, namespaces, depth + 1, refuse);
    if (copy) children.push(copy);
  }
  return { name, attributes: ownAttributes(attributes, namespaces), children, text, at: element.start };
}

function declareNamespaces(attributes: readonly (readonly [string, string])[], outer: Namespaces): Namespaces {
  let namespaces: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    namespaces ??= new Map(outer);
    namespaces.set(name.slice('xmlns:'.length), value);
  }
  return namespaces ?? outer;
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function ownAttributes(
  attributes: readonly (readonly [string, string])[],
  namespaces: Namespaces,
): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const [name, value] of attributes) {
    const [prefix, local] = splitName(name);
    if (prefix === '' && local !== 'xmlns') own.set(local, value);
    // A prefix that was not declared is what people mean by it.
    const isLink = local === 'href' && (namespaces.get(prefix) ?? (prefix === 'xlink' ? XLINK : '')) === XLINK;
    if (isLink && prefix !== '' && !own.has('href')) own.set('href', value);
  }
  return own;
}
