import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeSchemas } from '../../src/manifest/write-schemas.js';

interface JsonSchema {
  readonly $schema?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const schemas = [...writeSchemas()].map(([file, text]) => ({ file, text, schema: JSON.parse(text) as JsonSchema }));

describe('the JSON Schemas', () => {
  it.each(schemas)('$file in schema/ is what the sources say; "broadsheet schema" writes it anew', ({ file, text }) => {
    expect(readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8')).toBe(text);
  });

  it.each(schemas)('$file is draft-07 and describes itself', ({ schema }) => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.description).toBeTruthy();
  });

  it.each(schemas)('$file describes every key of the file', ({ schema }) => {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      expect(value.description, key).toBeTruthy();
    }
  });

  it('ask for what is written, not for what comes out', () => {
    const paper = schemas.find(({ file }) => file === 'paper.json')?.schema;
    expect(paper?.required).toEqual(['name', 'trim', 'margins', 'grid']);
    expect(paper?.properties?.trim?.examples).toEqual([['315mm', '470mm']]);
  });
});
