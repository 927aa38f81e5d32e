import type { Origin } from '../diagnostics/diagnostic.js';
import type { ArticleSource } from './issue.js';

/** A run of text with its marks; smart punctuation is done, soft hyphens are left in. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly code: boolean;
  readonly link?: string;
  /** BCP 47 tag, where it is not the article's. */
  readonly language?: string;
  /** Set in small capitals, whatever the style. */
  readonly smallCaps?: true;
  /** Its words are not divided, whatever the style. */
  readonly undivided?: true;
}

export interface HardBreak {
  readonly type: 'break';
}

export type Inline = TextRun | HardBreak;

/** A block of an article's text, in reading order. `paragraph` numbers run from 0 over all blocks of a story. */
export type Block =
  | {
      readonly type: 'paragraph';
      readonly paragraph: number;
      readonly inline: readonly Inline[];
      readonly origin: Origin;
    }
  | {
      readonly type: 'crosshead';
      readonly paragraph: number;
      readonly inline: readonly Inline[];
      readonly origin: Origin;
    }
  | {
      readonly type: 'item';
      readonly paragraph: number;
      /** "•", "1." …; empty for a further paragraph of the same item. */
      readonly marker: string;
      /** 0 for the outermost list. */
      readonly depth: number;
      readonly inline: readonly Inline[];
      readonly origin: Origin;
    }
  | { readonly type: 'quote'; readonly paragraph: number; readonly inline: readonly Inline[]; readonly origin: Origin }
  | TableBlock;

/** How the cells of a column stand: as the column's content asks where the writer has not said. */
export type ColumnAlign = 'start' | 'end' | 'center' | 'none';

/** A table: rows of as many cells as there are columns. */
export interface TableBlock {
  readonly type: 'table';
  readonly paragraph: number;
  readonly columns: readonly ColumnAlign[];
  /** What stands over the columns; all of its cells may be empty. */
  readonly head: TableRow;
  readonly rows: readonly TableRow[];
  readonly origin: Origin;
}

export interface TableRow {
  /** The text of each cell; empty where there is none. */
  readonly cells: readonly (readonly Inline[])[];
  readonly origin: Origin;
}

/** A typed page reference found in the text ("Page 3 >"): checked against the computed one, and replaced by it. */
export interface Claim {
  /** `to`: the text goes on, or is told, on that page ("Page 3 >"). `from`: it comes from there ("< From page 1"). */
  readonly kind: 'to' | 'from';
  /** The page label that the text claims. */
  readonly page: string;
  readonly text: string;
  /** How many blocks of text stand before it. */
  readonly after: number;
  readonly origin: Origin;
}

/** The words under one picture. Any of them may be empty. */
export interface CaptionText {
  /** Bold words that lead the caption. */
  readonly lead: readonly Inline[];
  readonly caption: readonly Inline[];
  /** Who made the picture; a link where the credit has an address. */
  readonly credit: readonly Inline[];
}

/** Words set large among the legs. They say again what the text says, and are no part of it: no word of them is counted. */
export interface PullquoteText {
  readonly quote: readonly Inline[];
  readonly by: readonly Inline[];
  readonly origin: Origin;
}

/** A newspaper story: what an article says, not how it looks. */
export interface Story {
  readonly type: 'story';
  readonly source: ArticleSource;
  readonly kicker: readonly Inline[];
  readonly headline: readonly Inline[];
  readonly deck: readonly Inline[];
  /** Name, role and place as front matter gives them, punctuation made typographic; empty where there is none. */
  readonly byline: readonly Inline[];
  readonly role: readonly Inline[];
  readonly dateline: readonly Inline[];
  /** One entry for each of `source.pictures`, in the same order. */
  readonly captions: readonly CaptionText[];
  readonly pullquotes: readonly PullquoteText[];
  readonly blocks: readonly Block[];
  readonly claims: readonly Claim[];
  /** Words of the body text: runs of characters between white space. */
  readonly words: number;
}
