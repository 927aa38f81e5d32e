import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBreaks, NO_MARKS } from '../../src/shape/find-breaks.js';
import { type Hyphenator, loadHyphenation } from '../../src/shape/load-hyphenation.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEX = fileURLToPath(new URL('../../../shared/material/tex-linebreaks/tex-linebreaks.json', import.meta.url));
const LANGUAGES = ['en-GB', 'en-US', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv'];
const hyphenation = await loadHyphenation(LANGUAGES);

function hyphenator(language: string): Hyphenator {
  return hyphenation.get(language) as Hyphenator;
}

/** A word with its hyphenation points shown. */
function hyphenated(word: string, language: string): string {
  const offsets = [0, ...hyphenator(language).hyphenate(word), word.length];
  return offsets
    .slice(1)
    .map((end, index) => word.slice(offsets[index], end))
    .join('-');
}

describe('hyphenation', () => {
  it.each([
    ['en-US', 'hy-phen-ation con-cate-na-tion gov-ern-ment news-pa-per su-per-cal-ifrag-ilis-tic'],
    ['en-GB', 'hy-phen-a-tion con-cat-en-a-tion gov-ern-ment news-pa-per pho-to-graph'],
    ['de', 'schiff-fahrt be-am-ten-tum zei-tungs-pa-pier stra-ßen-bahn'],
    ['fr', 'ad-mi-nis-tra-tion gou-ver-ne-ment jour-nal qu’im-mé-dia-te-ment'],
    ['es', 'go-bierno pe-rió-dico im-prenta cons-ti-tu-ción'],
    ['it', 'gior-nale go-verno co-sti-tu-zione del-l’u-ni-ver-sità'],
    ['pt', 'go-verno jor-nal im-prensa cons-ti-tu-i-ção'],
    ['nl', 're-ge-ring kran-ten-pa-pier grond-wet'],
    ['sv', 'tid-ning re-ge-ring grund-lag'],
  ])('in %s breaks words where its patterns say', (language, words) => {
    const shown = words.split(' ').map((word) => hyphenated(word.replaceAll('-', ''), language));
    expect(shown.join(' ')).toBe(words);
  });

  it.each([
    ['en-US', 'as-so-ciate dec-li-na-tion oblig-a-tory phil-an-thropic present project reci-procity'],
    ['en-US', 're-cog-ni-zance ref-or-ma-tion ret-ri-bu-tion ta-ble'],
    ['en-GB', 'uni-ver-sity how-ever ma-nu-script re-ci-pro-city through-out some-thing'],
    ['pt', 'hard-ware soft-ware'],
    ['nl', 'aan-dachts-trek-ker'],
  ])('in %s cuts the exceptions where TeX does, with three letters after', (language, words) => {
    const shown = words.split(' ').map((word) => hyphenated(word.replaceAll('-', ''), language));
    expect(shown.join(' ')).toBe(words);
  });

  it('takes the apostrophe of print for that of the patterns', () => {
    expect(hyphenated("l'administration", 'fr')).toBe("l'ad-mi-nis-tra-tion");
    expect(hyphenated('l’administration', 'fr')).toBe('l’ad-mi-nis-tra-tion');
  });

  it.each(LANGUAGES)('in %s leaves two letters before and three after, whatever the word', (language) => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéß');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 70 }), (word) => {
        const offsets = hyphenator(language).hyphenate(word);
        const rising = [...offsets].sort((a, b) => a - b);
        expect(offsets).toEqual(rising);
        for (const offset of offsets) {
          expect(offset).toBeGreaterThanOrEqual(2);
          expect(word.length - offset).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('leaves words of more than 60 letters alone', () => {
    expect(hyphenator('en-US').hyphenate('hyphenation'.repeat(6))).toEqual([]);
  });

  it('knows a language by its tag', async () => {
    const loaded = await loadHyphenation(['en', 'en-AU', 'en-Latn-US', 'de-CH', 'fa', 'xx']);
    expect([...loaded.keys()]).toEqual(['en', 'en-AU', 'en-Latn-US', 'de-CH']);
    const points = (language: string) => loaded.get(language)?.hyphenate('reformation').join();
    expect([points('en'), points('en-AU'), points('en-Latn-US')]).toEqual(['3,5,7', '2,6,7', '3,5,7']);
  });

  it('has patterns that are those of the package, packed', () => {
    const check = () => execFileSync(process.execPath, ['tools/pack-hyphenation.mjs', '--check'], { cwd: ROOT });
    expect(check).not.toThrow();
  });
});

interface TexParagraph {
  readonly id: string;
  readonly text: string;
  readonly opportunities: readonly { readonly at: number; readonly kind: 'hyphenation' | 'explicit-hyphen' }[];
}

/**
 * The reference was set with Knuth's hyphen.tex of 4,447 patterns. The package has ushyphmax.tex, which adds 491 found
 * since: `.congr5`, `.heroe3`, `nkrup3` and `.hono3` allow four breaks more, `.ev2` forbids one.
 */
const ONLY_WITH_NEWER_PATTERNS = ['Con|gress', 'Con|gress', 'bank|ruptcies', 'ho|nourableness', 'he|roes'];
const ONLY_WITH_OLDER_PATTERNS = ['ev|ery'];

describe.skipIf(!existsSync(TEX))('against what TeX may break (skipped where the test material is absent)', () => {
  const { paragraphs } = (existsSync(TEX) ? JSON.parse(readFileSync(TEX, 'utf8')) : { paragraphs: [] }) as {
    paragraphs: readonly TexParagraph[];
  };
  const ours = paragraphs.flatMap((paragraph) => ownBreaks(paragraph));
  const texs = paragraphs.flatMap((paragraph) =>
    paragraph.opportunities.map(({ at, kind }) => ({ paragraph, at, kind })),
  );
  const missingIn = (some: typeof texs, others: typeof texs) =>
    others.filter(
      ({ paragraph, at, kind }) => !some.some((o) => o.paragraph === paragraph && o.at === at && o.kind === kind),
    );

  it('the reference has several hundred places', () => {
    expect(texs.length).toBeGreaterThan(500);
  });

  it('every place of TeX is ours, but for what newer patterns forbid', () => {
    expect(missingIn(ours, texs).map(shownBreak)).toEqual(ONLY_WITH_OLDER_PATTERNS);
  });

  it('every place of ours is TeX’s, but for what newer patterns allow', () => {
    expect(missingIn(texs, ours).map(shownBreak).sort()).toEqual([...ONLY_WITH_NEWER_PATTERNS].sort());
  });

  it('beyond TeX, dashes between words are the only places', () => {
    const dashes = paragraphs.flatMap((paragraph) => ownBreaks(paragraph, 'dash'));
    expect(dashes.length).toBe(5);
    for (const { paragraph, at } of dashes) expect(paragraph.text[at - 1]).toBe('—');
  });
});

type Kind = 'hyphenation' | 'explicit-hyphen' | 'dash';
interface Place {
  readonly paragraph: TexParagraph;
  readonly at: number;
  readonly kind: Kind;
}

function ownBreaks(paragraph: TexParagraph): { paragraph: TexParagraph; at: number; kind: Exclude<Kind, 'dash'> }[];
function ownBreaks(paragraph: TexParagraph, kind: 'dash'): Place[];
function ownBreaks(paragraph: TexParagraph, wanted?: 'dash'): Place[] {
  const places: Place[] = [];
  for (const match of paragraph.text.matchAll(/\S+/g)) {
    for (const { offset, addsHyphen, flagged } of findBreaks(match[0], NO_MARKS, hyphenator('en-US'))) {
      const kind = addsHyphen ? 'hyphenation' : flagged ? 'explicit-hyphen' : 'dash';
      if ((kind === 'dash') === (wanted === 'dash')) places.push({ paragraph, at: match.index + offset, kind });
    }
  }
  return places;
}

/** The word around a place, with a stroke where it breaks. */
function shownBreak({ paragraph, at }: Place): string {
  const before = /\p{L}*$/u.exec(paragraph.text.slice(0, at))?.[0];
  const after = /^\p{L}*/u.exec(paragraph.text.slice(at))?.[0];
  return `${before}|${after}`;
}
