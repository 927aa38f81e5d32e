import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFace } from '../../src/shape/open-face.js';
import { MONO_FONT } from '../fixtures/mono-font.js';
import { monoHList } from '../fixtures/mono-shaper.js';
import { testShaper, testStyle } from '../fixtures/test-faces.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEXT = 'The quick brown fox—“jumps”, over façade & Łódź: 1914–18 → €5 …';

describe('the mono font', () => {
  it('is what its tool makes', () => {
    const check = () => execFileSync(process.execPath, ['tools/make-mono-font.mjs', '--check'], { cwd: ROOT });
    expect(check).not.toThrow();
  });

  it('is half an em wide in every glyph, also for a reader that is not ours', () => {
    const font = create(MONO_FONT as Buffer) as Font;
    const run = font.layout(TEXT);
    expect(run.glyphs.every((glyph) => glyph.id > 0)).toBe(true);
    expect(run.positions.every((position) => position.xAdvance === 500)).toBe(true);
    expect(font.familyName).toBe('Broadsheet Mono');
    expect(run.glyphs[0]?.bbox).toMatchObject({ minX: 50, minY: 0, maxX: 450, maxY: 700 });
  });

  it('has the heights that it was drawn with', () => {
    const face = openFace('mono', MONO_FONT);
    const expected = { capHeight: 0.7, xHeight: 0.5, ascender: 0.7, descender: 0.2 };
    expect(face.type === 'face' && face.metrics).toEqual(expected);
  });

  it('gives the list that mono type gives without a font', () => {
    const { shaper } = testShaper({ bytes: { mono: MONO_FONT } });
    const words = 'two hy|phen|ated words, well-known ones';
    const reference = monoHList(words, { align: 'start' });
    const runs = [{ type: 'text', text: words.replaceAll('|', '\u00ad'), style: testStyle({ face: 'mono' }) } as const];
    const own = shaper.shapeParagraph({ ...reference.paragraph, runs }, () => {});
    for (const column of ['kind', 'width', 'penalty', 'flagged', 'post', 'word', 'offset'] as const) {
      expect([...own[column]]).toEqual([...reference[column]]);
    }
  });
});
