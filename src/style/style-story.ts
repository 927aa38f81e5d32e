/**
 * The `style` stage, body: every block of a story gets its final look, its indents and its list marker. Nothing
 * cascades after this.
 */
import type { StyleLookup } from '../model/make-up.js';
import type { Block, Story, TableBlock } from '../model/story.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { StyledParagraph, StyledRun, StyledStory } from '../model/styled.js';
import type { Pt } from '../units/length.js';
import { itemSteps } from './item-steps.js';
import { PLAIN } from './run-styles.js';
import { styleRun, styleRuns } from './style-runs.js';
import { styleTable } from './style-table.js';
import { takeDropCap } from './take-drop-cap.js';
import { typedBody, typedUnder } from './typed-texts.js';

/** A list deeper than this is indented no further: a newspaper column has no room for it. */
const DEEPEST_INDENT = 3;

/** Styles the body of a story. The head is styled slot by slot, see `styleHead`. */
export function styleStory(story: Story, styles: StyleLookup): StyledStory {
  const steps = itemSteps(story.blocks, styles('item'));
  const opening = story.blocks.findIndex((block) => block.type === 'paragraph');
  const body = story.blocks.map((block, index) => {
    const paragraph = styleBlock(story, block, styles, steps[index] as Pt);
    return index === opening ? withOpening(paragraph, story, styles) : paragraph;
  });
  return { type: 'styled-story', article: story.source.id, body };
}

type TextBlock = Exclude<Block, TableBlock>;

function styleBlock(story: Story, block: Block, styles: StyleLookup, step: Pt): StyledParagraph {
  if (block.type === 'table') return styleTable(block, styles, story.source.language, typedBody(story.source));
  const part = partOf(block);
  const style = styles(part);
  const { language } = story.source;
  return {
    part,
    style,
    runs: styleRuns(block.inline, style, language),
    ...indentsOf(block, style, { step, flush: isFlush(story.blocks, block.paragraph) }),
    ...markerOf(block, style, language),
    paragraph: block.paragraph,
    origin: block.origin,
    typed: typedBody(story.source),
  };
}

function partOf(block: TextBlock): PartName {
  return block.type === 'paragraph' ? 'body' : block.type;
}

/** The first paragraph after the head, a crosshead or a table stands flush: there is nothing to tell it from. */
function isFlush(blocks: readonly Block[], paragraph: number): boolean {
  const before = blocks[paragraph - 1];
  return before === undefined || before.type === 'crosshead' || before.type === 'table';
}

type Indents = Pick<StyledParagraph, 'indent' | 'hang' | 'endIndent'>;

function indentsOf(block: TextBlock, style: TextStyle, place: { readonly step: Pt; readonly flush: boolean }): Indents {
  switch (block.type) {
    case 'paragraph':
      return { indent: place.flush ? 0 : style.indent, hang: 0, endIndent: 0 };
    case 'crosshead':
      return { indent: 0, hang: 0, endIndent: 0 };
    case 'quote': {
      const aside = style.indent > 0 ? style.indent : style.size;
      return { indent: aside, hang: aside, endIndent: aside };
    }
    case 'item': {
      const hang = place.step * (1 + Math.min(block.depth, DEEPEST_INDENT));
      return { indent: hang, hang, endIndent: 0 };
    }
  }
}

function markerOf(block: Block, style: TextStyle, language: string): { readonly marker?: StyledRun } {
  if (block.type !== 'item' || block.marker === '') return {};
  return { marker: styleRun(block.marker, style, PLAIN, language) };
}

/** The story's first paragraph starts with its dateline, or else with a drop cap where the style has one. */
function withOpening(paragraph: StyledParagraph, story: Story, styles: StyleLookup): StyledParagraph {
  if (story.dateline.length > 0) return withDateline(paragraph, story, styles);
  const { dropCap } = paragraph.style;
  // Under a crosshead the paragraph may stand at a leg's foot, where the letter would have no lines to stand beside.
  const isFirst = paragraph.paragraph === 0;
  return dropCap && isFirst && story.source.dropCap !== false ? takeDropCap(paragraph, dropCap) : paragraph;
}

/** Runs the dateline in at the start of the story's first paragraph: "HAVANNA — The harbour …" */
function withDateline(paragraph: StyledParagraph, story: Story, styles: StyleLookup): StyledParagraph {
  const { language } = story.source;
  const dateline = styleRuns(story.dateline, styles('dateline'), language);
  const dash = styleRun(' — ', paragraph.style, PLAIN, language);
  const typed = [...typedUnder(story.source, ['dateline']), ...typedBody(story.source)];
  return { ...paragraph, runs: [...dateline, dash, ...paragraph.runs], typed };
}
