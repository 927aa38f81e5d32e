/** The output intent: for which printing condition the inks were chosen (ISO 32000-1, 14.11.5; ISO 15930-7). */
import type { FileKind } from './file-kind.js';
import type { OutputProfile } from './output-profile.js';
import { type PdfBody, type PdfRef, textString } from './pdfkit-internals.js';

/** Names of the subtypes: ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.3. */
const SUBTYPES = { press: 'GTS_PDFX', reader: 'GTS_PDFA1' } as const;

/** Writes the profile and the intent that points at it. */
export function writeOutputIntent(body: PdfBody, profile: OutputProfile, kind: FileKind): PdfRef {
  return body.add({
    Type: 'OutputIntent',
    S: SUBTYPES[kind],
    OutputConditionIdentifier: textString(profile.identifier),
    OutputCondition: textString(profile.condition),
    RegistryName: textString(profile.registry),
    Info: textString(profile.info),
    DestOutputProfile: body.addStream({ N: 4 }, profile.bytes, 'deflate'),
  });
}
