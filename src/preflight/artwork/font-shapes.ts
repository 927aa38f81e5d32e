/* Fonts of glyph programs, with the keys that print and say. Tables: ISO 32000-1:2008. */
import { anyOf, dictOf, listOf, type Rule, type Shape, streamOf, value } from './copier.js';

/** Table 127. */
const PROGRAM: Rule = streamOf(() => ({ Length1: value, Length2: value, Length3: value, Subtype: value }));

/** Tables 122 and 124. */
export const DESCRIPTOR: Rule = dictOf(() => ({
  Type: value,
  FontName: value,
  FontFamily: value,
  FontStretch: value,
  FontWeight: value,
  Flags: value,
  FontBBox: value,
  ItalicAngle: value,
  Ascent: value,
  Descent: value,
  Leading: value,
  CapHeight: value,
  XHeight: value,
  StemV: value,
  StemH: value,
  AvgWidth: value,
  MaxWidth: value,
  MissingWidth: value,
  FontFile: PROGRAM,
  FontFile2: PROGRAM,
  FontFile3: PROGRAM,
  CharSet: value,
  CIDSet: streamOf(() => ({})),
}));

/** Table 114. */
export const ENCODING: Rule = anyOf(
  value,
  dictOf(() => ({ Type: value, BaseEncoding: value, Differences: value })),
);

const UNICODE: Rule = streamOf(() => ({ Type: value, CMapName: value, CIDSystemInfo: SYSTEM }));

const SYSTEM: Rule = dictOf(() => ({ Registry: value, Ordering: value, Supplement: value }));

/** Table 111. */
export const SIMPLE_FONT: Shape = {
  Type: value,
  Subtype: value,
  BaseFont: value,
  FirstChar: value,
  LastChar: value,
  Widths: value,
  FontDescriptor: DESCRIPTOR,
  Encoding: ENCODING,
  ToUnicode: UNICODE,
};

/** Table 117. */
const CID_FONT: Shape = {
  Type: value,
  Subtype: value,
  BaseFont: value,
  CIDSystemInfo: SYSTEM,
  FontDescriptor: DESCRIPTOR,
  DW: value,
  W: value,
  DW2: value,
  W2: value,
  CIDToGIDMap: anyOf(
    value,
    streamOf(() => ({})),
  ),
};

/** Tables 120 and 121: which glyph a code means, where that is not a standard map. */
const MAP: Rule = streamOf(() => ({
  Type: value,
  CMapName: value,
  CIDSystemInfo: SYSTEM,
  WMode: value,
  UseCMap: anyOf(value, (entry, copier) => MAP(entry, copier)),
}));

/** Table 121. */
export const TYPE_0: Shape = {
  Type: value,
  Subtype: value,
  BaseFont: value,
  Encoding: anyOf(value, MAP),
  DescendantFonts: listOf(dictOf(() => CID_FONT)),
  ToUnicode: UNICODE,
};
