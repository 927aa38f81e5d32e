/** Drawings for tests: small SVG texts, converted, and shown by a tool that is not ours. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { DisplayOp } from '../../../src/model/display-list.js';
import type { PressDrawing, SvgSource } from '../../../src/model/picture.js';
import { type FormDict, isFormStream, type PressForm } from '../../../src/model/press-form.js';
import { writePdf } from '../../../src/pdf/write-pdf.js';
import type { PressInks } from '../../../src/picture/convert-picture.js';
import { lookAtPicture } from '../../../src/picture/look-at-picture.js';
import { convertDrawing } from '../../../src/picture/svg/convert-drawing.js';
import { runTool } from '../../pdf/outside-tools.js';
import { sampleJob, sampleResources } from '../../pdf/sample-job.js';
import { ORIGIN } from '../fixtures.js';

const PROFILE = fileURLToPath(new URL('../../../icc/newsprint-snap-tr002-tac240.icc', import.meta.url));
export const INKS: PressInks = { profilePath: PROFILE, profile: readFileSync(PROFILE), inkLimit: 2.4, sharpen: 'none' };
export const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** A drawing of 100 × 100 user units, 75 points square, with these elements. */
export function svg(elements: string, attributes = 'viewBox="0 0 100 100" width="100" height="100"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>\n${elements}\n</svg>`;
}

export interface Converted {
  readonly source: SvgSource | undefined;
  readonly picture: PressDrawing | undefined;
  readonly problems: readonly Diagnostic[];
}

export async function convert(text: string | Uint8Array): Promise<Converted> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic): void => void problems.push(problem);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found = lookAtPicture(bytes, { file: 'map.svg', hash: 'd'.repeat(64), origin: ORIGIN }, report);
  const source = found?.type === 'drawing' && found.format === 'svg' ? found : undefined;
  const picture = source && (await convertDrawing({ type: 'drawing', source, crop: WHOLE }, bytes, INKS, report));
  return { source, picture, problems };
}

/** The form of a drawing that has no problem. */
export async function formOf(text: string): Promise<PressForm> {
  const { picture, problems } = await convert(text);
  if (!picture) throw new Error(problems.map(({ message }) => message).join('\n') || 'no form');
  return picture.form;
}

/** The messages of a drawing that is refused. */
export async function refusalsOf(text: string): Promise<readonly string[]> {
  const { picture, problems } = await convert(text);
  if (picture) throw new Error('the drawing was converted');
  return problems.map(({ message }) => message.replace('picture "map.svg" ', ''));
}

export function rootDict(form: PressForm): FormDict {
  const root = form.objects[form.root];
  if (!isFormStream(root)) throw new Error('the root is no stream');
  return root.dict;
}

/** The content of the form, an operator a line, by default that of the root. */
export function contentOf(form: PressForm, index = form.root): readonly string[] {
  const stream = form.objects[index];
  if (!isFormStream(stream)) throw new Error(`object ${index} is no stream`);
  return new TextDecoder().decode(stream.bytes).split('\n');
}

/** The content of a drawing of 100 × 100 user units. */
export async function contentFor(elements: string): Promise<string> {
  return contentOf(await formOf(svg(elements))).join(' ');
}

/** A PDF of one page that the drawing fills. */
export async function pdfOf(text: string): Promise<{ readonly pdf: Uint8Array; readonly source: SvgSource }> {
  const { source, picture, problems } = await convert(text);
  if (!source || !picture) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { width, height } = source;
  const op: DisplayOp = {
    type: 'picture',
    box: { x: 0, y: 0, width, height },
    picture: picture.request,
    alt: 'A drawing',
    origin: ORIGIN,
  };
  const [first] = sampleJob().pages;
  if (!first) throw new Error('the sample has no page');
  const page = { ...first, trim: { width, height }, bleed: 0, ops: [op], beads: [], outline: [], anchors: [] };
  const resources = { ...(await sampleResources()), picture: () => picture };
  const pdf = await writePdf(
    { ...sampleJob(), pages: [page], threads: new Map() },
    'press',
    resources,
    ({ message }) => {
      throw new Error(message);
    },
  );
  return { pdf, source };
}

const PIXELS_PER_INCH = 192;
/**
 * How much what poppler shows of our PDF differs from what librsvg shows of the drawing, in grays: the mean, in levels of
 * 255. For drawings in black and gray, which both show alike.
 */
export async function difference(text: string): Promise<number> {
  const { pdf } = await pdfOf(text);
  const shown = runTool('pdftoppm', pdf, ['-r', `${PIXELS_PER_INCH}`, '-gray', '@']);
  const [, width = '0', height = '0'] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(shown.subarray(0, 40).toString('latin1')) ?? [];
  const pixels = shown.subarray(shown.length - Number(width) * Number(height));
  const wanted = await sharp(Buffer.from(text), { density: PIXELS_PER_INCH })
    .flatten({ background: 'white' })
    .resize(Number(width), Number(height), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  let sum = 0;
  for (let at = 0; at < pixels.length; at++) sum += Math.abs((pixels[at] as number) - (wanted[at] as number));
  return sum / pixels.length;
}
