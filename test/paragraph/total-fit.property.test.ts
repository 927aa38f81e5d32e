import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HList, INFINITE_PENALTY } from '../../src/model/hlist.js';
import { breakParagraph } from '../../src/paragraph/break-paragraph.js';
import { AT_ITEM, findBreakpoints, ROW } from '../../src/paragraph/breakpoints.kernel.js';
import { scaleWidths } from '../../src/paragraph/breaks.kernel.js';
import { type BreakParameters, NEWS_PARAMETERS, TEX_PARAMETERS } from '../../src/paragraph/parameters.js';
import { findSettings, findTotalFit } from '../../src/paragraph/total-fit.kernel.js';
import { cheapestBreaks, type Rules } from './cheapest-breaks.js';
import { box, FINISH, glue, hyphen, type ListItem, makeList } from './make-list.js';

/* Total fit against every set of breaks there is, on paragraphs short enough to try them all. */

/** Lengths in quarter points, so that they are whole in scaled points. */
const quarters = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 4);

const fragmentArbitrary = fc
  .tuple(quarters(16, 60), quarters(0, 6), quarters(0, 4))
  .map(([width, stretch, shrink]) => box(width, stretch, shrink));
const hyphenArbitrary = fc
  .tuple(fc.constantFrom(0, 2, 3), fc.constantFrom(-20, 0, 50, 200), quarters(-2, 2))
  .map(([width, penalty, post]) => hyphen(width, penalty, post));
const glueArbitrary = fc
  .tuple(quarters(8, 20), quarters(0, 16), quarters(0, 8))
  .map(([width, stretch, shrink]) => glue(width, stretch, shrink));
const wordArbitrary = fc
  .tuple(fragmentArbitrary, fc.option(fc.tuple(hyphenArbitrary, fragmentArbitrary), { nil: undefined }))
  .map(([first, more]) => (more ? [first, ...more] : [first]));
const listArbitrary = fc
  .array(fc.tuple(wordArbitrary, glueArbitrary), { minLength: 2, maxLength: 8 })
  .map((words): HList => {
    const items: readonly ListItem[] = words.flatMap(([word, space], i) => (i === 0 ? word : [space, ...word]));
    return makeList([...items, ...FINISH]);
  });
const widthsArbitrary = fc.array(quarters(100, 300), { minLength: 1, maxLength: 3 });

const demeritsArbitrary = fc.record({
  linePenalty: fc.constantFrom(0, 10, 100),
  adjDemerits: fc.constantFrom(0, 3000, 10000),
  doubleHyphenDemerits: fc.constantFrom(0, 5000, 100000),
  finalHyphenDemerits: fc.constantFrom(0, 5000, 100000),
});
const texArbitrary = fc
  .tuple(demeritsArbitrary, fc.constantFrom(100, 500, 5000, 10000))
  .map(([demerits, tolerance]): BreakParameters => ({ ...TEX_PARAMETERS, ...demerits, tolerance, pretolerance: -1 }));
const newsArbitrary = fc.tuple(demeritsArbitrary, fc.constantFrom(1, 2, 3), quarters(0, 100)).map(
  ([demerits, maxHyphens, lastLineMin]): BreakParameters => ({
    ...NEWS_PARAMETERS,
    ...demerits,
    maxHyphens,
    lastLineMin,
  }),
);

const WITHIN: Rules = { capped: true };
const ANY: Rules = { capped: false };
const RUNS = { numRuns: 250 };

