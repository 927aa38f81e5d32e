/**
 * The `story` stage: an article's Markdown and front matter in, a newspaper {@link Story} out. What an article says, not
 * how it looks. Text is never lost: what a newspaper column cannot hold is kept as plain text and reported.
 */
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { ArticleSource, PictureNote, PullquoteNote } from '../model/issue.js';
import type { Paper } from '../model/paper.js';
import type { Block, CaptionText, Claim, Inline, PullquoteText, Story, TableBlock, TableRow } from '../model/story.js';
import { textsOf } from './block-texts.js';
import { type Draft, type DraftBlock, type DraftRow, type DraftTable, isTable } from './draft.js';
import { dropRepeatedHeadline } from './drop-headline.js';
import { finishInline, plainText, type SegmentSetting } from './finish-inline.js';
import { keepUndivided } from './keep-undivided.js';
import { readClaim } from './read-claim.js';
import { readDrafts } from './read-drafts.js';
import { readInline } from './read-inline.js';

/**
 * Reads one article. Problems (`unsupported-markdown`) go to `report`; whatever bytes the article holds, nothing throws.
 * An article without text gives a story with no blocks.
 * `spaces`: as the paper has it.
 */
export function readStory(source: ArticleSource, report: Report, spaces: Paper['spaces'] = 'typed'): Story {
  const setting: SegmentSetting = { language: source.language, spaces, report };
  const drafts = dropRepeatedHeadline(readDrafts(source.markdown, source.markdownOrigin, report), source.headline);
  const { blocks, claims } = separateClaims(drafts, setting);
  const story: Story = {
    type: 'story',
    source,
    kicker: readMarked(source, 'kicker', source.kicker, setting),
    headline: readMarked(source, 'headline', source.headline, setting),
    deck: readMarked(source, 'deck', source.deck, setting),
    byline: readPlain(source, 'byline.name', source.byline?.name, setting),
    role: readPlain(source, 'byline.role', source.byline?.role, setting),
    dateline: readPlain(source, 'dateline', source.dateline, setting),
    captions: source.pictures.map((note) => readCaption(note, setting)),
    pullquotes: source.pullquotes.map((note) => readPullquote(note, setting)),
    blocks,
    claims,
    words: countWords(blocks),
  };
  return keepUndivided(story);
}

/** Numbers the blocks of text and takes out the paragraphs that are only a typed page reference. */
function separateClaims(
  drafts: readonly Draft[],
  setting: SegmentSetting,
): { readonly blocks: readonly Block[]; readonly claims: readonly Claim[] } {
  const blocks: Block[] = [];
  const claims: Claim[] = [];
  for (const draft of drafts) {
    if (isTable(draft)) {
      blocks.push(finishTable(draft, blocks.length, setting));
      continue;
    }
    const reference = mayBeClaim(draft) ? readClaim(plainText(draft.segments), setting.language) : undefined;
    if (reference) {
      claims.push({ ...reference, after: blocks.length, origin: draft.origin });
      continue;
    }
    const inline = finishInline(draft.segments, draft.origin, setting);
    if (inline.length > 0) blocks.push(numberBlock(draft, blocks.length, inline));
  }
  return { blocks, claims };
}

/** A typed reference stands in a paragraph; "> From page 3" is a block quote to Markdown. */
function mayBeClaim(draft: DraftBlock): boolean {
  return draft.kind.type === 'paragraph' || draft.kind.type === 'quote';
}

function numberBlock(draft: DraftBlock, paragraph: number, inline: readonly Inline[]): Block {
  return { ...draft.kind, paragraph, inline, origin: draft.origin };
}

function finishTable(draft: DraftTable, paragraph: number, setting: SegmentSetting): TableBlock {
  const finish = ({ cells, origin }: DraftRow): TableRow => ({
    cells: cells.map((cell) => finishInline(cell, origin, setting)),
    origin,
  });
  const { columns, head, rows, origin } = draft;
  return { type: 'table', paragraph, columns, head: finish(head), rows: rows.map(finish), origin };
}

/** Front-matter text that may carry emphasis: kicker, headline, deck, captions. */
function readMarked(
  source: ArticleSource,
  key: string,
  text: string | undefined,
  setting: SegmentSetting,
): readonly Inline[] {
  if (text === undefined) return [];
  return readMarkedAt(text, source.origins.get(key) ?? source.origin, setting);
}

function readMarkedAt(text: string, origin: Origin, setting: SegmentSetting): readonly Inline[] {
  return finishInline(readInline(text, origin, setting.report), origin, setting);
}

/** Front-matter text that is taken as it is: names, roles, places. Only its punctuation is made typographic. */
function readPlain(
  source: ArticleSource,
  key: string,
  text: string | undefined,
  setting: SegmentSetting,
): readonly Inline[] {
  return readPlainAt(text, source.origins.get(key) ?? source.origins.get('byline') ?? source.origin, setting);
}

function readPlainAt(
  text: string | undefined,
  origin: Origin,
  setting: SegmentSetting,
  link?: string,
): readonly Inline[] {
  if (text === undefined) return [];
  const run = { type: 'text' as const, text, emphasis: false, strong: false, code: false };
  return finishInline([link === undefined ? run : { ...run, link }], origin, setting);
}

function readCaption(note: PictureNote, setting: SegmentSetting): CaptionText {
  return {
    lead: note.lead === undefined ? [] : readMarkedAt(note.lead, note.origin, setting),
    caption: note.caption === undefined ? [] : readMarkedAt(note.caption, note.origin, setting),
    credit: readPlainAt(note.credit?.name, note.origin, setting, note.credit?.url),
  };
}

function readPullquote({ text, by, origin }: PullquoteNote, setting: SegmentSetting): PullquoteText {
  return { quote: readMarkedAt(text, origin, setting), by: readPlainAt(by, origin, setting), origin };
}

/** Words as an editor counts them: runs of characters between white space, over all blocks. */
function countWords(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) for (const text of textsOf(block)) words += wordsIn(plainText(text));
  return words;
}

/** No-break spaces do not part words: "« oui »" is one, and so is "10 km" where it is tied. */
function wordsIn(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) === 0x20;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
