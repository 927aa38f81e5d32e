/*
 * Make-up needs other stages in a loop: a leg needs lines broken to its own measure. This file lends them to it, as the
 * functions of `Typesetter`, and is the only place where style, shape, paragraph and column meet.
 */
import { fillThread } from './column/fill-thread.js';
import { findCheapLines } from './column/find-cheap-lines.js';
import type { Report } from './diagnostics/diagnostic.js';
import { fitDropCap } from './fit-drop-cap.js';
import type { FindSheet } from './look-at-ads.js';
import type { FlowParagraph, ParagraphBreaker } from './model/flow.js';
import type { Line } from './model/line.js';
import type { Typesetter } from './model/make-up.js';
import type { Paper } from './model/paper.js';
import { aspectOf } from './model/picture.js';
import type { Inline, Story } from './model/story.js';
import type { PartName, TextStyle } from './model/style.js';
import type { StyledDropCap, StyledParagraph, StyledTable } from './model/styled.js';
import { breakHead } from './paragraph/break-head.js';
import { type BreakerInput, createParagraphBreaker, type DropCapRoom } from './paragraph/create-paragraph-breaker.js';
import { createTableBreaker, type TableBreaker } from './paragraph/create-table-breaker.js';
import { setLines } from './paragraph/set-lines.js';
import { coverCrop } from './picture/cover-crop.js';
import type { Session } from './session.js';
import { setCaption } from './set-caption.js';
import type { Stopwatch } from './stopwatch.js';
import { type HeadPart, styleHead, styleInline, styleText } from './style/style-head.js';
import { styleStory } from './style/style-story.js';
import { typedPullquote, typedUnder } from './style/typed-texts.js';
import type { Pt } from './units/length.js';

/** Display parts whose lines are balanced, as heads are; all others are set line by line. */
const BALANCED: ReadonlySet<PartName> = new Set(['headline', 'deck', 'jumpHead', 'kicker', 'pullquote']);

/** Lends the stages to make-up. */
export function openTypesetter(
  paper: Paper,
  session: Session,
  findSheet: FindSheet,
  report: Report,
  stopwatch: Stopwatch,
): Typesetter {
  const { justification } = paper;
  const shape = (paragraph: StyledParagraph) =>
    stopwatch.time('shape', () => session.shaper.shapeParagraph(paragraph, report));
  const setDropCap = ({ dropCap: _, ...paragraph }: StyledParagraph, cap: StyledDropCap): DropCapRoom => ({
    ...fitDropCap(paragraph, cap, paper.grid.leading, session.shaper),
    whole: shape({ ...paragraph, runs: cap.whole }),
  });
  const input = (paragraph: StyledParagraph): BreakerInput => {
    const list = shape(paragraph);
    const { marker, dropCap } = paragraph;
    if (dropCap) return { list, dropCap: setDropCap(paragraph, dropCap) };
    if (marker?.type !== 'text') return { list };
    return { list, marker: { shaped: session.shaper.shapeText(marker.text, marker.style), style: marker.style } };
  };
  const openTable = ({ style }: StyledParagraph, table: StyledTable, language: string): TableBreaker => {
    const head = table.head?.map(shape);
    const rows = table.rows.map((cells) => cells.map(shape));
    return stopwatch.time('paragraph', () =>
      createTableBreaker({ ...table, head, rows, size: style.size, language }, justification),
    );
  };
  const setDisplay = (paragraph: StyledParagraph | undefined, measure: Pt): readonly Line[] => {
    if (!paragraph || paragraph.runs.length === 0) return [];
    const one = input(paragraph);
    return stopwatch.time('paragraph', () => {
      if (BALANCED.has(paragraph.part)) {
        const breaks = breakHead(one.list, measure);
        const setting = { align: paragraph.style.align, justification, endIndent: 0 };
        return setLines(one.list, breaks, { widths: [measure] }, setting);
      }
      return createParagraphBreaker([one], { justification })(0, { widths: [measure] }, 0)?.setLines() ?? [];
    });
  };
  return {
    setPart: (story, part, style, measure) => setDisplay(stylePart(story, part, style), measure),
    setCaption: (story, picture, styles, measure) =>
      setCaption(story, picture, styles, (paragraph) => setDisplay(paragraph, measure)),
    setPullquote: (story, pullquote, part, style, measure) => {
      const words = story.pullquotes[pullquote];
      const inline = part === 'pullquote' ? words?.quote : words?.by;
      if (!words || !inline || inline.length === 0) return [];
      const place = { origin: words.origin, typed: typedPullquote(story.source, pullquote) };
      return setDisplay(styleInline(inline, part, style, story.source.language, place), measure);
    },
    setText: (text, part, style, measure, origin) =>
      setDisplay(styleText(text, part === 'furniture' ? 'refer' : part, style, paper.language, origin), measure),
    openFlow: (story, styles) => {
      const styled = stopwatch.time('style', () => styleStory(story, styles));
      const inputs = styled.body.map(input);
      // Make-up asks tens of thousands of times for settings that are known: only the work for new ones is timed.
      const timed = <T>(work: () => T) => stopwatch.time('paragraph', work);
      const breaker = createParagraphBreaker(inputs, { justification, timed });
      const tables = styled.body.map((one) => one.table && openTable(one, one.table, story.source.language));
      const breakAny: ParagraphBreaker = (paragraph, measures, looseness) => {
        const table = tables[paragraph];
        if (!table) return breaker(paragraph, measures, looseness);
        return looseness === 0 ? timed(() => table(measures)) : undefined;
      };
      return {
        paragraphs: styled.body.map((paragraph, index) => flowParagraph(paragraph, styled.body[index - 1], index)),
        breakParagraph: tables.some((table) => table !== undefined) ? breakAny : breaker,
        parts: styled.body.map(({ part, style, origin, table }) => ({
          ...{ part, style: style.name, origin },
          ...(table?.head?.[0] && { headStyle: table.head[0].style.name }),
        })),
      };
    },
    fillThread: (paragraphs, slots, breakParagraph) =>
      stopwatch.time('column', () =>
        fillThread(paragraphs, slots, breakParagraph, (work) => stopwatch.time('column', work)),
      ),
    findCheapLines: (filled) => stopwatch.time('column', () => findCheapLines(filled.settings)),
    metrics: (face) => session.shaper.metrics(face),
    inspectPicture: (file, origin) => stopwatch.time('picture', () => session.inspectPicture(file, origin)),
    inspectAd: (file, origin) => {
      const sheet = findSheet(file, origin, report);
      return sheet === 'other' ? stopwatch.time('picture', () => session.inspectPicture(file, origin)) : sheet;
    },
    cropTo: (source, aspect, focus) => coverCrop(aspectOf(source), aspect, focus),
  };
}

