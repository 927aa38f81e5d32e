import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/pdf/pdf-output.js';
import { joinBytes } from '../../src/units/bytes.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pieces = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 50 }),
    fc.nat(150_000).map((n) => new Uint8Array(n).fill(n)),
  ),
  {
    maxLength: 12,
  },
);

describe('openOutput', () => {
  it('hands on every byte in order, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(12), async (parts, drainAt) => {
        const blocks: Uint8Array[] = [];
        const output = openOutput((block) => void blocks.push(block), sha256);
        for (const [index, part] of parts.entries()) {
          output.write(part);
          if (index === drainAt) await output.drain();
        }
        await output.drain();
        expect(Buffer.compare(joinBytes(blocks), Buffer.concat(parts))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('gives another digest when one byte differs', () => {
    const digests = [1, 2].map((last) => {
      const output = openOutput(() => {}, sha256);
      output.write(new Uint8Array(70_000));
      output.write(Uint8Array.of(5, last));
      return output.digest();
    });
    expect(digests[0]).not.toBe(digests[1]);
  });
});
