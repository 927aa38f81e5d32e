/*
 * What of a page's resources is taken over: pictures, forms, patterns, fonts and graphics states, each with the keys that
 * print, and the content that uses them. Tables: ISO 32000-1:2008.
 */
import { PDFArray, PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { FormDict, FormStream, FormValue } from '../../model/press-form.js';
import { joinBytes } from '../../units/bytes.js';
import { asName, at, dictAt, type Entry, has, itemsOf, nameAt, numberAt, resolve, unresolved } from '../pdf-objects.js';
import { cleanContent, INTENTS, type ResourceKind, type UsedNames } from './clean-content.js';
import { colorSpace, shading } from './color-shapes.js';
import {
  anyOf,
  type Copier,
  copyDict,
  copyOnce,
  dictOf,
  listOf,
  oneOf,
  type Rule,
  type Shape,
  streamOf,
  value,
} from './copier.js';
import { DESCRIPTOR, ENCODING, SIMPLE_FONT, TYPE_0 } from './font-shapes.js';
import { hiddenLayerRefusal, isHiddenLayer } from './layers.js';
import { Refusal } from './refusal.js';

/** Table 89. Smoothing is left out: PDF/A has none. */
const IMAGE: Shape = {
  Type: value,
  Subtype: value,
  Width: value,
  Height: value,
  ColorSpace: colorSpace,
  BitsPerComponent: value,
  Intent: value,
  ImageMask: value,
  Mask: (entry, copier) => anyOf(value, image)(entry, copier),
  Decode: value,
  SMask: (entry, copier) => image(entry, copier),
  SMaskInData: value,
  Matte: value,
};

const image: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (object instanceof PDFRawStream) {
    copier.usesTransparency ||= has(object.dict, 'SMask') || (numberAt(object.dict, 'SMaskInData') ?? 0) > 0;
  }
  return streamOf(() => IMAGE)(entry, copier);
};

/** A picture or a form. Throws a `Refusal` for what is neither, such as PostScript. */
const xObject: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (!(object instanceof PDFRawStream)) return undefined;
  if (isHiddenLayer(at(object.dict, 'OC'), copier.layers)) throw hiddenLayerRefusal();
  switch (nameAt(object.dict, 'Subtype')) {
    case 'Image':
      return image(entry, copier);
    case 'Form':
      return form(entry, copier);
    default:
      throw new Refusal('has a PostScript XObject, or one of an unknown kind');
  }
};

/** Table 95, without what the form says of its structure, its history and its editors. */
const FORM: Shape = {
  Type: value,
  Subtype: value,
  FormType: value,
  BBox: value,
  Matrix: value,
  Group: (entry, copier) => dictOf(() => GROUP)(entry, copier),
};

/** Table 147. A group that blends in other inks than the press's is blended as what lies about it. */
const GROUP: Shape = {
  Type: value,
  S: value,
  CS: (entry, copier) => oneOf('DeviceCMYK', 'DeviceGray')(entry, copier),
  I: value,
  K: value,
};

const form: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (!(object instanceof PDFRawStream)) return undefined;
  if (has(object.dict, 'Ref')) throw new Refusal('shows a page of another file', 'ask for it with all embedded');
  return copyOnce(object, copier, () => {
    copier.usesTransparency ||= has(object.dict, 'Group');
    return copyDrawing(object, FORM, copier);
  });
};

/** Tables 75 and 76. */
const TILING: Shape = {
  Type: value,
  PatternType: value,
  PaintType: value,
  TilingType: value,
  BBox: value,
  XStep: value,
  YStep: value,
  Matrix: value,
};
const SHADING_PATTERN: Shape = {
  Type: value,
  PatternType: value,
  Shading: shading,
  Matrix: value,
  ExtGState: (entry, copier) => graphicsState(entry, copier),
};

const pattern: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (!(object instanceof PDFRawStream)) return dictOf(() => SHADING_PATTERN)(entry, copier);
  return copyOnce(object, copier, () => copyDrawing(object, TILING, copier));
};

/** Table 58, without halftones, transfer functions, and what makes black of other inks: those are the printer's. */
const GRAPHICS_STATE: Shape = {
  Type: value,
  LW: value,
  LC: value,
  LJ: value,
  ML: value,
  D: value,
  RI: oneOf(...INTENTS),
  OP: value,
  op: value,
  OPM: value,
  Font: (entry, copier) => listOf(anyOf(font, value))(entry, copier),
  FL: value,
  SM: value,
  SA: value,
  BM: (entry, copier) => blendMode(entry, copier),
  SMask: (entry, copier) =>
    anyOf(
      oneOf('None'),
      dictOf(() => SOFT_MASK),
    )(entry, copier),
  CA: value,
  ca: value,
  AIS: value,
  TK: value,
};

/** Table 144. */
const SOFT_MASK: Shape = { Type: value, S: value, G: form, BC: value };

/** Table 136; others are drawn as if nothing were said. */
const BLEND_MODES = (
  'Normal Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion ' +
  'Hue Saturation Color Luminosity'
).split(' ');

const blendMode: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  const names = itemsOf(copier.context, object)?.map(asName) ?? [asName(object)];
  return names.find((name) => name !== undefined && BLEND_MODES.includes(name));
};

const graphicsState: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (!(object instanceof PDFDict)) return undefined;
  copier.usesTransparency ||= isTransparent(object, copier);
  return dictOf(() => GRAPHICS_STATE)(entry, copier);
};

function isTransparent(dict: PDFDict, copier: Copier): boolean {
  const opacity = Math.min(numberAt(dict, 'CA') ?? 1, numberAt(dict, 'ca') ?? 1);
  const mode = blendMode(at(dict, 'BM'), copier);
  const isMasked = has(dict, 'SMask') && nameAt(dict, 'SMask') !== 'None';
  return opacity < 1 || isMasked || (mode !== undefined && mode !== 'Normal');
}

