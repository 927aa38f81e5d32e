import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/model/story.js';
import { firstText, read } from './fixtures.js';

/** Runs as `text`, `text{de}`, `text{caps}`. */
function spans(markdown: string): string {
  const { story, diagnostics } = read(markdown);
  expect(diagnostics).toEqual([]);
  return firstText(story).map(shown).join('·');
}

function shown(run: Inline): string {
  if (run.type === 'break') return '/';
  const marks = [run.language, run.smallCaps && 'caps', run.emphasis && 'em'].filter((mark) => mark);
  return marks.length === 0 ? run.text : `${run.text}{${marks.join(' ')}}`;
}

describe('a span', () => {
  it.each([
    ['gives its words a language', 'the [Zeitgeist]{lang=de} of it', 'the ·Zeitgeist{de}· of it'],
    ['may have its language in quotation marks', '[mot juste]{lang="fr-CA"}', 'mot juste{fr-CA}'],
    ['sets its words in small capitals', 'said [NATO]{.smallcaps}.', 'said ·NATO{caps}·.'],
    ['may say both', '[NATO]{lang=de .smallcaps}', 'NATO{de caps}'],
    ['may hold emphasis', '[the *Zeit* today]{lang=de}', 'the {de}·Zeit{de em}· today{de}'],
    ['may stand in emphasis', '*the [Zeit]{lang=de}*', 'the {em}·Zeit{de em}'],
    ['may hold a span, which has the last word', '[ein [mot]{lang=fr} da]{lang=de}', 'ein {de}·mot{fr}· da{de}'],
    ['may hold brackets', '[a [sic] b]{lang=de}', 'a [sic] b{de}'],
    ['may hold a hard break', '[a\\\nb]{lang=de}', 'a{de}·/·b{de}'],
    ['may be followed by another', '[a]{lang=de} [b]{lang=fr}', 'a{de}· ·b{fr}'],
  ])('%s', (_, markdown, expected) => {
    expect(spans(markdown)).toBe(expected);
  });

  it.each([
    ['brackets', 'he [sic] said [so]'],
    ['braces of another kind', 'a [b]{c} and [d]{e=f}'],
    ['braces without brackets', 'a]{lang=de}'],
    ['a bracket that is never closed', 'a [b {lang=de}'],
    ['braces apart from their brackets', '[a] {lang=de}'],
  ])('is not %s', (_, markdown) => {
    expect(spans(markdown)).toBe(markdown);
  });

  it('is not code', () => {
    expect(firstText(read('`[a]{lang=de}`').story)).toMatchObject([{ text: '[a]{lang=de}', code: true }]);
  });

  it('leaves a link what it is', () => {
    expect(firstText(read('[a [b]{lang=de}](http://c.example)').story)).toMatchObject([
      { text: 'a ', link: 'http://c.example' },
      { text: 'b', link: 'http://c.example', language: 'de' },
    ]);
  });

  it('serves in heads and captions, too', () => {
    const { story } = read('Text.', { deck: 'The [Zeitgeist]{lang=de}' });
    expect(story.deck).toMatchObject([{ text: 'The ' }, { text: 'Zeitgeist', language: 'de' }]);
  });

  it.each(['lang=klingon!', 'lang=', '.smalcaps', 'lang=de .bold'])(
    'with the attribute {%s} is told, and stays in the text',
    (attribute) => {
      const { story, diagnostics } = read(`Now [a]{${attribute}}.`);
      expect(firstText(story)).toMatchObject([{ text: `Now [a]{${attribute}}.` }]);
      expect(diagnostics).toMatchObject([
        {
          code: 'unsupported-markdown',
          origin: { line: 5 },
          hint: 'write [words]{lang=de} with a language tag, or [words]{.smallcaps}',
        },
      ]);
    },
  );
});
