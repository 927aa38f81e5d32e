/** The profile of a press. Apart from the output intent, so that a check can look at it without loading the PDF writer. */

/** The profile of a press, and what its printing condition is called. */
export interface OutputProfile {
  /** An ICC profile, class `prtr`, colour space CMYK. */
  readonly bytes: Uint8Array;
  /** Name of the condition in its registry: `CGATS TR 002`. */
  readonly identifier: string;
  /** The condition in words. */
  readonly condition: string;
  /** Address of the registry. */
  readonly registry: string;
  /** Name of the profile in words. */
  readonly info: string;
}

/**
 * What is wrong with a profile for a newspaper press, in words for a message; undefined when nothing is. Header fields:
 * ICC.1:2010, 7.2.
 */
export function findProfileFault(bytes: Uint8Array): string | undefined {
  if (bytes.length < 132 || ascii(bytes, 36) !== 'acsp') return 'it is no ICC profile';
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (size !== bytes.length) return `its header says ${size} bytes, it has ${bytes.length}`;
  if (ascii(bytes, 12) !== 'prtr') return `its class is "${ascii(bytes, 12)}", not a printer's "prtr"`;
  if (ascii(bytes, 16) !== 'CMYK') return `its colour space is "${ascii(bytes, 16).trim()}", not CMYK`;
  return undefined;
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
