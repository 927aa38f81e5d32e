import type { Origin } from '../diagnostics/diagnostic.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { SheetFile } from './ad.js';
import type { Barcode } from './barcode.js';
import type { CheapLine, FilledThread, FlowParagraph, ParagraphBreaker, SlotFrame } from './flow.js';
import type { FaceId, FaceMetrics } from './font.js';
import type { Line } from './line.js';
import type { PictureSource } from './picture.js';
import type { Story } from './story.js';
import type { PartName, TextStyle } from './style.js';

/** The style of a part, as the paper or the slot has it. */
export type StyleLookup = (part: PartName) => TextStyle;

/** A story's body, ready to be poured into legs. */
export interface Flow {
  readonly paragraphs: readonly FlowParagraph[];
  readonly breakParagraph: ParagraphBreaker;
  /** Style and place of each paragraph, by number. */
  readonly parts: readonly FlowPart[];
}

export interface FlowPart {
  readonly part: PartName;
  readonly style: string;
  /** Style of a table's head. */
  readonly headStyle?: string;
  readonly origin: Origin;
}

/** What make-up asks of the other stages. It is handed these functions, so that no stage imports another. */
export interface Typesetter {
  /** What the bar code says, where a page prints one. */
  readonly barcode?: Barcode;
  /** A part of a story's head (kicker, headline, deck, byline, role, jump head) set to a measure. */
  setPart(story: Story, part: PartName, style: TextStyle, measure: Pt): readonly Line[];
  /** The words under the picture with this index in its article. */
  setCaption(
    story: Story,
    picture: number,
    styles: { readonly caption: TextStyle; readonly credit: TextStyle },
    measure: Pt,
  ): readonly Line[];
  /** One part of the pullquote with this index in its article: the quotation, or whose it is. */
  setPullquote(
    story: Story,
    pullquote: number,
    part: 'pullquote' | 'pullquoteBy',
    style: TextStyle,
    measure: Pt,
  ): readonly Line[];
  /** Computed text: jump lines, page numbers, furniture. */
  setText(text: string, part: PartName | 'furniture', style: TextStyle, measure: Pt, origin: Origin): readonly Line[];
  openFlow(story: Story, styles: StyleLookup): Flow;
  fillThread(
    paragraphs: readonly FlowParagraph[],
    slots: readonly SlotFrame[],
    breakParagraph: ParagraphBreaker,
  ): FilledThread;
  /** What each paragraph of a poured story would give or take a line for, in story order. */
  findCheapLines(filled: FilledThread): readonly CheapLine[];
  metrics(face: FaceId): FaceMetrics;
  /** Looks at a picture file once; undefined (and reported) where it cannot be used. */
  inspectPicture(file: string, origin: Origin): PictureSource | undefined;
  /** The same for an advertisement, which may be the page of a PDF as well. */
  inspectAd(file: string, origin: Origin): PictureSource | SheetFile | undefined;
  /** The part of a picture that fills a box of this width ÷ height, about a focus point. */
  cropTo(source: PictureSource, aspect: number, focus: readonly [number, number]): Rect;
}
