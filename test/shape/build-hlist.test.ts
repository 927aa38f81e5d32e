import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { BOX, GLUE, type HList, type HWord, INFINITE_PENALTY, PENALTY } from '../../src/model/hlist.js';
import type { Align } from '../../src/model/style.js';
import type { RunStyle, StyledParagraph, StyledRun } from '../../src/model/styled.js';
import type { Shaper } from '../../src/shape/create-shaper.js';
import { loadHyphenation } from '../../src/shape/load-hyphenation.js';
import { monoHList, monoParagraph } from '../fixtures/mono-shaper.js';
import { NEWS_JUSTIFICATION, testShaper, testStyle } from '../fixtures/test-faces.js';

const hyphenation = await loadHyphenation(['en-GB']);
const { shaper } = testShaper({ hyphenation });
const STYLE = testStyle();

interface Options {
  readonly align?: Align;
  readonly style?: RunStyle;
  readonly shaper?: Shaper;
  readonly report?: (diagnostic: Diagnostic) => void;
}

function paragraphOf(runs: readonly StyledRun[], align: Align = 'justify'): StyledParagraph {
  return { ...monoParagraph('', { align }), runs };
}

/** The list of a text, or of runs. */
function listOf(content: string | readonly StyledRun[], options: Options = {}): HList {
  const style = options.style ?? STYLE;
  const runs = typeof content === 'string' ? [{ type: 'text', text: content, style } as const] : content;
  const fail = (diagnostic: Diagnostic) => {
    throw new Error(diagnostic.message);
  };
  return (options.shaper ?? shaper).shapeParagraph(paragraphOf(runs, options.align), options.report ?? fail);
}

const text = (words: string, style = STYLE): StyledRun => ({ type: 'text', text: words, style });

/**
 * A list as text: fragments as they are, `_` glue, `|` a hyphenation point, `=` a written hyphen to break at, `/` another
 * place to break, `!` none, `¶` the end of a line.
 */
function shown(list: HList): string {
  let out = '';
  for (let i = 0; i < list.length; i++) {
    if (list.kind[i] === BOX) out += fragmentOf(list, i);
    else if (list.kind[i] === GLUE) out += list.width[i] === 0 ? '' : '_';
    else if (list.penalty[i] === -INFINITE_PENALTY) out = out.replace(/!$/, '¶');
    else if (list.penalty[i] === INFINITE_PENALTY) out += '!';
    else out += list.flagged[i] ? (list.width[i] ? '|' : '=') : '/';
  }
  return out;
}

/** Text of the fragment that box `i` stands for. */
function fragmentOf(list: HList, i: number): string {
  const word = wordOf(list, i);
  let end = word.text.length;
  for (let j = i + 1; j < list.length && list.word[j] === list.word[i]; j++) {
    if (list.kind[j] !== BOX) continue;
    end = list.offset[j] as number;
    break;
  }
  return word.text.slice(list.offset[i], end);
}

function wordOf(list: HList, i: number): HWord {
  return list.words[list.word[i] as number] as HWord;
}

function sumWidths(list: HList, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) if (list.kind[i] === BOX) sum += list.width[i] as number;
  return sum;
}

/** Width of a text set in the style by itself. */
function widthOf(words: string, style = STYLE): number {
  const { widthEm, glyphs } = shaper.shapeText(words, style);
  return (widthEm + (glyphs.length * style.tracking) / 1000) * style.size;
}

