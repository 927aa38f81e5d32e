/**
 * PDF syntax written straight into bytes. Joining the pieces of a page as strings first costs as much again as making
 * them: 8 ms an issue for flattening, and as much for turning characters into bytes.
 */

/** Bytes that grow at the end; only the first `length` count. */
export interface ByteText {
  bytes: Uint8Array;
  length: number;
}

const FIRST_SIZE = 1 << 16;

export function startBytes(): ByteText {
  return { bytes: new Uint8Array(FIRST_SIZE), length: 0 };
}

/** The bytes written so far. They are only lent: the next `clearBytes` lets them be written over. */
export function writtenBytes(text: ByteText): Uint8Array {
  return text.bytes.subarray(0, text.length);
}

/** Forgets what was written and keeps the room for it. */
export function clearBytes(text: ByteText): void {
  text.length = 0;
}

/** Appends characters up to U+00FF, one byte each. */
export function putText(text: ByteText, characters: string): void {
  reserve(text, characters.length);
  const { bytes } = text;
  let at = text.length;
  for (let i = 0; i < characters.length; i++) bytes[at++] = characters.charCodeAt(i);
  text.length = at;
}

export function putBytes(text: ByteText, added: Uint8Array): void {
  reserve(text, added.length);
  const { bytes } = text;
  let at = text.length;
  for (let i = 0; i < added.length; i++) bytes[at++] = added[i] as number;
  text.length = at;
}

/** The most that a number takes: sign, sixteen digits, point. */
const LONGEST_NUMBER = 18;

/**
 * Appends a number rounded to thousandths, without trailing zeros and never with an exponent, which content streams
 * cannot hold (ISO 32000-1, 7.3.3). A thousandth of a point is a third of a micrometre, far under what a plate can hold.
 */
export function putNumber(text: ByteText, value: number): void {
  reserve(text, LONGEST_NUMBER);
  let rest = Math.round(value * 1000);
  if (rest < 0) {
    text.bytes[text.length++] = 0x2d;
    rest = -rest;
  }
  const whole = Math.floor(rest / 1000);
  putDigits(text, whole);
  const decimals = rest - whole * 1000;
  if (decimals > 0) putDecimals(text, decimals);
}

function putDigits(text: ByteText, whole: number): void {
  let unit = 1;
  while (unit * 10 <= whole) unit *= 10;
  let rest = whole;
  for (; unit >= 1; unit /= 10) {
    const digit = Math.floor(rest / unit);
    text.bytes[text.length++] = 0x30 + digit;
    rest -= digit * unit;
  }
}

function putDecimals(text: ByteText, decimals: number): void {
  text.bytes[text.length++] = 0x2e;
  let rest = decimals;
  for (let unit = 100; rest > 0; unit /= 10) {
    const digit = Math.floor(rest / unit);
    text.bytes[text.length++] = 0x30 + digit;
    rest -= digit * unit;
  }
}

function reserve(text: ByteText, more: number): void {
  if (text.length + more <= text.bytes.length) return;
  const larger = new Uint8Array(Math.max(2 * text.bytes.length, text.length + more));
  larger.set(writtenBytes(text));
  text.bytes = larger;
}
