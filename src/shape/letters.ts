const LETTER = /[\p{L}\p{M}]/u;

/** Whether a UTF-16 unit is a letter or a mark on one. Common scripts are told by range, which costs a tenth of a pattern. */
export function isLetterUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  if (unit < 0x250) return unit !== 0xd7 && unit !== 0xf7;
  if (unit >= 0x2000 && unit < 0x2070) return false;
  return LETTER.test(String.fromCharCode(unit));
}
