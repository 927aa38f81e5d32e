/**
 * A small newspaper as display lists, set with real fonts and a plain first-fit: enough to see every kind of operation,
 * two stories that jump, and lines with kerning, letter space and glyph scaling.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import sharp from 'sharp';
import type { Origin } from '../../src/diagnostics/diagnostic.js';
import type { Bead, DisplayList, DisplayOp, PrintJob, StoryTag, StoryTarget } from '../../src/model/display-list.js';
import type { FaceId } from '../../src/model/font.js';
import type { ShapedText } from '../../src/model/hlist.js';
import type { LinePiece } from '../../src/model/line.js';
import type { PictureRequest, PixelRequest, PressImage } from '../../src/model/picture.js';
import type { RunStyle } from '../../src/model/styled.js';
import type { PdfResources } from '../../src/pdf/write-pdf.js';
import { BLACK, type Color, tint, WHITE } from '../../src/units/color.js';

export const ORIGIN: Origin = { file: 'articles/sample.md', line: 1, column: 1 };
const RED: Color = { type: 'cmyk', c: 0, m: 0.9, y: 0.8, k: 0.05 };

const serif = dirname(createRequire(import.meta.url).resolve('source-serif/package.json'));
const sans = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));

const FACE_FILES: ReadonlyMap<FaceId, string> = new Map([
  ['Source Serif 4 SmText/400', join(serif, 'TTF/SourceSerif4SmText-Regular.ttf')],
  ['Source Serif 4 SmText/400i', join(serif, 'TTF/SourceSerif4SmText-It.ttf')],
  ['Source Serif 4 Display/700', join(serif, 'TTF/SourceSerif4Display-Bold.ttf')],
  ['Source Sans 3/600', join(sans, '600SemiBold/SourceSans3_600SemiBold.ttf')],
]);

export const TEXT: FaceId = 'Source Serif 4 SmText/400';
export const ITALIC: FaceId = 'Source Serif 4 SmText/400i';
export const HEAD: FaceId = 'Source Serif 4 Display/700';
const SANS: FaceId = 'Source Sans 3/600';

const fontBytes = new Map<FaceId, Uint8Array>();
const fonts = new Map<FaceId, fontkit.Font>();

export function readFace(face: FaceId): Uint8Array {
  const known = fontBytes.get(face);
  if (known) return known;
  const file = FACE_FILES.get(face);
  if (file === undefined) throw new Error(`no such face in the sample: ${face}`);
  const bytes = new Uint8Array(readFileSync(file));
  fontBytes.set(face, bytes);
  return bytes;
}

function openFont(face: FaceId): fontkit.Font {
  const known = fonts.get(face);
  if (known) return known;
  const font = fontkit.create(Buffer.from(readFace(face))) as fontkit.Font;
  fonts.set(face, font);
  return font;
}

const shapedTexts = new Map<string, ShapedText>();

/** Shapes a word with fontkit, each distinct word once. */
export function shape(face: FaceId, text: string, features: readonly string[] = []): ShapedText {
  const key = `${face}\n${features.join()}\n${text}`;
  const known = shapedTexts.get(key);
  if (known) return known;
  const font = openFont(face);
  const run = font.layout(text, Object.fromEntries(features.map((tag) => [tag, true])));
  const thousandth = 1000 / font.unitsPerEm;
  const advances = Float64Array.from(run.positions, (position) => position.xAdvance * thousandth);
  const shaped: ShapedText = {
    face,
    text,
    glyphs: Uint16Array.from(run.glyphs, (glyph) => glyph.id),
    advances,
    clusters: clustersOf(text, run.glyphs),
    widthEm: advances.reduce((sum, advance) => sum + advance, 0) / 1000,
  };
  shapedTexts.set(key, shaped);
  return shaped;
}

function clustersOf(text: string, glyphs: readonly fontkit.Glyph[]): Uint8Array {
  const lengths = glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints).length);
  const sum = lengths.reduce((total, length) => total + length, 0);
  if (sum !== text.length) throw new Error(`"${text}" has ${text.length} characters, its glyphs stand for ${sum}`);
  return Uint8Array.from(lengths);
}

