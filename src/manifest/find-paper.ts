import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Files } from '../model/files.js';
import { type Checked, checkDocument } from './check-document.js';
import { type PaperInput, paperSchema } from './paper-schema.js';
import { reportMiss } from './problem.js';
import { decodeSource } from './source-text.js';
import { readYaml } from './yaml-document.js';

/** A paper's files, found and read, not yet resolved. */
export interface FoundPaper {
  readonly id: string;
  /** Folder of `paper.yaml` and `pages/`. */
  readonly folder: string;
  /** Folders of font catalogues, the paper's own first. */
  readonly fontFolders: readonly string[];
  /** Undefined where the file had faults that it could not do without. */
  readonly input: Checked<PaperInput> | undefined;
}

/**
 * Finds `templates/<id>/paper.yaml` in the issue folder or one above it, nearest first, and then in the product, so
 * that a publisher's templates come before the product's. Reports `missing-paper` and what is wrong in the file.
 */
export function findPaper(
  id: string,
  issueFolder: string,
  at: Origin,
  files: Files,
  report: Report,
): FoundPaper | undefined {
  const path = `${id}/paper.yaml`;
  const roots = [...foldersUp(issueFolder, files), files.product];
  const root = roots.find((each) => files.exists(files.join(each, 'templates'), path)) ?? files.product;
  const templates = files.join(root, 'templates');
  const answer = files.read(templates, path);
  if (!answer.ok) {
    const hint = `write a paper file templates/${id}/paper.yaml beside or above the issue, or correct the name`;
    reportMiss(answer, { missing: 'missing-paper', what: 'paper', name: id, hint }, at, report);
    return undefined;
  }
  const source = decodeSource(files.display(answer.path), answer.bytes, report);
  const document = source && readYaml(source, report);
  const input = document && checkDocument(document, paperSchema, report);
  const fontFolders = [...new Set([files.join(root, 'fonts'), files.join(files.product, 'fonts')])];
  return { id, folder: files.join(templates, id), fontFolders, input };
}

function foldersUp(folder: string, files: Files): readonly string[] {
  const above = files.parent(folder);
  return above === undefined ? [folder] : [folder, ...foldersUp(above, files)];
}
