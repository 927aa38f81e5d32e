import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillThread } from '../../src/column/fill-thread.js';
import type { FilledThread, FlowParagraph, ParagraphBreaker, SlotFrame } from '../../src/model/flow.js';
import type { Justification } from '../../src/model/paper.js';
import type { StyledParagraph } from '../../src/model/styled.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { createShaper } from '../../src/shape/create-shaper.js';
import { loadHyphenation } from '../../src/shape/load-hyphenation.js';
import { MONO_JUSTIFICATION, monoParagraph } from '../fixtures/mono-shaper.js';
import { faceBytes, faceSource, type TestFace, testStyle } from '../fixtures/test-faces.js';

/*
 * Words taken out never make a story longer, on the sample issue's prose in real type, from text to legs. Longer means
 * that it ends lower: in a later slot, on a lower line of the slot, or with more lines that do not fit.
 */

const ARTICLES = new URL('../../issues/2026-07-08/articles/', import.meta.url);
const JUSTIFICATION: Justification = {
  ...MONO_JUSTIFICATION,
  letterSpace: { min: -0.005, max: 0.01 },
  glyphScale: { min: 0.975, max: 1.025 },
};
const SIZE = 9;
const CUTS = 1000;

/** A paragraph's text, or a crosshead's, with what was made of it so far. */
interface Block {
  readonly text: string;
  readonly isHead: boolean;
  readonly breaker: ParagraphBreaker;
}

/** Numbers from 0 up to `below`, the same in every run (Lehmer 1951; multiplier of Park & Miller 1988). */
function openDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function readStories(): readonly (readonly string[])[] {
  return readdirSync(ARTICLES)
    .sort()
    .map(
      (file) =>
        readFileSync(new URL(file, ARTICLES), 'utf8')
          .split(/\n---\n/)
          .at(-1) ?? '',
    )
    .map((text) => text.split(/\n\n+/).map((block) => block.trim().replace(/\s+/g, ' ')))
    .map((blocks) => blocks.filter((block) => /^(?![>*-])./.test(block)))
    .filter((blocks) => blocks.length >= 4);
}

function flowOf(blocks: readonly Block[]): FlowParagraph[] {
  return blocks.map(({ isHead }, paragraph) => ({
    kind: isHead ? 'head' : 'text',
    above: isHead ? 1 : 0,
    aboveSlack: isHead ? 1 : 0,
    paragraph,
  }));
}

/** Two slots of so many legs of such a depth and measure; the story goes on from the first to the second by a jump. */
function makeSlots(roll: (below: number) => number): SlotFrame[] {
  const measure = [128, 140, 150, 158][roll(4)] as number;
  return [0, 1].map((slot): SlotFrame => {
    const depth = 8 + roll(34);
    const legs = Array.from({ length: 1 + roll(4) }, (_, leg) => ({
      x: leg,
      measure,
      first: 1 + roll(3),
      last: depth,
    }));
    return { legs, breakAt: 'line', jumpsOn: slot === 0, minBefore: 8, minAfter: 6 };
  });
}

function fill(blocks: readonly Block[], slots: readonly SlotFrame[]): FilledThread {
  const breaker: ParagraphBreaker = (paragraph, measures, looseness) =>
    (blocks[paragraph] as Block).breaker(0, measures, looseness);
  return fillThread(flowOf(blocks), slots, breaker);
}

/** Where a story ends, as one number that grows as it ends lower: a slot is less than 1000 lines deep. */
function endOf({ endSlot, freeLines, oversetLines }: FilledThread, slots: readonly SlotFrame[]): number {
  const foot = Math.max(...(slots[endSlot] as SlotFrame).legs.map(({ last }) => last));
  return endSlot * 1000 + foot - freeLines + oversetLines;
}

/** Takes up to five words in a row out of a text that keeps at least two. */
function cutWords(text: string, roll: (below: number) => number): string {
  const words = text.split(' ');
  const count = Math.min(1 + roll(5), words.length - 2);
  const at = roll(words.length - count + 1);
  return [...words.slice(0, at), ...words.slice(at + count)].join(' ');
}

describe('a story with words taken out', () => {
  let makeBlock: (text: string) => Block;

  beforeAll(async () => {
    const hyphenation = await loadHyphenation(['en-GB']);
    const fonts = { source: faceSource, bytes: (face: string) => faceBytes(face as TestFace) };
    const noReport = () => expect.unreachable();
    const shaper = createShaper(fonts, JUSTIFICATION, noReport, hyphenation);
    const style = testStyle({ size: SIZE, language: 'en-GB' });
    makeBlock = (source) => {
      const isHead = source.startsWith('#');
      const text = source.replace(/^#+ /, '').replaceAll('*', '');
      const paragraph: StyledParagraph = {
        ...monoParagraph('', { size: SIZE, indent: isHead ? 0 : SIZE }),
        runs: [{ type: 'text', text, style }],
      };
      const list = shaper.shapeParagraph(paragraph, noReport);
      return { text, isHead, breaker: createParagraphBreaker([{ list }], { justification: JUSTIFICATION }) };
    };
  });

  it(`never ends lower, in ${CUTS} cuts, one after another until the story is short`, () => {
    const roll = openDice(20260708);
    const stories = readStories();
    let blocks: Block[] = [];
    let slots: SlotFrame[] = [];
    let end = 0;
    let shorter = 0;
    for (let cuts = 0, left = 0; cuts < CUTS; cuts++, left--) {
      if (left <= 0) {
        blocks = (stories[roll(stories.length)] as readonly string[]).map(makeBlock);
        slots = makeSlots(roll);
        end = endOf(fill(blocks, slots), slots);
        left = 25;
      }
      const texts = blocks.flatMap(({ text, isHead }, index) => (isHead || text.split(' ').length < 4 ? [] : [index]));
      const at = texts[roll(texts.length)] as number;
      const before = blocks[at] as Block;
      blocks = blocks.with(at, makeBlock(cutWords(before.text, roll)));
      const after = endOf(fill(blocks, slots), slots);
      expect(after, `cut ${cuts}: "${before.text}" to "${blocks[at]?.text}"`).toBeLessThanOrEqual(end);
      if (after < end) shorter += 1;
      end = after;
    }
    // Most cuts take no line; but a test in which none did would show nothing.
    expect(shorter).toBeGreaterThan(CUTS / 20);
  });
});
