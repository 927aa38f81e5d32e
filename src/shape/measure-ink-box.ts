import type { ShapedText } from '../model/hlist.js';
import type { InkBounds } from './check-outlines.js';

/** The box about the ink of all glyphs of a text, in em from its start, y up; undefined where none has ink. */
export function measureInkBox(
  { glyphs, advances }: ShapedText,
  ink: (glyph: number) => InkBounds | undefined,
): InkBounds | undefined {
  let box: InkBounds | undefined;
  let x = 0;
  glyphs.forEach((glyph, index) => {
    const bounds = ink(glyph);
    if (bounds) box = unite(box, { ...bounds, left: x + bounds.left, right: x + bounds.right });
    x += (advances[index] as number) / 1000;
  });
  return box;
}

function unite(a: InkBounds | undefined, b: InkBounds): InkBounds {
  if (!a) return b;
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
    foot: Math.min(a.foot, b.foot),
  };
}
