import type { Origin } from '../diagnostics/diagnostic.js';
import type { PictureNote } from '../model/issue.js';
import type { Line } from '../model/line.js';
import type { PictureSource } from '../model/picture.js';
import type { TextStyle } from '../model/style.js';

/** A caption set to its picture's width. */
export interface SetCaption {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly origin: Origin;
}

/** A picture that has a place, with its caption set. */
export interface ChosenPicture {
  readonly source: PictureSource;
  readonly note: PictureNote;
  readonly caption: SetCaption;
  /** Width ÷ height of the whole picture. */
  readonly aspect: number;
}
