/*
 * In: a colour space as the file names it. Out: what it means for the press: which inks it prints with, and whether it
 * may stand in a newspaper at all. ISO 32000-1, 8.6.
 */
import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { asBytes, asName, asNumber, dictAt, type Entry, itemsOf, numberAt, resolve } from './pdf-objects.js';
import type { Unpack } from './unpack-stream.js';

/** Shares of cyan, magenta, yellow and black, 0 to 1. */
export type Inks = readonly [number, number, number, number];

export type ColorSpace =
  | { readonly type: 'gray' | 'rgb' | 'cmyk' | 'lab' | 'calibrated-gray' | 'calibrated-rgb' | 'unknown' }
  | { readonly type: 'icc'; readonly components: number; readonly profile: PDFRawStream }
  | { readonly type: 'inks'; readonly names: readonly string[] }
  | { readonly type: 'indexed'; readonly base: ColorSpace; readonly last: number; readonly table: Uint8Array }
  | { readonly type: 'pattern'; readonly under: ColorSpace | undefined };

export const GRAY: ColorSpace = { type: 'gray' };
export const RGB: ColorSpace = { type: 'rgb' };
export const CMYK: ColorSpace = { type: 'cmyk' };
const UNKNOWN: ColorSpace = { type: 'unknown' };

const BY_NAME: Readonly<Record<string, ColorSpace>> = {
  DeviceGray: GRAY,
  G: GRAY,
  DeviceRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
  CalGray: { type: 'calibrated-gray' },
  CalRGB: { type: 'calibrated-rgb' },
  Lab: { type: 'lab' },
  Pattern: { type: 'pattern', under: undefined },
};

/** Spaces may be built on others, but not for ever. */
const MOST_LEVELS = 6;

/** Where a space is named: names are looked up in the resources first. */
export interface SpaceContext {
  readonly context: PDFContext;
  readonly resources: PDFDict | undefined;
  readonly unpack: Unpack;
}

/** Reads a colour space; `unknown` where it makes no sense. */
export function readColorSpace(entry: Entry, where: SpaceContext, level = 0): ColorSpace {
  const object = resolve(where.context, entry);
  const name = asName(object);
  if (name !== undefined) return BY_NAME[name] ?? namedInResources(name, where, level);
  const items = itemsOf(where.context, object);
  if (items === undefined || level > MOST_LEVELS) return UNKNOWN;
  const inner = (index: number): ColorSpace => readColorSpace(items[index], where, level + 1);
  switch (asName(items[0])) {
    case 'ICCBased':
      return iccSpace(items[1]);
    case 'Indexed':
    case 'I':
      return { type: 'indexed', base: inner(1), last: asNumber(items[2]) ?? 255, table: tableOf(items[3], where) };
    case 'Separation':
      return { type: 'inks', names: [asName(items[1]) ?? 'unknown'] };
    case 'DeviceN':
      return { type: 'inks', names: (itemsOf(where.context, items[1]) ?? []).map((ink) => asName(ink) ?? 'unknown') };
    case 'Pattern':
      return { type: 'pattern', under: items[1] === undefined ? undefined : inner(1) };
    default:
      return BY_NAME[asName(items[0]) ?? ''] ?? UNKNOWN;
  }
}

function namedInResources(name: string, where: SpaceContext, level: number): ColorSpace {
  const spaces = where.resources && dictAt(where.resources, 'ColorSpace');
  const entry = spaces?.get(PDFName.of(name));
  return entry === undefined || level > MOST_LEVELS ? UNKNOWN : readColorSpace(entry, where, level + 1);
}

function iccSpace(profile: Entry): ColorSpace {
  if (!(profile instanceof PDFRawStream)) return UNKNOWN;
  return { type: 'icc', components: numberAt(profile.dict, 'N') ?? 0, profile };
}

