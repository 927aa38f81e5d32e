import type { FlowParagraph } from '../model/flow.js';
import type { PartName } from '../model/style.js';
import type { FitSetting } from './fit-setting.js';

/**
 * Gives each paragraph the lines of white that may be added over it. A crosshead takes them over itself, since it
 * belongs to what follows; a quote takes them over its first paragraph and over the text that goes on after it.
 */
export function spaceParagraphs(
  paragraphs: readonly FlowParagraph[],
  partOf: (paragraph: number) => PartName | undefined,
  space: FitSetting['space'],
): readonly FlowParagraph[] {
  return paragraphs.map((paragraph, index) => {
    const part = partOf(paragraph.paragraph);
    const before = paragraphs[index - 1];
    const aboveSlack = slackBetween(before && partOf(before.paragraph), part, space);
    return aboveSlack === paragraph.aboveSlack ? paragraph : { ...paragraph, aboveSlack };
  });
}

function slackBetween(before: PartName | undefined, part: PartName | undefined, space: FitSetting['space']): number {
  if (before === undefined) return 0;
  const over = isAside(part) && part !== before ? (space[part] ?? 0) : 0;
  const under = isAside(before) && part !== before ? (space[before] ?? 0) : 0;
  const head = part === 'crosshead' ? (space.crosshead ?? 0) : 0;
  return Math.max(over, under, head);
}

/** A part with text before and after it that goes on without it. */
function isAside(part: PartName | undefined): part is 'quote' | 'pullquote' {
  return part === 'quote' || part === 'pullquote';
}
