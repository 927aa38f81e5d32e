/** Tells which of a style's OpenType features its face does not have. In: a style and a shaper of its face. Out: reports. */
import type { Report } from '../diagnostics/diagnostic.js';
import type { RunStyle, StyledParagraph } from '../model/styled.js';
import type { Face } from './open-face.js';
import { openTypeLanguage } from './opentype-tags.js';
import { isNew } from './report-missing.js';
import { isAlwaysOn } from './shaping-rules.js';

/** What people call the features that styles have words for. */
const NAMES: Readonly<Record<string, string>> = {
  smcp: 'small capitals',
  c2sc: 'small capitals for capitals',
  onum: 'old-style figures',
  pnum: 'proportional figures',
  frac: 'fractions',
};

/** Most faces are lining and tabular by themselves, and have no feature for what they are. */
const MOSTLY_DEFAULT: ReadonlySet<string> = new Set(['lnum', 'tnum']);

/** The features of a style that change nothing in a face. */
export function lackingFeatures({ features, language }: RunStyle, face: Face): readonly string[] {
  const tag = openTypeLanguage(language);
  const asked = features.filter((feature) => !isAlwaysOn(feature) && !MOSTLY_DEFAULT.has(feature));
  return asked.filter((feature) => !hasFeature(feature, tag, face));
}

/** A feature that the face has adds rules to those that are always on. A face that stands in for a broken one has all. */
function hasFeature(feature: string, language: string, face: Face): boolean {
  const plain = face.rules('latn', language, []);
  const rules = face.rules('latn', language, [feature]);
  return (
    rules === plain ||
    rules.substitutions.length !== plain.substitutions.length ||
    rules.complex.contexts.length !== plain.complex.contexts.length
  );
}

/** Reports features that a face lacks, at the first paragraph of a run of the command that asks for them. */
export function reportLacking(
  lacking: readonly string[],
  face: string,
  paragraph: StyledParagraph,
  report: Report,
): void {
  for (const feature of lacking) {
    if (!isNew(`${feature} ${face}`, report)) continue;
    const name = NAMES[feature];
    report({
      code: 'missing-feature',
      severity: 'warning',
      origin: paragraph.origin,
      message: `font "${face}" has no ${name === undefined ? '' : `${name}, `}OpenType feature "${feature}"`,
      hint: `take it out of the style "${paragraph.style.name}" and out of the text, or set these words in a face that has it`,
    });
  }
}
