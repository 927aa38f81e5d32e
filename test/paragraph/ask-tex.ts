import type { Item } from '../../src/paragraph/items.js';
import type { ParagraphCase } from './random-case.js';

/* Paragraphs for TeX without a format, and what its log says of them. */

/** What TeX made of a paragraph. */
export interface TexAnswer {
  /** Boxes of the list on each line. */
  readonly boxes: readonly number[];
  readonly demerits: number;
  /** First, second or emergency pass. */
  readonly pass: '1' | '2' | 'e';
}

const SETUP = String.raw`\catcode${'`'}\{=1 \catcode${'`'}\}=2 \catcode${'`'}\#=6
\batchmode \hfuzz=16383pt \vfuzz=16383pt \hbadness=10000 \vbadness=10000 \overfullrule=0pt
\showboxbreadth=100000 \showboxdepth=3 \tracingonline=0 \parindent=0pt \parskip=0pt
\parfillskip=0pt plus 1fil \leftskip=0pt \rightskip=0pt \maxdepth=0pt \baselineskip=0pt
`;

/** A file for `tex -ini` that sets the cases and writes about them into its log. */
export function texSource(cases: readonly ParagraphCase[]): string {
  return `${SETUP}${cases.map(caseSource).join('')}\\end\n`;
}

function caseSource({ items, shape, parameters }: ParagraphCase, index: number): string {
  const lines = shape.widths.map((width, line) => `${sp(shape.indents?.[line] ?? 0)} ${sp(width)}`);
  const settings = Object.entries(parameters).map(([name, value]) =>
    name === 'emergencyStretch'
      ? `\\emergencystretch=${sp(value as number)}`
      : `\\${name.toLowerCase()}=${String(value)} `,
  );
  const room = `\\hsize=${sp(shape.widths.at(-1) ?? 0)}${lines.length > 1 ? `\\parshape=${lines.length} ${lines.join(' ')}` : ''}`;
  return [
    `\\message{case ${index}}`,
    `\\setbox0=\\vbox{\\tracingparagraphs=1 ${settings.join('')}`,
    `${room}\\noindent`,
    ...items.map(itemSource),
    '\\par}\\showbox0',
    '',
  ].join('\n');
}

function itemSource(item: Item): string {
  switch (item.type) {
    case 'box':
      return `\\hbox to ${sp(item.width)}{}%`;
    case 'glue': {
      const stretch = item.fil === undefined ? sp(item.stretch ?? 0) : `${item.fil}fil`;
      return `\\hskip ${sp(item.width)} plus ${stretch} minus ${sp(item.shrink ?? 0)}\\relax`;
    }
    case 'penalty':
      return `\\penalty ${item.penalty} `;
    case 'discretionary':
      return `\\discretionary${[item.pre, item.post, item.noBreak].map(ruleOf).join('')}%`;
  }
}

function ruleOf(width = 0): string {
  return width === 0 ? '{}' : `{\\vrule width ${sp(width)}\\relax}`;
}

function sp(length: number): string {
  return `${Math.round(length * 65536)}sp`;
}

/** Reads the log of {@link texSource}, case by case. */
export function readLog(log: string): readonly TexAnswer[] {
  return log
    .split(/case \d+/)
    .slice(1)
    .map(readAnswer);
}

function readAnswer(text: string): TexAnswer {
  const boxes: number[] = [];
  for (const line of text.split('\n')) {
    if (/^\.\\hbox/.test(line)) boxes.push(0);
    else if (/^\.\.\\hbox/.test(line)) boxes[boxes.length - 1] = (boxes.at(-1) ?? 0) + 1;
  }
  const lastPass = text.slice(Math.max(text.lastIndexOf('@secondpass'), text.lastIndexOf('@emergencypass'), 0));
  const ends = lastPass.slice(lastPass.indexOf('@\\par via')).matchAll(/@@\d+: line (\d+)\.\d-? t=(-?\d+)/g);
  const demerits = [...ends].filter(([, lines]) => Number(lines) === boxes.length).map(([, , t]) => Number(t));
  return { boxes, demerits: Math.min(...demerits), pass: passOf(text) };
}

function passOf(text: string): TexAnswer['pass'] {
  if (text.includes('@emergencypass')) return 'e';
  // Where there is no first pass, TeX does not write that this is the second.
  return text.includes('@firstpass') && !text.includes('@secondpass') ? '1' : '2';
}
