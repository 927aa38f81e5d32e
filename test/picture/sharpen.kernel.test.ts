import { describe, expect, it } from 'vitest';
import { sharpen } from '../../src/picture/sharpen.kernel.js';
import { plain } from './fixtures.js';
import { attempt, INKS } from './press-fixtures.js';

describe('sharpening', () => {
  it('makes an edge steeper on both sides, and leaves what is even as it is', () => {
    const row = [100, 100, 100, 100, 150, 150, 150, 150];
    // Softened by 1 4 6 4 1, the pixels beside the edge differ by 50 × 5/16 and 50 × 1/16 (the latter is rounded grain).
    expect([...sharpen(Uint8Array.from([...row, ...row, ...row]), 8, 1).subarray(8, 16)]).toEqual([
      100, 100, 96, 81, 169, 154, 150, 150,
    ]);
  });

  it('works down as it does across, and on each channel by itself', () => {
    const column = [100, 100, 100, 100, 150, 150, 150, 150].flatMap((level) => [level, 7]);
    const sharpened = sharpen(Uint8Array.from(column), 1, 2);
    expect([...sharpened].filter((_, at) => at % 2 === 0)).toEqual([100, 100, 96, 81, 169, 154, 150, 150]);
    expect(new Set([...sharpened].filter((_, at) => at % 2 === 1))).toEqual(new Set([7]));
  });

  it('leaves grain of a few levels alone', () => {
    const grain = Uint8Array.from({ length: 256 }, (_, at) => 128 + (at % 3));
    expect(sharpen(grain, 16, 1)).toEqual(grain);
  });

  it('is done where the paper wants it, and changes the picture', async () => {
    const left = { input: await plain(16, 32, '#555555').png().toBuffer(), left: 0, top: 0 };
    const bytes = await plain(32, 32, '#999999').composite([left]).png().toBuffer();
    const soft = await attempt(bytes);
    const sharp = await attempt(bytes, {}, { ...INKS, sharpen: 'newsprint' });
    expect(sharp.picture).toMatchObject({ components: 1, widthPx: 32 });
    expect(sharp.picture?.type === 'image' && sharp.picture.jpeg).not.toEqual(
      soft.picture?.type === 'image' && soft.picture.jpeg,
    );
  });
});
