import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Files } from '../model/files.js';
import type { Issue, IssuePage } from '../model/issue.js';
import { findPaper } from './find-paper.js';
import { openLedger } from './problem.js';
import { resolveFoundPaper } from './read-issue.js';
import { resolveTemplate } from './resolve-template.js';
import { openTemplates } from './template-files.js';

/** Which page templates of which paper, as somebody asked for them. */
export interface TemplatesWanted {
  readonly paper: string;
  /** One template by name; all of the paper's unless told. */
  readonly template?: string;
  /** Folder in which, or over which, the paper's `templates/` is looked for before the product's. */
  readonly folder: string;
}

/**
 * Reads a paper and its page templates with no issue: an issue of empty pages, one for each template, labelled with the
 * template's name and numbered from 1. Its date says nothing. Reports what is wrong with the files; undefined where
 * there was an error among it.
 */
export function readTemplates(wanted: TemplatesWanted, files: Files, report: Report): Issue | undefined {
  const ledger = openLedger(report);
  const issue = assemble(wanted, files, ledger.report);
  return ledger.stopped() ? undefined : issue;
}

function assemble({ paper: id, template, folder }: TemplatesWanted, files: Files, report: Report): Issue | undefined {
  const asked: Origin = { file: template === undefined ? id : `${id}/${template}`, line: 1, column: 1 };
  const found = findPaper(id, folder, asked, files, report);
  if (!found?.input) return undefined;
  const { input } = found;
  const resolved = resolveFoundPaper(found, files, report);
  if (!resolved) return undefined;
  const read = openTemplates(found.folder, files, report);
  const names = template === undefined ? templateNames(files, found.folder) : [template];
  const pages = names.flatMap((name, index): readonly IssuePage[] => {
    const layered = read(name, asked);
    if (!layered) return [];
    const look = resolveTemplate(layered, { paper: resolved.paper, input, report });
    return [{ number: index + 1, label: name, template: look.template, assignments: [], origin: look.template.origin }];
  });
  return {
    type: 'issue',
    paper: resolved.paper,
    date: { year: 2000, month: 1, day: 1, weekday: 6 },
    number: 1,
    editions: ['main'],
    pages,
    articles: new Map(),
    faces: resolved.faces,
    folder,
    origin: input.origin([]),
  };
}

const ENDING = '.yaml';

function templateNames(files: Files, paperFolder: string): readonly string[] {
  const found = files.list(files.join(paperFolder, 'pages')).filter((file) => file.endsWith(ENDING));
  return found.map((file) => file.slice(0, -ENDING.length));
}
