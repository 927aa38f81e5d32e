import { resolve } from 'node:path';
import { writeFilesAtomically } from '../host/atomic-write.js';
import { writeSchemas } from '../manifest/write-schemas.js';
import { reportSchemas } from '../report/report-schemas.js';
import type { ExitStatus } from './exit-status.js';
import type { Terminal } from './terminal.js';

/** `broadsheet schema`: writes every JSON Schema, for completion in editors and for programs that read our files. */
export async function runSchema(folder: string, terminal: Terminal): Promise<ExitStatus> {
  const schemas = Object.entries({ ...writeSchemas(), ...reportSchemas() });
  const files = schemas.map(([name, schema]) => ({
    path: resolve(terminal.workingFolder, folder, `${name}.schema.json`),
    bytes: `${JSON.stringify(schema, undefined, 2)}\n`,
  }));
  await writeFilesAtomically(files);
  terminal.err(`${folder}: ${files.length} schemas\n`);
  return 0;
}