function tableOf(entry: Entry, where: SpaceContext): Uint8Array {
  if (!(entry instanceof PDFRawStream)) return asBytes(entry) ?? new Uint8Array();
  const unpacked = where.unpack(entry);
  return unpacked.type === 'unpacked' ? unpacked.bytes : new Uint8Array();
}

/** How many numbers a colour of the space has. */
export function componentsOf(space: ColorSpace): number {
  switch (space.type) {
    case 'cmyk':
      return 4;
    case 'rgb':
    case 'lab':
    case 'calibrated-rgb':
      return 3;
    case 'icc':
      return space.components;
    case 'inks':
      return space.names.length;
    default:
      return 1;
  }
}

/** The colour that is set when a space is chosen: black where there is one, else solid (ISO 32000-1, 8.6). */
export function firstColor(space: ColorSpace): readonly number[] {
  if (space.type === 'cmyk' || (space.type === 'icc' && space.components === 4)) return [0, 0, 0, 1];
  return Array.from({ length: componentsOf(space) }, () => (space.type === 'inks' ? 1 : 0));
}

const PROCESS: Readonly<Record<string, number>> = { Cyan: 0, Magenta: 1, Yellow: 2, Black: 3 };

/** Inks that are no process inks, nor marks on every plate, nor none at all. */
export function spotNames(space: ColorSpace): readonly string[] {
  if (space.type !== 'inks') return [];
  return space.names.filter((name) => !(name in PROCESS) && name !== 'All' && name !== 'None');
}

export function isRegistration(space: ColorSpace): boolean {
  return space.type === 'inks' && space.names.includes('All');
}

/**
 * What a colour prints with; undefined where that depends on a conversion (RGB, Lab) or on an ink that is none of the
 * four. Profiled gray and CMYK are taken as their numbers say, which is what most RIPs do with newspapers.
 */
export function inksOf(space: ColorSpace, color: readonly number[]): Inks | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = color.map((share) => Math.min(1, Math.max(0, share)));
  switch (space.type) {
    case 'gray':
    case 'calibrated-gray':
      return [0, 0, 0, 1 - first];
    case 'cmyk':
      return [first, second, third, fourth];
    case 'icc':
      if (space.components === 1) return [0, 0, 0, 1 - first];
      return space.components === 4 ? [first, second, third, fourth] : undefined;
    case 'inks':
      return processInks(space.names, color);
    case 'indexed':
      return indexedInks(space, color[0] ?? 0);
    default:
      return undefined;
  }
}

function processInks(names: readonly string[], color: readonly number[]): Inks | undefined {
  const inks: [number, number, number, number] = [0, 0, 0, 0];
  for (const [index, name] of names.entries()) {
    const share = Math.min(1, Math.max(0, color[index] ?? 0));
    if (name === 'All') return [share, share, share, share];
    const plate = PROCESS[name];
    if (plate !== undefined) inks[plate] = share;
    else if (name !== 'None') return undefined;
  }
  return inks;
}

function indexedInks(space: Extract<ColorSpace, { type: 'indexed' }>, index: number): Inks | undefined {
  const width = componentsOf(space.base);
  const from = Math.min(Math.max(0, Math.round(index)), space.last) * width;
  if (from + width > space.table.length) return undefined;
  return inksOf(
    space.base,
    Array.from(space.table.subarray(from, from + width), (byte) => byte / 255),
  );
}

/** The sum of all four, 2.4 = 240 %. */
export function totalInk(inks: Inks): number {
  return inks[0] + inks[1] + inks[2] + inks[3];
}

/** Less than half a per cent prints nothing. */
const NO_INK = 0.005;

/** On how many plates a colour prints. */
export function platesOf(inks: Inks): number {
  return inks.filter((ink) => ink > NO_INK).length;
}

/** A colour in words: `cmyk(0 90 80 5)`. */
export function describeInks(inks: Inks): string {
  return `cmyk(${inks.map((ink) => Math.round(ink * 100)).join(' ')})`;
}
