/*
 * Judges every object of the file, wherever it hangs: what a press file must not hold. ISO 15930-7.
 */
import { PDFArray, type PDFContext, PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Budget } from './budget.js';
import type { Accuse } from './finding.js';
import { asDict, dictAt, type Entry, has, itemsAt, nameAt, numberAt, textAt } from './pdf-objects.js';
import { filterNames } from './unpack-stream.js';

const ANEW = 'export the file anew, as PDF/X-4';

/** Judges all objects. */
export function judgeObjects(context: PDFContext, budget: Budget, accuse: Accuse): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    forEachDict(object, budget, (dict, stream) => judgeDict(dict, stream, `object ${ref.objectNumber}`, accuse));
  }
}

/** Visits the dictionaries within an object; what it refers to is an object of its own. */
function forEachDict(object: Entry, budget: Budget, visit: (dict: PDFDict, stream: boolean) => void): void {
  budget.spendSteps(1);
  if (object instanceof PDFRawStream) {
    visit(object.dict, true);
    for (const value of object.dict.values()) forEachDict(value, budget, visit);
  } else if (object instanceof PDFDict) {
    visit(object, false);
    for (const value of object.values()) forEachDict(value, budget, visit);
  } else if (object instanceof PDFArray) {
    for (const item of object.asArray()) if (!(item instanceof PDFRef)) forEachDict(item, budget, visit);
  }
}

function judgeDict(dict: PDFDict, stream: boolean, where: string, accuse: Accuse): void {
  if (stream) {
    judgeStream(dict, where, accuse);
    judgeXObject(dict, where, accuse);
    judgeHalftone(dict, where, accuse);
  } else {
    judgeGraphicsState(dict, where, accuse);
    judgeHalftone(dict, where, accuse);
    judgeAction(dict, where, accuse);
    judgeEmbedded(dict, where, accuse);
    if (has(dict, 'PresSteps')) accuse('forbidden-object', {}, `${where} has steps of a presentation`, ANEW);
  }
}

function judgeStream(dict: PDFDict, where: string, accuse: Accuse): void {
  const filters = filterNames(dict);
  const bad = filters.find((name) => name === 'LZWDecode' || name === 'Crypt');
  if (bad !== undefined) accuse('forbidden-filter', {}, `${where} is packed with ${bad}`, ANEW);
  // `F` of an inline image is its filter, and of a stream its file (ISO 32000-1, 7.3.8.2).
  if (has(dict, 'F') && nameAt(dict, 'F') === undefined && itemsAt(dict, 'F') === undefined) {
    accuse('external-stream', {}, `${where} lies in another file`, 'embed everything, and export anew');
  }
}

function judgeXObject(dict: PDFDict, where: string, accuse: Accuse): void {
  const tell = (is: string): void => accuse('forbidden-object', {}, `${where} is ${is}`, ANEW);
  const subtype = nameAt(dict, 'Subtype');
  if (subtype === 'PS' || nameAt(dict, 'Subtype2') === 'PS') tell('a PostScript XObject');
  if (subtype === 'Form' && has(dict, 'Ref')) tell('a reference to a page of another file');
  if (has(dict, 'OPI')) tell('a placeholder for another picture (OPI)');
  if (subtype === 'Image' && has(dict, 'Alternates')) tell('a picture with alternates');
}

function judgeGraphicsState(dict: PDFDict, where: string, accuse: Accuse): void {
  const looksLikeOne = nameAt(dict, 'Type') === 'ExtGState' || has(dict, 'TR2') || has(dict, 'HTP');
  if (!looksLikeOne) return;
  const tell = (what: string): void => accuse('transfer-function', {}, `${where} has ${what}`, ANEW);
  if (has(dict, 'TR') && nameAt(dict, 'TR') !== 'Identity') tell('a transfer function');
  if (has(dict, 'TR2') && nameAt(dict, 'TR2') !== 'Default') tell('a transfer function');
  if (has(dict, 'HTP')) tell('a halftone phase');
}

