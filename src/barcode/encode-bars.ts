/*
 * The bars of an EAN-13 with an add-on of two digits (ISO/IEC 15420). bwip-js knows the code; it gives its bars only to
 * something that draws, so it is handed a drawing that writes down where each bar stands.
 */
import { ean13 } from 'bwip-js/generic';
import type { Bar, BarcodeNumber, BarReach } from '../model/barcode.js';

/** Modules of the main symbol: guards of 3, 5 and 3, and twelve digits of 7. */
const MAIN_MODULES = 95;

/** White between the main symbol and its add-on: 7 to 12 modules are allowed, and a narrow column is thankful for 7. */
const ADD_ON_GAP = 7;

/** A module is drawn two wide: so the middle of every bar is a whole number, and none is rounded. */
const DRAWN_MODULE = 2;

/** Gives the bars, left to right. The encoder refuses a wrong check digit: that would be our own fault. */
export function encodeBars({ main, addOn }: BarcodeNumber): readonly Bar[] {
  const options = { bcid: 'ean13', text: `${main} ${addOn}`, addongap: ADD_ON_GAP, scaleX: DRAWN_MODULE, scaleY: 1 };
  return ean13(options, noteBars());
}

/** A drawing that only listens. Bars come as upright lines, told by their middle and their width. */
function noteBars() {
  const bars: Bar[] = [];
  const nothing = () => undefined;
  return {
    scale: (x: number, y: number): [number, number] => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: nothing,
    line(x: number, _y: number, _toX: number, _toY: number, weight: number) {
      const at = (x - weight / 2) / DRAWN_MODULE;
      bars.push({ at, width: weight / DRAWN_MODULE, reach: reachOf(at) });
    },
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: (): readonly Bar[] => bars,
  };
}

/** Guards begin, halve and end the main symbol. */
function reachOf(at: number): BarReach {
  if (at >= MAIN_MODULES) return 'addOn';
  return at < 3 || (at >= 45 && at < 50) || at >= 92 ? 'guard' : 'digits';
}
