/**
 * Makes an issue of any number of pages for measuring: a paper, page templates and articles that fit their slots. The
 * text comes from a folder of Markdown files, shuffled sentence by sentence from a seed, so that two machines measure
 * the same issue. How much text a slot takes is measured, never guessed: `fitIssue` builds and cuts until all fits.
 *
 *   node tools/generate-issue.mjs <folder> [--pages 24] [--seed 1] [--text <folder of Markdown files>]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PAPER, TAIL_WORDS, TEMPLATES } from './bench-paper.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const TEXT_FOLDERS = ['../shared/material/prose/articles', 'issues/2026-07-08/articles'];

/** Most rounds of building and cutting; most text fits after five, and the last story after twelve or so. */
const MOST_ROUNDS = 24;

/** Rounds after which a story that is two lines short will do: between one word too few and one too many there is none better. */
const EXACT_ROUNDS = 12;

/**
 * Writes an issue of so many pages, its articles cut to measure, and gives back what it came to. The same settings
 * give the same files.
 */
export function generateIssue({ folder, pages, seed = 1, textFolder = findTextFolder() }) {
  const streams = openStreams(textFolder, seed);
  const plan = planPages(pages, streams);
  writePaper(folder);
  writeManifest(folder, plan);
  const stories = fitIssue(folder, plan);
  return { articles: stories.length, words: stories.reduce((sum, story) => sum + story.words, 0) };
}

/** Puts two neighbouring words of an article in the other order: a change that a person might make. Undone by a second. */
export function changeArticle(folder, article = 'story-001') {
  const path = join(folder, 'articles', `${article}.md`);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^(---\n[\s\S]*?---\n\n\S+ )(\S+) (\S+)/, '$1$3 $2'));
}

function findTextFolder() {
  const found = TEXT_FOLDERS.map((folder) => join(root, folder)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`there is no text in ${TEXT_FOLDERS.join(' or ')}`);
  return found;
}

function writePaper(folder) {
  const paper = join(folder, 'templates', 'bench');
  mkdirSync(join(paper, 'pages'), { recursive: true });
  mkdirSync(join(folder, 'articles'), { recursive: true });
  writeFileSync(join(paper, 'paper.yaml'), PAPER);
  for (const [name, { yaml }] of Object.entries(TEMPLATES)) writeFileSync(join(paper, 'pages', `${name}.yaml`), yaml);
}

/**
 * Which template each page has, and an article for each of its slots. The first page of a pair lets its lead go on in
 * the second.
 */
function planPages(count, streams) {
  const articles = [];
  const pages = Array.from({ length: count }, (_, index) => {
    const template = index === 0 ? 'front' : index % 4 === 3 ? 'seven' : 'six';
    const starts = index % 2 === 0 && index + 1 < count;
    const slots = new Map();
    for (const [slot, words] of Object.entries(TEMPLATES[template].slots)) {
      const article = { id: `story-${String(articles.length + 1).padStart(3, '0')}`, words };
      articles.push(article);
      slots.set(slot, article.id);
    }
    return { number: index + 1, template, slots, starts };
  });
  for (const page of pages) if (page.starts) continueLead(page, pages[page.number], articles);
  for (const [index, article] of articles.entries()) article.source = streams(index);
  return { pages, articles };
}

/** Lets the lead of a page go on in the tail of the next, and makes it as much longer. */
function continueLead(page, next, articles) {
  const lead = page.slots.get('lead');
  next.slots.set('tail', { continue: lead });
  const article = articles.find(({ id }) => id === lead);
  article.words += TAIL_WORDS;
  article.parts = 2;
}

function writeManifest(folder, plan) {
  const lines = ['paper: bench', 'date: 2026-07-08', 'number: 1', 'pages:'];
  for (const { number, template, slots } of plan.pages) {
    lines.push(`  ${number}:`, `    template: ${template}`, '    slots:');
    for (const [slot, content] of slots) {
      lines.push(`      ${slot}: ${typeof content === 'string' ? content : `{ continue: ${content.continue} }`}`);
    }
  }
  writeFileSync(join(folder, 'issue.yaml'), `${lines.join('\n')}\n`);
}

