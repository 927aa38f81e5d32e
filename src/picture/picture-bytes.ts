/** Big-endian number of two bytes. The caller has checked that they are there. */
export function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** Big-endian number of four bytes, unsigned. The caller has checked that they are there. */
export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);
}

/** The bytes from `from` to before `to` as Latin-1 text; what lies past the end is left out. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Whether the ASCII text stands in the bytes at this place. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  return latin1(bytes, at, at + text.length) === text;
}

/** Little-endian number of two bytes. The caller has checked that they are there. */
export function uint16le(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
}

/** Little-endian number of four bytes, unsigned. The caller has checked that they are there. */
export function uint32le(bytes: Uint8Array, at: number): number {
  return uint16le(bytes, at) + uint16le(bytes, at + 2) * 0x10000;
}
