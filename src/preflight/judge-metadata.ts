/* Judges what the file says of itself: Info and XMP, each whole, and both the same. ISO 15930-7. */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { Accuse } from './finding.js';
import { at, has, nameAt, streamAt, textAt } from './pdf-objects.js';
import { readXmp, XMP } from './read-xmp.js';

/** Judges the Info dictionary and the catalog's XMP. */
export function judgeMetadata(catalog: PDFDict, info: PDFDict | undefined, accuse: Accuse): void {
  judgeInfo(info, accuse);
  const properties = readProperties(catalog, accuse);
  if (properties === undefined) return;
  judgeVersion(properties, accuse);
  judgeNeeds(properties, accuse);
  if (info !== undefined) judgeAgreement(info, properties, accuse);
}

const INFO_KEYS = ['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const;

function judgeInfo(info: PDFDict | undefined, accuse: Accuse): void {
  const missing = INFO_KEYS.filter((key) => info === undefined || textAt(info, key) === undefined);
  if (missing.length > 0) {
    accuse('info-incomplete', {}, `Info has no ${missing.join(', ')}`, 'export the file as PDF/X-4, with a title');
  }
  const trapped = info && nameAt(info, 'Trapped');
  if (trapped !== 'True' && trapped !== 'False') {
    const is = info !== undefined && has(info, 'Trapped') ? 'a Trapped that is neither True nor False' : 'no Trapped';
    accuse('trapped', {}, `Info has ${is}`, 'say whether the file is trapped: the name True or False');
  }
}

type Properties = ReadonlyMap<string, string>;

function readProperties(catalog: PDFDict, accuse: Accuse): Properties | undefined {
  const stream = streamAt(catalog, 'Metadata');
  const hint = 'export the file as PDF/X-4';
  if (stream === undefined) {
    accuse('xmp-missing', {}, 'the catalog has no XMP metadata', hint);
    return undefined;
  }
  if (has(stream.dict, 'Filter')) {
    accuse('xmp-missing', {}, 'the XMP metadata is packed', 'leave it as plain text, so that every program finds it');
    return undefined;
  }
  const xmp = readXmp(stream.contents);
  if (xmp.type === 'read') return xmp.properties;
  accuse('xmp-missing', {}, `the XMP metadata cannot be read: ${xmp.why}`, hint);
  return undefined;
}

function judgeVersion(properties: Properties, accuse: Accuse): void {
  const version = properties.get(XMP.version);
  if (version === 'PDF/X-4') return;
  const is = version === undefined ? 'names no PDF/X version' : `says "${version}"`;
  accuse('xmp-version', {}, `the XMP metadata ${is}`, 'export the file as PDF/X-4');
}

const NEEDS: Readonly<Record<string, string>> = {
  'dc:title': XMP.title,
  'xmp:CreateDate': XMP.created,
  'xmp:ModifyDate': XMP.modified,
  'xmp:MetadataDate': XMP.metadataDate,
  'xmp:CreatorTool': XMP.creatorTool,
  'xmpMM:DocumentID': XMP.documentId,
  'xmpMM:VersionID': XMP.versionId,
  'xmpMM:RenditionClass': XMP.rendition,
};

function judgeNeeds(properties: Properties, accuse: Accuse): void {
  const missing = Object.keys(NEEDS).filter((name) => !properties.has(NEEDS[name] as string));
  if (missing.length > 0) {
    accuse('xmp-incomplete', {}, `the XMP metadata has no ${missing.join(', ')}`, 'export the file as PDF/X-4');
  }
}

const SAME: readonly (readonly [string, string, 'text' | 'date'])[] = [
  ['Title', XMP.title, 'text'],
  ['Author', XMP.creator, 'text'],
  ['Creator', XMP.creatorTool, 'text'],
  ['Producer', XMP.producer, 'text'],
  ['CreationDate', XMP.created, 'date'],
  ['ModDate', XMP.modified, 'date'],
];

function judgeAgreement(info: PDFDict, properties: Properties, accuse: Accuse): void {
  for (const [key, property, kind] of SAME) {
    const written = textAt(info, key);
    const said = properties.get(property);
    if (written === undefined || said === undefined) continue;
    const same = kind === 'date' ? sameDate(written, said) : written.trim() === said.trim();
    if (!same)
      accuse('info-differs', {}, `Info has ${key} "${written}", the XMP metadata "${said}"`, 'write both alike');
  }
  judgeTrapped(info, properties, accuse);
}

function judgeTrapped(info: PDFDict, properties: Properties, accuse: Accuse): void {
  const said = properties.get(XMP.trapped);
  const written = at(info, 'Trapped') && nameAt(info, 'Trapped');
  if (said !== 'True' && said !== 'False') {
    const is = said === undefined ? 'no pdf:Trapped' : `pdf:Trapped "${said}"`;
    accuse('trapped', {}, `the XMP metadata has ${is}`, 'write True or False');
  } else if (written !== undefined && written !== said) {
    accuse('trapped', {}, `Info has Trapped ${written}, the XMP metadata ${said}`, 'write both alike');
  }
}

/** A date of Info (ISO 32000-1, 7.9.4) and one of XMP (ISO 8601) are the same moment, whatever their time zones. */
function sameDate(info: string, xmp: string): boolean {
  const written = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?$/.exec(info);
  const said =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:([+-])(\d\d):(\d\d)|Z)?$/.exec(xmp);
  return written !== null && said !== null && momentOf(written) === momentOf(said);
}

function momentOf([, year, month, day, hour, minute, second, sign, zoneHours, zoneMinutes]: RegExpExecArray): number {
  const number = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : Number(text);
  const local = Date.UTC(
    Number(year),
    number(month, 1) - 1,
    number(day, 1),
    number(hour, 0),
    number(minute, 0),
    number(second, 0),
  );
  const zone = (number(zoneHours, 0) * 60 + number(zoneMinutes, 0)) * 60_000;
  return sign === '-' ? local + zone : local - zone;
}