/**
 * Builds, reads in the report how many words each story is over or under, cuts or adds that many, and builds again:
 * until every story fills its slots. Throws where that does not come about. Then does what a desk does about warnings.
 * Gives back the stories of the last report.
 */
function fitIssue(folder, plan) {
  const searches = new Map(plan.articles.map((article) => [article.id, { ...article, fits: 0, over: Infinity }]));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const report = buildWith(folder, searches);
    const missing = round < EXACT_ROUNDS ? 0 : 2;
    const unsettled = report.stories.filter((story) => !settle(searches.get(story.article), story, missing));
    if (unsettled.length === 0) return tidyStories(folder, searches, refuseErrors(report)).stories;
  }
  throw new Error(`the articles in ${folder} do not come to fit in ${MOST_ROUNDS} rounds`);
}

function buildWith(folder, searches) {
  for (const search of searches.values()) writeArticle(folder, search);
  return checkIssue(folder);
}

/** Most rounds that are spent on stories that the report warns of. */
const TIDY_ROUNDS = 24;

/** What a desk mends by changing the text a little. */
const UNTIDY = new Set(['widow-orphan', 'unlevel-legs', 'underset', 'overset']);

/**
 * Starts a story a sentence later and ends it a word earlier, round after round, while the report warns of lone lines or
 * legs that are not level. A story that this does not mend keeps the words that it had.
 */
function tidyStories(folder, searches, settled) {
  const full = new Map([...searches].map(([id, { words }]) => [id, words]));
  let report = settled;
  for (let round = 1; round <= TIDY_ROUNDS && untidyStories(report).size > 0; round += 1) {
    for (const id of untidyStories(report)) {
      Object.assign(searches.get(id), { words: Math.max(1, full.get(id) - round), skipped: round });
    }
    report = buildWith(folder, searches);
  }
  if (untidyStories(report).size === 0) return report;
  for (const id of untidyStories(report)) Object.assign(searches.get(id), { words: full.get(id), skipped: 0 });
  return refuseErrors(buildWith(folder, searches));
}

function untidyStories({ diagnostics }) {
  const untidy = diagnostics.filter(({ code }) => UNTIDY.has(code));
  return new Set(untidy.map(({ message }) => /"(story-\d+)"/.exec(message)?.[1]).filter(Boolean));
}

/**
 * Narrows the number of words that a story may have: from both sides once it was both too short and too long. True where
 * the story is right as it was written: full, or at most `linesMissing` lines short. Full is what a desk cuts to, and
 * legs of a story that is not cannot all end on the same line.
 */
function settle(search, { fit, slots }, linesMissing) {
  // A story that is in only because it was set tighter is cut, too: a desk has no reason to leave it so.
  const tooLong = fit.lines > 0 || fit.tracking < 0;
  if (tooLong) search.over = Math.min(search.over, search.words);
  else search.fits = Math.max(search.fits, search.words);
  const missing = slots.length < (search.parts ?? 1) ? TAIL_WORDS : 0;
  const full = !tooLong && missing === 0 && fit.lines >= -linesMissing;
  if (full || (!tooLong && search.over - search.fits <= 1)) return true;
  if (search.fits > 0 && search.over < Infinity) search.words = Math.floor((search.fits + search.over) / 2);
  else
    search.words = Math.max(1, search.words + missing - (tooLong ? Math.max(fit.words, 2) : Math.min(fit.words, -2)));
  return false;
}

function refuseErrors(report) {
  const error = report.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  if (error !== undefined) throw new Error(`the generated issue is at fault: ${JSON.stringify(error)}`);
  return report;
}

