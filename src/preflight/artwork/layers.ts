/* Layers, as what a file switches on and off: which of them are off when it is printed (ISO 32000-1, 8.11). */
import { type PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { asDict, dictAt, type Entry, has, itemsAt, nameAt, resolve } from '../pdf-objects.js';
import { Refusal } from './refusal.js';

/** Which layers are off, told by their dictionaries. */
export interface Layers {
  readonly off: ReadonlySet<PDFDict>;
}

export function readLayers(context: PDFContext): Layers {
  const catalog = asDict(resolve(context, context.trailerInfo.Root));
  const properties = catalog && dictAt(catalog, 'OCProperties');
  const standard = properties && dictAt(properties, 'D');
  const listed = (dict: PDFDict | undefined, key: string): readonly PDFDict[] =>
    (dict ? (itemsAt(dict, key) ?? []) : []).filter((item) => item instanceof PDFDict);
  const off = new Set(standard && nameAt(standard, 'BaseState') === 'OFF' ? listed(properties, 'OCGs') : []);
  for (const layer of listed(standard, 'ON')) off.delete(layer);
  for (const layer of listed(standard, 'OFF')) off.add(layer);
  return { off };
}

/** Whether what belongs to a layer, or hangs on several, is not drawn. Throws a `Refusal` where that is an expression. */
export function isHiddenLayer(entry: Entry, { off }: Layers): boolean {
  const dict = asDict(entry);
  if (dict === undefined || off.size === 0) return false;
  if (nameAt(dict, 'Type') !== 'OCMD') return off.has(dict);
  if (has(dict, 'VE')) throw new Refusal('has layers that hang on one another', 'merge the layers, and export it anew');
  const one = dictAt(dict, 'OCGs');
  const layers = one ? [one] : (itemsAt(dict, 'OCGs') ?? []).map(asDict).filter((layer) => layer !== undefined);
  if (layers.length === 0) return false;
  const isOff = (layer: PDFDict): boolean => off.has(layer);
  switch (nameAt(dict, 'P')) {
    case 'AllOn':
      return layers.some(isOff);
    case 'AnyOff':
      return !layers.some(isOff);
    case 'AllOff':
      return !layers.every(isOff);
    default:
      return layers.every(isOff);
  }
}

/** What is said where a layer that is off would have to be taken out of the drawing. */
export function hiddenLayerRefusal(): Refusal {
  return new Refusal('has a layer that is switched off', 'delete the hidden layers, and export it anew');
}
