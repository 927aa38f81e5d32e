import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearBytes, putBytes, putNumber, putText, startBytes, writtenBytes } from '../../src/pdf/byte-text.kernel.js';

function numberText(value: number): string {
  const text = startBytes();
  putNumber(text, value);
  return Buffer.from(writtenBytes(text)).toString('latin1');
}

describe('putNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-10.5, '-10.5'],
    [0.06, '0.06'],
    [1e-7, '0'],
    [-0.0004, '0'],
    [0.0005, '0.001'],
    [99.9996, '100'],
    [1332.283, '1332.283'],
    [100.07, '100.07'],
    [12345678.901, '12345678.901'],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('writes every number within half a thousandth, in the syntax that PDF allows', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const text = numberText(value);
        expect(text).toMatch(/^-?\d+(\.\d{0,2}[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.000501);
      }),
    );
  });
});

describe('bytes that grow', () => {
  it('keep what was put in, far over the first size', () => {
    const text = startBytes();
    const parts = Array.from({ length: 5000 }, (_, i) => `part ${i} (\u00ff) `);
    for (const part of parts) putText(text, part);
    putBytes(text, Uint8Array.of(1, 2, 3));
    expect(Buffer.from(writtenBytes(text)).toString('latin1')).toBe(`${parts.join('')}\x01\x02\x03`);
  });

  it('start again when cleared', () => {
    const text = startBytes();
    putText(text, 'old page');
    clearBytes(text);
    putText(text, 'new');
    expect(Buffer.from(writtenBytes(text)).toString('latin1')).toBe('new');
  });
});
