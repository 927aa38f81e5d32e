/*
 * In: an XMP packet. Out: its simple properties by namespace and name, or what is wrong with its XML. Only as much XML as
 * XMP uses (ISO 16684-1, 7): elements, attributes, text, comments, instructions. Document types, which could define
 * entities without end, are refused.
 */

export type XmpRead =
  | { readonly type: 'read'; readonly properties: ReadonlyMap<string, string> }
  | { readonly type: 'faulty'; readonly why: string };

/** A property's key: its namespace, then its name. */
export const XMP = {
  version: 'http://www.npes.org/pdfx/ns/id/GTS_PDFXVersion',
  title: 'http://purl.org/dc/elements/1.1/title',
  creator: 'http://purl.org/dc/elements/1.1/creator',
  created: 'http://ns.adobe.com/xap/1.0/CreateDate',
  modified: 'http://ns.adobe.com/xap/1.0/ModifyDate',
  metadataDate: 'http://ns.adobe.com/xap/1.0/MetadataDate',
  creatorTool: 'http://ns.adobe.com/xap/1.0/CreatorTool',
  documentId: 'http://ns.adobe.com/xap/1.0/mm/DocumentID',
  versionId: 'http://ns.adobe.com/xap/1.0/mm/VersionID',
  rendition: 'http://ns.adobe.com/xap/1.0/mm/RenditionClass',
  producer: 'http://ns.adobe.com/pdf/1.3/Producer',
  trapped: 'http://ns.adobe.com/pdf/1.3/Trapped',
} as const;

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** An element that is open. */
interface OpenElement {
  readonly tag: string;
  /** Namespace and name. */
  readonly key: string;
  readonly prefixes: ReadonlyMap<string, string>;
}

interface Reading {
  readonly open: OpenElement[];
  readonly properties: Map<string, string>;
  descriptions: number;
}

class Faulty extends Error {}

/** Reads a packet in UTF-8. Never throws. */
export function readXmp(bytes: Uint8Array): XmpRead {
  const reading: Reading = { open: [], properties: new Map(), descriptions: 0 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    for (const token of text.matchAll(TOKEN)) readToken(token, reading);
    const last = reading.open.at(-1);
    if (last !== undefined) throw new Faulty(`<${last.tag}> is not closed`);
  } catch (error) {
    return { type: 'faulty', why: error instanceof Faulty ? error.message : 'it is no text in UTF-8' };
  }
  if (reading.descriptions === 0) return { type: 'faulty', why: 'it has no rdf:RDF' };
  return { type: 'read', properties: reading.properties };
}

/** What XML is made of, one alternative each; what fits none of the first is a stray "<". */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;

function readToken(token: RegExpMatchArray, reading: Reading): void {
  const [, data, closing, opening, attributes = '', empty, text, stray] = token;
  if (stray !== undefined) throw new Faulty('it has a tag that is none');
  if (closing !== undefined) closeElement(closing, reading);
  else if (opening !== undefined) {
    openElement(opening, attributes, reading);
    if (empty === '/') closeElement(opening, reading);
  } else takeText(data ?? (text === undefined ? '' : unescapeXml(text)), reading);
}

function openElement(tag: string, attributes: string, reading: Reading): void {
  if (reading.open.length > 100) throw new Faulty('its elements lie more than 100 deep');
  const pairs = readAttributes(attributes);
  const prefixes = new Map(reading.open.at(-1)?.prefixes);
  for (const [name, value] of pairs) if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
  const key = expand(tag, prefixes);
  reading.open.push({ tag, key, prefixes });
  if (key === `${RDF}RDF`) reading.descriptions += 1;
  // Simple properties may be written as attributes of the description (ISO 16684-1, 7.9.2.2).
  if (key !== `${RDF}Description`) return;
  for (const [name, value] of pairs) {
    if (name.includes(':') && !name.startsWith('xmlns')) setProperty(expand(name, prefixes), value, reading);
  }
}

function readAttributes(text: string): readonly (readonly [string, string])[] {
  const pairs = [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return pairs.map(([, name, double, single]) => [name as string, unescapeXml(double ?? single ?? '')]);
}

function expand(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const prefix = name.slice(0, colon);
  const namespace = prefix === 'xml' ? 'xml:' : prefixes.get(prefix);
  if (namespace === undefined) throw new Faulty(`the prefix "${prefix}" stands for nothing`);
  return namespace + name.slice(colon + 1);
}

function closeElement(tag: string, reading: Reading): void {
  const last = reading.open.pop();
  if (last?.tag !== tag) throw new Faulty(`</${tag}> closes nothing`);
}

/** Text belongs to the property whose element is around it, past the lists that it may be the first item of. */
function takeText(text: string, reading: Reading): void {
  const value = text.trim();
  if (value === '' || reading.open.length === 0) return;
  const property = reading.open.findLast(({ key }) => !key.startsWith(RDF));
  if (property !== undefined) setProperty(property.key, value, reading);
}

/** The first wins: the default language of a list of titles. */
function setProperty(key: string, value: string, { properties }: Reading): void {
  if (!properties.has(key)) properties.set(key, value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x?[0-9A-Fa-f]+|\w+)?;?/g, (whole, entity: string | undefined) => {
    const code = entity?.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity?.slice(1));
    const character = entity?.startsWith('#') && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    const known = character ?? ENTITIES[entity ?? ''];
    if (known === undefined || !whole.endsWith(';')) throw new Faulty('it has an "&" that is no entity');
    return known;
  });
}
