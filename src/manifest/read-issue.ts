import type { Report } from '../diagnostics/diagnostic.js';
import type { Files } from '../model/files.js';
import type { FindPictures, Issue, IssuePage } from '../model/issue.js';
import { type Checked, checkDocument } from './check-document.js';
import { checkThreads } from './check-threads.js';
import { checkWeekday } from './check-weekday.js';
import { type Collected, collectArticles } from './collect-articles.js';
import { type FoundPaper, findPaper } from './find-paper.js';
import { readCatalogue } from './font-catalogue.js';
import { type IssueInput, issueSchema } from './issue-schema.js';
import { type NumberedPage, numberPages } from './number-pages.js';
import { openLedger, problem, reportMiss } from './problem.js';
import { readContents, type SlotContents } from './read-contents.js';
import { readWordBreaks } from './read-word-breaks.js';
import { resolvePage } from './resolve-page.js';
import { type ResolvedPaper, resolvePaper } from './resolve-paper.js';
import { mirrorTemplate, type PageLook, resolveTemplate } from './resolve-template.js';
import { decodeSource } from './source-text.js';
import { openTemplates } from './template-files.js';
import { readYaml } from './yaml-document.js';

/** Where an issue is: its folder, and its manifest's name in that folder. */
export interface IssuePlace {
  readonly folder: string;
  readonly manifest: string;
}

/**
 * Reads an issue with all that belongs to it: manifest, paper, page templates, font catalogues, and the front matter
 * of every article that the manifest names. Lengths come out in points, names resolved. Every problem found is
 * reported, each once; undefined when there was an error among them.
 * `findPictures`: reads the pictures that an article shows in its text.
 */
export function readIssue(
  place: IssuePlace,
  files: Files,
  findPictures: FindPictures,
  report: Report,
): Issue | undefined {
  const ledger = openLedger(report);
  const manifest = readManifest(place, files, ledger.report);
  const issue = manifest && assembleIssue(place, manifest, { files, findPictures, report: ledger.report });
  return ledger.stopped() ? undefined : issue;
}

function readManifest(place: IssuePlace, files: Files, report: Report): Checked<IssueInput> | undefined {
  const answer = files.read(place.folder, place.manifest);
  const file = files.display(answer.path);
  if (!answer.ok) {
    const hint = 'name a folder with a file issue.yaml, or the file itself';
    const at = { file, line: 1, column: 1 };
    reportMiss(answer, { missing: 'missing-file', what: 'manifest', name: file, hint }, at, report);
    return undefined;
  }
  const source = decodeSource(file, answer.bytes, report);
  const document = source && readYaml(source, report);
  return document && checkDocument(document, issueSchema, report);
}

interface ReadingScene {
  readonly files: Files;
  readonly findPictures: FindPictures;
  readonly report: Report;
}

function assembleIssue(
  place: IssuePlace,
  manifest: Checked<IssueInput>,
  { files, findPictures, report }: ReadingScene,
): Issue | undefined {
  const { value } = manifest;
  checkEditions(manifest, report);
  const found = findPaper(value.paper, place.folder, manifest.origin(['paper']), files, report);
  const resolved = found?.input && resolveFoundPaper(found, files, report);
  const pages = numberPages(manifest, found?.input?.value.press.pageCounts ?? [], report);
  const contents = new Map(pages.map((page) => [page, readContents(page, manifest, report)]));
  const language = found?.input?.value.language ?? 'en';
  const { weekday, date } = value;
  // Without a paper nobody knows its language.
  if (weekday !== undefined && found?.input) {
    checkWeekday(weekday, date, language, manifest.origin(['weekday']), report);
  }
  const collected = collectArticles([...contents.values()].flat(), {
    issueFolder: place.folder,
    language,
    files,
    findPictures,
    report,
  });
  if (!found) return undefined;
  const looks = openLooks(found, resolved, manifest, files, report);
  const made = makePages(contents, looks, collected, { place, manifest, files, report });
  if (!resolved) return undefined;
  return {
    type: 'issue',
    paper: resolved.paper,
    date: value.date,
    number: value.number,
    editions: value.editions,
    pages: made,
    articles: collected.articles,
    faces: resolved.faces,
    folder: place.folder,
    origin: manifest.origin([]),
  };
}

function checkEditions(manifest: Checked<IssueInput>, report: Report): void {
  const { editions } = manifest.value;
  for (const [index, edition] of editions.entries()) {
    if (editions.indexOf(edition) === index) continue;
    const at = manifest.origin(['editions', index]);
    report(problem('bad-value', at, `edition "${edition}" is named twice`, 'take one of them out'));
  }
}

/** Resolves a paper that was found, with its font catalogue and its own word breaks. */
export function resolveFoundPaper(found: FoundPaper, files: Files, report: Report): ResolvedPaper | undefined {
  if (!found.input) return undefined;
  const catalogue = readCatalogue(found.fontFolders, files, report);
  const wordBreaks = readWordBreaks(found, files, report);
  return resolvePaper(found.id, found.input, { catalogue, wordBreaks }, files, report);
}

/** Gives each page its template. Undefined where there is none, and where no paper is there to resolve it with. */
type LookOf = (page: NumberedPage) => PageLook | undefined;

/** Templates are resolved once, and mirrored once; without a paper they are still read, for what is wrong in them. */
function openLooks(
  found: FoundPaper,
  resolved: ResolvedPaper | undefined,
  manifest: Checked<IssueInput>,
  files: Files,
  report: Report,
): LookOf {
  const readTemplate = openTemplates(found.folder, files, report);
  const looks = new Map<string, PageLook>();
  return (page) => {
    const name = page.entry.template;
    const layered = readTemplate(name, manifest.origin(['pages', page.key, 'template']));
    if (!layered || !resolved || !found.input) return undefined;
    const key = `${page.number % 2 === 0 ? 'even' : 'odd'} ${name}`;
    const known = looks.get(key);
    if (known) return known;
    const look = resolveTemplate(layered, { paper: resolved.paper, input: found.input, report });
    const { columns } = resolved.paper.grid;
    looks.set(`odd ${name}`, look);
    looks.set(`even ${name}`, layered.mirror ? { ...look, template: mirrorTemplate(look.template, columns) } : look);
    return looks.get(key);
  };
}

interface MakingScene {
  readonly place: IssuePlace;
  readonly manifest: Checked<IssueInput>;
  readonly files: Files;
  readonly report: Report;
}

function makePages(
  contents: ReadonlyMap<NumberedPage, readonly SlotContents[]>,
  lookOf: LookOf,
  collected: Collected,
  { place, manifest, files, report }: MakingScene,
): readonly IssuePage[] {
  const scene = { manifest, issueFolder: place.folder, ids: collected.ids, files, report };
  let whole = !manifest.partial;
  const pages: IssuePage[] = [];
  for (const [page, slots] of contents) {
    const look = lookOf(page);
    if (!look || look.partial) whole = false;
    if (look) pages.push(resolvePage(page, slots, look, scene));
  }
  checkThreads(pages, { articles: collected.articles, whole, report });
  return pages;
}
