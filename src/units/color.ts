/** A colour that a newspaper press can print: process inks only, each a share from 0 to 1. */
export type Color =
  | { readonly type: 'gray'; readonly ink: number }
  | { readonly type: 'cmyk'; readonly c: number; readonly m: number; readonly y: number; readonly k: number };

/** The colour of all text: black ink alone, so that it overprints and never goes out of register. */
export const BLACK: Color = { type: 'cmyk', c: 0, m: 0, y: 0, k: 1 };
export const WHITE: Color = { type: 'cmyk', c: 0, m: 0, y: 0, k: 0 };

/** Reads `cmyk(0 90 80 5)` (per cent of each ink) or `gray(20)` (per cent of black). Undefined when it is neither. */
export function readColor(text: string): Color | undefined {
  const call = /^(cmyk|gray)\(\s*([\d.\s,%]+)\)$/.exec(text.trim());
  if (!call) return undefined;
  const inks = (call[2] as string)
    .split(/[\s,%]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (inks.some((ink) => !(ink >= 0 && ink <= 100))) return undefined;
  if (call[1] === 'gray') return inks.length === 1 ? tint((inks[0] as number) / 100) : undefined;
  if (inks.length !== 4) return undefined;
  const [c, m, y, k] = inks.map((ink) => ink / 100) as [number, number, number, number];
  return { type: 'cmyk', c, m, y, k };
}

/** A tint of black ink, 0 (paper) to 1 (solid). */
export function tint(ink: number): Color {
  return { type: 'cmyk', c: 0, m: 0, y: 0, k: ink };
}

/** Total ink of a colour, where each solid ink counts 1: rich black of all four is 4. */
export function totalInk(color: Color): number {
  return color.type === 'gray' ? color.ink : color.c + color.m + color.y + color.k;
}

/** Whether the colour is pure black ink, full strength. */
export function isSolidBlack(color: Color): boolean {
  return color.type === 'gray' ? color.ink === 1 : color.k === 1 && color.c === 0 && color.m === 0 && color.y === 0;
}