/** A run style, one object for equal looks as in the pipeline. */
const styles = new Map<string, RunStyle>();
export function look(face: FaceId, size: number, color: Color = BLACK, tracking = 0): RunStyle {
  const key = JSON.stringify([face, size, color, tracking]);
  const known = styles.get(key);
  if (known) return known;
  const style = { face, fallback: [], size, color, tracking, features: [], language: 'en-GB', hyphenate: true };
  styles.set(key, style);
  return style;
}

/** The opening tag of a piece of a story. */
export function tagged(
  article: string,
  role: StoryTag['role'],
  part: StoryTag['part'] = 'body',
  { paragraph = -1, kind = 'article' }: Partial<Pick<StoryTag, 'paragraph' | 'kind'>> = {},
): DisplayOp {
  return { type: 'begin', tag: { type: 'content', article, role, part, paragraph, kind } };
}

type TextOp = Extract<DisplayOp, { type: 'text' }>;

export interface LineLook {
  readonly scale?: number;
  readonly letterSpace?: number;
  /** Width to fill by widening the word gaps. */
  readonly measure?: number;
  readonly addedHyphen?: boolean;
  readonly features?: readonly string[];
}

/** Width of a piece as set. */
function pieceWidth(shaped: ShapedText, style: RunStyle, scale: number, letterSpace: number): number {
  const space = letterSpace + (style.tracking * style.size) / 1000;
  return shaped.widthEm * style.size * scale + shaped.glyphs.length * space;
}

/** Sets words in a line of type. */
export function setLine(
  x: number,
  y: number,
  words: readonly { readonly text: string; readonly style: RunStyle }[],
  { scale = 1, letterSpace = 0, measure, addedHyphen = false, features = [] }: LineLook = {},
): TextOp {
  const shaped = words.map(({ text, style }) => shape(style.face, text, features));
  const widths = words.map(({ style }, index) => pieceWidth(shaped[index]!, style, scale, letterSpace));
  const natural = (words[0]?.style.size ?? 0) * 0.22 * scale;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const gap = measure === undefined || words.length < 2 ? natural : (measure - total) / (words.length - 1);
  let at = 0;
  const pieces: LinePiece[] = words.map(({ style }, index) => {
    const last = index === words.length - 1;
    const piece: LinePiece = {
      shaped: shaped[index]!,
      style,
      x: at,
      width: widths[index]!,
      space: last ? 0 : gap,
      addedHyphen: last && addedHyphen,
    };
    at += piece.width + piece.space;
    return piece;
  });
  return { type: 'text', x, y, pieces, scale, letterSpace, addedHyphen, origin: ORIGIN };
}

/** Words of one style. */
export function words(text: string, style: RunStyle): { text: string; style: RunStyle }[] {
  return text.split(' ').map((word) => ({ text: word, style }));
}

const PROSE =
  'The harbour board met on Tuesday to settle what the old ferry is worth and who shall pay for it. ' +
  'Officials offered five different figures, all of them final, and AVA Wharf & Quay offered none. ' +
  'A petition of the fishermen, who tie up beside it in winter, had 412 signatures (three of them twice).';

/** Fills a leg with paragraphs of prose by first fit, numbered on from `from`. */
function fillLeg(article: string, box: Bead['box'], seed: number, from: number): DisplayOp[] {
  const style = look(TEXT, 9);
  const ops: DisplayOp[] = [];
  const stock = PROSE.split(' ');
  let y = box.y + 8;
  let next = seed;
  let paragraph = from;
  while (y < box.y + box.height) {
    ops.push(tagged(article, 'P', 'body', { paragraph: paragraph++ }));
    for (let line = 0; line < 8 && y < box.y + box.height; line++, y += 10.5) {
      const chosen: string[] = [];
      let width = 0;
      for (;;) {
        const word = stock[next % stock.length]!;
        const wide = shape(TEXT, word).widthEm * 9;
        if (width + wide > box.width && chosen.length > 1) break;
        chosen.push(word);
        width += wide + 1.6;
        next++;
      }
      const scale = 0.98 + (next % 5) * 0.01;
      const setting = { measure: box.width, scale, letterSpace: (next % 3) * 0.05 };
      ops.push(setLine(box.x, y, words(chosen.join(' '), style), setting));
    }
    ops.push({ type: 'end' });
  }
  return ops;
}

