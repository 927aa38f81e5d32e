import type { Inline, Story } from '../model/story.js';
import { textsOf } from './block-texts.js';

/** The languages of a story's runs that are not the article's own: BCP 47 tags, each once. */
export function runLanguages(story: Story): ReadonlySet<string> {
  const { kicker, headline, deck, byline, role, dateline, captions, pullquotes, blocks } = story;
  const texts = [
    ...[kicker, headline, deck, byline, role, dateline],
    ...captions.flatMap(({ lead, caption, credit }) => [lead, caption, credit]),
    ...pullquotes.flatMap(({ quote, by }) => [quote, by]),
    ...blocks.flatMap(textsOf),
  ];
  const languages = new Set<string>();
  for (const text of texts) for (const run of text) addLanguage(run, languages);
  return languages;
}

function addLanguage(run: Inline, languages: Set<string>): void {
  if (run.type === 'text' && run.language !== undefined) languages.add(run.language);
}
