import { type Refuse, type SvgElement, walkElements } from './svg-element.js';

/*
 * The style sheets of a drawing: as much of CSS as drawing programs write. Rules for an element's name, class or id, in
 * lists and in one (`path.road`), ordered by how much they say, as CSS has it.
 */

/** A property given a value. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

interface Rule {
  /** What of the selector an element is looked up by: id before class before name. */
  readonly key: string;
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** How much the selector says, as one number: ids before classes before names. */
  readonly weight: number;
  /** Its place among all rules, which decides where weights are equal. */
  readonly order: number;
  readonly declarations: readonly Declaration[];
}

/** Gives the declarations of an element's rules; those that win come last. */
export type FindDeclarations = (element: SvgElement) => readonly Declaration[];

/** Editors write a class for each look; more of them, or more rules for one class, are no editor's. */
const MOST_RULES = 5000;
const MOST_RULES_FOR_ONE = 50;

const COMPOUND = /^(\*|[a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)$/;

/** Reads all style sheets of a drawing. */
export function readStyleSheets(root: SvgElement, refuse: Refuse): FindDeclarations {
  const index = new Map<string, Rule[]>();
  let count = 0;
  for (const element of walkElements(root)) {
    if (element.name !== 'style' || !isForPrint(element)) continue;
    for (const rule of readRules(element, refuse)) {
      const alike = index.get(rule.key) ?? [];
      index.set(rule.key, alike);
      alike.push({ ...rule, order: count++ });
      if (count <= MOST_RULES && alike.length <= MOST_RULES_FOR_ONE) continue;
      refuse(element.at, 'has too many style rules', 'save it with fewer styles');
      return () => [];
    }
  }
  return index.size === 0 ? () => [] : rememberLooks(index);
}

/** Shapes of one class look alike, and there are thousands of them. */
function rememberLooks(index: ReadonlyMap<string, readonly Rule[]>): FindDeclarations {
  const known = new Map<string, readonly Declaration[]>();
  return (element) => {
    const { name, attributes } = element;
    if (attributes.has('id')) return findDeclarations(element, index);
    const look = `${name} ${attributes.get('class') ?? ''}`;
    const declarations = known.get(look) ?? findDeclarations(element, index);
    known.set(look, declarations);
    return declarations;
  };
}

function findDeclarations(element: SvgElement, index: ReadonlyMap<string, readonly Rule[]>): readonly Declaration[] {
  const classes = new Set((element.attributes.get('class') ?? '').split(/\s+/));
  const keys = [
    '*',
    element.name,
    `#${element.attributes.get('id') ?? ''}`,
    ...Array.from(classes, (one) => `.${one}`),
  ];
  const rules = keys.flatMap((key) => index.get(key) ?? []).filter((rule) => fits(rule, element, classes));
  rules.sort((one, other) => one.weight - other.weight || one.order - other.order);
  return rules.flatMap(({ declarations }) => declarations);
}

function fits({ name, id, classes }: Rule, element: SvgElement, owned: ReadonlySet<string>): boolean {
  if (name !== undefined && name !== element.name) return false;
  if (id !== undefined && id !== element.attributes.get('id')) return false;
  return classes.every((one) => owned.has(one));
}

function isForPrint({ attributes }: SvgElement): boolean {
  const type = attributes.get('type') ?? 'text/css';
  return type === 'text/css' && /^\s*(?:$|all\b|print\b)/.test(attributes.get('media') ?? '');
}

function* readRules(element: SvgElement, refuse: Refuse): Generator<Omit<Rule, 'order'>> {
  for (const { prelude, body } of readBlocks(withoutComments(element.text))) {
    const declarations = readDeclarations(body);
    for (const selector of prelude.split(',')) {
      const rule = readRule(selector.trim(), declarations, element, refuse);
      if (rule) yield rule;
    }
  }
}

function withoutComments(text: string): string {
  const parts = text.split('/*');
  const rest = parts.slice(1).map((part) => part.slice(part.indexOf('*/') < 0 ? part.length : part.indexOf('*/') + 2));
  return [parts[0], ...rest].join(' ').replaceAll('<!--', ' ').replaceAll('-->', ' ');
}

/** The blocks of a style sheet. Those of at-rules are passed over: a medium or a typeface draws no line on paper. */
function* readBlocks(text: string): Generator<{ readonly prelude: string; readonly body: string }> {
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const prelude = text.slice(text.lastIndexOf(';', open) >= at ? text.lastIndexOf(';', open) + 1 : at, open).trim();
    const isAtRule = prelude.startsWith('@');
    const end = isAtRule ? endOfNested(text, open) : text.indexOf('}', open);
    at = end < 0 ? text.length : end + 1;
    if (!isAtRule) yield { prelude, body: text.slice(open + 1, at - 1) };
  }
}

/** Where the block that opens here closes, blocks in it closed before. */
function endOfNested(text: string, open: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = open;
  let depth = 0;
  for (let found = brace.exec(text); found; found = brace.exec(text)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return -1;
}

function readRule(
  selector: string,
  declarations: readonly Declaration[],
  { at }: SvgElement,
  refuse: Refuse,
): Omit<Rule, 'order'> | undefined {
  // Nobody points at paper.
  if (/:(?:hover|active|focus|visited)\b/.test(selector) || declarations.length === 0) return undefined;
  const parts = COMPOUND.exec(selector);
  if (!parts || selector === '') {
    refuse(
      at,
      `has a style rule for "${selector.slice(0, 40)}"`,
      'write styles for classes, ids or element names alone',
    );
    return undefined;
  }
  const marks = (parts[2] as string).match(/[.#][\w-]+/g) ?? [];
  const name = parts[1] === '*' ? undefined : parts[1];
  const classes = marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1));
  const ids = marks.filter((mark) => mark.startsWith('#'));
  const weight = ids.length * 1e6 + classes.length * 1e3 + (name === undefined ? 0 : 1);
  const key = ids[0] ?? (classes[0] === undefined ? (name ?? '*') : `.${classes[0]}`);
  return { key, name, id: ids[0]?.slice(1), classes, weight, declarations };
}

/** Reads declarations as a rule or a `style` attribute holds them. */
export function readDeclarations(text: string): readonly Declaration[] {
  return text.split(';').flatMap((declaration): readonly Declaration[] => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    const important = value.search(/!\s*important$/i);
    if (important < 0) return [{ property, value, isImportant: false }];
    return [{ property, value: value.slice(0, important).trim(), isImportant: true }];
  });
}
