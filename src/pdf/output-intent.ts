/** The output intent: for which printing condition the inks were chosen (ISO 32000-1, 14.11.5; ISO 15930-7). */
import type { OutputProfile } from './output-profile.js';
import { type PdfBody, type PdfRef, textString } from './pdfkit-internals.js';

/** Writes the profile and the intent that points at it. */
export function writeOutputIntent(body: PdfBody, profile: OutputProfile): PdfRef {
  return body.add({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: textString(profile.identifier),
    OutputCondition: textString(profile.condition),
    RegistryName: textString(profile.registry),
    Info: textString(profile.info),
    DestOutputProfile: body.addStream({ N: 4 }, profile.bytes, 'deflate'),
  });
}
