/*
 * In: a stream of content. Out: the same operators, byte by byte, without those that mark and name but print nothing, and
 * what they use of the resources. What is left is balanced, so that nothing of it reaches what is drawn after it.
 */
import { binaryBytes, joinBytes } from '../../units/bytes.js';
import { type ContentDict, isName, type Operand, readContent } from '../content-tokens.kernel.js';
import { hiddenLayerRefusal } from './layers.js';
import { Refusal } from './refusal.js';

/** The kinds of resources that content uses by name (ISO 32000-1, table 33). */
export type ResourceKind = 'ExtGState' | 'ColorSpace' | 'Pattern' | 'Shading' | 'XObject' | 'Font';

/** The names that content uses, by kind, in the order of their first use. */
export type UsedNames = Readonly<Record<ResourceKind, ReadonlySet<string>>>;

export interface CleanContent {
  readonly bytes: Uint8Array;
  readonly used: UsedNames;
}

/** What may be told to hide: the properties of marked content by their name. */
export type IsHidden = (properties: string) => boolean;

/** Operators that print, or change how others do. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* ' +
    'Tj TJ \' " d0 d1 CS cs SC SCN sc scn G g RG rg K k sh Do'
  ).split(' '),
);

/** The kind of resource that an operator names. */
const NAMED_BY: Readonly<Record<string, ResourceKind>> = {
  gs: 'ExtGState',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
  sh: 'Shading',
  Do: 'XObject',
  Tf: 'Font',
};

/** Rendering intents (ISO 32000-1, table 70). */
export const INTENTS: readonly string[] = ['AbsoluteColorimetric', 'RelativeColorimetric', 'Saturation', 'Perceptual'];

interface Cleaning {
  /** A copy of the content, in which what is dropped is overwritten by white space. */
  readonly bytes: Uint8Array;
  readonly used: Record<ResourceKind, Set<string>>;
  readonly isHidden: IsHidden;
  depth: number;
  inText: boolean;
  /** After the last operator: what stands behind it belongs to none. */
  end: number;
}

/** Content that nests deeper is made to harm: presses stop at 28 (ISO 32000-1, annex C). */
const MOST_Q_DEPTH = 500;

/** Cleans content. Throws a `Refusal` where a layer that is switched off draws, or an inline image cannot be taken over. */
export function cleanContent(content: Uint8Array, isHidden: IsHidden): CleanContent {
  const used = Object.fromEntries(Object.values(NAMED_BY).map((kind) => [kind, new Set<string>()]));
  const bytes = content.slice();
  const cleaning: Cleaning = { bytes, used: used as Cleaning['used'], isHidden, depth: 0, inText: false, end: 0 };
  readContent(content, {
    operator: (name, operands, span) => {
      if (!takeOperator(cleaning, name, operands)) bytes.fill(SPACE, span.start, span.end);
      cleaning.end = span.end;
    },
    inlineImage: ({ dict }, span) => {
      takeInlineImage(cleaning, dict, bytes.subarray(span.start, span.end));
      cleaning.end = span.end;
    },
  });
  const tail = `\n${cleaning.inText ? 'ET\n' : ''}${'Q\n'.repeat(cleaning.depth)}`;
  return { bytes: joinBytes([bytes.subarray(0, cleaning.end), binaryBytes(tail)]), used: cleaning.used };
}

const SPACE = 0x20;

/** Whether an operator is kept; notes what it uses. */
function takeOperator(cleaning: Cleaning, name: string, operands: readonly Operand[]): boolean {
  if (name === 'BDC') refuseHidden(cleaning, operands);
  const last = operands.findLast(isName)?.name;
  if (!KEPT.has(name) || (name === 'ri' && !INTENTS.includes(last ?? '')) || !isBalanced(cleaning, name)) return false;
  const kind = Object.hasOwn(NAMED_BY, name) ? NAMED_BY[name] : undefined;
  if (kind && last !== undefined) cleaning.used[kind].add(last);
  return true;
}

/** Whether an operator that opens or closes has its partner; keeps count of them. */
function isBalanced(cleaning: Cleaning, name: string): boolean {
  if (name === 'q') {
    cleaning.depth += 1;
    if (cleaning.depth > MOST_Q_DEPTH) throw new Refusal(`nests q more than ${MOST_Q_DEPTH} deep`);
  } else if (name === 'Q') {
    if (cleaning.depth === 0) return false;
    cleaning.depth -= 1;
  } else if (name === 'BT' || name === 'ET') {
    if (cleaning.inText === (name === 'BT')) return false;
    cleaning.inText = name === 'BT';
  }
  return true;
}

function refuseHidden({ isHidden }: Cleaning, [tag, properties]: readonly Operand[]): void {
  if (!isName(tag) || tag.name !== 'OC' || !isName(properties) || !isHidden(properties.name)) return;
  throw hiddenLayerRefusal();
}

/** What an inline image may be packed with, by both of its names. */
const INLINE_FILTERS: ReadonlySet<string> = new Set(
  'ASCIIHexDecode AHx ASCII85Decode A85 FlateDecode Fl RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT'.split(' '),
);

function takeInlineImage({ used }: Cleaning, dict: ContentDict, image: Uint8Array): void {
  const filters = namesIn(dict.get('F') ?? dict.get('Filter'));
  if (!filters.every((filter) => INLINE_FILTERS.has(filter))) {
    throw new Refusal(`has an inline image packed with ${filters.join(', ')}`);
  }
  for (const space of namesIn(dict.get('CS') ?? dict.get('ColorSpace'))) used.ColorSpace.add(space);
  if (String.fromCharCode(...image.subarray(-2)) !== 'EI') throw new Refusal('has an inline image without an end');
  dropSmoothing(image);
}

function namesIn(operand: Operand | undefined): readonly string[] {
  if (isName(operand)) return [operand.name];
  return Array.isArray(operand) ? (operand as readonly Operand[]).filter(isName).map(({ name }) => name) : [];
}

/** PDF/A lets no picture be smoothed (ISO 19005-2, 6.2.8); the key stays, with a word of the same length. */
function dropSmoothing(image: Uint8Array): void {
  const start = String.fromCharCode(...image.subarray(0, MOST_HEAD_BYTES));
  const head = start.slice(0, start.search(/\sID\s/) + 1);
  const found = /\/(?:I|Interpolate)\s+true\b/.exec(head);
  if (found) image.set(NULL_WORD, found.index + found[0].length - NULL_WORD.length);
}

/** The keys of an inline image are few. */
const MOST_HEAD_BYTES = 2000;

/** "null" is as long as "true", and a key without a value (ISO 32000-1, 7.3.7). */
const NULL_WORD = binaryBytes('null');
