import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCff } from '../../src/preflight/read-cff.js';
import { rulesBrokenBy } from './judge.js';
import { AT, type PdfDraft, soundDraft } from './pdf-draft.js';

/** An INDEX with offsets of one byte (Technical Note 5176, 5). */
function index(...items: readonly (readonly number[])[]): readonly number[] {
  if (items.length === 0) return [0, 0];
  let offset = 1;
  const offsets = [1, ...items.map((item) => (offset += item.length))];
  return [0, items.length, 1, ...offsets, ...items.flat()];
}

/** An integer of a DICT or charstring in two bytes and a mark, so that its length is known. */
const int = (value: number): readonly number[] => [28, (value >> 8) & 255, value & 255];

const ENDCHAR = 14;
const RMOVETO = 21;
const CALLSUBR = 10;
const RETURN = 11;

/**
 * A font of three glyphs with default width 500 and nominal width 600: .notdef, one without a width of its own, and one
 * whose width stands in a subroutine: 600 + 100.
 */
function cff(kind: 'named' | 'cid'): Uint8Array {
  const charStrings = index([ENDCHAR], [...int(1), ...int(2), RMOVETO, ENDCHAR], [...int(-107), CALLSUBR, ENDCHAR]);
  const subrs = index([...int(100), ...int(1), ...int(2), RMOVETO, RETURN]);
  const priv = [...int(500), 20, ...int(600), 21, ...int(12), 19];
  const head = [1, 0, 4, 1, ...index([65])];
  const charset = [0, 0, 34, 0, 35];
  const select = [3, 0, 1, 0, 0, 0, 0, 3];
  const top = (at: number): readonly number[] => {
    const strings = [...int(at), 17];
    const parts = [...int(priv.length), ...int(at + charStrings.length), 18];
    if (kind === 'named') return [...strings, ...parts];
    const after = at + charStrings.length + priv.length + subrs.length;
    const fontDict = after + charset.length + select.length;
    return [
      ...int(0),
      ...int(0),
      ...int(0),
      12,
      30,
      ...strings,
      ...int(after),
      15,
      ...int(after + charset.length),
      12,
      37,
      ...int(fontDict),
      12,
      36,
    ];
  };
  const start = head.length + index(top(0)).length + index().length * 2;
  const fontDicts = index([...int(priv.length), ...int(start + charStrings.length), 18]);
  const tail = kind === 'named' ? [] : [...charset, ...select, ...fontDicts];
  return Uint8Array.from([
    ...head,
    ...index(top(start)),
    ...index(),
    ...index(),
    ...charStrings,
    ...priv,
    ...subrs,
    ...tail,
  ]);
}

describe('readCff', () => {
  it.each(['named', 'cid'] as const)(
    'finds the widths of a %s font, given and by default, past subroutines',
    (kind) => {
      const facts = readCff(cff(kind));
      expect(facts?.glyphs).toBe(3);
      expect([0, 1, 2].map((glyph) => facts?.widthOf(glyph))).toEqual([500, 500, 700]);
    },
  );

  it('finds the glyph of a CID by the charset, or takes it for the glyph where there is none', () => {
    expect([0, 34, 35, 36].map((cid) => readCff(cff('cid'))?.glyphOfCid?.(cid))).toEqual([0, 1, 2, 0]);
    expect(readCff(cff('named'))?.glyphOfCid?.(2)).toBe(2);
  });

  it('gives nothing for a font that is cut short', () => {
    expect(readCff(cff('cid').subarray(0, 40))).toBeUndefined();
  });
});

describe('a composite font with a CFF program', () => {
  const withCff = (widths: string, program: Uint8Array = cff('cid')): PdfDraft =>
    soundDraft()
      .edit(AT.descendant, '/CIDFontType2', '/CIDFontType0')
      .edit(AT.descendant, '/DW 500', widths)
      .edit(AT.descriptor, '/FontFile2', '/FontFile3')
      .stream(AT.program, '/Subtype /CIDFontType0C /Filter /FlateDecode', deflateSync(program));

  it.each([
    ['/DW 500 /W [35 [700]]', []],
    ['/DW 500 /W [35 35 700]', []],
    ['/DW 500', ['font-widths']],
  ])('with widths %s breaks %j', async (widths, rules) => {
    expect(await rulesBrokenBy(withCff(widths))).toEqual(rules);
  });

  it('breaks missing-glyph where its program has no glyph for a CID', async () => {
    expect(await rulesBrokenBy(withCff('/DW 500', cff('named')))).toEqual(['missing-glyph']);
  });

  it('breaks font-damaged where its program is cut short', async () => {
    expect(await rulesBrokenBy(withCff('/DW 500', cff('cid').subarray(0, 40)))).toEqual(['font-damaged']);
  });
});