describe('a paragraph as a list', () => {
  it('is boxes, glue and penalties, with a fill and a forced break at the end', () => {
    const list = listOf('a government of men');
    expect(shown(list)).toBe('a_gov|ern|ment_of_men¶');
    expect([...list.kind]).toEqual([
      ...[BOX, GLUE, BOX, PENALTY, BOX, PENALTY, BOX, GLUE, BOX, GLUE, BOX],
      ...[PENALTY, GLUE, PENALTY],
    ]);
    expect([...list.penalty].slice(-3)).toEqual([INFINITE_PENALTY, 0, -INFINITE_PENALTY]);
    expect([...list.stretch].slice(-3)).toEqual([0, 1e5, 0]);
  });

  it.each([
    ['of no text has the end alone', '', '¶'],
    ['of white alone has the end alone', ' \t\n ', '¶'],
    ['takes a run of white as one space', 'a  b\n\tc', 'a_b_c¶'],
    ['drops white at its ends', '  a b  ', 'a_b¶'],
    ['never breaks at a no-break space', 'a\u00a0b', 'a!_b¶'],
    ['takes a no-break space among others as one that never breaks', 'a \u00a0 b', 'a!_b¶'],
    ['never breaks at a narrow no-break space or a figure space', 'a\u202fb\u2007c', 'a!_b!_c¶'],
    ['breaks at a thin space and others of fixed width', 'a\u2009b\u2002c', 'a_b_c¶'],
    ['takes a narrow no-break space beside a word space for both', 'a \u202fb', 'a!_b¶'],
    ['breaks freely at a space without width', 'foo\u200bbar', 'foo/bar¶'],
    ['takes no notice of marks that stand alone', 'a \u200b \u00ad b', 'a_b¶'],
    ['breaks at soft hyphens', 'gove\u00adrnment', 'gove|rnment¶'],
    ['breaks after written hyphens and dashes', 'well-known word—other', 'well-=known_word—/other¶'],
    ['leaves out direction marks and joiners of words', 'a\u200eb\u2060c\ufeffd', 'abcd¶'],
  ])('%s', (_, words, list) => {
    expect(shown(listOf(words))).toBe(list);
  });

  it('holds every character of its text but white, once and in order', () => {
    const unit = fc.constantFrom(...'abcdefgilorstuvAVTW’“”—-/.,fi \u00ad\u200b\u00a0\u200c'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (words) => {
        const list = listOf(words);
        let held = '';
        for (let i = 0; i < list.length; i++) if (list.kind[i] === BOX) held += fragmentOf(list, i);
        expect(held).toBe(words.replace(/[\s\u00ad\u200b\u200c]/g, ''));
        expect(list.words.map((word) => word.text).join('')).toBe(held);
      }),
      { numRuns: 500 },
    );
  });

  it('sets a word of twenty thousand letters', () => {
    const list = listOf(`${'x'.repeat(20_000)} end`);
    expect(list.words[0]?.text.length).toBe(20_000);
    expect(list.length).toBe(6);
  });

  it('is the same list whether the words are new or known', () => {
    const words = 'The office of the government’s “affiliates” is well-known.';
    const cold = testShaper({ hyphenation }).shaper;
    const first = listOf(words, { shaper: cold });
    const second = listOf(words, { shaper: cold });
    for (const column of [
      'kind',
      'width',
      'stretch',
      'shrink',
      'penalty',
      'flagged',
      'post',
      'word',
      'offset',
    ] as const) {
      expect([...second[column]]).toEqual([...first[column]]);
    }
    expect(second.words).toEqual(first.words);
    expect(second.words[0]).toBe(first.words[0]);
  });

  it('is not touched by the lists that are built after it', () => {
    const first = listOf('a government');
    const widths = [...first.width];
    for (let i = 0; i < 2000; i++) listOf(`other words number ${i % 10}`);
    expect([...first.width]).toEqual(widths);
    expect(shown(first)).toBe('a_gov|ern|ment¶');
  });
});

describe('hard breaks', () => {
  const br: StyledRun = { type: 'break' };

  it('fill their line and force its end', () => {
    expect(shown(listOf([text('one two'), br, text('three')]))).toBe('one_two¶three¶');
  });

  it('drop the white around them', () => {
    expect(shown(listOf([text('one '), br, text(' two')]))).toBe('one¶two¶');
  });

  it('make no empty lines', () => {
    expect(shown(listOf([br, text('one'), br, br, text('two'), br]))).toBe('one¶two¶');
  });
});

