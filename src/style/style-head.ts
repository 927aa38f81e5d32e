/** The `style` stage, display text: heads, captions and computed wording, each styled for the slot that it stands in. */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { TypedText } from '../model/issue.js';
import type { Inline, Story } from '../model/story.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { StyledParagraph, StyledRun } from '../model/styled.js';
import { BOLD, PLAIN, type RunMarks } from './run-styles.js';
import { styleRun, styleRuns } from './style-runs.js';
import { typedCaption, typedUnder } from './typed-texts.js';

/** Parts of a story's head that come from its front matter. */
export type HeadPart = 'kicker' | 'headline' | 'deck' | 'byline' | 'role' | 'dateline';

/** Styles one part of a story's head. Undefined where the story has no such part. */
export function styleHead(
  story: Story,
  part: HeadPart,
  style: TextStyle,
  language: string,
): StyledParagraph | undefined {
  const inline = story[part];
  if (inline.length === 0) return undefined;
  return displayParagraph(part, style, styleRuns(inline, style, language), {
    origin: headOrigin(story, part),
    typed: typedUnder(story.source, KEYS[part]),
  });
}

/** Where the words may come from: a byline without a role is its name, and a small refer has the short headline. */
const KEYS: Record<HeadPart, readonly [string, ...string[]]> = {
  kicker: ['kicker'],
  headline: ['headline', 'shortHeadline'],
  deck: ['deck'],
  byline: ['byline.name', 'byline'],
  role: ['byline.role'],
  dateline: ['dateline'],
};

function headOrigin(story: Story, part: HeadPart): Origin {
  const { origins, origin } = story.source;
  return origins.get(KEYS[part][0]) ?? origins.get(part) ?? origin;
}

/** Where words stand, and the texts that they were typed in. */
export interface WordsPlace {
  readonly origin: Origin;
  readonly typed?: readonly TypedText[];
}

/** A story's words in the style of another part: a headline or deck as jump head or refer. */
export function styleInline(
  inline: readonly Inline[],
  part: PartName,
  style: TextStyle,
  language: string,
  place: WordsPlace,
): StyledParagraph {
  return displayParagraph(part, style, styleRuns(inline, style, language), place);
}

/**
 * Styles the caption of a story's picture: bold lead-in, text, credit at the end unless it has no style. Undefined where
 * there are no words.
 */
export function styleCaption(
  story: Story,
  picture: number,
  styles: { readonly caption: TextStyle; readonly credit?: TextStyle },
): StyledParagraph | undefined {
  const words = story.captions[picture];
  const note = story.source.pictures[picture];
  if (!words || !note) return undefined;
  const { language } = story.source;
  const lead = words.lead.map((run) => (run.type === 'text' ? { ...run, strong: true } : run));
  const parts = [
    styleRuns(lead, styles.caption, language),
    styleRuns(words.caption, styles.caption, language),
    styles.credit ? styleRuns(words.credit, styles.credit, language) : [],
  ].filter((runs) => runs.length > 0);
  if (parts.length === 0) return undefined;
  return displayParagraph('caption', styles.caption, joinRuns(parts, styles.caption, language), {
    origin: note.origin,
    typed: typedCaption(story.source, picture),
  });
}

/** Styles the credit of a story's picture by itself, for a line of its own at the end side. Undefined where there is none. */
export function styleCredit(story: Story, picture: number, style: TextStyle): StyledParagraph | undefined {
  const credit = story.captions[picture]?.credit ?? [];
  const note = story.source.pictures[picture];
  if (credit.length === 0 || !note) return undefined;
  const runs = styleRuns(credit, style, story.source.language);
  return displayParagraph('credit', { ...style, align: 'end' }, runs, {
    origin: note.origin,
    typed: typedCaption(story.source, picture),
  });
}

/** Puts a space of the style between groups of runs. */
function joinRuns(parts: readonly (readonly StyledRun[])[], style: TextStyle, language: string): readonly StyledRun[] {
  const space = styleRun(' ', style, PLAIN, language);
  return parts.flatMap((runs, index) => (index === 0 ? runs : [space, ...runs]));
}

export interface TextOptions {
  /** Bold words before the text. */
  readonly lead?: string;
  /** Words after the text in a style of their own. */
  readonly credit?: { readonly text: string; readonly style: TextStyle; readonly link?: string };
  readonly link?: string;
}

/** Styles computed text: jump lines, refers, furniture. The words are taken as they are. */
export function styleText(
  text: string,
  part: PartName,
  style: TextStyle,
  language: string,
  origin: Origin,
  options: TextOptions = {},
): StyledParagraph {
  const { lead, credit } = options;
  const parts: StyledRun[][] = [];
  if (lead) parts.push([styleRun(lead, style, BOLD, language)]);
  if (text) parts.push([styleRun(text, style, marksWith(options.link), language)]);
  if (credit?.text) parts.push([styleRun(credit.text, credit.style, marksWith(credit.link), language)]);
  return displayParagraph(part, style, joinRuns(parts, style, language), { origin });
}

function marksWith(link: string | undefined): RunMarks {
  return link === undefined ? PLAIN : { ...PLAIN, link };
}

function displayParagraph(
  part: PartName,
  style: TextStyle,
  runs: readonly StyledRun[],
  place: WordsPlace,
): StyledParagraph {
  return { part, style, runs, indent: 0, hang: 0, endIndent: 0, paragraph: -1, ...place };
}
