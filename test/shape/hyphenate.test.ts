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
    ['en-US', 'hy-phen-ation con-cate-na-tion gov-ern-ment news-pa-per su-per-cal-ifrag-ilis-tic knowl-edge ta-ble'],
    ['en-GB', 'hy-phen-a-tion con-cat-en-a-tion gov-ern-ment news-pa-per pho-to-graph know-ledge table'],
    ['de', 'schiff-fahrt be-am-ten-tum zei-tungs-pa-pier stra-ßen-bahn zu-cker fens-ter men-schen öf-fent-lich-keit'],
    ['fr', 'ad-mi-nis-tra-tion gou-ver-ne-ment jour-nal qu’im-mé-dia-te-ment océan mon-tagne ré-pu-blique chaque'],
    ['es', 'go-bierno pe-rió-di-co im-pren-ta cons-ti-tu-ción ca-lle pe-rro gui-ta-rra no-che aé-reo'],
    ['it', 'gior-na-le go-ver-no co-sti-tu-zio-ne del-l’u-ni-ver-si-tà pa-sto ma-glia si-gno-ra ac-qua aiu-to'],
    ['pt', 'go-verno jor-nal im-prensa cons-ti-tu-i-ção carro fi-lho ci-dade água'],
    ['nl', 're-ge-ring kran-ten-pa-pier grond-wet bur-ge-mees-ter vrij-heid scha-pen open-baar'],
    ['sv', 'tid-ning re-ge-ring grund-lag riks-da-gen sam-häl-le flic-ka ut-bild-ning'],
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
  ])('in %s cuts the exceptions where TeX does, with as many letters left', (language, words) => {
    const shown = words.split(' ').map((word) => hyphenated(word.replaceAll('-', ''), language));
    expect(shown.join(' ')).toBe(words);
  });

  it('takes the apostrophe of print for that of the patterns', () => {
    expect(hyphenated("l'administration", 'fr')).toBe("l'ad-mi-nis-tra-tion");
    expect(hyphenated('l’administration', 'fr')).toBe('l’ad-mi-nis-tra-tion');
  });

  it.each(LANGUAGES)('in %s leaves as many letters as its readers are used to, whatever the word', (language) => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéß');
    const after = /^(?:en|fr|pt)/.test(language) ? 3 : 2;
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 70 }), (word) => {
        const offsets = hyphenator(language).hyphenate(word);
        const rising = [...offsets].sort((a, b) => a - b);
        expect(offsets).toEqual(rising);
        for (const offset of offsets) {
          expect(offset).toBeGreaterThanOrEqual(2);
          expect(word.length - offset).toBeGreaterThanOrEqual(after);
        }
      }),
    );
  });

  it('parts no Dutch vowels at a diaeresis, which would have to go', () => {
    expect(hyphenated('ideeën', 'nl')).toBe('ideeën');
    expect(hyphenated('industrieën', 'nl')).toBe('in-du-strieën');
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

describe('the paper’s own breaks', () => {
  const own = [
    {
      language: 'en',
      words: new Map([
        ['skerrow', [4]],
        ['government', []],
      ]),
    },
    {
      language: 'en-GB',
      words: new Map([
        ['courier', [4]],
        ['skerrow', [2, 4]],
      ]),
    },
    { language: 'fi', words: new Map([['kirjasto', [3, 6]]]) },
  ] as const;
  const load = () => loadHyphenation(['en-GB', 'en-US', 'de', 'fi'], own);
  const shown = async (word: string, language: string) => {
    const points = findBreaks(word, NO_MARKS, (await load()).get(language));
    return [0, ...points.map(({ offset }) => offset), word.length]
      .map((at, index, all) => (index === 0 ? '' : word.slice(all[index - 1], at)))
      .slice(1)
      .join('-');
  };

  it.each([
    ['as they are written', 'courier', 'cour-ier'],
    ['with a capital', 'Courier', 'Cour-ier'],
    ['in capitals, which are not broken otherwise', 'COURIER', 'COUR-IER'],
    ['within punctuation', '“Courier,”', '“Cour-ier,”'],
    ['in the genitive', 'Courier’s', 'Cour-ier’s'],
  ])('hold for a word %s', async (_, word, breaks) => {
    expect(await shown(word, 'en-GB')).toBe(breaks);
  });

  it('are those of the nearest tag', async () => {
    expect([await shown('skerrow', 'en-GB'), await shown('skerrow', 'en-US')]).toEqual(['sk-er-row', 'sker-row']);
    expect(await shown('courier', 'en-US')).toBe('courier');
  });

  it('leave a word whole that is listed without breaks', async () => {
    expect(await shown('government', 'en-GB')).toBe('government');
    expect(await shown('governments', 'en-GB')).toBe('gov-ern-ments');
  });

  it('are not those of another language', async () => {
    expect(await shown('Government', 'de')).not.toBe('Government');
  });

  it('serve a language that has no patterns', async () => {
    expect([await shown('kirjasto', 'fi'), await shown('helsinkiläinen', 'fi')]).toEqual([
      'kir-jas-to',
      'helsinkiläinen',
    ]);
  });

  it('give way to soft hyphens in the text', async () => {
    const marks = { ...NO_MARKS, soft: [2] };
    expect(findBreaks('courier', marks, (await load()).get('en-GB')).map(({ offset }) => offset)).toEqual([2]);
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
