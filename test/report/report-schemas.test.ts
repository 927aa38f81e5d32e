import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/report/json-schema.js';
import { LAYOUT_SCHEMA } from '../../src/report/layout-schema.js';
import { REPORT_SCHEMA } from '../../src/report/report-schema.js';
import { reportSchemas } from '../../src/report/report-schemas.js';
import { writeLayout } from '../../src/report/write-layout.js';
import { writeReport } from '../../src/report/write-report.js';
import { edition, extras } from './fixtures.js';
import { validateSchema } from './validate-schema.js';

const samples: readonly (readonly [string, unknown, JsonSchema])[] = [
  ['report', JSON.parse(writeReport(edition(), extras())), REPORT_SCHEMA],
  ['layout', JSON.parse(writeLayout(edition())), LAYOUT_SCHEMA],
];

/** Copies of a value with one thing spoilt: a key taken away, added, or given the wrong kind of value. */
function* spoilt(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const bad of spoilt(item)) yield value.map((old, at) => (at === index ? bad : old));
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, surplus: 'text' };
    for (const [key, entry] of Object.entries(value)) {
      yield { ...value, [key]: null };
      for (const bad of spoilt(entry)) yield { ...value, [key]: bad };
    }
  }
}

describe('the published schemas', () => {
  it.each(samples)(
    'of the %s refuses every key that is unknown and every value of the wrong kind',
    (_, sample, schema) => {
      let tried = 0;
      for (const bad of spoilt(sample)) {
        expect(validateSchema(bad, schema)).not.toEqual([]);
        tried++;
      }
      expect(tried).toBeGreaterThan(50);
    },
  );

  it.each(samples)('of the %s describe every key', (_, __, schema) => {
    const undescribed = (part: JsonSchema, path: string): readonly string[] => [
      ...(part.description === undefined && part.$ref === undefined ? [path] : []),
      ...Object.entries(part.properties ?? {}).flatMap(([key, inner]) => undescribed(inner, `${path}.${key}`)),
      ...(part.items?.properties ? undescribed(part.items, `${path}[]`) : []),
    ];
    expect(undescribed(schema, '$')).toEqual([]);
  });

  it.each([...reportSchemas().keys()])('schema/%s is up to date: run "broadsheet schema" where it is not', (name) => {
    const text = readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
    expect(text).toBe(reportSchemas().get(name));
  });

  it('are three, draft-07', () => {
    expect([...reportSchemas().keys()]).toEqual(['fit.json', 'layout.json', 'report.json']);
    for (const text of reportSchemas().values()) {
      expect(JSON.parse(text).$schema).toBe('http://json-schema.org/draft-07/schema#');
    }
  });
});
