import { describe, expect, it } from 'vitest';
import { PART_NAMES } from '../../src/manifest/part-names.js';
import type { TextStyle } from '../../src/model/style.js';
import { PAPER, paperWith } from '../fixtures/manifest/bad-cases.js';
import { changed, readSound } from '../fixtures/manifest/sample-issue.js';

function styleOf(name: string, styles: string): TextStyle {
  const style = readSound(paperWith(`colors: { red: cmyk(0 90 80 5) }\nstyles:\n${styles}`)).paper.styles.get(name);
  if (!style) throw new Error(`no style "${name}"`);
  return style;
}

describe('a paper', () => {
  it('has a grid of as many columns and whole lines as fit between the margins', () => {
    // Wide: 300 - 10 - 20 = 270, less two gutters of 15, in three. Deep: 400 - 40 = 360.
    expect(readSound().paper.grid).toEqual({
      columns: 3,
      columnWidth: 80,
      gutter: 15,
      leading: 10,
      lines: 36,
      baselineRise: 2.5,
    });
  });

  it('has a line that millimetres make a hair too short', () => {
    const grid = readSound(changed(PAPER, '[300pt, 400pt]', '[300pt, 399.9995pt]')).paper.grid;
    expect(grid.lines).toBe(36);
  });

  it('counts lengths in points, whatever their unit', () => {
    const { paper } = readSound(changed(PAPER, '[300pt, 400pt]', '[315mm, 1p6]'.replace('1p6', '40p6')));
    expect(paper.trim.width).toBeCloseTo(892.913, 3);
    expect(paper.trim.height).toBe(486);
    expect(paper.bleed).toBe(0);
  });

  it('has sound defaults for everything that it does not say', () => {
    const { paper } = readSound();
    expect(paper.language).toBe('en-GB');
    expect(paper.press).toMatchObject({
      standard: 'PDF/X-4',
      inkLimit: 2.4,
      minResolution: 150,
      goodResolution: 200,
      pageCounts: [],
    });
    expect(paper.justification).toEqual({
      wordSpace: { min: 0.75, natural: 1, max: 1.5 },
      letterSpace: { min: -0.01, max: 0.015 },
      glyphScale: { min: 0.97, max: 1.03 },
      maxHyphens: 3,
      opticalMargins: false,
      avoid: [],
    });
    for (const part of PART_NAMES) expect(paper.styles.has(part), part).toBe(true);
    expect(paper.styles.get('body')).toMatchObject({
      size: 9,
      leading: 10,
      align: 'justify',
      indent: 9,
      hyphenate: true,
    });
    expect(paper.styles.get('jumpTo')?.text).toBe('Page {page} >');
    expect(paper.styles.get('jumpFrom')?.text).toBe('< From page {page}');
    expect(paper.styles.get('refer')?.text).toBe('{page} >');
  });

  it('keeps the steps that may make a story fit, in their order', () => {
    const { paper } = readSound(
      paperWith(`fit:
  - { do: looseness, lines: 1 }
  - { do: space, around: [crosshead, pullquote], max: 1 line }
  - { do: tracking, from: -10, to: 5 }
  - { do: crop, picture: main, by: 8% }
  - { do: drop, optional: [pullquote] }
`),
    );
    expect(paper.fit).toEqual([
      { type: 'looseness', lines: 1 },
      { type: 'space', around: ['crosshead', 'pullquote'], max: 1 },
      { type: 'tracking', from: -10, to: 5 },
      { type: 'crop', picture: 'main', by: 0.08 },
      { type: 'drop', optional: ['pullquote'] },
    ]);
  });
});

