/** Pictures in their boxes: pixels fill theirs, and of a drawing the part that is shown does; the rest is cut off. */
import type { DisplayOp } from '../model/display-list.js';
import { tint } from '../units/color.js';
import type { Rect } from '../units/rect.js';
import { putText } from './byte-text.kernel.js';
import { fillBox, type PageContent, putOperands, startFigure } from './page-content.kernel.js';
import type { PlacedForm } from './picture-objects.js';

type PictureOp = Extract<DisplayOp, { type: 'picture' }>;

/** Stands for a picture that could not be converted. */
const MISSING_PICTURE = tint(0.2);

/** Places a picture in its box. The graphics state about it is kept as it was. */
export function drawPicture(page: PageContent, op: PictureOp): void {
  const { x, y, width, height } = op.box;
  const placed = page.needs.picture(op.picture);
  if (placed === undefined) {
    fillBox(page, { type: 'fill', box: op.box, color: MISSING_PICTURE });
    return;
  }
  startFigure(page, placed);
  putText(page.out, 'q ');
  if (placed.type === 'image') {
    putOperands(page.out, width, 0, 0, height, page.left + x, page.top - y - height);
  } else {
    putText(page.out, FRESH_STATE);
    putFormMatrix(page, op.box, op.picture.crop, placed);
  }
  putText(page.out, `cm /${placed.name} Do Q\n`);
}

/** A form takes over the state that it is called in (ISO 32000-1, 8.10.1), where that of a fresh page is meant. */
const FRESH_STATE = '0 g 0 G 1 w 0 Tc 100 Tz ';

/** Shares of a drawing closer than this are the same: where all of it is shown, its own box cuts it. */
const WHOLE = 1e-9;

function putFormMatrix(page: PageContent, box: Rect, crop: Rect, { source }: PlacedForm): void {
  const left = page.left + box.x;
  const bottom = page.top - box.y - box.height;
  if (crop.width < 1 - WHOLE || crop.height < 1 - WHOLE) {
    putOperands(page.out, left, bottom, box.width, box.height);
    putText(page.out, 're W n ');
  }
  const across = box.width / crop.width;
  const up = box.height / crop.height;
  putText(page.out, `${scale(across / source.width)} 0 0 ${scale(up / source.height)} `);
  // The crop counts from the drawing's top, and the form from its foot.
  putOperands(page.out, left - crop.x * across, bottom - (1 - crop.y - crop.height) * up);
}

/** A thousandth, as places are rounded to, would move the far side of a large drawing by a point. */
function scale(factor: number): number {
  return Math.max(1, Math.round(factor * 1e6)) / 1e6;
}
