import { resolve } from 'node:path';
import { writeFilesAtomically } from '../host/atomic-write.js';
import { writeSchemas } from '../manifest/write-schemas.js';
import { reportSchemas } from '../report/report-schemas.js';
import type { ExitStatus } from './exit-status.js';
import type { Terminal } from './terminal.js';

/** `broadsheet schema`: writes every JSON Schema, for completion in editors and for programs that read our files. */
export async function runSchema(folder: string, terminal: Terminal): Promise<ExitStatus> {
  const schemas = [...writeSchemas(), ...reportSchemas()];
  await writeFilesAtomically(
    schemas.map(([name, text]) => ({ path: resolve(terminal.workingFolder, folder, name), bytes: text })),
  );
  terminal.err(`${folder}: ${schemas.map(([name]) => name).join(', ')}\n`);
  return 0;
}