function checkIssue(folder) {
  const file = join(folder, 'report.json');
  const args = [join(root, 'bin', 'broadsheet'), 'check', folder, '--report', file, '--quiet'];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!existsSync(file)) throw new Error(`no report of ${folder}: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeArticle(folder, { id, words, skipped = 0, source }) {
  writeFileSync(join(folder, 'articles', `${id}.md`), source(words, skipped));
}

/**
 * Reads all text as sentences and gives, for each article's number, a function that writes the article with so many
 * words. A longer writing starts with the shorter one's words, so that cutting and adding happens at the end alone; but
 * so many sentences may be skipped at the start.
 */
function openStreams(textFolder, seed) {
  const sentences = readSentences(textFolder);
  return (index) => {
    const random = mulberry32(seed * 100_003 + index);
    const draw = () => sentences[Math.floor(random() * sentences.length)];
    const head = draw();
    const drawn = [];
    return (words, skipped) => {
      const wordsFrom = () => drawn.slice(skipped).reduce((sum, sentence) => sum + sentence.length, 0);
      while (wordsFrom() < words) drawn.push(draw());
      return composeArticle(head, cutTo(drawn.slice(skipped), words), index);
    };
  };
}

function readSentences(textFolder) {
  const files = readdirSync(textFolder).filter((name) => name.endsWith('.md'));
  const sentences = files.sort().flatMap((name) => sentencesOf(readFileSync(join(textFolder, name), 'utf8')));
  if (sentences.length < 20) throw new Error(`too little text in ${textFolder}`);
  return sentences;
}

/** Plain sentences of 5 to 40 words, each a list of words. Heads, lists, front matter and markup are left out. */
function sentencesOf(markdown) {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const paragraphs = body.split(/\n\s*\n/).filter((block) => /^["'“‘A-Z]/.test(block) && !/[*_[\]<>`#|]/.test(block));
  return paragraphs
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').match(/[A-Z“"][^.!?]*[.!?]["”’]?/g) ?? [])
    .map((sentence) => sentence.trim().split(' '))
    .filter((words) => words.length >= 5 && words.length <= 40);
}

const SENTENCES_A_PARAGRAPH = 3;
const PARAGRAPHS_A_CROSSHEAD = 4;

function composeArticle(head, body, index) {
  const blocks = [];
  for (let at = 0; at < body.length; at += SENTENCES_A_PARAGRAPH) {
    const paragraph = at / SENTENCES_A_PARAGRAPH;
    const isCrosshead = paragraph > 0 && paragraph % PARAGRAPHS_A_CROSSHEAD === 0;
    if (isCrosshead && body.length - at > SENTENCES_A_PARAGRAPH) blocks.push(`#### ${headOf(body[at], 2)}`);
    blocks.push(
      body
        .slice(at, at + SENTENCES_A_PARAGRAPH)
        .map((sentence) => sentence.join(' '))
        .join(' '),
    );
  }
  const front = [`headline: ${JSON.stringify(headOf(head, 5))}`, `byline: Writer ${index + 1}`];
  return `---\n${front.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`;
}

/** The first so many words of some sentences; the last sentence is cut and ends in a full stop. */
function cutTo(sentences, words) {
  const kept = [];
  let left = words;
  for (const sentence of sentences) {
    if (left <= 0) break;
    const part = sentence.slice(0, left);
    left -= part.length;
    kept.push(part.length === sentence.length ? part : [...part.slice(0, -1), `${bare(part.at(-1))}.`]);
  }
  return kept;
}

function headOf(sentence, words) {
  return sentence
    .map(bare)
    .filter((word) => word.length > 1 && word.length < 12)
    .slice(0, words)
    .join(' ');
}

function bare(word) {
  return word.replace(/[^A-Za-z0-9’-]/g, '');
}

/** A small random generator of known quality, for a shuffle that is the same everywhere (Tommy Ettinger, mulberry32). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function main() {
  const options = {
    pages: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
    text: { type: 'string' },
  };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('name the folder to write to');
  console.log(
    generateIssue({ folder, pages: Number(values.pages), seed: Number(values.seed), textFolder: values.text }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
