import type { HList } from '../../src/model/hlist.js';
import { box, FINISH, glue, hyphen, type ListItem, makeList } from './make-list.js';

/** What the cases that real TeX set are made of: `../shared/material/tex-linebreaks/tex-linebreaks.json`. */
export interface TexMaterial {
  readonly meta: { readonly spPerBp: number };
  readonly configs: readonly TexConfig[];
  readonly paragraphs: readonly TexParagraph[];
  readonly cases: readonly TexCase[];
}

/** Lengths are bp, but for those whose name says sp. */
export interface TexConfig {
  readonly id: string;
  readonly advanceSp: Readonly<Record<string, number>>;
  readonly spaceSp: { readonly width: number; readonly stretch: number; readonly shrink: number };
  readonly width: number;
  readonly parindent: number;
  readonly parshape?: readonly (readonly [number, number])[];
  readonly pretolerance: number;
  readonly tolerance: number;
  readonly emergencystretch: number;
  readonly linepenalty: number;
  readonly hyphenpenalty: number;
  readonly exhyphenpenalty: number;
  readonly adjdemerits: number;
  readonly doublehyphendemerits: number;
  readonly finalhyphendemerits: number;
  readonly looseness: number;
}

export interface TexParagraph {
  readonly id: string;
  readonly text: string;
  readonly opportunities: readonly { readonly at: number; readonly kind: 'hyphenation' | 'explicit-hyphen' }[];
}

export interface TexCase {
  readonly id: string;
  readonly config: string;
  readonly paragraph: string;
  readonly demerits: number;
  readonly pass: 'first' | 'second' | 'emergency';
  readonly overfull: boolean;
  readonly lines: readonly {
    readonly start: number;
    readonly end: number;
    readonly hyphenated: boolean;
    readonly ratio: number;
    readonly width: number;
    readonly overfull?: boolean;
  }[];
}

/** TeX's own scaled points in a point: 65536 of them make a `pt` here, so that TeX's lengths go through unrounded. */
const SP = 1 / 65536;

/** A list with the offset in the text that a line broken at each item ends at. */
export interface TexList {
  readonly list: HList;
  readonly ends: readonly number[];
}

/** The paragraph as TeX builds it: indent box, words, glue, discretionaries, `\parfillskip` (TeX: The Program, § 816). */
export function texList(paragraph: TexParagraph, config: TexConfig, spPerBp: number): TexList {
  const kinds = new Map(paragraph.opportunities.map((opportunity) => [opportunity.at, opportunity.kind]));
  const items: ListItem[] = [];
  const ends: number[] = [];
  const push = (item: ListItem, end: number): void => {
    items.push(item);
    ends.push(end);
  };
  if (config.parindent > 0) push(box(Math.trunc(config.parindent * spPerBp) * SP), 0);
  for (let at = 0; at < paragraph.text.length; at++) {
    const kind = kinds.get(at);
    if (kind) push(discretionary(kind, config), at);
    const character = paragraph.text[at] as string;
    if (character === ' ') push(interwordGlue(config), at);
    else push(box((config.advanceSp[character] as number) * SP), at);
  }
  for (const item of FINISH) push(item, paragraph.text.length);
  return { list: makeList(items), ends };
}

function discretionary(kind: 'hyphenation' | 'explicit-hyphen', config: TexConfig): ListItem {
  return kind === 'hyphenation'
    ? hyphen((config.advanceSp['-'] as number) * SP, config.hyphenpenalty)
    : hyphen(0, config.exhyphenpenalty);
}

function interwordGlue(config: TexConfig): ListItem {
  const { width, stretch, shrink } = config.spaceSp;
  return glue(width * SP, stretch * SP, shrink * SP);
}
