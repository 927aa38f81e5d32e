import { describe, expect, it } from 'vitest';
import type { DisplayList } from '../../src/model/display-list.js';
import type { Jump, Page, PlacedLine, PlacedStory } from '../../src/model/edition.js';
import type { Paper } from '../../src/model/paper.js';
import type { PictureRequest } from '../../src/model/picture.js';
import { paintPage } from '../../src/paint/paint-page.js';
import { BLACK } from '../../src/units/color.js';

const origin = { file: 'a.md', line: 1, column: 1 };
const RULE = { x1: 0, y1: 1, x2: 9, y2: 1, weight: 0.5, color: BLACK };
const box = { x: 0, y: 0, width: 100, height: 100 };

function placed(text: string, part: PlacedLine['part'], paragraph = -1): PlacedLine {
  const line = { pieces: [{ shaped: { text }, space: 0 }], scale: 1, letterSpace: 0, hyphenated: false };
  return { line, x: 5, baseline: 20, part, style: part, article: 'a', paragraph, origin } as unknown as PlacedLine;
}

const story = {
  slot: 'lead',
  box,
  kind: 'article',
  article: 'a',
  head: [placed('Kicker', 'kicker'), placed('Head', 'headline'), placed('line', 'headline')],
  legs: [
    { box, lines: [placed('one', 'body', 0), placed('two', 'body', 0), placed('three', 'body', 1)], rules: [] },
    { box: { ...box, x: 50 }, lines: [], rules: [] },
  ],
  pictures: [{ box, note: { alt: 'A boat', origin }, article: 'a' }],
  captions: [placed('Caption', 'caption')],
  pullquotes: [{ box, lines: [placed('Quote', 'pullquote')], rules: [RULE, RULE] }],
  tail: [placed('Page 3 >', 'jumpTo')],
} as unknown as PlacedStory;

const page = {
  type: 'page',
  number: 2,
  label: '2',
  section: 'Town',
  gridBox: box,
  furniture: [placed('2', 'furniture')],
  rules: [RULE],
  tints: [{ box, color: BLACK }],
  barcodes: [],
  stories: [story],
} as unknown as Page;

const paper = { trim: { width: 200, height: 300 }, bleed: 0 } as Paper;
const list = paintPage(page, paper, [], () => ({}) as PictureRequest);

/** A page proof: one operation a line. */
function proof(): string[] {
  return list.ops.map((op) => {
    if (op.type === 'begin') return op.tag.type === 'artifact' ? 'begin artifact' : `begin ${op.tag.role}`;
    if (op.type === 'text') return `text ${op.pieces.map((piece) => piece.shaped.text).join('')}`;
    return op.type === 'picture' ? `picture ${op.alt}` : op.type;
  });
}

