import { COLOR_NAMES } from './color-names.js';

/** A colour as a drawing has it, not yet in the press's inks. */
export type SvgColor =
  /** sRGB, 0 to 255. */
  | { readonly type: 'rgb'; readonly red: number; readonly green: number; readonly blue: number }
  /** Inks of the press, 0 to 1, as they are to print. */
  | { readonly type: 'inks'; readonly c: number; readonly m: number; readonly y: number; readonly k: number };

/** A colour with its opacity, 0 to 1. */
export interface SeenColor {
  readonly color: SvgColor;
  readonly alpha: number;
}

const SVG_BLACK: SvgColor = { type: 'rgb', red: 0, green: 0, blue: 0 };

/** No colour takes more characters; longer texts cost the patterns too much. */
const LONGEST_TEXT = 200;

/**
 * Reads a CSS colour (CSS Color 4, the sRGB forms of it, and `device-cmyk`). Undefined for any other text. A colour
 * followed by `icc-color(…)` is the sRGB one: its profile lies outside of the file.
 */
export function readSvgColor(text: string): SeenColor | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const plain = text
    .replace(/\s+icc-color\([^)]*\)\s*$/i, '')
    .trim()
    .toLowerCase();
  if (plain.startsWith('#')) return readHex(plain.slice(1));
  if (plain === 'transparent') return { color: SVG_BLACK, alpha: 0 };
  const call = /^(rgba?|hsla?|device-cmyk)\(([^()]*)\)$/.exec(plain);
  if (call)
    return readCall(
      call[1] as string,
      (call[2] as string).split(/[\s,/]+/).filter((part) => part !== ''),
    );
  const named = COLOR_NAMES.get(plain);
  return named === undefined ? undefined : readHex(named);
}

function readHex(digits: string): SeenColor | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined;
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  const [red, green, blue, alpha = 255] = (long.match(/../g) as string[]).map((pair) => Number.parseInt(pair, 16));
  return { color: rgb(red as number, green as number, blue as number), alpha: alpha / 255 };
}

function readCall(name: string, parts: readonly string[]): SeenColor | undefined {
  const colors = name === 'device-cmyk' ? 4 : 3;
  if (parts.length !== colors && parts.length !== colors + 1) return undefined;
  const alpha = share(parts[colors] ?? '1', 1);
  const color = readChannels(name, parts.slice(0, colors));
  return color && Number.isFinite(alpha) ? { color, alpha } : undefined;
}

function readChannels(name: string, parts: readonly string[]): SvgColor | undefined {
  if (name === 'device-cmyk') {
    const [c, m, y, k] = parts.map((part) => share(part, 1)) as [number, number, number, number];
    return [c, m, y, k].every(Number.isFinite) ? { type: 'inks', c, m, y, k } : undefined;
  }
  const channels = name.startsWith('rgb') ? parts.map((part) => share(part, 255) * 255) : fromHsl(parts);
  const [red, green, blue] = channels as [number, number, number];
  return channels.every(Number.isFinite) ? rgb(red, green, blue) : undefined;
}

/** A number of `whole`, or a percentage, as a share brought to 0 to 1; NaN for what is neither. */
function share(text: string, whole: number): number {
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/.exec(text);
  if (!parts) return Number.NaN;
  return Math.min(1, Math.max(0, Number(parts[1]) / (parts[2] === '%' ? 100 : whole)));
}

/** CSS Color 4, 7.1. */
function fromHsl([hueText = '', saturationText = '', lightnessText = '']: readonly string[]): readonly number[] {
  const hue = Number(hueText.replace(/deg$/, ''));
  const saturation = share(saturationText, 100);
  const lightness = share(lightnessText, 100);
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const place = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  });
}

function rgb(red: number, green: number, blue: number): SvgColor {
  return { type: 'rgb', red: Math.round(red), green: Math.round(green), blue: Math.round(blue) };
}

/** Shades this much apart still look neutral, as they do in pictures: rounding, no colour. */
const NEUTRAL = 2;

/** Whether the colour is a gray, black or white, which black ink prints alone. */
export function isGray(color: SvgColor): boolean {
  if (color.type === 'inks') return color.c === 0 && color.m === 0 && color.y === 0;
  const { red, green, blue } = color;
  return Math.max(red, green, blue) - Math.min(red, green, blue) <= NEUTRAL;
}

/** Names a colour, equal colours alike. */
export function colorKey(color: SvgColor): string {
  if (color.type === 'rgb') return `rgb ${color.red} ${color.green} ${color.blue}`;
  return `inks ${color.c} ${color.m} ${color.y} ${color.k}`;
}
