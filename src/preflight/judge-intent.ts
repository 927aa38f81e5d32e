/* Judges the output intent: for which press the inks were chosen. ISO 15930-7; ISO 32000-1, 14.11.5. */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { Accuse } from './finding.js';
import { asDict, itemsAt, nameAt, numberAt, streamAt, textAt, unresolved } from './pdf-objects.js';
import type { Unpack } from './unpack-stream.js';

/** Judges the intent. Gives its profile where it has one that can be unpacked, good or bad. */
export function judgeIntent(
  catalog: PDFDict,
  wanted: Uint8Array | undefined,
  unpack: Unpack,
  accuse: Accuse,
): Uint8Array | undefined {
  const intents = (itemsAt(catalog, 'OutputIntents') ?? []).map(asDict).filter((dict) => dict !== undefined);
  const ours = intents.filter((dict) => nameAt(dict, 'S') === 'GTS_PDFX');
  const [intent] = ours;
  if (intent === undefined || ours.length > 1) {
    const message =
      intent === undefined ? 'there is no output intent GTS_PDFX' : `there are ${ours.length} output intents GTS_PDFX`;
    accuse('output-intent', {}, message, 'export the file as PDF/X-4 with the profile of the press');
    return undefined;
  }
  judgeNames(intent, accuse);
  const profiles = new Set(intents.map((dict) => unresolved(dict, 'DestOutputProfile')));
  if (profiles.size > 1) {
    accuse('output-intent', {}, 'the output intents have profiles of their own', 'give all of them the same profile');
  }
  return judgeProfile(intent, wanted, unpack, accuse);
}

function judgeNames(intent: PDFDict, accuse: Accuse): void {
  const keys = ['OutputConditionIdentifier', 'OutputCondition', 'Info', 'RegistryName'];
  const missing = keys.filter((key) => !textAt(intent, key));
  if (missing.length === 0) return;
  const hint = 'choose a printing condition that is registered, or describe it whole';
  accuse('output-intent', {}, `the output intent has no ${missing.join(', ')}`, hint);
}

function judgeProfile(
  intent: PDFDict,
  wanted: Uint8Array | undefined,
  unpack: Unpack,
  accuse: Accuse,
): Uint8Array | undefined {
  const hint = 'embed the CMYK profile that the press names';
  const stream = streamAt(intent, 'DestOutputProfile');
  const unpacked = stream && unpack(stream);
  if (stream === undefined || unpacked?.type !== 'unpacked') {
    const message =
      stream === undefined ? 'the output intent embeds no profile' : 'the output profile cannot be unpacked';
    accuse('output-profile', {}, message, hint);
    return undefined;
  }
  const { bytes } = unpacked;
  const fault = profileFault(bytes) ?? (numberAt(stream.dict, 'N') === 4 ? undefined : 'its N is not 4');
  if (fault !== undefined) accuse('output-profile', {}, `the output profile cannot be used: ${fault}`, hint);
  else if (wanted !== undefined && !sameBytes(bytes, wanted)) {
    accuse(
      'other-profile',
      {},
      'the output profile is not that of the paper',
      'ask whether the inks were chosen for this press',
    );
  }
  return bytes;
}

/** Header fields: ICC.1:2010, 7.2. */
function profileFault(bytes: Uint8Array): string | undefined {
  const ascii = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  if (bytes.length < 132 || ascii(36) !== 'acsp') return 'it is no ICC profile';
  if (ascii(12) !== 'prtr') return `its class is "${ascii(12)}", not a printer's "prtr"`;
  return ascii(16) === 'CMYK' ? undefined : `its colour space is "${ascii(16).trim()}", not CMYK`;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
