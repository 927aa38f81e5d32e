import { describe, expect, it } from 'vitest';
import { forEdition, nameOutput, namePageFile, type OutputPlan } from '../../src/cli/name-output.js';

const plan: OutputPlan = {
  paper: 'harbour',
  date: { year: 2026, month: 7, day: 8, weekday: 3 },
  edition: undefined,
  profile: 'press',
  among: 'alone',
};
const name = (changes: Partial<OutputPlan>): string => nameOutput({ ...plan, ...changes }, '/work');

describe('the name of a PDF', () => {
  it('has paper and date, and lies in out/', () => {
    expect(name({})).toBe('/work/out/harbour-2026-07-08.pdf');
  });

  it('takes a folder or a file from -o', () => {
    expect(name({ output: 'press/tonight' })).toBe('/work/press/tonight/harbour-2026-07-08.pdf');
    expect(name({ output: '/tmp/a.pdf' })).toBe('/tmp/a.pdf');
    expect(name({ output: 'A.PDF' })).toBe('/work/A.PDF');
  });

  it('tells several editions apart, in a folder and in a file name alike', () => {
    expect(name({ edition: 'national' })).toBe('/work/out/harbour-2026-07-08-national.pdf');
    expect(name({ edition: 'national', output: 'a.pdf' })).toBe('/work/a-national.pdf');
    expect(forEdition('/r/report.json', 'national')).toBe('/r/report-national.json');
    expect(forEdition('/r/report.json', undefined)).toBe('/r/report.json');
  });

  it('tells the reader’s copy from the file for the press, in a folder and in a file name alike', () => {
    expect(name({ profile: 'reader' })).toBe('/work/out/harbour-2026-07-08-reader.pdf');
    const both = { output: 'a.pdf', among: 'several' } as const;
    expect(name({ ...both, profile: 'press' })).toBe('/work/a.pdf');
    expect(name({ ...both, profile: 'reader' })).toBe('/work/a-reader.pdf');
    expect(name({ ...both, profile: 'reader', edition: 'national' })).toBe('/work/a-national-reader.pdf');
    expect(name({ output: 'a.pdf', profile: 'reader' })).toBe('/work/a.pdf');
  });

  it('never lets a proof or a part of the issue take the place of the file for the press', () => {
    expect(name({ profile: 'proof' })).toBe('/work/out/harbour-2026-07-08-proof.pdf');
    expect(name({ pages: [1, 2, 3, 7] })).toBe('/work/out/harbour-2026-07-08-p1-3,7.pdf');
  });
});

describe('the name of a page’s file', () => {
  const pageName = (pattern: string, page: string, output?: string): string =>
    namePageFile(pattern, { paper: 'harbour', date: plan.date, edition: 'national', page, output }, '/work');

  it('follows the paper’s pattern, so that files sort as pages do', () => {
    expect(pageName('HC_{date}_{edition}_{page}.pdf', 'A1')).toBe('/work/out/HC_20260708_national_A01.pdf');
    expect(pageName('{paper}-{page}.pdf', '12', 'press')).toBe('/work/press/harbour-12.pdf');
  });

  it('lets no label lead out of the folder', () => {
    expect(pageName('{page}.pdf', '../B 3')).toBe('/work/out/..-B-03.pdf');
  });
});
