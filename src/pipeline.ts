/*
 * The line of work, all stages in order: manifest, story, then make-up (which calls style, shape, paragraph and column
 * story by story), paint, picture, pdf.
 */
import { makeBarcode } from './barcode/make-barcode.js';
import { type ConvertingTools, convertPictures } from './convert-pictures.js';
import type { Diagnostic, Report } from './diagnostics/diagnostic.js';
import { stopsPress } from './diagnostics/order.js';
import { judgeAds, lookAtAds } from './look-at-ads.js';
import { readIssue } from './manifest/read-issue.js';
import type { Barcode } from './model/barcode.js';
import type { Cache } from './model/cache.js';
import type { DisplayList, PrintJob } from './model/display-list.js';
import type { Edition, Page, PlacedPicture } from './model/edition.js';
import type { Files } from './model/files.js';
import { type Issue, isoDate } from './model/issue.js';
import type { Typesetter } from './model/make-up.js';
import type { Inflate } from './model/preflight.js';
import type { Story } from './model/story.js';
import type { TextStyle } from './model/style.js';
import { composeEdition } from './page/compose-edition.js';
import { imposeSpreads } from './paint/impose-spreads.js';
import { paintMarks } from './paint/paint-marks.js';
import { paintPage } from './paint/paint-page.js';
import { paintTroubles } from './paint/paint-troubles.js';
import { judgeResolution } from './picture/judge-resolution.js';
import { planPicture } from './picture/plan-picture.js';
import { type PressProfile, readProfile } from './read-profile.js';
import { openSession, type Session } from './session.js';
import { type Stopwatch, startStopwatch } from './stopwatch.js';
import { findPictures } from './story/find-pictures.js';
import { readStory } from './story/read-story.js';
import { runLanguages } from './story/run-languages.js';
import { openTypesetter } from './typesetter.js';
import { verifyDrawings } from './verify-drawings.js';
import { verifyPictures } from './verify-pictures.js';
import { type BuiltPdf, type Profile, writeProfile } from './write-profile.js';

export interface BuildOptions {
  readonly issue: { readonly folder: string; readonly manifest: string };
  /** The edition to set; the first one where none is named. */
  readonly edition?: string;
  /** Numbers of the pages to print; all where none are named. */
  readonly pages?: readonly number[];
  /** The files to write, all from one layout. */
  readonly profiles: readonly Profile[];
  /** Whether the press gets one file, as it does unless told, or one for each page. */
  readonly delivery?: 'issue' | 'pages';
  /** Whether a proof shows pages, as it does unless told, or the spreads that a reader opens. */
  readonly proofs?: 'pages' | 'spreads';
  /** Warnings stop the press, too. */
  readonly strict: boolean;
}

/** What the host lends to the pipeline. */
export interface Surroundings {
  readonly files: Files;
  /** Lower-case hex. */
  sha256(bytes: Uint8Array): string;
  readonly pictureCache: Cache;
  /** Unpacks what is packed in PDFs sent as advertisements. */
  readonly inflate: Inflate;
  /** Milliseconds, for timings only: nothing that is printed depends on it. */
  now(): number;
  progress(stage: string, done: number, total: number): void;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the issue could not be read. */
  readonly edition?: Edition;
  /** The files that may be written, in the order of the profiles; none after a check. */
  readonly pdfs: readonly BuiltPdf[];
  readonly timings: { readonly total: number; readonly stages: Readonly<Record<string, number>> };
}

/** Everything that a run has made up so far. */
interface MadeUp {
  readonly edition: Edition;
  readonly session: Session;
  readonly typesetter: Typesetter;
}

/** Sets an issue without writing its PDF. */
export async function checkIssue(options: BuildOptions, surroundings: Surroundings): Promise<BuildResult> {
  const run = startRun(surroundings);
  const made = await makeUp(options, surroundings, run);
  if (!made) return finish(run, undefined);
  await verifyLines(made, surroundings, run);
  await verifyMade(made, surroundings, run);
  return finish(run, made.edition);
}