const HEAD_PARTS: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'byline', 'role', 'dateline']);

function stylePart(story: Story, part: PartName, style: TextStyle): StyledParagraph | undefined {
  const { language } = story.source;
  if (HEAD_PARTS.has(part)) return styleHead(story, part as HeadPart, style, language);
  if (part !== 'jumpHead') return undefined;
  const words = jumpHeadWords(story);
  const { origin } = story.source;
  const typed = typedUnder(story.source, JUMP_HEAD_KEYS);
  return typeof words === 'string'
    ? { ...styleText(words, part, style, language, origin), typed }
    : styleInline(words, part, style, language, { origin, typed });
}

/** Where the words of a jump head may come from. */
const JUMP_HEAD_KEYS = ['jump.keyword', 'shortHeadline', 'headline', 'deck'];

/** The words over resumed text, in the style of jump head that the article asks for. */
function jumpHeadWords(story: Story): string | readonly Inline[] {
  const { jumpHead, shortHeadline, headline } = story.source;
  switch (jumpHead.style) {
    case 'headline':
      return story.headline;
    case 'deck':
      return story.deck.length > 0 ? story.deck : story.headline;
    case 'keyword':
      return jumpHead.keyword ?? shortHeadline ?? headline;
    case 'slug':
      return story.source.id;
  }
}

function flowParagraph(paragraph: StyledParagraph, before: StyledParagraph | undefined, index: number): FlowParagraph {
  const isHead = paragraph.part === 'crosshead';
  // A table belongs to the crosshead over it.
  const isLed = paragraph.part === 'table' && before?.part === 'crosshead';
  const under = before?.part === 'table' ? Math.round(before.style.below) : 0;
  return {
    kind: isHead ? 'head' : paragraph.table ? 'table' : 'text',
    above: isLed ? 0 : Math.max(Math.round(paragraph.style.above), under),
    // How much white may be added is for the paper's fit steps to say.
    aboveSlack: 0,
    paragraph: index,
  };
}