describe('widths', () => {
  it('of a whole word are those of the word shaped as one', () => {
    const list = listOf('affiliation');
    expect(shown(list)).toBe('af|fil|i|ation¶');
    expect(sumWidths(list, 0, list.length)).toBeCloseTo(widthOf('affiliation'), 9);
  });

  const HYPHENATED = 'government affiliation office difficulties Waterworks overflowing AVAILABLE Tyneside';

  it.each([
    ['', STYLE],
    ['with tracking', testStyle({ tracking: 25 })],
    ['in italics', testStyle({ face: 'textItalic' })],
    ['in a sans', testStyle({ face: 'sans', size: 8.5 })],
  ])('of lines cut at any break are exactly those of the pieces set by themselves %s', (_, style) => {
    const list = listOf(`${HYPHENATED} and/or word—Word “T—o”. gov\u00adAern\u00adVment`, { style });
    let cuts = 0;
    for (let i = 0; i < list.length; i++) {
      if (list.kind[i] !== PENALTY || (list.word[i] as number) < 0) continue;
      const word = wordOf(list, i);
      const items = Array.from({ length: list.length }, (_, k) => k).filter((k) => list.word[k] === list.word[i]);
      const [first, last] = [items[0] as number, items.at(-1) as number];
      const at = list.offset[i] as number;
      const hyphen = list.flagged[i] === 1 && (list.width[i] as number) > 0;
      const before = sumWidths(list, first, i) + (list.width[i] as number);
      const after = sumWidths(list, i, last + 1) + (list.post[i] as number);
      expect(before).toBeCloseTo(widthOf(word.text.slice(0, at) + (hyphen ? '-' : ''), style), 9);
      expect(after).toBeCloseTo(widthOf(word.text.slice(at), style), 9);
      cuts++;
    }
    expect(cuts).toBeGreaterThan(15);
  });

  it('of a break without a hyphen are nothing, whatever the kerning', () => {
    const list = listOf('word—Vater well-Vater T/Ao');
    for (let i = 0; i < list.length; i++) {
      if (list.kind[i] === PENALTY && (list.word[i] as number) >= 0) expect(list.width[i]).toBe(0);
    }
  });

  it('of spaces of fixed width are those of the face, and do not stretch', () => {
    const list = listOf('a\u202fb\u2009c\u2007d');
    const glue = [...list.kind.keys()].filter((i) => list.kind[i] === GLUE).slice(0, 3);
    expect(glue.map((i) => Math.round((list.width[i] as number) * 100) / 100)).toEqual([1.25, 1.25, 5.19]);
    for (const i of glue) expect([list.stretch[i], list.shrink[i]]).toEqual([0, 0]);
  });

  it('of spaces of fixed width are those of Unicode where the face does not have them', () => {
    const list = listOf('a\u2004b\u2007c\u2008d', { style: testStyle({ face: 'nameplate' }) });
    const glue = [...list.kind.keys()].filter((i) => list.kind[i] === GLUE).slice(0, 3);
    const [third, figure, stop] = glue.map((i) => list.width[i]);
    const width = (words: string) => widthOf(words, testStyle({ face: 'nameplate' }));
    expect(third).toBeCloseTo(10 / 3, 9);
    expect(figure).toBeCloseTo(width('0'), 9);
    expect(stop).toBeCloseTo(width('.'), 9);
  });

  it('of spaces are those of the face, stretched and shrunk as the paper allows', () => {
    const list = listOf('a b');
    const space = shaper.spaceEm('text') * 10;
    expect(space).toBeGreaterThan(2);
    expect(list.width[1]).toBeCloseTo(space, 12);
    expect(list.stretch[1]).toBeCloseTo(space * 0.5, 12);
    expect(list.shrink[1]).toBeCloseTo(space * 0.25, 12);
  });

  it('of boxes give what glyph scaling and letter space allow', () => {
    const list = listOf('office');
    const { letterSpace, glyphScale } = NEWS_JUSTIFICATION;
    expect(shown(list)).toBe('of|fice¶');
    const width = widthOf('office');
    const stretch = (list.stretch[0] as number) + (list.stretch[2] as number);
    const shrink = (list.shrink[0] as number) + (list.shrink[2] as number);
    // o ffi c e: four glyphs.
    expect(stretch).toBeCloseTo(width * (glyphScale.max - 1) + 4 * letterSpace.max * 10, 9);
    expect(shrink).toBeCloseTo(width * (1 - glyphScale.min) - 4 * letterSpace.min * 10, 9);
  });

  it('of ragged text neither stretch nor shrink', () => {
    const list = listOf('a government', { align: 'start' });
    const inner = list.length - 2;
    expect([...list.stretch.subarray(0, inner)]).toEqual(new Array(inner).fill(0));
    expect([...list.shrink]).toEqual(new Array(list.length).fill(0));
  });

  it('count tracking after every glyph, spaces too', () => {
    const tracked = listOf('ab c', { style: testStyle({ tracking: 50 }) });
    const plain = listOf('ab c');
    expect((tracked.width[0] as number) - (plain.width[0] as number)).toBeCloseTo(2 * 0.5, 12);
    expect((tracked.width[1] as number) - (plain.width[1] as number)).toBeCloseTo(0.5, 12);
  });

  it('agree with those of mono type for a face without kerning', () => {
    // A face that cannot be opened is a blank of half an em a character, as mono type is.
    const mono = testShaper({ hyphenation, bytes: { blank: new Uint8Array(20) } }).shaper;
    const style = testStyle({ face: 'blank', language: 'xx' });
    const own = listOf('two hy\u00adphen\u00adated words, well-known ones', { style, shaper: mono, align: 'start' });
    const reference = monoHList('two hy|phen|ated words, well-known ones', { size: 10, align: 'start' });
    for (const column of ['kind', 'width', 'stretch', 'shrink', 'penalty', 'flagged', 'word', 'offset'] as const) {
      expect([...own[column]]).toEqual([...reference[column]]);
    }
  });
});