/** Sets an issue and writes its PDF, unless something stops the press. */
export async function buildIssue(options: BuildOptions, surroundings: Surroundings): Promise<BuildResult> {
  const run = startRun(surroundings);
  const made = await makeUp(options, surroundings, run);
  if (!made) return finish(run, undefined);
  await verifyLines(made, surroundings, run);
  if (writableProfiles(options, run).length === 0) {
    // A press that is stopped has time: what else would stop it is told with it.
    await verifyMade(made, surroundings, run);
    return finish(run, made.edition);
  }
  const job = paintJob(made, options, run);
  const profile = readProfile(made.edition.issue.paper, surroundings.files, run.report);
  if (!profile) return finish(run, made.edition);
  const pictures = await convertPictures(job, convertingTools(made, profile, surroundings, run));
  const resources = {
    fontBytes: (face: string) => made.session.fontBytes(face) as Uint8Array,
    picture: pictures,
    profile: profile.output,
    sha256: surroundings.sha256,
    streamCache: surroundings.pictureCache,
  };
  const pdfs: BuiltPdf[] = [];
  for (const wanted of writableProfiles(options, run)) {
    surroundings.progress('pdf', pdfs.length, options.profiles.length);
    const shown = showFor(wanted, options, job, made, run);
    const delivery = wanted === 'press' ? (options.delivery ?? 'issue') : 'issue';
    const written = run.stopwatch.timeAsync('pdf', () => writeProfile(shown, wanted, delivery, resources, run.report));
    pdfs.push(...(await written));
  }
  // Writing finds troubles, too: a font that may not be embedded.
  const writable = writableProfiles(options, run);
  return { ...finish(run, made.edition), pdfs: pdfs.filter((pdf) => writable.includes(pdf.profile)) };
}

interface Run {
  readonly diagnostics: Diagnostic[];
  readonly report: Report;
  readonly stopwatch: Stopwatch;
}

function startRun(surroundings: Surroundings): Run {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (diagnostic) => {
      diagnostics.push(diagnostic);
    },
    stopwatch: startStopwatch(surroundings.now),
  };
}

/** Pictures that no build has converted yet are decoded, so that a check finds what a build would. */
function verifyMade({ edition, session }: MadeUp, { pictureCache }: Surroundings, run: Run): Promise<void> {
  return run.stopwatch.timeAsync('picture', () => verifyPictures(edition, session, pictureCache, run.report));
}

/** Drawings are judged by what was noted of them, whether they are converted or come from the cache. */
function verifyLines({ edition, session }: MadeUp, { pictureCache }: Surroundings, run: Run): Promise<void> {
  return run.stopwatch.timeAsync('picture', () => verifyDrawings(edition, session, pictureCache, run.report));
}

function finish(run: Run, edition: Edition | undefined): BuildResult {
  const { diagnostics, stopwatch } = run;
  return { diagnostics, pdfs: [], timings: stopwatch.read(), ...(edition ? { edition } : {}) };
}

/** The profiles that may be written as things stand: where the press is stopped, proofs alone. */
function writableProfiles({ profiles, strict }: BuildOptions, run: Run): readonly Profile[] {
  if (!stopsPress(run.diagnostics, { strict })) return profiles;
  return profiles.filter((profile) => profile === 'proof');
}

/** From files to an edition: every line in its place. */
async function makeUp(options: BuildOptions, surroundings: Surroundings, run: Run): Promise<MadeUp | undefined> {
  const { files, sha256, progress } = surroundings;
  const { report, stopwatch } = run;
  progress('manifest', 0, 1);
  const issue = stopwatch.time('manifest', () => readIssue(options.issue, files, findPictures, report));
  if (!issue) return undefined;
  const stories = stopwatch.time('story', () => readStories(issue, report));
  const languages = [...stories.values()].flatMap((story) => [...runLanguages(story)]);
  const session = await openSession(issue, files, sha256, report, languages);
  const barcode = await codeIssue(issue);
  const name = options.edition ?? (issue.editions[0] as string);
  const adTools = { files, inflate: surroundings.inflate, sha256, cache: surroundings.pictureCache };
  const findSheet = await stopwatch.timeAsync('picture', () => lookAtAds(issue, name, adTools));
  const lent = openTypesetter(issue.paper, session, findSheet, report, stopwatch);
  const typesetter = { ...lent, ...(barcode && { barcode }) };
  progress('make-up', 0, issue.pages.length);
  const edition = stopwatch.time('page', () => composeEdition(issue, stories, name, typesetter, report));
  for (const page of edition.pages) judgePictures(page, issue, report);
  await stopwatch.timeAsync('picture', () => judgeAds(edition, session, adTools, report));
  return { edition, session, typesetter };
}

