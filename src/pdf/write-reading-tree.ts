/** Writes a planned structure tree as objects (ISO 32000-1, 14.7), with the parent tree that leads back into it. */
import { type PdfBody, type PdfRef, type PdfValue, textString } from './pdfkit-internals.js';
import type { StructureElement, StructureKid } from './reading-tree.js';
import { figureEntries } from './structure-tree.js';

/** Which element owns each piece of marked content, by page, and each annotation, by its key in the parent tree. */
interface Owners {
  readonly marked: Map<PdfRef, PdfRef[]>;
  readonly annotations: Map<number, PdfRef>;
}

/** Writes the tree and returns its root. `pages`: all pages, in the order of their StructParents numbers. */
export function writeReadingTree(body: PdfBody, document: StructureElement, pages: readonly PdfRef[]): PdfRef {
  const root = body.reserve();
  const owners: Owners = { marked: new Map(pages.map((page) => [page, []])), annotations: new Map() };
  const top = writeElement(body, document, root, owners);
  const annotations = [...owners.annotations].sort(([a], [b]) => a - b);
  const numbers = [
    ...pages.flatMap((page, index): PdfValue[] => [index, owners.marked.get(page) ?? []]),
    ...annotations.flat(),
  ];
  body.write(root, {
    Type: 'StructTreeRoot',
    K: top,
    ParentTree: body.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length + annotations.length,
  });
  return root;
}

function writeElement(body: PdfBody, element: StructureElement, parent: PdfRef, owners: Owners): PdfRef {
  const ref = body.reserve();
  const page = element.kids.find((kid) => kid.type === 'content')?.page;
  const kids = element.kids.map((kid) => writeKid(body, kid, ref, page, owners));
  body.write(ref, {
    S: element.role,
    P: parent,
    Pg: page,
    K: kids.length === 1 ? kids[0] : kids,
    Lang: element.language === undefined ? undefined : textString(element.language),
    ...figureEntries(element.figure),
    // ISO 32000-1, 14.8.5.7.
    ...(element.scope && { A: { O: 'Table', Scope: element.scope } }),
  });
  return ref;
}

/** `page`: the page that the element around it names, and that content need not name again. */
function writeKid(body: PdfBody, kid: StructureKid, owner: PdfRef, page: PdfRef | undefined, owners: Owners): PdfValue {
  switch (kid.type) {
    case 'element':
      return writeElement(body, kid, owner, owners);
    case 'content':
      (owners.marked.get(kid.page) as PdfRef[])[kid.mcid] = owner;
      return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    case 'annotation':
      owners.annotations.set(kid.structParent, owner);
      return { Type: 'OBJR', Pg: kid.page, Obj: kid.ref };
  }
}
