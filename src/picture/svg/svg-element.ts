/** An element of a drawing, in the SVG namespace; elements and attributes of other namespaces are left out. */
export interface SvgElement {
  /** Local name, as written: `linearGradient`. */
  readonly name: string;
  /** By local name; `xlink:href` counts as `href`, which wins where both are there. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
  /** The element's own character data, for style sheets. */
  readonly text: string;
  /** Where the element starts in the file, in UTF-16 units: what findings point at. */
  readonly at: number;
}

/** Something in a drawing that cannot be printed, worded to follow the file's name in a message. */
export interface DrawingFinding {
  readonly why: string;
  readonly hint: string;
  readonly at: number;
}

/** Takes what cannot be printed, as it is found. Reading goes on: all of it is to be told at once. */
export type Refuse = (at: number, why: string, hint: string) => void;

/** The element and all below it, in the order of the file. */
export function* walkElements(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) yield* walkElements(child);
}

/** The id that a reference within the file names: of `#a` or `url(#a)`. Undefined for any other. */
export function localReference(reference: string): string | undefined {
  const found = /^(?:url\(\s*(["']?)#([^"'()]+)\1\s*\)|#(.+))$/.exec(reference.trim());
  return found ? (found[2] ?? found[3]) : undefined;
}
