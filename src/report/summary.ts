/** The end of a build in a few lines: what was set, how it came out, what was written. Fits on one screen, always. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Edition, StoryOutcome } from '../model/edition.js';
import { isoDate } from '../model/issue.js';
import type { OutputRecord, ReportExtras } from './describe-report.js';

/** Kinds of trouble named one by one; the rest are counted together. */
const MOST_CODES = 4;
const MOST_STORIES = 5;
const MOST_OUTPUTS = 4;

/** Summarises a finished build as lines of text without line feeds; at most 15 of them. */
export function summariseBuild(edition: Edition, extras: ReportExtras): readonly string[] {
  return [
    titleOf(edition),
    `  set      ${whatWasSet(edition)}`,
    `  leads    ${whatLeads(edition)}`,
    ...misfits(edition.stories),
    `  trouble  ${describeTrouble(extras.diagnostics)}`,
    ...shorten(extras.outputs.map(describeOutput), MOST_OUTPUTS, 'files').map((line) => `  wrote    ${line}`),
  ];
}

function titleOf({ issue, name }: Edition): string {
  return `${issue.paper.name}, ${isoDate(issue.date)}, no. ${issue.number}, ${name} edition`;
}

function whatWasSet({ pages, stories }: Edition): string {
  const words = stories.reduce((sum, story) => sum + story.words, 0);
  const lines = stories.reduce((sum, story) => sum + story.lines, 0);
  return [
    count(pages.length, 'page'),
    count(stories.length, 'story', 'stories'),
    count(words, 'word'),
    count(lines, 'line'),
  ].join(', ');
}

function whatLeads({ jumps, refers }: Edition): string {
  return `${count(jumps.length, 'jump')}, ${count(refers.length, 'refer')}`;
}

/** The stories that do not fit, the worst first, each with what it is over or under. */
function misfits(stories: readonly StoryOutcome[]): readonly string[] {
  const worst = stories
    .filter(({ fit }) => fit.lines !== 0)
    .sort((a, b) => Math.abs(b.fit.lines) - Math.abs(a.fit.lines))
    .map(describeMisfit);
  return shorten(worst, MOST_STORIES, 'stories').map((line) => `  fit      ${line}`);
}

function describeMisfit({ article, fit }: StoryOutcome): string {
  const amount = `${count(Math.abs(fit.lines), 'line')} ${fit.lines > 0 ? 'over' : 'under'}`;
  return `${article}: ${amount} (about ${count(Math.abs(fit.words), 'word')})`;
}

/** "2 errors (overset 2), 3 warnings (loose-line 2, underset)", the most frequent codes first. */
function describeTrouble(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'none';
  return (['error', 'warning'] as const)
    .map((severity) => ({ severity, found: diagnostics.filter((diagnostic) => diagnostic.severity === severity) }))
    .filter(({ found }) => found.length > 0)
    .map(({ severity, found }) => `${count(found.length, severity)} (${countCodes(found)})`)
    .join(', ');
}

function countCodes(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  const named = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, times]) => (times === 1 ? code : `${code} ${times}`));
  return shorten(named, MOST_CODES, 'kinds').join(', ');
}

function describeOutput({ file, bytes }: OutputRecord): string {
  return `${file} (${formatBytes(bytes)})`;
}

/** At most `most` entries, the last of which tells how many more there are. */
function shorten(entries: readonly string[], most: number, noun: string): readonly string[] {
  if (entries.length <= most) return entries;
  return [...entries.slice(0, most - 1), `and ${entries.length - most + 1} more ${noun}`];
}

/** A number with its noun, thousands parted: "48,012 words". */
function count(number: number, one: string, several = `${one}s`): string {
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${number === 1 ? one : several}`;
}

function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
