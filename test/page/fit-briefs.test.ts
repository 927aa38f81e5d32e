import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrokenParagraph, FlowParagraph } from '../../src/model/flow.js';
import type { Flow } from '../../src/model/make-up.js';
import type { FitStep } from '../../src/model/paper.js';
import type { TextStyle } from '../../src/model/style.js';
import { type BriefDraft, fitLegOfBriefs, stepsTaken } from '../../src/page/fit-briefs.js';
import type { Room } from '../../src/page/room.js';
import { textStyle } from '../style/fixtures.js';

const HEAD_LINES = 2;
const LOOSENESS: FitStep = { type: 'looseness', lines: 1 };
const TRACKING: FitStep = { type: 'tracking', from: -10, to: 10 };

/** A brief of one paragraph that can run a line longer or shorter, and is a line shorter from a tracking of -4 on. */
function flowOf(lines: number, tracking: number): Flow {
  const tracked = lines + (tracking <= -4 ? -1 : tracking >= 4 ? 1 : 0);
  const paragraph: FlowParagraph = { kind: 'text', above: 0, aboveSlack: 0, paragraph: 0 };
  const breakParagraph = (_: number, __: unknown, looseness: number) =>
    ({ lines: tracked + looseness, demerits: Math.abs(looseness) * 600 }) as BrokenParagraph;
  return { paragraphs: [paragraph], parts: [{ part: 'body' }], breakParagraph } as unknown as Flow;
}

function draftOf(lines: number): BriefDraft {
  const article = { source: {}, lines };
  const place = { slot: { styles: new Map() } };
  return { article, place, headLines: HEAD_LINES, flow: flowOf(lines, 0) } as unknown as BriefDraft;
}

/** Tracking is read back from the style in which the text is asked for. */
function roomWith(fit: readonly FitStep[]): Room {
  const body = textStyle({ name: 'body' });
  const openFlow = ({ lines }: { readonly lines: number }, styleOf: (part: 'body') => TextStyle) =>
    flowOf(lines, Math.round(styleOf('body').tracking - body.tracking));
  return { issue: { paper: { fit, styles: new Map([['body', body]]) } }, typesetter: { openFlow } } as unknown as Room;
}

function fitLeg(briefs: readonly number[], lines: number, steps: readonly FitStep[] = [LOOSENESS]) {
  const room = roomWith(steps);
  const fitted = fitLegOfBriefs(briefs.map(draftOf), lines, 100, room);
  const text = fitted.briefs.map((brief) => brief.text.lines);
  const depth = sum(text) + briefs.length * HEAD_LINES + sum(fitted.white);
  const taken = fitted.briefs.map((brief) => stepsTaken(brief, fitted.setting, steps));
  return { text, white: fitted.white, depth, taken, tracking: fitted.setting.tracking };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a leg of briefs', () => {
  it('is left as it was written where that fills it, with a line of white between two', () => {
    expect(fitLeg([5, 6, 5], 24)).toMatchObject({ text: [5, 6, 5], white: [1, 1], depth: 24, taken: [[], [], []] });
  });

  it('takes up a line or two that are left over in its gaps, and sets no paragraph looser for them', () => {
    expect(fitLeg([5, 6, 5], 26)).toMatchObject({ text: [5, 6, 5], white: [2, 2], depth: 26 });
  });

  it('is filled by longer paragraphs rather than by holes, in as few of its briefs as will do', () => {
    const { text, white, depth, taken } = fitLeg([5, 6, 5], 28);
    expect(depth).toBe(28);
    expect(Math.max(...white)).toBe(2);
    expect(sum(text)).toBe(5 + 6 + 5 + 2);
    expect(taken.filter((steps) => steps.includes('looseness'))).toHaveLength(2);
  });

  it('loses lines where it is too long, and only then is all of it tracked alike', () => {
    expect(fitLeg([5, 6, 5], 22)).toMatchObject({ depth: 22, white: [1, 1] });
    const tight = fitLeg([5, 6, 5], 19, [LOOSENESS, TRACKING]);
    expect(tight).toMatchObject({ depth: 19, white: [1, 1], tracking: -4 });
    expect(tight.taken.every((steps) => steps.includes('tracking'))).toBe(true);
    expect(fitLeg([5, 6, 5], 22, [LOOSENESS, TRACKING]).tracking).toBe(0);
  });

  it('is too long where no step is allowed, and has the least white that it may', () => {
    expect(fitLeg([5, 6, 5], 22, [])).toMatchObject({ text: [5, 6, 5], white: [1, 1], depth: 24 });
  });

  it('leaves white under its only brief, which has no gap to put it in', () => {
    expect(fitLeg([5], 20)).toMatchObject({ white: [], depth: 8 });
  });

  it('runs over its foot or leaves lines free at it only where briefs and gaps can give or take no more (property)', () => {
    const briefs = fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(briefs, fc.integer({ min: -8, max: 16 }), (lines, more) => {
        const gaps = lines.length - 1;
        const planned = sum(lines) + lines.length * HEAD_LINES + gaps;
        const leg = planned + more;
        const shortest = planned - lines.length;
        const { depth, white, text } = fitLeg(lines, leg);
        if (leg < shortest) expect(depth).toBe(shortest);
        else if (leg <= planned + lines.length + gaps) expect(depth).toBe(leg);
        expect(depth).toBeLessThanOrEqual(Math.max(leg, shortest));
        for (const gap of white) expect(gap).toBeGreaterThanOrEqual(1);
        expect(Math.max(1, ...white) - Math.min(4, ...white)).toBeLessThanOrEqual(white.length > 0 ? 1 : 0);
        for (const [index, set] of text.entries())
          expect(Math.abs(set - (lines[index] as number))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
