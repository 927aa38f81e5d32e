import type { Pt } from '../units/length.js';
import type { Box, Glue, Item } from './items.js';
import type { LineShape } from './line-shape.js';

/* What is handed to `broadsheet/paragraph` comes from programs, not from newspapers: what is wrong is thrown, at once. */

/** Lengths beyond this are mistakes, and would cost the sums their exactness. */
const LONGEST: Pt = 1e6;
/** Stretch and shrink from here on are fill, and written as such. */
const MOST_GIVE: Pt = 10000;

/** Throws a `RangeError` that names the item and the field where a list cannot be broken. */
export function checkItems(items: readonly Item[]): void {
  if (items.length === 0) throw new RangeError('the list is empty: a paragraph has one item at least');
  items.forEach(checkItem);
}

function checkItem(item: Item, index: number): void {
  const where = `items[${index}]`;
  switch (item.type) {
    case 'box':
      checkGiving(item, where);
      checkCount(item.glyphs, `${where}.glyphs`);
      break;
    case 'glue':
      checkGiving(item, where);
      checkFinite(item.fil, `${where}.fil`);
      break;
    case 'penalty':
      checkFinite(item.penalty, `${where}.penalty`, '-10000 or less forces a break, 10000 or more forbids it');
      checkLength(item.width, `${where}.width`);
      break;
    case 'discretionary':
      checkLength(item.pre, `${where}.pre`);
      checkLength(item.post, `${where}.post`);
      checkLength(item.noBreak, `${where}.noBreak`);
      checkFinite(item.penalty, `${where}.penalty`);
      break;
    default:
      throw new RangeError(`${where} is a "${typeOf(item)}": no box, glue, penalty or discretionary`);
  }
}

function typeOf(item: never): string {
  return String((item as { readonly type: unknown }).type);
}

function checkGiving({ width, stretch, shrink }: Box | Glue, where: string): void {
  if (width === undefined) throw new RangeError(`${where} has no width`);
  checkLength(width, `${where}.width`);
  checkGive(stretch, `${where}.stretch`);
  checkGive(shrink, `${where}.shrink`);
}

/** Throws a `RangeError` where some line would have no room, or a room that is no length. */
export function checkShape({ widths, indents = [] }: LineShape): void {
  if (widths.length === 0) throw new RangeError('no measure is given');
  widths.forEach((width, line) => {
    checkLength(width, `widths[${line}]`);
    if (width <= 0) throw new RangeError(`widths[${line}] is ${width}: a measure is greater than 0`);
  });
  indents.forEach((indent, line) => {
    checkLength(indent, `indents[${line}]`);
  });
}

/** Throws a `RangeError` where a parameter that is given is no finite number. */
export function checkNumbers(parameters: object): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === 'object' && value !== null) checkRange(value, name);
    else if (typeof value !== 'string') checkFinite(value, name);
  }
}

function checkRange(range: object, name: string): void {
  for (const [end, value] of Object.entries(range)) checkFinite(value, `${name}.${end}`);
}

function checkLength(length: Pt | undefined, name: string): void {
  checkFinite(length, name);
  if (Math.abs(length ?? 0) > LONGEST) throw new RangeError(`${name} is ${length}: over ${LONGEST} pt is no length`);
}

function checkGive(give: Pt | undefined, name: string): void {
  checkFinite(give, name, 'glue that fills has "fil"');
  if (Math.abs(give ?? 0) >= MOST_GIVE) throw new RangeError(`${name} is ${give}: glue that fills has "fil"`);
}

function checkCount(count: number | undefined, name: string): void {
  if (count !== undefined && !(Number.isInteger(count) && count >= 0 && count <= LONGEST)) {
    throw new RangeError(`${name} is ${count}: a number of glyphs is whole and not negative`);
  }
}

function checkFinite(value: unknown, name: string, hint?: string): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new RangeError(`${name} is ${String(value)}: it must be a finite number${hint ? `; ${hint}` : ''}`);
  }
}