function headline(article: string, x: number, y: number, text: string): DisplayOp[] {
  return [
    tagged(article, 'P', 'kicker'),
    setLine(x, y - 34, words('TOWN HALL', look(SANS, 8, BLACK, 40))),
    { type: 'end' },
    tagged(article, 'H1', 'headline'),
    setLine(x, y, words(text, look(HEAD, 28))),
    { type: 'end' },
  ];
}

function reference(part: 'jumpTo' | 'jumpFrom', x: number, y: number, text: string, target: StoryTarget): DisplayOp[] {
  return [
    tagged(target.article, 'Reference', part),
    { ...setLine(x, y, words(text, look(ITALIC, 9))), target },
    { type: 'end' },
  ];
}

function furniture(label: string): DisplayOp[] {
  return [
    { type: 'begin', tag: { type: 'artifact' } },
    { type: 'fill', box: { x: 34, y: 20, width: 400, height: 22 }, color: RED },
    setLine(40, 36, words(`Harbour Courier ${label}`, look(SANS, 12, WHITE))),
    { type: 'rule', x1: 34, y1: 46, x2: 434, y2: 46, weight: 0.5, color: BLACK },
    { type: 'rule', x1: 234, y1: 60, x2: 234, y2: 560, weight: 0.5, color: tint(0.5) },
    { type: 'end' },
  ];
}

export const CMYK_PHOTO: PixelRequest = {
  type: 'pixels',
  source: {
    type: 'pixels',
    file: 'ferry.jpg',
    hash: 'a'.repeat(64),
    format: 'jpeg',
    widthPx: 900,
    heightPx: 600,
    lineArt: false,
    origin: ORIGIN,
  },
  crop: { x: 0, y: 0, width: 1, height: 1 },
  widthPx: 480,
  heightPx: 320,
};
const GRAY_PHOTO: PixelRequest = {
  ...CMYK_PHOTO,
  source: { ...CMYK_PHOTO.source, file: 'mayor.png', hash: 'b'.repeat(64), format: 'png' },
};

/** Words that lead out of the paper. */
const CREDIT: RunStyle = { ...look(SANS, 8), link: 'https://example.org/ferry?q=Hafen\u00fc' };

function figure(article: string, picture: PictureRequest, x: number, y: number, alt: string): DisplayOp[] {
  return [
    tagged(article, 'Figure', 'picture'),
    { type: 'picture', box: { x, y, width: 180, height: 120 }, picture, alt, origin: ORIGIN },
    { type: 'end' },
    tagged(article, 'Caption', 'caption'),
    setLine(x, y + 132, [...words('The ferry at her', look(SANS, 8)), { text: 'berth.', style: CREDIT }]),
    { type: 'end' },
  ];
}

const TRIM = { width: 468, height: 620 };

function page(number: number, label: string, section: string, ops: DisplayOp[], beads: Bead[]): DisplayList {
  const outline = [
    { level: 0 as const, title: section, y: 0 },
    { level: 1 as const, title: `What page ${label} leads with`, y: 90 },
  ];
  return {
    type: 'display-list',
    number,
    label,
    trim: TRIM,
    bleed: 0,
    ops: [...furniture(label), ...ops],
    beads,
    anchors: [...new Set(beads.map(({ article }) => article))].map((article) => ({ article, x: 34, y: 60 })),
    outline,
  };
}

