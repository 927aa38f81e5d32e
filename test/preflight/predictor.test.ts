import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { undoPredictor } from '../../src/preflight/predictor.kernel.js';
import { findingsIn } from './judge.js';
import { AT, SOUND_CONTENT, soundDraft } from './pdf-draft.js';

const ROWS = { predictor: 15, colors: 1, bits: 8, columns: 3 } as const;

describe('undoPredictor', () => {
  it.each([
    ['none', [0, 1, 2, 3], [1, 2, 3]],
    ['left', [1, 1, 1, 1], [1, 2, 3]],
    ['up', [0, 1, 2, 3, 2, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
    ['average', [0, 2, 4, 6, 3, 1, 1, 1], [2, 4, 6, 2, 4, 6]],
    ['Paeth', [0, 1, 2, 3, 4, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
  ])('undoes the PNG filter %s, worked out by hand', (_, packed, plain) => {
    expect([...undoPredictor(Uint8Array.from(packed), ROWS)]).toEqual(plain);
  });

  it('undoes differences as TIFF has them', () => {
    const packed = Uint8Array.of(1, 1, 1, 5, 250, 2);
    expect([...undoPredictor(packed, { ...ROWS, predictor: 2 })]).toEqual([1, 2, 3, 5, 255, 1]);
  });

  it('is undone before ink is measured', async () => {
    // Rows of 20 pixels, each row the same: filter "up" with zeros after a first row of solid cyan, magenta and yellow.
    const row = (filter: number, inks: readonly number[]) => [filter, ...Array.from({ length: 20 }, () => inks).flat()];
    const rows = [row(0, [255, 255, 255, 0]), ...Array.from({ length: 19 }, () => row(2, [0, 0, 0, 0]))].flat();
    const dict = `/Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 4 /Columns 20 >>`;
    const file = soundDraft()
      .resources('/XObject << /X 30 0 R >>')
      .stream(AT.free, dict, deflateSync(Uint8Array.from(rows)))
      .content(`${SOUND_CONTENT}q 6 0 0 6 20 20 cm /X Do Q`);
    const [finding] = await findingsIn(file);
    expect(finding?.message).toBe('image "X" has up to 300 % ink, over the limit on 100 % of it');
  });
});
