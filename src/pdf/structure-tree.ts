/**
 * The structure tree: Document, one Art an article over all its pages, and in it the article's parts in reading order.
 * In goes every piece of marked content as the pages are painted; out come the objects of ISO 32000-1, 14.7.
 */
import type { StoryTag } from '../model/display-list.js';
import type { PdfBox } from './page-boxes.js';
import { type PdfBody, type PdfDictionary, type PdfRef, type PdfValue, textString } from './pdfkit-internals.js';

export type Role = StoryTag['role'];

/** One piece of marked content: part of an article on one page. */
export interface StructurePiece {
  readonly article: string;
  readonly role: Role;
  readonly page: PdfRef;
  /** Number of the piece on its page, from 0 without a gap. */
  readonly mcid: number;
  /** For a picture: what it shows, and where it stands. */
  readonly figure?: { readonly alt: string; readonly box: PdfBox };
}

/** Roles of text inside a paragraph; they may not stand in an article by themselves (ISO 32000-1, 14.8.4.4). */
const INLINE_ROLES: ReadonlySet<Role> = new Set(['Lbl', 'Reference']);

/**
 * Writes the tree and returns its root. `pieces` stand in reading order; `pages` are all pages in the order of their
 * StructParents numbers.
 */
export function writeStructureTree(
  body: PdfBody,
  pieces: readonly StructurePiece[],
  pages: readonly PdfRef[],
): PdfRef | undefined {
  if (pieces.length === 0) return undefined;
  const root = body.reserve();
  const document = body.reserve();
  const owners = new Map<PdfRef, PdfRef[]>(pages.map((page) => [page, []]));
  const articles: PdfRef[] = [];
  for (const parts of groupByArticle(pieces)) articles.push(writeArticle(body, document, parts, owners));
  body.write(document, { S: 'Document', P: root, K: articles });
  const numbers = pages.flatMap((page, index): PdfValue[] => [index, owners.get(page) ?? []]);
  body.write(root, {
    Type: 'StructTreeRoot',
    K: document,
    ParentTree: body.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length,
  });
  return root;
}

/** Pieces of each article, articles in the order in which they first appear. */
function groupByArticle(pieces: readonly StructurePiece[]): Iterable<readonly StructurePiece[]> {
  const groups = new Map<string, StructurePiece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.article);
    if (group) group.push(piece);
    else groups.set(piece.article, [piece]);
  }
  return groups.values();
}

function writeArticle(
  body: PdfBody,
  document: PdfRef,
  parts: readonly StructurePiece[],
  owners: ReadonlyMap<PdfRef, PdfRef[]>,
): PdfRef {
  const article = body.reserve();
  const kids: PdfRef[] = [];
  for (const piece of parts) {
    const element = body.reserve();
    const holder = INLINE_ROLES.has(piece.role) ? body.add({ S: 'P', P: article, K: element }) : element;
    kids.push(holder);
    const parent = holder === element ? article : holder;
    body.write(element, { S: piece.role, P: parent, Pg: piece.page, K: piece.mcid, ...figureEntries(piece.figure) });
    const onPage = owners.get(piece.page) as PdfRef[];
    onPage[piece.mcid] = element;
  }
  body.write(article, { S: 'Art', P: document, K: kids });
  return article;
}

/** What the element of a picture says beyond its role. */
export function figureEntries(figure: StructurePiece['figure']): PdfDictionary {
  if (figure === undefined) return {};
  const { alt, box } = figure;
  const layout = { A: { O: 'Layout', Placement: 'Block', BBox: [...box] } };
  return alt === '' ? layout : { Alt: textString(alt), ...layout };
}
