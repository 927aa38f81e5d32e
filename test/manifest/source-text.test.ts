import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { decodeSource, sourceText } from '../../src/manifest/source-text.js';

const piece = fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', ' ', 'é', '漢');

describe('a source text', () => {
  it('tells every offset as line and column, asked for in any order', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(60)), (pieces, offsets) => {
        const text = pieces.join('');
        const source = sourceText('a', text);
        for (const wanted of offsets) {
          const offset = Math.min(wanted, text.length);
          // A line feed after a return still belongs to its line.
          const split = text.charCodeAt(offset) === 10 && text.charCodeAt(offset - 1) === 13;
          const before = text.slice(0, split ? offset - 1 : offset).split(/\r\n|\r|\n/);
          const column = (before.at(-1) as string).length + 1 + (split ? 1 : 0);
          expect(source.originAt(offset)).toEqual({ file: 'a', line: before.length, column });
        }
      }),
    );
  });

  it('is read without its byte order mark', () => {
    expect(decodeSource('a', Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]), () => {})?.text).toBe('A');
  });

  it.each([
    ['Latin 1', [0x41, 0x0a, 0x42, 0xe9, 0x43], '2:2'],
    ['UTF-16', [0xff, 0xfe, 0x41, 0x00], '1:1'],
    ['cut off in a character', [0x41, 0xe2, 0x82], '1:2'],
  ])('in %s is refused at the first byte that is wrong', (_, bytes, place) => {
    const diagnostics: Diagnostic[] = [];
    expect(decodeSource('a', Uint8Array.from(bytes), (each) => diagnostics.push(each))).toBeUndefined();
    expect(diagnostics.map(({ code, origin }) => `${code} ${origin.line}:${origin.column}`)).toEqual([
      `unreadable-file ${place}`,
    ]);
  });
});
