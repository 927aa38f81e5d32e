import type { Origin } from '../diagnostics/diagnostic.js';
import type { FaceId, FaceSource } from './font.js';
import type { FitStepName, Paper } from './paper.js';
import type { PageTemplate, Slot } from './template.js';

/** A day of the calendar. Weekday 0 is Sunday. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** The day as ISO 8601 writes it. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export interface Byline {
  readonly name: string;
  readonly role?: string;
}

export interface Credit {
  readonly name: string;
  readonly url?: string;
}

/** A picture of an article, with what is printed about it. */
export interface PictureNote {
  /** Path relative to the issue folder, checked to stay inside it. */
  readonly file: string;
  readonly caption?: string;
  /** Bold words that lead the caption. */
  readonly lead?: string;
  readonly credit?: Credit;
  readonly alt?: string;
  /** Point that a crop must keep, shares of width and height from the top left; [0.5, 0.5] by default. */
  readonly focus: readonly [number, number];
  /** Set where the article's text shows it, so that readers of the text expect to see it. */
  readonly inText?: true;
  readonly origin: Origin;
}

/** A picture as an article's text shows it: `![alt](file "caption")`. */
export interface WrittenPicture {
  /** File as written, not yet looked for. */
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly origin: Origin;
}

/** Lists the pictures that the Markdown of an article shows; `start`: where its first character stands. */
export type FindPictures = (markdown: string, start: Origin) => readonly WrittenPicture[];

/** Words of an article that are set large among its legs. */
export interface PullquoteNote {
  readonly text: string;
  /** Whose words they are. */
  readonly by?: string;
  readonly origin: Origin;
}

/** Which head a continued story carries over its resumed text. */
export type JumpHeadStyle = 'headline' | 'deck' | 'keyword' | 'slug';

/** What of an article is not divided at the ends of lines, whatever its styles say. */
export type Undivided =
  | { readonly type: 'all' }
  /** Proper names, told by their capitals. */
  | { readonly type: 'names' }
  | { readonly type: 'listed'; readonly names: readonly string[] };

/** An article file, its front matter checked, its Markdown not yet read. */
export interface ArticleSource {
  /** File name without folder and ending. */
  readonly id: string;
  readonly language: string;
  readonly kicker?: string;
  readonly headline: string;
  /** A shorter head for refers. */
  readonly shortHeadline?: string;
  readonly deck?: string;
  readonly byline?: Byline;
  readonly dateline?: string;
  readonly undivided?: Undivided;
  readonly jumpHead: { readonly style: JumpHeadStyle; readonly keyword?: string };
  readonly pictures: readonly PictureNote[];
  readonly pullquotes: readonly PullquoteNote[];
  /** The fit steps of the paper that may be taken with this story; all where it does not say. */
  readonly fit?: readonly FitStepName[];
  /** Whether the text may start with a drop cap where the slot's style has one; it may unless told. */
  readonly dropCap?: boolean;
  readonly markdown: string;
  /** Origin of the Markdown's first character. */
  readonly markdownOrigin: Origin;
  /** Origins of front-matter values by key path (`headline`, `byline.name`), for diagnostics. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Front-matter texts by the same paths as YAML has them, escapes and all, to find a character in. */
  readonly typed: ReadonlyMap<string, TypedText>;
  readonly origin: Origin;
}

/** A text as it was typed, and where its first character stands. */
export interface TypedText {
  readonly text: string;
  readonly origin: Origin;
}

/** What the desk put into a slot. */
export type Assignment =
  | {
      readonly type: 'article' | 'refer';
      readonly slot: Slot;
      readonly article: string;
      /** Which of the article's pictures to show, from 1; the first one unless it says otherwise. */
      readonly picture?: number;
      readonly origin: Origin;
    }
  | { readonly type: 'briefs'; readonly slot: Slot; readonly articles: readonly BriefEntry[]; readonly origin: Origin }
  | { readonly type: 'continue'; readonly slot: Slot; readonly article: string; readonly origin: Origin }
  /** The first story before this slot that is left over takes it. */
  | { readonly type: 'auto'; readonly slot: Slot; readonly origin: Origin }
  | {
      readonly type: 'ad';
      readonly slot: Slot;
      readonly file: string;
      readonly edition?: string;
      readonly origin: Origin;
    };

export interface BriefEntry {
  readonly article: string;
  readonly origin: Origin;
}

export interface IssuePage {
  /** Place in the issue, from 1. */
  readonly number: number;
  /** As printed: "3", "A3". */
  readonly label: string;
  readonly template: PageTemplate;
  readonly section?: string;
  readonly assignments: readonly Assignment[];
  readonly origin: Origin;
}

/** One night's issue, read and checked: every length in points, every name resolved. */
export interface Issue {
  readonly type: 'issue';
  readonly paper: Paper;
  readonly date: CalendarDate;
  readonly number: number;
  readonly editions: readonly string[];
  readonly pages: readonly IssuePage[];
  readonly articles: ReadonlyMap<string, ArticleSource>;
  readonly faces: ReadonlyMap<FaceId, FaceSource>;
  /** Issue folder, as a path that the host can read. */
  readonly folder: string;
  readonly origin: Origin;
}
