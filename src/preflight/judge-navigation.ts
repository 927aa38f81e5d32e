/* Judges how readers find their way: labels and outline. ISO 32000-1, 12.3 and 12.4. */
import { PDFArray, type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { Budget } from './budget.js';
import type { Accuse } from './finding.js';
import { asBytes, asDict, asName, at, dictAt, type Entry, has, itemsAt, textAt } from './pdf-objects.js';
import { type PdfPage, pageOnly } from './read-pages.js';

/** Judges the page labels: one each, and no two alike. */
export function judgeLabels(pages: readonly PdfPage[], accuse: Accuse): void {
  const hint = 'label every page as its folio is printed';
  const seen = new Map<string, number>();
  for (const page of pages) {
    if (page.label === undefined) {
      accuse('page-labels', {}, 'not every page has a label', hint);
      continue;
    }
    const before = seen.get(page.label);
    if (before !== undefined) {
      accuse(
        'page-labels',
        pageOnly(page),
        `the page has the same label "${page.label}" as page ${before} of the file`,
        hint,
      );
    }
    seen.set(page.label, page.number);
  }
}

/** Judges the outline's items. */
export function judgeOutline(catalog: PDFDict, pages: readonly PdfPage[], budget: Budget, accuse: Accuse): void {
  const root = dictAt(catalog, 'Outlines');
  if (root === undefined) return;
  const known = new Set<PDFRef>(pages.flatMap(({ ref }) => (ref === undefined ? [] : [ref])));
  const seen = new Set<PDFDict>();
  const tell = (message: string, hint: string): void => accuse('outline', {}, message, hint);
  const waiting: (PDFDict | undefined)[] = [dictAt(root, 'First')];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    budget.spendSteps(1);
    if (seen.has(item)) {
      tell('the outline runs in a circle', 'export the file anew');
      continue;
    }
    seen.add(item);
    const title = textAt(item, 'Title');
    if (!title) tell('an item of the outline has no title', 'give it one');
    const place = destinationOf(catalog, item, budget);
    if (place === undefined || !known.has(place)) {
      tell(`the item "${title ?? ''}" of the outline leads to no page of the file`, 'lead it to a page, by Dest');
    }
    for (const next of [dictAt(item, 'Next'), dictAt(item, 'First')]) if (next !== undefined) waiting.push(next);
  }
}

/** The page that an item leads to. An action is judged as such, whatever it does; where it leads counts all the same. */
function destinationOf(catalog: PDFDict, item: PDFDict, budget: Budget): PDFRef | undefined {
  const action = dictAt(item, 'A');
  const entry = has(item, 'Dest') ? at(item, 'Dest') : action && at(action, 'D');
  const named = asName(entry) ?? textOf(asBytes(entry));
  return pageOf(named === undefined ? entry : lookUpName(catalog, named, budget));
}

function pageOf(destination: Entry): PDFRef | undefined {
  const dict = asDict(destination);
  const array = dict === undefined ? destination : at(dict, 'D');
  const [page] = array instanceof PDFArray ? array.asArray() : [];
  return page instanceof PDFRef ? page : undefined;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && String.fromCharCode(...bytes.subarray(0, 1000));
}

/** Names are kept in a dictionary (PDF 1.1) or in a tree (ISO 32000-1, 7.9.6), whose order is not relied on. */
function lookUpName(catalog: PDFDict, name: string, budget: Budget): Entry {
  const old = dictAt(catalog, 'Dests');
  const found = old && at(old, name);
  if (found !== undefined) return found;
  const names = dictAt(catalog, 'Names');
  const tree = names && dictAt(names, 'Dests');
  return tree && searchTree(tree, name, budget, new Set());
}

function searchTree(node: PDFDict, name: string, budget: Budget, seen: Set<PDFDict>): Entry {
  if (seen.has(node)) return undefined;
  seen.add(node);
  const pairs = itemsAt(node, 'Names') ?? [];
  budget.spendSteps(1 + pairs.length);
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    if (textOf(asBytes(pairs[index])) === name) return pairs[index + 1];
  }
  for (const kid of (itemsAt(node, 'Kids') ?? []).map(asDict)) {
    const found = kid && searchTree(kid, name, budget, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
