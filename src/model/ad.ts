import type { Pt } from '../units/length.js';
import type { PageBoxName } from './picture.js';
import type { PressForm } from './press-form.js';

/** A box of an advertisement's page, with the size that it gives the page, upright. */
export interface SheetBox {
  readonly name: PageBoxName;
  readonly width: Pt;
  readonly height: Pt;
}

/** Why a file cannot be taken as an advertisement, worded to follow its name in a message. */
export interface AdRefusal {
  readonly type: 'refused';
  readonly why: string;
  readonly hint: string;
}

/** An advertisement sent as a PDF of one page, looked at but not drawn: the sizes that it may be meant to have. */
export interface AdSheet {
  readonly type: 'sheet';
  /** The boxes that its page has, the likeliest first. */
  readonly boxes: readonly SheetBox[];
}

/** What was drawn on the page, cut to one of its boxes, with nothing in it but what is printed. */
export interface AdArtwork {
  readonly type: 'artwork';
  readonly form: PressForm;
}

/** An advertisement sent as a PDF, with the name that the manifest gives it. */
export interface SheetFile extends AdSheet {
  /** As a path that the host can read. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string;
}
