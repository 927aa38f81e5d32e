/*
 * In: the bytes of a PDF sent as an advertisement, and the page box that fits its slot. Out: what is drawn there as a press
 * form, vector as it is: contents, fonts, pictures, patterns, gradients and colour spaces. Left behind are actions, scripts,
 * annotations, files, metadata, structure, transfer functions and halftones.
 */
import type { PDFContext } from '@cantoo/pdf-lib';
import type { AdArtwork, AdRefusal } from '../../model/ad.js';
import type { PageBoxName } from '../../model/picture.js';
import type { Inflate } from '../../model/preflight.js';
import type { FormDict, FormObject, FormValue } from '../../model/press-form.js';
import { binaryBytes, joinBytes } from '../../units/bytes.js';
import type { Matrix } from '../../units/matrix.js';
import type { Box } from '../box.js';
import { at } from '../pdf-objects.js';
import type { PdfPage } from '../read-pages.js';
import { openCopier } from './copier.js';
import { contentStreams, copyContent } from './copy-resources.js';
import { type OpenSheet, openSheet } from './open-sheet.js';
import { Refusal, refuseOr } from './refusal.js';

/** Takes the artwork out of a file. Any bytes are safe. */
export function takeArtwork(bytes: Uint8Array, pageBox: PageBoxName, inflate: Inflate): Promise<AdArtwork | AdRefusal> {
  return refuseOr(async () => copySheet(await openSheet(bytes, inflate), pageBox));
}

function copySheet({ page, unpack, budget }: OpenSheet, pageBox: PageBoxName): AdArtwork {
  const context: PDFContext = page.dict.context;
  const box = page.boxes[pageBox];
  if (!box) throw new Refusal(`has no ${pageBox}`);
  const copier = openCopier(context, unpack, budget);
  const { bytes, entries } = copyContent(contentStreams(at(page.dict, 'Contents'), copier), page.resources, copier);
  const root = copier.objects.length;
  const { dict, prologue } = withFreshState(formDict(page, box, entries, copier.usesTransparency));
  const form: FormObject = { type: 'stream', dict, bytes: joinBytes([prologue, bytes]), packing: 'plain' };
  const objects = [...(copier.objects as FormObject[]), form];
  return { type: 'artwork', form: { objects, root, usesTransparency: copier.usesTransparency } };
}

function formDict(page: PdfPage, box: Box, entries: FormDict, blends: boolean): Map<string, FormValue> {
  const dict = new Map<string, FormValue>([
    ['Type', 'XObject'],
    ['Subtype', 'Form'],
    ['FormType', 1],
    ['BBox', [...box]],
    ['Matrix', [...uprightMatrix(page, box)]],
    ...entries,
  ]);
  // What was a page by itself blends by itself, on paper: nothing shines through from the page that it is put on.
  if (blends)
    dict.set(
      'Group',
      new Map<string, FormValue>([
        ['Type', 'Group'],
        ['S', 'Transparency'],
        ['CS', 'DeviceCMYK'],
        ['I', true],
      ]),
    );
  return dict;
}

/** Brings the box upright and in points to the rectangle from [0, 0] to its size (ISO 32000-1, 7.7.3.3: Rotate, UserUnit). */
function uprightMatrix({ rotate, userUnit: u }: PdfPage, [left, bottom, right, top]: Box): Matrix {
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return [0, -u, u, 0, -bottom * u, right * u];
    case 180:
      return [-u, 0, 0, -u, right * u, top * u];
    case 270:
      return [0, u, -u, 0, top * u, -left * u];
    default:
      return [u, 0, 0, u, -left * u, -bottom * u];
  }
}

/** The graphics state that a page starts with and its content relies on (ISO 32000-1, tables 52 and 53). */
const FRESH: FormDict = new Map<string, FormValue>([
  ['Type', 'ExtGState'],
  ['OP', false],
  ['op', false],
  ['OPM', 0],
  ['SA', false],
  ['BM', 'Normal'],
  ['SMask', 'None'],
  ['CA', 1],
  ['ca', 1],
]);

/** A form starts in the state of the page that shows it: it is brought back to that of a page of its own. */
function withFreshState(dict: Map<string, FormValue>): { readonly dict: FormDict; readonly prologue: Uint8Array } {
  const resources = dict.get('Resources') as FormDict;
  const states = (resources.get('ExtGState') ?? new Map()) as FormDict;
  let name = 'Fresh';
  while (states.has(name)) name += 'x';
  const named = new Map([...resources, ['ExtGState', new Map([...states, [name, FRESH]])]] as const);
  const prologue = binaryBytes(`/${name} gs 0 J 0 j 10 M [] 0 d\n`);
  return { dict: new Map([...dict, ['Resources', named as FormDict]]), prologue };
}
