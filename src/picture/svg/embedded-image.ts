import type { Size } from '../../units/rect.js';
import { inspectShape, uprightSize } from '../inspect-picture.js';
import { lengthOf, type ShapeRoom } from './basic-shapes.js';
import type { Mark } from './drawing.js';
import { chain, scaleBy } from './matrix.js';
import { boxClip, type Surroundings } from './reading.js';
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
  const unit = chain(place, chain(scaleBy(size.width, size.height), [1, 0, 0, -1, 0, 1]));
  const isSliced = /slice/.test(element.attributes.get('preserveAspectRatio') ?? '');
  const framed = isSliced ? [...clips, boxClip(box, matrix)] : clips;
  return [{ type: 'image', bytes, matrix: unit, clips: framed, alpha: 1, at: element.at }];
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

function pixelSize(bytes: Uint8Array, element: SvgElement, refuse: Refuse): Size | undefined {
  const found = inspectShape(bytes);
  if (found.type === 'trouble') {
    refuse(element.at, `has a picture in it that ${found.why}`, found.hint);
    return undefined;
  }
  const { widthPx, heightPx } = uprightSize(found);
  return { width: widthPx, height: heightPx };
}