describe('words where styles meet', () => {
  const italic = testStyle({ face: 'textItalic' });

  it('stand side by side with no break between', () => {
    expect(shown(listOf([text('gone', italic), text(', he'), text(' said')]))).toBe('gone,_he_said¶');
  });

  it('may break after a dash that ends the first', () => {
    expect(shown(listOf([text('gone—'), text('away', italic)]))).toBe('gone—/away¶');
    expect(shown(listOf([text('gone— '), text('away', italic)]))).toBe('gone—_away¶');
  });

  it('have the space of the style in which it was written', () => {
    const wide = testStyle({ size: 20 });
    const list = listOf([text('a '), text('b', wide), text(' c', wide)]);
    expect((list.width[3] as number) / (list.width[1] as number)).toBeCloseTo(2, 9);
  });

  it('keep their style object', () => {
    const list = listOf([text('a '), text('b', italic)]);
    expect(list.words.map((word) => word.style)).toEqual([STYLE, italic]);
    expect(list.words[1]?.style).toBe(italic);
  });

  it('share what is shaped, where only size or colour differ', () => {
    const large = testStyle({ size: 30 });
    const [small, big] = [listOf('office'), listOf('office', { style: large })];
    expect(big.words[0]?.shaped).toBe(small.words[0]?.shaped);
    expect(big.words[0]?.style).toBe(large);
    expect(big.width[0]).toBeCloseTo((small.width[0] as number) * 3, 9);
  });
});

describe('pieces of a word', () => {
  it('are shaped by themselves, the same object each time', () => {
    const [word] = listOf('office').words as [HWord];
    expect(word.cut(0, 2, true).text).toBe('of-');
    expect(word.cut(2, 6, false).text).toBe('fice');
    expect(word.cut(2, 6, false).glyphs.length).toBe(3);
    expect(word.cut(0, 2, true)).toBe(word.cut(0, 2, true));
    expect(word.cut(0, 6, false)).toBe(word.shaped);
  });

  it('keep the non-joiners within them', () => {
    const [word] = listOf('Auf\u200clage', { style: testStyle({ language: 'xx' }) }).words as [HWord];
    expect(word.text).toBe('Auflage');
    expect(word.shaped.glyphs.length).toBe(7);
    expect(word.cut(2, 7, false).glyphs.length).toBe(5);
    expect(word.cut(3, 7, false).text).toBe('lage');
  });
});

describe('characters that a face lacks', () => {
  const style = testStyle({ fallback: ['nameplate', 'sans'] });

  it('are set in the first fallback that has them, in the middle of a word, with no break', () => {
    const list = listOf('Page⇒8 on', { style });
    expect(shown(list)).toBe('Page⇒8_on¶');
    expect(list.words.map((word) => [word.text, word.shaped.face, word.style.face])).toEqual([
      ['Page', 'text', 'text'],
      ['⇒', 'sans', 'sans'],
      ['8', 'text', 'text'],
      ['on', 'text', 'text'],
    ]);
  });

  it('leave the rest of the word its break points', () => {
    expect(shown(listOf('government⇒', { style }))).toBe('gov|ern|ment⇒¶');
  });

  it('share one style object for each face', () => {
    const list = listOf('⇒ ✔ ⇒', { style });
    expect(list.words[1]?.style).toBe(list.words[0]?.style);
  });

  it('are reported once each, with code point, word and origin, where no face has them', () => {
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    listOf('a ☃man and the ☃ 😀', { style, report });
    expect(diagnostics).toEqual([
      {
        code: 'missing-glyph',
        severity: 'error',
        origin: { file: 'articles/mono.md', line: 1, column: 1 },
        message: 'no font has the character U+2603 "☃" of "☃man"',
        hint: 'write it otherwise, or name a fallback font that has it',
      },
      expect.objectContaining({ message: 'no font has the character U+1F600 "😀" of "😀"' }),
    ]);
  });

  it('are reported once a file, and again in the next run', () => {
    const run = () => {
      let reports = 0;
      return { report: () => reports++, count: () => reports };
    };
    const [first, second] = [run(), run()];
    listOf('☃', first);
    listOf('another ☃', first);
    listOf('☃', second);
    expect([first.count(), second.count()]).toEqual([1, 1]);
  });

  it('are not missed in a face that could not be opened, which was reported already', () => {
    const broken = testShaper({ bytes: { broken: new Uint8Array(20) } });
    const list = listOf('any word ☃', { style: testStyle({ face: 'broken' }), shaper: broken.shaper });
    expect(list.words.length).toBe(3);
    expect(broken.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['bad-font']);
  });

  it('choose the first face that has all of a short text', () => {
    expect(shaper.shapeText('Page ⇒', style).face).toBe('sans');
    expect(shaper.shapeText('Page', style).face).toBe('text');
    expect(shaper.shapeText('☃', style).face).toBe('text');
  });
});
