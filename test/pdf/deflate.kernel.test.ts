import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDeflate } from '../../src/pdf/deflate.kernel.js';

const deflate = makeDeflate();

/** Bytes of a simple generator: the same on every machine. */
function noise(length: number, values: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 16) % values;
  });
}

function expectRoundTrip(input: Uint8Array): Uint8Array {
  const output = deflate(input);
  expect(Buffer.compare(inflateSync(output), input)).toBe(0);
  expect(Buffer.compare(unzlibSync(output), input)).toBe(0);
  return output;
}

describe('deflate', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['one byte', Uint8Array.of(7)],
    ['three bytes, too few for a match', Uint8Array.of(1, 1, 1)],
    ['one byte many times', new Uint8Array(100_000).fill(65)],
    ['every byte once', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    ['noise, which cannot be compressed', noise(70_000, 256)],
    ['noise of two bytes', noise(70_000, 2)],
    ['exactly one block of literals', noise(16_384, 256)],
    ['one literal more than a block', noise(16_385, 256)],
    ['a repeat just inside the window', Uint8Array.from([...noise(32_767, 256), ...noise(300, 256)])],
    ['a repeat just outside the window', Uint8Array.from([...noise(32_768, 256), ...noise(300, 256)])],
    [
      'matches of every length',
      Uint8Array.from(Array.from({ length: 300 }, (_, n) => [...noise(n, 256, 9), n & 255]).flat()),
    ],
  ])('gives back %s', (_, input) => {
    expectRoundTrip(input);
  });

  it('gives back any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (input) => void expectRoundTrip(input)));
  });

  it('gives back any text of few different words', () => {
    const word = fc.constantFrom('the ', 'ferry ', 'harbour ', '0 -10.5 Td\n', '[(', ')]TJ\n', '\0\u0001', 'x');
    const text = fc
      .array(word, { maxLength: 4000 })
      .map((parts) => Uint8Array.from(parts.join(''), (c) => c.charCodeAt(0)));
    fc.assert(
      fc.property(text, (input) => void expectRoundTrip(input)),
      { numRuns: 50 },
    );
  });

  it('gives back counts so uneven that Huffman codes would grow too long', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 22) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
    // Symbols in an order without matches of four: each byte is followed by one that counts up.
    const bytes: number[] = [];
    fibonacci.forEach((count, symbol) => {
      for (let i = 0; i < count && bytes.length < 60_000; i++) bytes.push(symbol, 100 + ((i * 7 + symbol) % 150));
    });
    expectRoundTrip(Uint8Array.from(bytes));
  });

  it('compresses text of repeated words to less than a third', () => {
    const sentence = 'what the old ferry is worth and who shall pay for it, 412 signatures (three of them twice) ';
    const text = Array.from({ length: 2000 }, (_, i) => sentence.split(' ')[(i * i + (i >> 3)) % 18]).join(' ');
    const input = Buffer.from(text);
    expect(expectRoundTrip(input).length).toBeLessThan(input.length / 3);
  });

  it('is a function of its input alone: not of what was compressed before', () => {
    const input = noise(40_000, 16);
    const first = deflate(input);
    deflate(noise(90_000, 3, 77));
    expect(Buffer.compare(deflate(input), first)).toBe(0);
    expect(Buffer.compare(makeDeflate()(input), first)).toBe(0);
  });

  it('gives for ever what it gave when the archive began', () => {
    const output = deflate(noise(50_000, 12));
    expect(createHash('sha256').update(output).digest('hex')).toBe(
      '90748211b1025466535793c78736745c03470da95706edeb50f882c3399d945e',
    );
  });
});
