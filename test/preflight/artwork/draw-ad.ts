import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const FONT = readFileSync(
  join(
    dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json')),
    '600SemiBold/SourceSans3_600SemiBold.ttf',
  ),
);

/** Points in a millimetre. */
export const MM = 72 / 25.4;

export interface AdWishes {
  readonly width: number;
  readonly height: number;
  /** White about the trim, in points; none where it is not given: then the page has no TrimBox. */
  readonly margin?: number;
  readonly pages?: number;
  /** Words in red-green-blue, which no press prints. */
  readonly rgb?: true;
  /** Words smaller than they should be. */
  readonly typeSize?: number;
}

/** A picture in four inks. */
async function inks(): Promise<Buffer> {
  const pixels = Buffer.alloc(300 * 200 * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = 120 + ((at >> 6) % 100);
  const raw = { width: 300, height: 200, channels: 3 } as const;
  return sharp(pixels, { raw }).toColourspace('cmyk').jpeg({ quality: 90 }).toBuffer();
}

/** An advertisement of lines, type, a picture, a gradient and something transparent, in CMYK. */
export async function drawAd(wishes: AdWishes): Promise<Uint8Array> {
  const { width, height, margin = 0, pages = 1 } = wishes;
  const picture = await inks();
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: FONT as unknown as string,
    info: { CreationDate: new Date(0) },
  });
  const blocks: Buffer[] = [];
  doc.on('data', (block: Buffer) => blocks.push(block));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  for (let page = 0; page < pages; page++) {
    doc.addPage({ size: [width + 2 * margin, height + 2 * margin], margin: 0 });
    const box = [margin, margin, margin + width, margin + height];
    if (margin > 0) (doc.page.dictionary as unknown as { data: Record<string, unknown> }).data.TrimBox = box;
    doc.translate(margin, margin);
    drawPage(doc, wishes, picture);
  }
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(blocks));
}

type Ink = [number, number, number, number];
const BLACK: Ink = [0, 0, 0, 100];

function drawPage(
  doc: PDFKit.PDFDocument,
  { width, height, margin = 0, rgb, typeSize = 14 }: AdWishes,
  picture: Buffer,
): void {
  // Beyond the trim, if there is a margin: it must be cut off.
  doc.rect(-margin, -margin, width + 2 * margin, 8).fill([60, 0, 20, 0] as Ink);
  doc
    .rect(1, 1, width - 2, height - 2)
    .lineWidth(2)
    .stroke([100, 40, 0, 10] as Ink);
  const gradient = doc.linearGradient(10, 0, width - 10, 0);
  // The types know no inks here; the library does.
  gradient.stop(0, [0, 10, 80, 0] as unknown as string).stop(1, [0, 60, 80, 0] as unknown as string);
  doc.rect(10, height * 0.7, width - 20, height * 0.2).fill(gradient);
  doc.image(picture, 10, 40, { width: 60, height: 40 });
  doc
    .save()
    .opacity(0.5)
    .circle(width / 2, height / 2, 20)
    .fill([80, 0, 0, 0] as Ink)
    .restore();
  doc
    .fillColor(rgb ? '#ff0000' : BLACK)
    .fontSize(typeSize)
    .text('Ferry to Stack Isle', 10, 12, { lineBreak: false });
}
