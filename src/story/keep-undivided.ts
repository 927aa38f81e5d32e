/**
 * Marks the words that an article wants whole at the ends of lines: all of them, its proper names, or those that it lists.
 * In: a story. Out: the same, runs split so that such words stand in runs of their own.
 *
 * A name is a word with a capital that is met at least once inside a sentence, where nothing but a name has one; at the
 * start of a sentence it is then kept whole, too. German gives every noun a capital, so there names have to be listed.
 */
import type { Undivided } from '../model/issue.js';
import type { Inline, Story, TextRun } from '../model/story.js';
import { primaryLanguage } from '../units/language.js';
import { mapTexts, textsOf } from './block-texts.js';
import { tiedWordsOf } from './tied-words.js';

/** Marks the words of one text. */
type Mark = (inline: readonly Inline[]) => readonly Inline[];

/** Marks the words of a story that its article wants whole. A story that wants none is returned as it is. */
export function keepUndivided(story: Story): Story {
  const { source, headline, deck, captions, pullquotes, blocks } = story;
  if (source.undivided === undefined) return story;
  const captionTexts = captions.flatMap(({ lead, caption }) => [lead, caption]);
  const texts = [deck, ...captionTexts, ...blocks.flatMap(textsOf)];
  const mark = markOf(source.undivided, texts, source.language);
  return {
    ...story,
    headline: mark(headline),
    deck: mark(deck),
    captions: captions.map(({ lead, caption, credit }) => ({ lead: mark(lead), caption: mark(caption), credit })),
    pullquotes: pullquotes.map((pullquote) => ({ ...pullquote, quote: mark(pullquote.quote) })),
    blocks: blocks.map((block) => mapTexts(block, mark)),
  };
}

/** What is a name is learnt from the texts given. */
function markOf(what: Undivided, texts: readonly (readonly Inline[])[], language: string): Mark {
  if (what.type === 'all') return (inline) => inline.map((run) => (run.type === 'text' ? whole(run) : run));
  const names = what.type === 'listed' ? listedWords(what.names) : metNames(texts, language);
  return (inline) => inline.flatMap((run): readonly Inline[] => (run.type === 'text' ? splitRun(run, names) : [run]));
}

function whole(run: TextRun): TextRun {
  return { ...run, undivided: true };
}

/** The words of the names, as listed and in capitals. */
function listedWords(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.split(/\s+/)).filter((word) => word !== '');
  return new Set(words.flatMap((word) => [bare(word), bare(word).toUpperCase()]));
}

const CAPITALISED = /(?<!\p{L})\p{Lu}[\p{L}\p{M}\u00ad'’-]*/gu;

function metNames(texts: readonly (readonly Inline[])[], language: string): ReadonlySet<string> {
  const titles = new Set(tiedWordsOf(primaryLanguage(language)).titles);
  const names = new Set<string>();
  for (const text of texts) {
    const words = text.map((run) => (run.type === 'text' ? run.text : ' ')).join('');
    for (const { 0: word, index } of words.matchAll(CAPITALISED)) {
      if (!startsSentence(words, index, titles)) names.add(bare(word));
    }
  }
  return names;
}

/** Characters before a word that tell whether a sentence starts with it. */
const LOOK_BACK = 24;
const SENTENCE_END = /(?:^|[.!?…:][)\]"'”’»]*)[\s([“„«‚‘"'–—]*$/u;
const OPENING_QUOTE = /[“„«‚‘"'([]\s?$/;
const ABBREVIATION = /(?:^|\s)(\S+\.)\s$/;

function startsSentence(text: string, at: number, titles: ReadonlySet<string>): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const abbreviation = ABBREVIATION.exec(before)?.[1];
  if (abbreviation !== undefined && (titles.has(abbreviation) || /^(?:\p{Lu}\.)+$/u.test(abbreviation))) return false;
  return SENTENCE_END.test(before) || OPENING_QUOTE.test(before);
}

/** A word without soft hyphens and the genitive. */
function bare(word: string): string {
  return word.replaceAll('\u00ad', '').replace(/['’](?:s)?$/, '');
}

/** Parts a run so that every word with a name in it is a run that is not divided. */
function splitRun(run: TextRun, names: ReadonlySet<string>): readonly TextRun[] {
  const runs: TextRun[] = [];
  let done = 0;
  for (const { 0: word, index } of run.text.matchAll(/\S+/g)) {
    if (!holdsName(word, names)) continue;
    if (index > done) runs.push({ ...run, text: run.text.slice(done, index) });
    runs.push({ ...whole(run), text: word });
    done = index + word.length;
  }
  if (done === 0) return [run];
  return done < run.text.length ? [...runs, { ...run, text: run.text.slice(done) }] : runs;
}

function holdsName(word: string, names: ReadonlySet<string>): boolean {
  for (const [name] of word.matchAll(CAPITALISED)) if (names.has(bare(name))) return true;
  return false;
}
