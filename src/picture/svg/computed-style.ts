import { type Declaration, type FindDeclarations, readDeclarations } from './style-sheet.js';
import type { SvgElement } from './svg-element.js';

/** Properties that children take over (SVG 2, property index), with what the root starts from. */
const INHERITED: ReadonlyMap<string, string> = new Map([
  ['clip-rule', 'nonzero'],
  ['color', 'black'],
  ['fill', 'black'],
  ['fill-opacity', '1'],
  ['fill-rule', 'nonzero'],
  ['marker-end', 'none'],
  ['marker-mid', 'none'],
  ['marker-start', 'none'],
  ['paint-order', 'normal'],
  ['stroke', 'none'],
  ['stroke-dasharray', 'none'],
  ['stroke-dashoffset', '0'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['stroke-miterlimit', '4'],
  ['stroke-opacity', '1'],
  ['stroke-width', '1'],
  ['visibility', 'visible'],
]);

/** Properties of the element alone. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['clip-path', 'none'],
  ['display', 'inline'],
  ['filter', 'none'],
  ['isolation', 'auto'],
  ['mask', 'none'],
  ['mix-blend-mode', 'normal'],
  ['opacity', '1'],
  ['overflow', ''],
  ['stop-color', 'black'],
  ['stop-opacity', '1'],
  ['transform', ''],
  ['transform-origin', ''],
  ['vector-effect', 'none'],
]);

/** Shorthands, and what they stand for. */
const SHORTHANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['marker', ['marker-start', 'marker-mid', 'marker-end']],
]);

/** The style of an element after the cascade: every property has a value. */
export interface ComputedStyle {
  read(property: string): string;
  /** The values that children start from. */
  readonly inherited: ReadonlyMap<string, string>;
}

export const ROOT_STYLE: ComputedStyle = styleOf(INHERITED, new Map());

function styleOf(inherited: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>): ComputedStyle {
  return { inherited, read: (property) => own.get(property) ?? inherited.get(property) ?? OWN.get(property) ?? '' };
}

/**
 * Works out an element's style: attributes give way to style sheets, those to the `style` attribute, and all to what is
 * important (CSS Cascade 4, 6.1; SVG 2, 6.6).
 */
export function computeStyle(element: SvgElement, parent: ComputedStyle, sheet: FindDeclarations): ComputedStyle {
  const declared = new Map<string, string>();
  for (const [name, value] of element.attributes) if (isProperty(name)) declare(declared, name, value.trim());
  const declarations = [...sheet(element), ...readDeclarations(element.attributes.get('style') ?? '')];
  applyAll(
    declared,
    declarations.filter(({ isImportant }) => !isImportant),
  );
  applyAll(
    declared,
    declarations.filter(({ isImportant }) => isImportant),
  );
  if (declared.size === 0) return parent.inherited === INHERITED ? ROOT_STYLE : styleOf(parent.inherited, NOTHING);
  return cascade(declared, parent);
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function isProperty(name: string): boolean {
  return INHERITED.has(name) || OWN.has(name) || SHORTHANDS.has(name);
}

function declare(declared: Map<string, string>, property: string, value: string): void {
  for (const long of SHORTHANDS.get(property) ?? [property]) declared.set(long, value);
}

function applyAll(declared: Map<string, string>, declarations: readonly Declaration[]): void {
  for (const { property, value } of declarations) if (isProperty(property)) declare(declared, property, value);
}

function cascade(declared: ReadonlyMap<string, string>, parent: ComputedStyle): ComputedStyle {
  const inherited = new Map(parent.inherited);
  const own = new Map<string, string>();
  for (const [property, value] of declared) {
    const initial = INHERITED.get(property);
    const isPassedOn = initial !== undefined;
    if (value === 'inherit' || (isPassedOn && value === 'unset')) own.set(property, parent.read(property));
    else if (value === 'initial' || value === 'unset') own.set(property, initial ?? (OWN.get(property) as string));
    else own.set(property, value);
    if (isPassedOn) inherited.set(property, own.get(property) as string);
  }
  // `currentColor` is the colour of whoever says it, and goes down as that colour.
  const color = inherited.get('color') as string;
  for (const paint of ['fill', 'stroke']) {
    if (inherited.get(paint)?.toLowerCase() === 'currentcolor') inherited.set(paint, color);
    if (own.get(paint)?.toLowerCase() === 'currentcolor') own.set(paint, color);
  }
  return styleOf(inherited, own);
}
