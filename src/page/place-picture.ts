import type { PlacedPicture } from '../model/edition.js';
import type { PictureNote } from '../model/issue.js';
import type { PictureSource } from '../model/picture.js';
import type { Rect } from '../units/rect.js';
import type { Room } from './room.js';

/** A chosen picture in its box, cropped about its focus. */
export function placePicture(
  picture: { readonly source: PictureSource; readonly note: PictureNote },
  box: Rect,
  article: string,
  room: Room,
): PlacedPicture {
  return {
    source: picture.source,
    box,
    crop: room.typesetter.cropTo(picture.source, box.width / box.height, picture.note.focus),
    note: picture.note,
    article,
  };
}
