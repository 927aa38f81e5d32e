import { describe, expect, it } from 'vitest';
import { REPORT_SCHEMA } from '../../src/report/report-schema.js';
import { writeReport } from '../../src/report/write-report.js';
import { edition, extras, outcome } from './fixtures.js';
import { validateSchema } from './validate-schema.js';

const report = () => JSON.parse(writeReport(edition(), extras()));

describe('a report', () => {
  it('is valid by its schema', () => {
    expect(validateSchema(report(), REPORT_SCHEMA)).toEqual([]);
  });

  it('names the issue and the edition', () => {
    expect(report()).toMatchObject({
      version: 1,
      issue: { paper: 'harbour', date: '2026-07-08', number: 8123, pages: 2, language: 'en-GB' },
      edition: 'national',
    });
  });

  it('tells what became of each story', () => {
    expect(report().stories).toEqual([outcome()]);
  });

  it('gives pages as numbers where their labels are numbers, and as labels elsewhere', () => {
    expect(report().jumps).toEqual([
      {
        article: 'doctrine',
        from: '1.opinion',
        to: 'A2.jump',
        fromPage: 1,
        toPage: 'A2',
        text: 'Page A2 >',
        fromText: '< From page 1',
      },
    ]);
    expect(report().refers).toEqual([{ article: 'orchestra', from: '1.skybox', page: 8, text: '8 >' }]);
  });

  it('keeps a label that would not come back from a number', () => {
    const refers = [{ article: 'a', from: { page: '01', slot: 's' }, page: '03', text: '' }];
    expect(JSON.parse(writeReport(edition({ refers }), extras())).refers[0]).toMatchObject({ page: '03' });
  });

  it('lists diagnostics in their published form', () => {
    expect(report().diagnostics[0]).toEqual({
      file: 'articles/doctrine.md',
      line: 5,
      column: 1,
      severity: 'error',
      code: 'overset',
      message: '4 lines over',
      hint: 'cut about 27 words',
      page: '3',
      slot: 'jump',
      lines: 4,
    });
    expect(report().diagnostics[1]).not.toHaveProperty('hint');
  });

  it('passes on timings and outputs', () => {
    expect(report()).toMatchObject({ timings: extras().timings, outputs: extras().outputs });
  });

  it('keeps out what make-up notes for itself', () => {
    const secret = { ...outcome(), demerits: 12 };
    expect(JSON.parse(writeReport(edition({ stories: [secret] }), extras())).stories[0]).not.toHaveProperty('demerits');
  });

  it('ends in a line feed and is the same text twice', () => {
    expect(writeReport(edition(), extras())).toMatch(/\}\n$/);
    expect(writeReport(edition(), extras())).toBe(writeReport(edition(), extras()));
  });
});
