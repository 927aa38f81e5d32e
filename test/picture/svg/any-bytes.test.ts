import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPathData } from '../../../src/picture/svg/path-data.js';
import { convert, svg } from './drawings.js';

const SEED = svg(`<style>.a{fill:#999}#b,rect{stroke:red}</style>
<defs><clipPath id="c"><circle cx="5" cy="5" r="40"/></clipPath><linearGradient id="g" x2="1"><stop offset=".2" stop-color="#123"/><stop offset="1" stop-color="gold"/></linearGradient></defs>
<g transform="translate(3 4) rotate(20)" clip-path="url(#c)" opacity=".4"><path id="b" class="a" d="M1 1 L 20 20 A 5 6 30 1 0 40 40 Q 3 3 9 9 T 4 4 z" stroke-dasharray="3 1"/><rect width="10%" height="4mm" rx="2" fill="url(#g)"/></g>
<use xlink:href="#b" x="4"/><svg x="9" viewBox="0 0 3 3" preserveAspectRatio="none"><polygon points="1,1 2,2 3 0"/></svg>`);

describe('whatever the bytes of a drawing', () => {
  it('reading it gives a form or says why not, and never throws', async () => {
    const bytes = new TextEncoder().encode(SEED);
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      cut: fc.nat(6),
      put: fc.oneof(fc.uint8Array({ maxLength: 3 }), fc.constantFrom(...PIECES)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        let spoilt: Uint8Array = bytes;
        for (const { at, cut, put } of changes) {
          spoilt = Buffer.concat([spoilt.subarray(0, at), put, spoilt.subarray(at + cut)]);
        }
        const { picture, problems } = await convert(spoilt);
        expect(picture === undefined).toBe(problems.length > 0);
        for (const { code, message } of problems)
          expect(`${code} ${message}`).toMatch(/^bad-picture picture "map\.svg" /);
      }),
      { numRuns: 400 },
    );
  });

  it('path data give finite places and never more than asked for', () => {
    const numbers = fc.oneof(fc.double(), fc.integer().map(String), fc.constantFrom('1e400', '-', '.', '0 1', 'NaN'));
    const parts = fc.array(
      fc.tuple(fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz ,!'), fc.array(numbers, { maxLength: 8 })),
    );
    fc.assert(
      fc.property(parts, (commands) => {
        const data = `M0 0${commands.map(([command, operands]) => command + operands.join(' ')).join('')}`;
        const { path } = readPathData(data, 50);
        expect(path.length).toBeLessThan(60);
        expect(path[0]?.type).toBe('move');
      }),
    );
  });
});

const PIECES = ['"', '<', '<g>', '</g>', '&amp;', '1e999', '-', '#', 'url(#b)', 'Z', '%', ' ', '0'].map((text) =>
  new TextEncoder().encode(text),
);