/** ISO 15930-7: of types 1 and 5 alone, with neither name nor transfer function. */
function judgeHalftone(dict: PDFDict, where: string, accuse: Accuse): void {
  const type = numberAt(dict, 'HalftoneType');
  if (type === undefined) return;
  const bad = (type !== 1 && type !== 5) || has(dict, 'HalftoneName') || has(dict, 'TransferFunction');
  if (bad) accuse('transfer-function', {}, `${where} is a halftone of the file's own`, ANEW);
}

/** ISO 32000-1, 12.6.4. */
const ACTIONS: ReadonlySet<string> = new Set(
  'GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData SetOCGState Rendition Trans GoTo3DView'.split(
    ' ',
  ),
);

function judgeAction(dict: PDFDict, where: string, accuse: Accuse): void {
  if (has(dict, 'AA'))
    accuse('action', {}, `${where} has actions of its own`, 'take them out: a press file does nothing');
  const kind = nameAt(dict, 'S');
  if (kind === 'JavaScript' || has(dict, 'JS')) {
    accuse('javascript', {}, `${where} is JavaScript`, 'take it out: a press file does nothing');
  } else if (kind !== undefined && ACTIONS.has(kind) && nameAt(dict, 'Type') !== 'StructElem' && !has(dict, 'Pg')) {
    accuse('action', {}, `${where} is an action ${kind}`, 'lead to places by Dest, and take out all else');
  }
}

function judgeEmbedded(dict: PDFDict, where: string, accuse: Accuse): void {
  if (nameAt(dict, 'Type') !== 'Filespec' || !has(dict, 'EF')) return;
  accuse('embedded-file', {}, `${where} holds a file`, 'take it out, and send it beside the PDF');
}

/** Judges what hangs from the catalog. */
export function judgeCatalog(catalog: PDFDict, accuse: Accuse): void {
  judgeForm(catalog, accuse);
  judgeLayers(catalog, accuse);
  judgePrintArea(catalog, accuse);
  judgeNames(catalog, accuse);
}

function judgeForm(catalog: PDFDict, accuse: Accuse): void {
  const form = dictAt(catalog, 'AcroForm');
  if (form === undefined) return;
  const fields = itemsAt(form, 'Fields') ?? [];
  if (fields.length === 0 && !has(form, 'XFA')) return;
  const is = has(form, 'XFA') ? 'an XFA form' : 'form fields';
  accuse('form', {}, `the file has ${is}`, 'flatten them: type and lines in place of fields');
}

/** What is printed must not depend on who looks: no layer may switch by itself (ISO 15930-7). */
function judgeLayers(catalog: PDFDict, accuse: Accuse): void {
  const properties = dictAt(catalog, 'OCProperties');
  if (properties === undefined) return;
  const standard = dictAt(properties, 'D');
  const others = (itemsAt(properties, 'Configs') ?? []).map(asDict).filter((dict) => dict !== undefined);
  const all = standard === undefined ? others : [standard, ...others];
  const hint = 'merge the layers, or export the file as PDF/X-4';
  if (standard === undefined || all.some((dict) => textAt(dict, 'Name') === undefined)) {
    accuse('layers', {}, 'a configuration of layers has no name', hint);
  }
  if (all.some((dict) => has(dict, 'AS')))
    accuse('layers', {}, 'layers are switched by what is done with the file', hint);
}

/** A viewer that is told to leave the bleed out would print another page (ISO 15930-7). */
function judgePrintArea(catalog: PDFDict, accuse: Accuse): void {
  const preferences = dictAt(catalog, 'ViewerPreferences');
  if (preferences === undefined) return;
  for (const key of ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip']) {
    const area = nameAt(preferences, key);
    if (area === undefined || area === 'MediaBox' || area === 'BleedBox') continue;
    accuse('print-area', {}, `${key} is the ${area}`, 'leave it out: all of the page is printed');
  }
}

function judgeNames(catalog: PDFDict, accuse: Accuse): void {
  const names = dictAt(catalog, 'Names');
  if (names === undefined) return;
  if (has(names, 'JavaScript')) accuse('javascript', {}, 'the file has a list of JavaScript', 'take it out');
  if (has(names, 'EmbeddedFiles')) accuse('embedded-file', {}, 'the file has a list of embedded files', 'take it out');
  if (has(names, 'AlternatePresentations')) {
    accuse('forbidden-object', {}, 'the file has alternate presentations', ANEW);
  }
}
