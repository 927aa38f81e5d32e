/** In: what a build made. Out: the files on disk, all of them or none. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type NewFile, writeFilesAtomically } from '../host/atomic-write.js';
import { sha256 } from '../host/hash.js';
import type { Edition } from '../model/edition.js';
import type { Files } from '../model/files.js';
import type { BuildResult } from '../pipeline.js';
import { writeLayout } from '../report/write-layout.js';
import { writeReport } from '../report/write-report.js';
import { forEdition } from './name-output.js';
import type { Terminal } from './terminal.js';

/** What a command is asked to write besides the PDF. */
export interface SideFiles {
  readonly report?: string;
  readonly layout?: string;
}

/** One edition with the name of its PDF, where it has one. */
export interface FinishedEdition {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: BuildResult['timings'];
  readonly pdf?: { readonly path: string; readonly bytes: Uint8Array };
}

/** Writes every PDF, report and layout file at once: a failure leaves all old files untouched. */
export async function writeOutputs(
  finished: readonly FinishedEdition[],
  sides: SideFiles,
  disk: Files,
  terminal: Terminal,
): Promise<void> {
  await writeFilesAtomically(finished.flatMap((edition) => filesOf(edition, sides, disk, terminal)));
}

function filesOf(finished: FinishedEdition, sides: SideFiles, disk: Files, terminal: Terminal): readonly NewFile[] {
  const { edition, pdf } = finished;
  const suffix = editionSuffix(edition);
  const place = (path: string): string => forEdition(resolve(terminal.workingFolder, path), suffix);
  const files: NewFile[] = [];
  if (pdf !== undefined) files.push(pdf);
  if (sides.report !== undefined) files.push({ path: place(sides.report), bytes: reportText(finished, disk) });
  if (sides.layout !== undefined) files.push({ path: place(sides.layout), bytes: writeLayout(edition) });
  return files;
}

/** The edition's name, where file names must tell several editions apart. */
export function editionSuffix(edition: Edition): string | undefined {
  return edition.issue.editions.length > 1 ? edition.name : undefined;
}

function reportText(finished: FinishedEdition, disk: Files): string {
  const { edition, diagnostics, timings, pdf } = finished;
  const outputs = pdf === undefined ? [] : [describeOutput(pdf, disk)];
  return writeReport(edition, { diagnostics, timings, outputs });
}

function describeOutput(pdf: NonNullable<FinishedEdition['pdf']>, disk: Files) {
  return { file: disk.display(pdf.path), sha256: sha256(pdf.bytes), bytes: pdf.bytes.length };
}
