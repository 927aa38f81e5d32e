import * as z from 'zod';
import { articleSchema } from './article-schema.js';
import { fontsSchema } from './fonts-schema.js';
import { hyphenationSchema } from './hyphenation-schema.js';
import { issueSchema } from './issue-schema.js';
import { pageSchema } from './page-schema.js';
import { paperSchema } from './paper-schema.js';
import { metaOf } from './schema-at.js';

const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['article.json', articleSchema],
  ['fonts.json', fontsSchema],
  ['hyphenation.json', hyphenationSchema],
  ['issue.json', issueSchema],
  ['page.json', pageSchema],
  ['paper.json', paperSchema],
]);

/**
 * The JSON Schemas (draft-07, which YAML editors understand) of the files that people write, by file name. They
 * describe what is written, before defaults and units are resolved.
 */
export function writeSchemas(): ReadonlyMap<string, string> {
  return new Map(
    [...SCHEMAS].map(([file, schema]) => [file, `${JSON.stringify(describeSchema(schema), undefined, 2)}\n`]),
  );
}

function describeSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves them out where a schema transforms what it reads, but they are written as the input is.
      const { examples } = metaOf(zodSchema);
      if (examples !== undefined) jsonSchema.examples = examples as unknown[];
      const { def } = zodSchema._zod;
      if (def.type === 'default' && isWritten(def.defaultValue)) jsonSchema.default = def.defaultValue;
    },
  });
}

/** Whether a default is written as it is read; lengths and shares are not, but become numbers. */
function isWritten(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}
