import type { PixelRequest } from '../model/picture.js';

/** A crop in whole pixels of the upright picture. */
export interface PixelCrop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The request's crop rounded to whole pixels: inside the picture, at least one pixel each way. */
export function cropPixels({ source, crop }: Pick<PixelRequest, 'source' | 'crop'>): PixelCrop {
  const [left, width] = roundedStretch(crop.x, crop.width, source.widthPx);
  const [top, height] = roundedStretch(crop.y, crop.height, source.heightPx);
  return { left, top, width, height };
}

function roundedStretch(start: number, length: number, side: number): readonly [start: number, length: number] {
  const size = Math.max(1, Math.min(side, Math.round(length * side)));
  return [Math.max(0, Math.min(side - size, Math.round(start * side))), size];
}
