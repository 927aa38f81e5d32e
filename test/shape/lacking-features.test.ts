import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { RunStyle } from '../../src/model/styled.js';
import { monoParagraph } from '../fixtures/mono-shaper.js';
import { testShaper, testStyle } from '../fixtures/test-faces.js';

/** What is reported of a text in a style. */
function reported(changes: Partial<RunStyle>, run = openRun()): readonly Diagnostic[] {
  const runs = [{ type: 'text', text: 'The 1914 words', style: testStyle(changes) } as const];
  run.shaper.shapeParagraph({ ...monoParagraph(''), runs }, run.report);
  return run.diagnostics;
}

/** A run of the command: a shaper, and a report of its own. */
function openRun(shaper = testShaper().shaper) {
  const diagnostics: Diagnostic[] = [];
  return { shaper, diagnostics, report: (diagnostic: Diagnostic) => diagnostics.push(diagnostic) };
}

describe('a feature that the face lacks', () => {
  it('is reported with face, feature, place and what to do', () => {
    expect(reported({ face: 'textItalic', features: ['smcp'] })).toEqual([
      {
        code: 'missing-feature',
        severity: 'warning',
        origin: { file: 'articles/mono.md', line: 1, column: 1 },
        message: 'font "textItalic" has no small capitals, OpenType feature "smcp"',
        hint: 'take it out of the style "body" and out of the text, or set these words in a face that has it',
      },
    ]);
  });

  it.each([
    ['nameplate', 'onum'],
    ['nameplate', 'pnum'],
    ['textItalic', 'c2sc'],
    ['nameplate', 'frac'],
    ['text', 'ss09'],
  ] as const)('is told of %s: %s', (face, feature) => {
    expect(reported({ face, features: [feature] }).map(({ message }) => message)).toEqual([
      expect.stringContaining(`"${feature}"`),
    ]);
  });

  it('is told once for each face and run, though the shaper is the same', () => {
    const { shaper } = testShaper();
    const first = openRun(shaper);
    reported({ face: 'textItalic', features: ['smcp'] }, first);
    reported({ face: 'textItalic', features: ['smcp'], size: 12 }, first);
    reported({ face: 'subheadItalic', features: ['smcp'] }, first);
    expect(first.diagnostics.map(({ message }) => message.slice(0, 22))).toEqual([
      'font "textItalic" has ',
      'font "subheadItalic" h',
    ]);
    expect(reported({ face: 'textItalic', features: ['smcp'] }, openRun(shaper))).toHaveLength(1);
  });
});

describe('nothing is told', () => {
  it.each([
    ['text', ['smcp', 'c2sc', 'onum', 'pnum', 'frac', 'ss01']],
    ['sans', ['smcp', 'onum', 'pnum', 'frac']],
    ['textItalic', ['onum', 'pnum', 'frac']],
  ] as const)('of the features that %s has', (face, features) => {
    expect(reported({ face, features })).toEqual([]);
  });

  it('of figures that a face has by default, without a feature for them', () => {
    expect(reported({ face: 'sans', features: ['lnum', 'tnum'] })).toEqual([]);
  });

  it('of features that are on in all text', () => {
    expect(reported({ face: 'nameplate', features: ['kern', 'liga'] })).toEqual([]);
  });

  it('of a face that could not be opened, which was reported already', () => {
    const broken = testShaper({ bytes: { broken: new Uint8Array(20) } });
    expect(reported({ face: 'broken', features: ['smcp'] }, openRun(broken.shaper))).toEqual([]);
  });
});

describe('features', () => {
  const glyphs = (text: string, features: readonly string[]) => [
    ...testShaper().shaper.shapeText(text, testStyle({ features })).glyphs,
  ];

  it('put other glyphs for figures and small letters, and leave the text what it is', () => {
    const { shaper } = testShaper();
    expect(glyphs('1914', ['onum'])).not.toEqual(glyphs('1914', []));
    expect(glyphs('nato', ['smcp'])).not.toEqual(glyphs('nato', []));
    expect(glyphs('NATO', ['smcp'])).toEqual(glyphs('NATO', []));
    expect(glyphs('NATO', ['smcp', 'c2sc'])).toEqual(glyphs('nato', ['smcp', 'c2sc']));
    const shaped = shaper.shapeText('Nato 1914', testStyle({ features: ['smcp', 'onum', 'pnum'] }));
    expect(shaped.text).toBe('Nato 1914');
    expect([...shaped.clusters]).toEqual(new Array(9).fill(1));
  });

  it('make a fraction narrower than its figures', () => {
    const { shaper } = testShaper();
    const width = (text: string, features: readonly string[]) =>
      shaper.shapeText(text, testStyle({ features })).widthEm;
    expect(width('1⁄2', ['frac'])).toBeLessThan(width('1/2', []));
  });
});
