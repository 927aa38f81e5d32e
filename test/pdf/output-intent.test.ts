import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findProfileFault } from '../../src/pdf/output-profile.js';

const profile = new Uint8Array(readFileSync(new URL('../../icc/newsprint-snap-tr002-tac240.icc', import.meta.url)));

function changed(at: number, text: string): Uint8Array {
  const copy = profile.slice();
  copy.set(Buffer.from(text, 'latin1'), at);
  return copy;
}

describe('findProfileFault', () => {
  it('finds none in the profiles that come with the program', () => {
    expect(findProfileFault(profile)).toBeUndefined();
    const strict = readFileSync(new URL('../../icc/newsprint-snap-tr002-tac220.icc', import.meta.url));
    expect(findProfileFault(new Uint8Array(strict))).toBeUndefined();
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'it is no ICC profile'],
    ['another kind of file', changed(36, 'abcd'), 'it is no ICC profile'],
    ['a file cut short', profile.slice(0, 5000), 'its header says 276132 bytes, it has 5000'],
    ['a monitor’s profile', changed(12, 'mntr'), 'its class is "mntr", not a printer\'s "prtr"'],
    ['an RGB printer’s profile', changed(16, 'RGB '), 'its colour space is "RGB", not CMYK'],
  ])('finds fault with %s', (_, bytes, fault) => {
    expect(findProfileFault(bytes)).toBe(fault);
  });
});
