import { describe, expect, it } from 'vitest';
import type { DisplayOp } from '../../src/model/display-list.js';
import type { PixelRequest } from '../../src/model/picture.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { hasTool, readPdf, runTool } from './outside-tools.js';
import { CMYK_PHOTO, ORIGIN, sampleJob, sampleResources } from './sample-job.js';

/** Ten pixels across and two down: the first row black for five and then paper, the second the other way round. */
const ROWS = Uint8Array.of(0b00000111, 0b11000000, 0b11111000, 0b00000000);

async function writeBitmap(): Promise<Uint8Array> {
  const op: DisplayOp = {
    type: 'picture',
    box: { x: 40, y: 60, width: 200, height: 40 },
    picture: CMYK_PHOTO,
    alt: 'Line art',
    origin: ORIGIN,
  };
  const resources = {
    ...(await sampleResources()),
    picture: (request: unknown) =>
      ({ type: 'bitmap', request: request as PixelRequest, rows: ROWS, widthPx: 10, heightPx: 2 }) as const,
  };
  const page = { ...sampleJob().pages[0]!, ops: [op, { ...op, box: { ...op.box, y: 200 } }], beads: [], outline: [] };
  return writePdf({ ...sampleJob(), pages: [page], threads: new Map() }, 'press', resources, ({ message }) => {
    throw new Error(message);
  });
}

describe('line art', () => {
  it('is one image of a bit a pixel in black ink, as it came, however often it is shown', async () => {
    const read = readPdf(await writeBitmap());
    const images = read.all.filter((object) => object?.['/Subtype'] === '/Image');
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({
      '/Width': 10,
      '/Height': 2,
      '/ColorSpace': '/DeviceGray',
      '/BitsPerComponent': 1,
    });
    expect(images[0]).not.toHaveProperty('/Decode');
    const [page] = read.pages;
    const resources = page?.['/Resources'] as { readonly '/XObject': { readonly '/Im1': string } };
    expect([...read.stream(resources['/XObject']['/Im1'])]).toEqual([...ROWS]);
    const content = read.stream(page?.['/Contents']).toString('latin1');
    expect(content.match(/\/Im1 Do/g)).toHaveLength(2);
  });

  it.skipIf(!hasTool('pdftoppm'))('is black where its bits are 0', async () => {
    const image = runTool('pdftoppm', await writeBitmap(), ['-r', '72', '-gray', '@']);
    const width = Number(/^P5\s(\d+)/.exec(image.subarray(0, 20).toString('latin1'))?.[1]);
    const gray = (x: number, y: number) => image[image.length - (620 - y) * width + x] as number;
    expect(gray(90, 70)).toBeLessThan(60);
    expect(gray(190, 70)).toBe(255);
    expect(gray(90, 90)).toBe(255);
    expect(gray(190, 90)).toBeLessThan(60);
  });
});