/** Four pages: "ferry" runs from page 1 to 3, "budget" from 2 to 4. */
export function sampleJob(): PrintJob {
  const left = { x: 34, y: 120, width: 190, height: 300 };
  const right = { x: 244, y: 120, width: 190, height: 300 };
  const pages = [
    page(
      1,
      'A1',
      'News',
      [
        ...headline('ferry', 34, 104, 'Ferry waits for a final offer'),
        ...fillLeg('ferry', left, 0, 0),
        ...reference('jumpTo', 34, 440, 'Continued on page B1', { page: 'B1', article: 'ferry' }),
        ...figure('ferry', CMYK_PHOTO, 244, 120, 'A ferry moored beside a quay'),
        tagged('ferry', 'P', 'body', { paragraph: 4 }),
        setLine(244, 300, words('The old ferry was hyphenated at the har', look(TEXT, 9)), { addedHyphen: false }),
        setLine(244, 310.5, [...words('offer of the', look(TEXT, 9)), { text: 'offi-', style: look(TEXT, 9) }], {
          addedHyphen: true,
        }),
        setLine(244, 321, words('cials, who stayed.', look(TEXT, 9))),
        { type: 'end' },
      ],
      [{ article: 'ferry', box: left }],
    ),
    page(
      2,
      'A2',
      'News',
      [
        ...headline('budget', 34, 104, 'Budget & “taxes” <up>'),
        ...fillLeg('budget', left, 7, 0),
        ...fillLeg('budget', right, 31, 3),
        ...reference('jumpTo', 244, 440, 'Continued on page B2', { page: 'B2', article: 'budget' }),
      ],
      [
        { article: 'budget', box: left },
        { article: 'budget', box: right },
      ],
    ),
    page(
      3,
      'B1',
      'Town',
      [
        ...reference('jumpFrom', 34, 100, 'Continued from page A1', { page: 'A1', article: 'ferry' }),
        ...fillLeg('ferry', left, 50, 4),
        ...fillLeg('ferry', right, 83, 7),
      ],
      [
        { article: 'ferry', box: left },
        { article: 'ferry', box: right },
      ],
    ),
    page(
      4,
      'B2',
      'Town',
      [
        ...reference('jumpFrom', 34, 100, 'Continued from page A2', { page: 'A2', article: 'budget' }),
        ...fillLeg('budget', left, 90, 6),
        ...figure('budget', GRAY_PHOTO, 244, 120, 'The mayor'),
        ...figure('budget', CMYK_PHOTO, 244, 300, 'The ferry again'),
      ],
      [{ article: 'budget', box: left }],
    ),
  ];
  return {
    title: 'The Harbour Courier, 8 July 2026 <national> & “harbour”',
    paper: 'The Harbour Courier',
    language: 'en-GB',
    languages: new Map([['budget', 'de']]),
    date: '2026-07-08',
    number: 8123,
    edition: 'national',
    pages,
    threads: new Map([
      ['ferry', 'Ferry waits for a final offer'],
      ['budget', 'Budget & “taxes” <up>'],
    ]),
  };
}

const PROFILE = readFileSync(new URL('../../icc/newsprint-snap-tr002-tac240.icc', import.meta.url));

/** A quiet picture: a ramp in each ink, far under the ink limit. */
async function photo(components: 1 | 4, request: PixelRequest): Promise<PressImage> {
  const { widthPx, heightPx } = request;
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    pixels[i * 3] = 120 + ((i % widthPx) * 100) / widthPx;
    pixels[i * 3 + 1] = 150 + (i / widthPx / heightPx) * 80;
    pixels[i * 3 + 2] = 180;
  }
  const image = sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  const jpeg = await image
    .toColourspace(components === 4 ? 'cmyk' : 'b-w')
    .jpeg({ quality: 80 })
    .toBuffer();
  const inverted = components === 4 && jpeg.includes('Adobe');
  return { type: 'image', request, jpeg: new Uint8Array(jpeg), widthPx, heightPx, components, inverted };
}

export async function sampleResources(): Promise<PdfResources> {
  const photos = [await photo(4, CMYK_PHOTO), await photo(1, GRAY_PHOTO)];
  const pictures = new Map(photos.map((picture) => [picture.request.source.hash, picture]));
  return {
    fontBytes: readFace,
    picture(request) {
      const picture = pictures.get(request.source.hash);
      if (picture === undefined) throw new Error('the sample has no such picture');
      return picture;
    },
    profile: {
      bytes: new Uint8Array(PROFILE),
      identifier: 'CGATS TR 002',
      condition: 'Coldset offset on newsprint, SNAP, CGATS TR 002-2007',
      registry: 'http://www.color.org',
      info: 'Newsprint SNAP TR002 TAC240',
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}
