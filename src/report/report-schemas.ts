import { FIT_SCHEMA } from './fit-schema.js';
import { LAYOUT_SCHEMA } from './layout-schema.js';
import { REPORT_SCHEMA } from './report-schema.js';

/** The JSON Schemas (draft-07) of the files that we write for programs, as text by file name. */
export function reportSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['fit.json', `${JSON.stringify(FIT_SCHEMA, undefined, 2)}\n`],
    ['layout.json', `${JSON.stringify(LAYOUT_SCHEMA, undefined, 2)}\n`],
    ['report.json', `${JSON.stringify(REPORT_SCHEMA, undefined, 2)}\n`],
  ]);
}