/** The bar code of an issue that prints one. */
async function codeIssue({ paper, pages, date, number }: Issue): Promise<Barcode | undefined> {
  const isPrinted = pages.some(({ template }) => template.furniture.some((furniture) => furniture.barcode));
  return paper.barcode && isPrinted ? makeBarcode(paper.barcode, date, number) : undefined;
}

function readStories(issue: Issue, report: Report): ReadonlyMap<string, Story> {
  return new Map([...issue.articles].map(([id, source]) => [id, readStory(source, report, issue.paper.spaces)]));
}

function judgePictures(page: Page, issue: Issue, report: Report): void {
  for (const story of page.stories) {
    for (const picture of story.pictures) judgeResolution(picture, issue.paper.press, report);
  }
}

/** From an edition to a print job: pages as drawing operations. */
function paintJob({ edition }: MadeUp, options: BuildOptions, run: Run): PrintJob {
  const { issue } = edition;
  const { paper } = issue;
  const wanted = options.pages;
  const pages = edition.pages.filter((page) => !wanted || wanted.includes(page.number));
  return run.stopwatch.time('paint', () => ({
    title: `${paper.name}, ${isoDate(issue.date)}`,
    paper: paper.name,
    language: paper.language,
    languages: new Map([...issue.articles].map(([id, { language }]) => [id, language])),
    date: isoDate(issue.date),
    number: issue.number,
    edition: edition.name,
    pages: pages.map((page) => paintOne(page, edition)),
    threads: new Map(edition.stories.map((story) => [story.article, story.headline])),
  }));
}

function paintOne(page: Page, { issue, jumps }: Edition): DisplayList {
  return paintPage(page, issue.paper, jumps, (picture: PlacedPicture) =>
    planPicture(picture.source, picture.crop, picture.box),
  );
}

/** What one profile shows beyond the pages: a proof its troubles, a press file its marks where the paper wants any. */
function showFor(profile: Profile, { proofs }: BuildOptions, job: PrintJob, made: MadeUp, run: Run): PrintJob {
  if (profile === 'proof') {
    const marked = markTroubles(job, made, run);
    return proofs === 'spreads' ? { ...marked, pages: imposeSpreads(marked.pages) } : marked;
  }
  return profile === 'press' && made.edition.issue.paper.press.marks ? markSheets(job, made) : job;
}

/** Size of the slug, which the printer reads and nobody else. */
const SLUG_SIZE = 7;

/** Puts printer's marks about the pages. */
function markSheets(job: PrintJob, { edition, typesetter }: MadeUp): PrintJob {
  const { issue } = edition;
  const caption = issue.paper.styles.get('caption') as TextStyle;
  const style: TextStyle = { ...caption, size: SLUG_SIZE, align: 'start', tracking: 0, transform: 'none' };
  const mark = (list: DisplayList): DisplayList =>
    paintMarks(list, `${job.paper} · ${job.date} · ${edition.name} · ${list.label}`, (text, color) =>
      typesetter.setText(text, 'caption', { ...style, color }, list.trim.width, issue.origin),
    );
  return { ...job, pages: job.pages.map(mark) };
}

/** Writes what is wrong over the pages of a proof. */
function markTroubles(job: PrintJob, { edition, typesetter }: MadeUp, run: Run): PrintJob {
  const style = edition.issue.paper.styles.get('caption') as TextStyle;
  const mark = (list: DisplayList): DisplayList => {
    const page = edition.pages.find(({ number }) => number === list.number) as Page;
    return paintTroubles(list, page, run.diagnostics, (text, measure) =>
      typesetter.setText(text, 'caption', style, measure, page.stories[0]?.head[0]?.origin ?? edition.issue.origin),
    );
  };
  return { ...job, pages: job.pages.map(mark) };
}

function convertingTools(
  { edition, session }: MadeUp,
  profile: PressProfile,
  { sha256, pictureCache, progress, inflate }: Surroundings,
  { report, stopwatch }: Run,
): ConvertingTools {
  const { press } = edition.issue.paper;
  return { session, profile, press, sha256, inflate, cache: pictureCache, progress, report, stopwatch };
}
