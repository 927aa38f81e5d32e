import { inspectPicture } from '../inspect-picture.js';
import { lengthOf, type ShapeRoom } from './basic-shapes.js';
import type { Clip, Mark } from './drawing.js';
import { chain, matrixOf, scaleBy } from './matrix.js';
import { CLOSE, lineTo, mapPath, moveTo } from './path.js';
import type { Surroundings } from './reading.js';
import type { Refuse, SvgElement } from './svg-element.js';
import { fitViewBox } from './view-box.js';

const EMBED_AGAIN = 'embed it as JPEG or PNG, in the drawing program';

/** A picture of pixels that the drawing carries as a data URI, in its place. */
export function readImage(
  element: SvgElement,
  room: ShapeRoom,
  { matrix, clips }: Surroundings,
  refuse: Refuse,
): readonly Mark[] {
  const href = element.attributes.get('href') ?? '';
  // What lies outside of the file was refused before; nothing is drawn without a source.
  if (!/^\s*data:/i.test(href)) return [];
  const bytes = decodeData(href);
  const size = bytes && pixelSize(bytes, element, refuse);
  if (!bytes || !size) {
    if (!bytes) refuse(element.at, 'has a picture in it whose data cannot be read', EMBED_AGAIN);
    return [];
  }
  const box = {
    x: lengthOf(element, 'x', 'across', room),
    y: lengthOf(element, 'y', 'down', room),
    width: element.attributes.has('width') ? lengthOf(element, 'width', 'across', room) : size.width,
    height: element.attributes.has('height') ? lengthOf(element, 'height', 'down', room) : size.height,
  };
  if (!(box.width > 0 && box.height > 0)) return [];
  const place = chain(matrix, fitViewBox(element, { x: 0, y: 0, ...size }, box));
  // From the unit square, y up, as PDF has a picture, to its pixels, y down.
  const unit = chain(place, chain(scaleBy(size.width, size.height), matrixOf(1, 0, 0, -1, 0, 1)));
  const { x, y, width, height } = box;
  const corners = [moveTo(x, y), lineTo(x + width, y), lineTo(x + width, y + height), lineTo(x, y + height), CLOSE];
  const frame: Clip = { path: mapPath(corners, matrix), rule: 'nonzero' };
  const isSliced = /slice/.test(element.attributes.get('preserveAspectRatio') ?? '');
  return [
    { type: 'image', bytes, matrix: unit, clips: isSliced ? [...clips, frame] : clips, alpha: 1, at: element.at },
  ];
}

function decodeData(href: string): Uint8Array | undefined {
  const comma = href.indexOf(',');
  if (comma < 0 || comma > 200 || !/;base64$/i.test(href.slice(0, comma).trimEnd())) return undefined;
  try {
    return Uint8Array.from(atob(href.slice(comma + 1).replace(/\s+/g, '')), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function pixelSize(bytes: Uint8Array, element: SvgElement, refuse: Refuse) {
  const origin = { file: '', line: 1, column: 1 };
  const source = inspectPicture(bytes, { file: 'embedded', hash: '', origin }, ({ message, hint }) => {
    refuse(element.at, `has a picture in it that ${message.replace(/^picture "[^"]*" /, '')}`, hint ?? EMBED_AGAIN);
  });
  return source && { width: source.widthPx, height: source.heightPx };
}