describe('total fit on short paragraphs', () => {
  it('finds the least demerits that any set of breaks within tolerance has', () => {
    let compared = 0;
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, texArbitrary, (list, widths, parameters) => {
        const best = cheapestBreaks(list, widths, parameters, WITHIN);
        if (!best) return;
        compared++;
        // With another pass to come, the last line's demerits are counted even where there was one way only.
        const breaks = breakParagraph(list, { widths }, { ...parameters, lastResort: 'loose' });
        expect([breaks.pass, breaks.demerits]).toEqual(['tolerance', best.demerits]);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(RUNS.numRuns / 10);
  });

  it('finds the least demerits with hyphens in a row limited and a short last line avoided', () => {
    let passes = '';
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, (list, widths, parameters) => {
        const breaks = breakParagraph(list, { widths }, parameters);
        if (breaks.overfull > 0) return;
        if (!passes.includes(breaks.pass)) passes += ` ${breaks.pass}`;
        const best = cheapestBreaks(list, widths, parameters, breaks.pass === 'tolerance' ? WITHIN : ANY);
        expect(breaks.demerits).toBe(best?.demerits);
      }),
      RUNS,
    );
    expect(passes).toContain('tolerance');
    expect(passes).toContain('desperate');
  });

  it('lets no line stick out where some set of breaks has none that does', () => {
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, (list, widths, parameters) => {
        const possible = cheapestBreaks(list, widths, parameters, ANY) !== undefined;
        const { overfull } = breakParagraph(list, { widths }, parameters);
        expect(overfull === 0).toBe(possible);
      }),
      RUNS,
    );
  });

  it('finds the least demerits for each number of lines, and says when a number cannot be had', () => {
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, fc.nat(6), (list, widths, parameters, lines) => {
        const found = findTotalFit(findBreakpoints(list), scaleWidths({ widths }), parameters, {
          type: 'lines',
          lines: lines + 1,
        });
        const best = cheapestBreaks(list, widths, parameters, { ...WITHIN, lines: lines + 1 });
        expect(found?.demerits).toBe(best?.demerits);
        expect(found?.points.length ?? 0).toBe(best?.lines ?? 0);
      }),
      RUNS,
    );
  });

  it('finds the least demerits with the same words and hyphens under one another avoided, and exactly', () => {
    const wordsArbitrary = fc.array(fc.nat(2), { minLength: 64, maxLength: 64 });
    let costly = 0;
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, wordsArbitrary, (list, widths, base, words) => {
        const parameters = { ...base, stackDemerits: 15000, hyphenStackDemerits: 9000 };
        const ends = (item: number) => words[item] ?? 0;
        const starts = (item: number) => words[item + 20] ?? 0;
        const points = findBreakpoints(list);
        const items = Array.from({ length: points.count }, (_, k) => points.rows[k * ROW + AT_ITEM] as number);
        const edges = { ends: Int32Array.from(items, ends), starts: Int32Array.from(items, starts), first: starts(-1) };
        const found = findSettings({ ...points, edges }, scaleWidths({ widths }), parameters).best;
        if (found.pass !== 'tolerance') return;
        const best = cheapestBreaks(list, widths, parameters, { ...WITHIN, words: { ends, starts } });
        expect(found.demerits).toBe(best?.demerits);
        if (best?.demerits !== cheapestBreaks(list, widths, parameters, WITHIN)?.demerits) costly++;
      }),
      RUNS,
    );
    expect(costly).toBeGreaterThan(10);
  });

  it('finds in one search what a search for each number of lines finds', () => {
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, (list, widths, parameters) => {
        const points = findBreakpoints(list);
        const scaledWidths = scaleWidths({ widths });
        const found = findSettings(points, scaledWidths, parameters);
        expect(found.best.demerits).toBe(
          findTotalFit(points, scaledWidths, parameters, { type: 'looseness', lines: 0 })?.demerits,
        );
        for (let lines = 1; lines <= 8; lines++) {
          const alone = findTotalFit(points, scaledWidths, parameters, { type: 'lines', lines });
          const together = found.lengths.find((length) => length.points.length === lines);
          expect(together?.demerits).toBe(alone?.demerits);
        }
      }),
      RUNS,
    );
  });

  it('ends lines at legal breaks only, in order, and at the end', () => {
    fc.assert(
      fc.property(listArbitrary, widthsArbitrary, newsArbitrary, (list, widths, parameters) => {
        const positions = Array.from(breakParagraph(list, { widths }, parameters).positions);
        expect(positions.at(-1)).toBe(list.length - 1);
        expect(positions.every((at, i) => i === 0 || at > (positions[i - 1] as number))).toBe(true);
        expect(positions.every((at) => (list.penalty[at] as number) < INFINITE_PENALTY)).toBe(true);
      }),
      RUNS,
    );
  });

  it('gives an answer for any widths, none of them wide enough', () => {
    const narrow = fc.array(fc.double({ min: -10, max: 2, noNaN: true }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(listArbitrary, narrow, (list, widths) => {
        for (const parameters of [NEWS_PARAMETERS, TEX_PARAMETERS]) {
          const breaks = breakParagraph(list, { widths }, parameters);
          expect(breaks.positions.at(-1)).toBe(list.length - 1);
          expect(breaks.overfull).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});
