import { latin1, standsAt } from './picture-bytes.js';

/** What a file is by its content, whatever its name ends in: a kind we print, or the name of one that we do not. */
export type Sniffed =
  | { readonly type: 'jpeg' | 'png' | 'tiff' | 'webp' | 'svg' | 'empty' | 'unknown' }
  | { readonly type: 'other'; readonly name: string; readonly hint: string };

interface Kind {
  readonly name: string;
  /** Texts (Latin-1), any of which marks this kind where it stands at `at`, by default at the start. */
  readonly marks: readonly string[];
  readonly at?: number;
  readonly hint?: string;
}

const CONVERT = 'convert it to JPEG, PNG, TIFF or WebP';

/** Kinds of file that picture desks are sent; the first that fits wins. */
const OTHERS: readonly Kind[] = [
  { name: 'a BigTIFF picture', marks: ['II+\0', 'MM\0+'], hint: 'save it as an ordinary TIFF' },
  { name: 'a GIF picture', marks: ['GIF8'] },
  { name: 'an AVIF picture', marks: ['ftypavif', 'ftypavis'], at: 4 },
  { name: 'a HEIC picture', marks: ['ftypheic', 'ftypheix', 'ftypheif', 'ftypmif1', 'ftypmsf1'], at: 4 },
  { name: 'a film', marks: ['ftyp'], at: 4, hint: 'send a still from it, as JPEG or PNG' },
  { name: 'a JPEG 2000 picture', marks: ['\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'] },
  { name: 'a JPEG XL picture', marks: ['\xff\x0a', '\0\0\0\x0cJXL '] },
  { name: 'a Photoshop file', marks: ['8BPS'] },
  { name: 'a BMP picture', marks: ['BM'] },
  { name: 'a PDF', marks: ['%PDF-'] },
  { name: 'a PostScript file', marks: ['%!PS', '\xc5\xd0\xd3\xc6'] },
  { name: 'a Git LFS pointer', marks: ['version https://git-lfs'], hint: 'fetch the picture itself with git lfs pull' },
];

/** Enough of a file to see the root element of an SVG or HTML file past its prologue. */
const PROLOGUE_BYTES = 4096;

export function sniffFormat(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { type: 'empty' };
  if (standsAt(bytes, 0, '\xff\xd8\xff')) return { type: 'jpeg' };
  if (standsAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return { type: 'png' };
  if (standsAt(bytes, 0, 'II*\0') || standsAt(bytes, 0, 'MM\0*')) return { type: 'tiff' };
  if (standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBP')) return { type: 'webp' };
  const other = OTHERS.find((kind) => kind.marks.some((mark) => standsAt(bytes, kind.at ?? 0, mark)));
  if (other) return { type: 'other', name: other.name, hint: other.hint ?? CONVERT };
  return sniffMarkup(latin1(bytes, 0, PROLOGUE_BYTES));
}

function sniffMarkup(start: string): Sniffed {
  if (!/^(\xef\xbb\xbf)?\s*</.test(start)) return { type: 'unknown' };
  if (/<!doctype html|<html/i.test(start)) {
    return { type: 'other', name: 'a web page', hint: 'save the picture itself, not the page that shows it' };
  }
  return { type: /<(?:[\w.-]+:)?svg[\s/>]/i.test(start) ? 'svg' : 'unknown' };
}
