/** In: what a run made. Out: the files on disk, all of them or none. */
import { basename, dirname, join, resolve } from 'node:path';
import { writeFilesAtomically } from '../host/atomic-write.js';
import type { Edition } from '../model/edition.js';
import type { ReportExtras } from '../report/describe-report.js';
import { writeLayout } from '../report/write-layout.js';
import { writeReport } from '../report/write-report.js';
import { forEdition } from './name-output.js';
import type { WrittenFile } from './standing-run.js';
import type { Terminal } from './terminal.js';

/** What a command is asked to write besides the PDF. */
export interface SideFiles {
  readonly report?: string;
  readonly layout?: string;
  /** Whether each folder of PDFs gets a file of their SHA-256 sums. */
  readonly sums?: 'written' | 'none';
}

/** An edition that was set, with what its report says of the run, and its PDFs that are to be written. */
export interface FinishedEdition {
  readonly edition: Edition;
  readonly extras: ReportExtras;
  readonly files: readonly WrittenFile[];
}

/** Writes every PDF, report and layout file at once: a failure leaves all old files untouched. Gives back what it wrote. */
export async function writeOutputs(
  finished: readonly FinishedEdition[],
  sides: SideFiles,
  terminal: Terminal,
): Promise<readonly WrittenFile[]> {
  const files = finished.flatMap((edition) => filesOf(edition, sides, terminal));
  const all = sides.sums === 'written' ? [...files, ...sumFiles(finished)] : files;
  await writeFilesAtomically(all);
  return all;
}

function filesOf(
  { edition, extras, files: pdfs }: FinishedEdition,
  sides: SideFiles,
  terminal: Terminal,
): readonly WrittenFile[] {
  const suffix = editionSuffix(edition);
  const place = (path: string): string => forEdition(resolve(terminal.workingFolder, path), suffix);
  const files: WrittenFile[] = [...pdfs];
  if (sides.report !== undefined)
    files.push({ path: place(sides.report), bytes: writeReport(edition, extras), kind: 'report' });
  if (sides.layout !== undefined) files.push({ path: place(sides.layout), bytes: writeLayout(edition), kind: 'as-is' });
  return files;
}

/** A file `SHA256SUMS` in each folder that PDFs go to, which `sha256sum --check` reads. */
function sumFiles(finished: readonly FinishedEdition[]): readonly WrittenFile[] {
  const lines = new Map<string, string[]>();
  for (const { files, extras } of finished) {
    files.forEach(({ path }, index) => {
      const folder = dirname(path);
      const sum = `${extras.outputs[index]?.sha256}  ${basename(path)}`;
      lines.set(folder, [...(lines.get(folder) ?? []), sum]);
    });
  }
  return Array.from(lines, ([folder, sums]) => ({
    path: join(folder, 'SHA256SUMS'),
    bytes: `${sums.join('\n')}\n`,
    kind: 'as-is',
  }));
}

/** The edition's name, where file names must tell several editions apart. */
export function editionSuffix(edition: Edition): string | undefined {
  return edition.issue.editions.length > 1 ? edition.name : undefined;
}
