import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/host/hash.js';
import { inflate } from '../../src/host/inflate.js';
import { openFiles } from '../../src/host/node-files.js';
import { findProductRoot } from '../../src/host/product-root.js';
import type { Edition } from '../../src/model/edition.js';
import { checkIssue } from '../../src/pipeline.js';
import { describeLayout } from '../../src/report/describe-layout.js';
import { describeReport } from '../../src/report/describe-report.js';
import { LAYOUT_SCHEMA } from '../../src/report/layout-schema.js';
import { REPORT_SCHEMA } from '../../src/report/report-schema.js';
import { summariseBuild } from '../../src/report/summary.js';
import { validateSchema } from './validate-schema.js';

const folder = fileURLToPath(new URL('../../issues/2026-07-08', import.meta.url));

const result = await checkIssue(
  { issue: { folder, manifest: 'issue.yaml' }, profiles: ['proof'], strict: false },
  {
    files: openFiles({
      workingFolder: fileURLToPath(new URL('../..', import.meta.url)),
      productRoot: findProductRoot(),
    }),
    sha256,
    inflate,
    pictureCache: { read: () => undefined, write: () => undefined },
    now: () => 0,
    progress: () => undefined,
  },
);
const edition = result.edition as Edition;
/** Pictures are drawn by a tool of their own; without them the issue cannot be read. */
const undrawn = result.diagnostics.some(({ code }) => code === 'missing-picture');
const extras = { diagnostics: result.diagnostics, timings: result.timings, outputs: [] };

/** A JSON value as a reader of the file has it. */
function asRead(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe.skipIf(undrawn)('of the sample issue (skipped where its pictures are not drawn)', () => {
  it('report and layout are valid by their schemas', () => {
    expect(validateSchema(asRead(describeReport(edition, extras)), REPORT_SCHEMA)).toEqual([]);
    expect(validateSchema(asRead(describeLayout(edition)), LAYOUT_SCHEMA)).toEqual([]);
  });

  it('the report counts as many body lines as the layout has', () => {
    const bodyLines = new Map<string, number>();
    for (const page of describeLayout(edition).pages) {
      for (const slot of page.slots) {
        if (slot.kind !== 'article' && slot.kind !== 'continue') continue;
        const lines = slot.legs.reduce((sum, leg) => sum + leg.lines.length, 0);
        bodyLines.set(slot.article, (bodyLines.get(slot.article) ?? 0) + lines);
      }
    }
    const { stories } = describeReport(edition, extras);
    expect(stories.length).toBeGreaterThan(10);
    const counted = stories.filter((story) => bodyLines.has(story.article));
    for (const { article, lines } of counted) expect([article, lines]).toEqual([article, bodyLines.get(article)]);
  });

  it('briefs that share a leg end at its foot', () => {
    let looked = 0;
    for (const { grid, slots } of describeLayout(edition).pages) {
      const briefs = slots.filter(({ kind }) => kind === 'brief');
      const lefts = new Set(briefs.map(({ legs }) => legs[0]?.box[0]));
      for (const left of lefts) {
        const leg = briefs.filter(({ legs }) => legs[0]?.box[0] === left);
        if (leg.length < 2) continue;
        const foot = (leg[0]?.box[3] ?? 0) - grid.baselineRise;
        expect(leg.at(-1)?.legs[0]?.lines.at(-1)?.baseline).toBeCloseTo(foot, 1);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(4);
  });

  it('every jump leads to a slot of the layout that holds the article', () => {
    const { jumps } = describeReport(edition, extras);
    expect(jumps.length).toBeGreaterThan(0);
    const slots = describeLayout(edition).pages.flatMap((page) =>
      page.slots.map((slot) => `${page.label}.${slot.name} ${slot.article}`),
    );
    for (const { article, from, to } of jumps) {
      expect(slots).toContain(`${from} ${article}`);
      expect(slots).toContain(`${to} ${article}`);
    }
  });

  it('the summary fits on one screen', () => {
    expect(summariseBuild(edition, extras).length).toBeLessThanOrEqual(16);
  });
});
