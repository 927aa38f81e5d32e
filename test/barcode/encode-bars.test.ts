import { describe, expect, it } from 'vitest';
import { encodeBars } from '../../src/barcode/encode-bars.js';
import type { Bar } from '../../src/model/barcode.js';

/** Set A of ISO/IEC 15420, table 1; set B is set C backwards, and set C is set A with bars and spaces changed. */
const SET_A = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
const SET_C = SET_A.map((code) => code.replace(/./g, (module) => (module === '1' ? '0' : '1')));
const SET_B = SET_C.map((code) => [...code].reverse().join(''));

/** Which sets the left half is written in tells the first digit. */
const FIRST = 'AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA'.split(' ');
const ADD_ON = 'AA AB BA BB'.split(' ');

const modulesOf = (bars: readonly Bar[], from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    bars.some(({ at, width }) => at <= from + index && from + index < at + width) ? '1' : '0',
  ).join('');

function readDigits(modules: string): { readonly digits: string; readonly sets: string } {
  const codes = modules.match(/.{7}/g) ?? [];
  const sets = codes.map((code) => (SET_A.includes(code) ? 'A' : SET_B.includes(code) ? 'B' : 'C'));
  const digits = codes.map((code) => [SET_A, SET_B, SET_C].map((set) => set.indexOf(code)).find((at) => at >= 0));
  return { digits: digits.join(''), sets: sets.join('') };
}

function decode(bars: readonly Bar[]): { readonly main: string; readonly addOn: string } {
  const left = readDigits(modulesOf(bars, 3, 45));
  const right = readDigits(modulesOf(bars, 50, 92));
  expect(right.sets).toBe('CCCCCC');
  const addOn = readDigits(modulesOf(bars, 106, 113) + modulesOf(bars, 115, 122));
  expect(ADD_ON.indexOf(addOn.sets)).toBe(Number(addOn.digits) % 4);
  return { main: `${FIRST.indexOf(left.sets)}${left.digits}${right.digits}`, addOn: addOn.digits };
}

describe('the bars of a number', () => {
  it.each(['01', '06', '28', '53'])(
    'say it, digit for digit by the tables of the standard, with add-on %s',
    (addOn) => {
      const number = { main: '9771234567034', addOn };
      expect(decode(encodeBars(number))).toEqual(number);
    },
  );

  it('have guards at their ends and in their middle, and an add-on seven modules after them', () => {
    const bars = encodeBars({ main: '9770317847001', addOn: '07' });
    expect([modulesOf(bars, 0, 3), modulesOf(bars, 45, 50), modulesOf(bars, 92, 95)]).toEqual(['101', '01010', '101']);
    expect(modulesOf(bars, 95, 106)).toBe('00000001011');
    const reaches = new Map(bars.map(({ at, reach }) => [at, reach]));
    expect([0, 2, 46, 48, 92, 94].map((at) => reaches.get(at))).toEqual(Array(6).fill('guard'));
    expect(bars.filter(({ reach }) => reach === 'guard')).toHaveLength(6);
    expect(bars.filter(({ reach }) => reach === 'addOn').every(({ at }) => at >= 102)).toBe(true);
  });

  it('stand from left to right with white between them, on whole modules', () => {
    const bars = encodeBars({ main: '9771234567034', addOn: '28' });
    for (const [index, { at, width }] of bars.entries()) {
      expect(Number.isInteger(at) && Number.isInteger(width) && width >= 1 && width <= 4).toBe(true);
      expect(at + width).toBeLessThan(bars[index + 1]?.at ?? Infinity);
    }
  });
});