/** A font, whole: the glyphs that it holds, how they are encoded, and what they say. Throws a `Refusal` for an unknown kind. */
const font: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  if (!(object instanceof PDFDict)) return undefined;
  const kind = nameAt(object, 'Subtype');
  switch (kind) {
    case 'Type0':
      return copyOnce(object, copier, () => copyDict(object, TYPE_0, copier));
    case 'Type3':
      return copyOnce(object, copier, () => copyDrawnFont(object, copier));
    case 'Type1':
    case 'MMType1':
    case 'TrueType':
      return copyOnce(object, copier, () => copyDict(object, SIMPLE_FONT, copier));
    default:
      throw new Refusal(`has a font of the unknown kind "${kind ?? ''}"`);
  }
};

/** Table 112: each glyph is a drawing, which finds what it uses in the resources of the font. */
const DRAWN_FONT: Shape = {
  Type: value,
  Subtype: value,
  FontBBox: value,
  FontMatrix: value,
  FirstChar: value,
  LastChar: value,
  Widths: value,
  Encoding: ENCODING,
  FontDescriptor: DESCRIPTOR,
  ToUnicode: streamOf(() => ({})),
};

function copyDrawnFont(dict: PDFDict, copier: Copier): FormDict {
  const copied = new Map(copyDict(dict, DRAWN_FONT, copier));
  const glyphs = dictAt(dict, 'CharProcs');
  const resources = dictAt(dict, 'Resources') ?? copier.resources;
  const drawn = new Map<string, FormValue>();
  const used = noNames();
  for (const key of glyphs?.keys() ?? []) {
    const glyph = resolve(copier.context, glyphs?.get(key));
    if (!(glyph instanceof PDFRawStream)) continue;
    const clean = cleanContent(contentOf([glyph], copier), (name) => isHidden(name, resources, copier));
    addNames(used, clean.used);
    drawn.set(
      key.decodeText(),
      copyOnce(glyph, copier, () => ({ type: 'stream', dict: new Map(), bytes: clean.bytes, packing: 'plain' })),
    );
  }
  copied.set('CharProcs', drawn);
  copied.set('Resources', copyResources(resources, used, copier));
  return copied;
}

type Names = Record<ResourceKind, Set<string>>;

const KINDS: readonly ResourceKind[] = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font'];

function noNames(): Names {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as Names;
}

function addNames(names: Names, more: UsedNames): void {
  for (const kind of KINDS) for (const name of more[kind]) names[kind].add(name);
}

const RULES: Readonly<Record<ResourceKind, Rule>> = {
  ExtGState: graphicsState,
  ColorSpace: colorSpace,
  Pattern: pattern,
  Shading: shading,
  XObject: xObject,
  Font: font,
};

/** A form or tiling pattern with its content cleaned; where it has no resources of its own, it has those about it. */
function copyDrawing(stream: PDFRawStream, shape: Shape, copier: Copier): FormStream {
  const resources = dictAt(stream.dict, 'Resources') ?? copier.resources;
  const { bytes, entries } = copyContent([stream], resources, copier);
  return {
    type: 'stream',
    dict: new Map([...copyDict(stream.dict, shape, copier), ...entries]),
    bytes,
    packing: 'plain',
  };
}

/** Content from one or several streams, which are one, and the resources that it uses. */
export function copyContent(
  streams: readonly PDFRawStream[],
  resources: PDFDict | undefined,
  copier: Copier,
): { readonly bytes: Uint8Array; readonly entries: FormDict } {
  const { bytes, used } = cleanContent(contentOf(streams, copier), (name) => isHidden(name, resources, copier));
  const outer = copier.resources;
  copier.resources = resources;
  const copied = copyResources(resources, used, copier);
  copier.resources = outer;
  return { bytes, entries: new Map([['Resources', copied]]) };
}

function contentOf(streams: readonly PDFRawStream[], { unpack, budget }: Copier): Uint8Array {
  const parts = streams.flatMap((stream) => {
    const unpacked = unpack(stream);
    if (unpacked.type === 'damaged' || unpacked.cutShort) throw new Refusal('has content that cannot be unpacked');
    if (unpacked.coding !== undefined) throw new Refusal(`is packed with ${unpacked.coding}`);
    budget.spendSteps(unpacked.bytes.length);
    return [unpacked.bytes, NEWLINE];
  });
  return joinBytes(parts);
}

const NEWLINE = Uint8Array.of(10);

/** The resources with these names, in the order of their first use. */
function copyResources(resources: PDFDict | undefined, used: UsedNames, copier: Copier): FormDict {
  const copied = new Map<string, FormValue>();
  for (const kind of KINDS) {
    const all = resources && dictAt(resources, kind);
    const taken = new Map<string, FormValue>();
    for (const name of all ? used[kind] : []) {
      const found = RULES[kind](unresolved(all as PDFDict, name), copier);
      if (found !== undefined) taken.set(name, found);
    }
    if (taken.size > 0) copied.set(kind, taken);
  }
  return copied;
}

function isHidden(properties: string, resources: PDFDict | undefined, copier: Copier): boolean {
  const all = resources && dictAt(resources, 'Properties');
  return all !== undefined && isHiddenLayer(at(all, properties), copier.layers);
}

/** The streams of a page's content. */
export function contentStreams(contents: Entry, copier: Copier): readonly PDFRawStream[] {
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  return parts.map((part) => resolve(copier.context, part)).filter((part) => part instanceof PDFRawStream);
}