describe('paintPage', () => {
  it('paints the ground first, then each story in reading order, every run of one kind in its own tag', () => {
    expect(proof()).toEqual([
      ...['begin artifact', 'fill', 'rule', 'text 2', 'end'],
      ...['begin P', 'text Kicker', 'end'],
      ...['begin H1', 'text Head', 'text line', 'end'],
      ...['begin Figure', 'picture A boat', 'end'],
      ...['begin Caption', 'text Caption', 'end'],
      // What a pullquote says is no part of the text.
      ...['begin artifact', 'rule', 'rule', 'text Quote', 'end'],
      ...['begin P', 'text one', 'text two', 'end'],
      ...['begin P', 'text three', 'end'],
      ...['begin Reference', 'text Page 3 >', 'end'],
    ]);
  });

  it('paints a bar code in black on white, and as no part of any text', () => {
    const bar = { x: 11, y: 0, width: 1, height: 70 };
    const barcode = { box, bars: [bar], digits: [placed('9', 'furniture')] };
    const { ops } = paintPage({ ...page, tints: [], barcodes: [barcode] }, paper, [], () => ({}) as PictureRequest);
    expect(ops.slice(0, 6)).toMatchObject([
      { type: 'begin', tag: { type: 'artifact' } },
      { type: 'rule' },
      { type: 'text' },
      { type: 'fill', box, color: { c: 0, m: 0, y: 0, k: 0 } },
      { type: 'fill', box: bar, color: { c: 0, m: 0, y: 0, k: 1 } },
      { type: 'text' },
    ]);
    expect(ops[6]).toEqual({ type: 'end' });
  });

  it('gives one bead to each leg that holds text', () => {
    expect(list.beads).toEqual([{ article: 'a', box }]);
  });

  it('leads the outline from the section to the story', () => {
    expect(list.outline).toEqual([
      { level: 0, title: 'Town', y: 0 },
      { level: 1, title: 'Head line', y: 0 },
    ]);
  });

  it('says of each piece which part and block of the story it is', () => {
    const tags = list.ops.flatMap((op) => (op.type === 'begin' && op.tag.type === 'content' ? [op.tag] : []));
    expect(tags.map(({ part, paragraph, kind }) => `${kind} ${part} ${paragraph}`)).toEqual([
      ...['article kicker -1', 'article headline -1', 'article picture -1', 'article caption -1'],
      ...['article body 0', 'article body 1', 'article jumpTo -1'],
    ]);
  });

  it('leads links to the top of each slot that a story stands in, and to no refer', () => {
    expect(list.anchors).toEqual([{ article: 'a', x: 0, y: 0 }]);
    expect(paint({ kind: 'refer' }).anchors).toEqual([]);
  });

  it('lets a "from" line lead back to the page that the story comes from', () => {
    const jump = {
      article: 'a',
      from: { page: '1', slot: 'x' },
      to: { page: '2', slot: 'lead' },
      text: '',
      fromText: '',
    };
    const head = [placed('< From page 1', 'jumpFrom'), placed('Head', 'jumpHead')];
    const there = { ...jump, to: { page: '2', slot: 'other' } };
    expect(targets(paint({ kind: 'continue', head, tail: [] }, [there, jump]))).toEqual({
      '< From page 1': { page: '1', article: 'a' },
    });
  });

  it('lets every line of a refer’s head lead where its page line leads', () => {
    const target = { page: '8', article: 'a' };
    const tail = [{ ...placed('8 >', 'refer'), target }];
    expect(targets(paint({ kind: 'refer', tail, legs: [] }))).toEqual({
      Kicker: target,
      Head: target,
      line: target,
      '8 >': target,
    });
  });

  it('tells a list’s marker, which stands left of the indent, from the first word of a line', () => {
    const pieces = [
      { shaped: { text: '•' }, x: 0, width: 4, space: 6 },
      { shaped: { text: 'item' }, x: 10, width: 20, space: 0 },
    ];
    const set = (indent: number) => {
      const line = placed('', 'item', 0);
      return { ...line, line: { ...line.line, pieces, indent } } as unknown as PlacedLine;
    };
    const { ops } = paint({ legs: [{ box, lines: [set(10), set(0)], rules: [] }], tail: [] });
    const tags = ops.flatMap((op) => (op.type === 'begin' && op.tag.type === 'content' ? [op.tag] : []));
    expect(tags.filter(({ part }) => part === 'item').map(({ indent }) => indent)).toEqual([10]);
    expect(ops.flatMap((op) => (op.type === 'text' && op.pieces.length === 2 ? [op.marker] : []))).toEqual([
      true,
      undefined,
    ]);
  });
});

/** The page with this one story on it. */
function paint(changes: Partial<PlacedStory>, jumps: readonly Jump[] = []): DisplayList {
  const stories = [{ ...story, ...changes }];
  return paintPage({ ...page, stories }, paper, jumps, () => ({}) as PictureRequest);
}

/** Where lines lead, by their words. */
function targets(painted: DisplayList): Record<string, unknown> {
  const lines = painted.ops.flatMap((op) => (op.type === 'text' && op.target ? [op] : []));
  return Object.fromEntries(lines.map((op) => [op.pieces.map((piece) => piece.shaped.text).join(''), op.target]));
}
