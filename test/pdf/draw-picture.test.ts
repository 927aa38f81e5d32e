import { describe, expect, it } from 'vitest';
import type { DisplayOp } from '../../src/model/display-list.js';
import type { DrawingRequest } from '../../src/model/picture.js';
import type { FormObject, FormValue, PressForm } from '../../src/model/press-form.js';
import { type PdfResources, writePdf } from '../../src/pdf/write-pdf.js';
import type { Rect } from '../../src/units/rect.js';
import { hasTool, readPdf, runTool } from './outside-tools.js';
import { ORIGIN, sampleJob, sampleResources } from './sample-job.js';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const dict = (entries: Readonly<Record<string, FormValue>>) => new Map(Object.entries(entries));

/** A form of 100 × 50 points: its left half black, by a colour space with an awkward name. */
const OBJECTS: readonly FormObject[] = [
  ['Separation', 'Black ink/100%', 'DeviceCMYK', { type: 'ref', index: 1 }],
  dict({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0, 0, 1], N: 1 }),
  {
    type: 'stream',
    dict: dict({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 50],
      Resources: dict({ ColorSpace: dict({ 'a b#': { type: 'ref', index: 0 } }) }),
      Note: latin('(odd) \\ bytes \x00'),
    }),
    bytes: latin('/a#20b#23 cs 1 scn 0 0 50 50 re f'),
    packing: 'plain',
  },
];
const FORM: PressForm = { objects: OBJECTS, root: 2, usesTransparency: false };

function request(crop: Rect): DrawingRequest {
  const size = { width: 100, height: 50 };
  const source = {
    type: 'drawing',
    format: 'svg',
    file: 'map.svg',
    hash: 'c'.repeat(64),
    ...size,
    origin: ORIGIN,
  } as const;
  return { type: 'drawing', source, crop };
}

function show(box: Rect, crop: Rect): DisplayOp {
  return { type: 'picture', box, picture: request(crop), alt: 'A map', origin: ORIGIN };
}

async function write(ops: readonly DisplayOp[], form = FORM, kind: 'press' | 'reader' = 'press'): Promise<Uint8Array> {
  const resources: PdfResources = {
    ...(await sampleResources()),
    picture: (wanted) => ({ type: 'form', request: wanted as DrawingRequest, form }),
  };
  const page = { ...sampleJob().pages[0]!, ops, beads: [], outline: [] };
  return writePdf({ ...sampleJob(), pages: [page], threads: new Map() }, kind, resources, ({ message }) => {
    throw new Error(message);
  });
}

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };
const AT: Rect = { x: 40, y: 60, width: 200, height: 100 };

describe('a drawing in its box', () => {
  it('is written once, however often and in whatever part it is shown', async () => {
    const half = { x: 0.5, y: 0, width: 0.5, height: 1 };
    const read = readPdf(await write([show(AT, WHOLE), show({ ...AT, y: 300 }, half)]));
    expect(read.all.filter((object) => object?.['/Subtype'] === '/Form')).toHaveLength(1);
    const content = read.stream(read.pages[0]?.['/Contents']).toString('latin1');
    // 620 points high: the foot of the first box is 460 above that of the page.
    expect(content).toContain('q 0 g 0 G 1 w 0 Tc 100 Tz 2 0 0 2 40 460 cm /Fm1 Do Q\n');
    expect(content).toContain('40 220 200 100 re W n 4 0 0 2 -160 220 cm /Fm1 Do Q\n');
  });

  it.skipIf(!hasTool('qpdf')).each(['press', 'reader'] as const)('is sound to qpdf in the %s file', async (kind) => {
    const pdf = await write([show(AT, WHOLE)], FORM, kind);
    expect(() => runTool('qpdf', pdf, ['--check', '@'])).not.toThrow();
    const [form] = readPdf(pdf).all.filter((object) => object?.['/Subtype'] === '/Form');
    expect(form?.['/Resources']).toMatchObject({ '/ColorSpace': { '/a b#': expect.stringMatching(/ R$/) } });
  });

  it.skipIf(!hasTool('pdftoppm'))('shows its own colours, whatever was drawn before it', async () => {
    const image = runTool('pdftoppm', await write([show(AT, WHOLE)]), ['-r', '72', '-gray', '@']);
    const width = Number(/^P5\s(\d+)/.exec(image.subarray(0, 20).toString('latin1'))?.[1]);
    const gray = (x: number, y: number) => image[image.length - (620 - y) * width + x] as number;
    expect(gray(90, 110)).toBeLessThan(60);
    expect(gray(190, 110)).toBe(255);
  });

  it('makes its page blend in the inks of the press where it is transparent, and else leaves it alone', async () => {
    const groupOf = async (form: PressForm) => readPdf(await write([show(AT, WHOLE)], form)).pages[0]?.['/Group'];
    expect(await groupOf(FORM)).toBeUndefined();
    expect(await groupOf({ ...FORM, usesTransparency: true })).toMatchObject({ '/CS': '/DeviceCMYK' });
  });

  it('is not written where it refers to what is not there', async () => {
    await expect(write([show(AT, WHOLE)], { ...FORM, root: 7 })).rejects.toThrow('a form has no object 7');
  });
});