describe('a style', () => {
  it('starts from the default of its name, and changes only what it says', () => {
    expect(styleOf('kicker', '  kicker: { color: red }\n')).toMatchObject({
      transform: 'uppercase',
      faces: expect.objectContaining({ regular: 'Text Face/700' }),
      color: { type: 'cmyk', c: 0, m: 0.9, y: 0.8, k: 0.05 },
    });
  });

  it.each([
    ['figures: oldstyle proportional', ['onum', 'pnum']],
    ['figures: tabular', ['tnum']],
    ['caps: small', ['smcp']],
    ['caps: allSmall', ['smcp', 'c2sc']],
    ['fractions: true', ['frac']],
    ['features: [ss01, onum], figures: oldstyle, caps: normal, fractions: false', ['ss01', 'onum']],
  ])('has words for the features of a font: %s', (settings, features) => {
    expect(styleOf('a', `  a: { extends: body, ${settings} }\n`).features).toEqual(features);
  });

  it('starts from the style that it extends, and from nothing else', () => {
    const style = styleOf('jumpTo', '  jumpTo: { extends: body, style: italic, align: end }\n');
    expect(style).toMatchObject({ size: 9, italic: true, align: 'end', hyphenate: true });
    expect(style.text).toBe('Page {page} >');
  });

  it('passes changes on to the defaults that extend it', () => {
    expect(styleOf('item', '  body: { size: 8pt }\n')).toMatchObject({ size: 8, indent: 0, align: 'justify' });
  });

  it('inherits over several styles, the nearest first', () => {
    const styles =
      '  a: { size: 20pt, tracking: 5, align: center }\n  b: { extends: a, tracking: 7 }\n  c: { extends: b, align: end }\n';
    expect(styleOf('c', styles)).toMatchObject({ name: 'c', size: 20, tracking: 7, align: 'end' });
  });

  it('has its indent in em of its own size, even when it inherits it', () => {
    expect(styleOf('a', '  a: { extends: body, size: 12pt }\n').indent).toBe(12);
    expect(styleOf('a', '  a: { extends: body, indent: 7pt }\n').indent).toBe(7);
    expect(styleOf('a', '  a: { extends: body, indent: 0 }\n').indent).toBe(0);
  });

  it('has its leading as a length, or in per cent of its own size', () => {
    expect(styleOf('a', '  a: { size: 40pt, leading: 42pt }\n').leading).toBe(42);
    expect(styleOf('a', '  a: { size: 40pt, leading: 105% }\n').leading).toBe(42);
    expect(styleOf('a', '  b: { size: 20pt, leading: 105% }\n  a: { extends: b, size: 40pt }\n').leading).toBe(42);
  });

  it('has the leading of the grid when it says none and is set in text sizes', () => {
    expect(styleOf('a', '  a: { size: 8pt }\n').leading).toBe(10);
    expect(styleOf('a', '  a: { size: 24pt }\n').leading).toBeCloseTo(28, 5);
  });

  it('takes its own weight and slope, and the next weight that can be seen for strong words', () => {
    expect(styleOf('body', '  body: {}\n').faces).toEqual({
      regular: 'Text Face/400',
      italic: 'Text Face/400i',
      bold: 'Text Face/700',
      boldItalic: 'Text Face/700i',
      fallback: ['Symbol Face/400'],
    });
  });

  it('takes the nearest weight that the family has, and upright type where it has no italic', () => {
    expect(styleOf('a', '  a: { font: headline, weight: normal, style: italic }\n').faces).toEqual({
      regular: 'Head Face/600',
      italic: 'Head Face/600',
      bold: 'Head Face/900',
      boldItalic: 'Head Face/900',
      fallback: [],
    });
  });

  it('names its font by role or by family', () => {
    expect(styleOf('a', '  a: { font: Head Face, weight: 900 }\n').faces.regular).toBe('Head Face/900');
  });

  it('turns "news" hyphenation on', () => {
    expect(styleOf('a', '  a: { hyphenate: news }\n').hyphenate).toBe(true);
    expect(styleOf('a', '  a: { extends: body, hyphenate: false }\n').hyphenate).toBe(false);
  });
});
