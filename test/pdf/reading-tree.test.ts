import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoryTag } from '../../src/model/display-list.js';
import type { PdfRef } from '../../src/pdf/pdfkit-internals.js';
import { growReadingTree, type PlacedPiece, type PlacedRun, type StructureKid } from '../../src/pdf/reading-tree.js';

const PAGES: readonly PdfRef[] = [{ id: 1 }, { id: 2 }, { id: 3 }];
const settings = { language: 'en', languages: new Map([['fernweh', 'de']]), headings: new Map() };

type Parts = Partial<Omit<StoryTag, 'type'>>;

/** A piece with runs in these languages, on page `page`. Numbers of marked content count on over all pieces of a test. */
function makePieces() {
  let mcid = 0;
  return (page: number, tag: Parts, runs: readonly Partial<PlacedRun>[] = [{}]): PlacedPiece => ({
    tag: { type: 'content', article: 'quay', role: 'P', part: 'body', paragraph: -1, kind: 'article', ...tag },
    page: PAGES[page - 1]!,
    runs: runs.map((run) => ({ mcid: mcid++, isLabel: false, language: 'en', page: PAGES[page - 1]!, ...run })),
  });
}

/** The tree as text: roles with what they hold, numbers for marked content, L for an annotation. */
function show(kid: StructureKid): string {
  if (kid.type === 'content') return `${kid.mcid}`;
  if (kid.type === 'annotation') return 'L';
  const language = kid.language === undefined ? '' : `:${kid.language}`;
  return `${kid.role}${language}(${kid.kids.map(show).join(' ')})`;
}

const grow = (pieces: readonly PlacedPiece[]): string => show(growReadingTree(pieces, settings));

describe('growReadingTree', () => {
  it('reads a paragraph as one that legs and pages cut, and the jump lines after the whole story', () => {
    const piece = makePieces();
    const pieces = [
      piece(1, { part: 'headline', role: 'H1' }),
      piece(1, { paragraph: 0 }),
      piece(1, { paragraph: 1 }),
      piece(1, { part: 'jumpTo', role: 'Reference' }, [{ annotation: { ref: { id: 9 }, structParent: 3 } }]),
      piece(2, { article: 'other', part: 'headline', role: 'H1' }),
      piece(3, { part: 'jumpFrom', role: 'Reference' }),
      piece(3, { part: 'picture', role: 'Figure' }),
      piece(3, { paragraph: 1 }),
      piece(3, { paragraph: 2 }),
    ];
    expect(grow(pieces)).toBe(
      'Document(Art(H1(0) P(1) P(2 7) Figure(6) P(8) P(Reference(Link(3 L))) P(Reference(5))) Art(H1(4)))',
    );
  });

  it('reads a refer where it stands, apart from the story that it tells of', () => {
    const piece = makePieces();
    const pieces = [
      piece(1, { article: 'choir', kind: 'refer', part: 'headline', role: 'H1' }),
      piece(1, { article: 'choir', kind: 'refer', part: 'refer', role: 'Reference' }),
      piece(1, { part: 'headline', role: 'H1' }),
      piece(2, { article: 'choir', kind: 'refer' }),
      piece(2, { article: 'choir', part: 'headline', role: 'H1' }),
    ];
    expect(grow(pieces)).toBe('Document(Sect(H1(0) P(Reference(1))) Art(H1(2)) Sect(P(3)) Art(H1(4)))');
  });

  it('keeps two advertisements apart', () => {
    const piece = makePieces();
    const ad = { article: '', kind: 'ad', part: 'picture', role: 'Figure' } as const;
    expect(grow([piece(1, ad), piece(1, ad)])).toBe('Document(Sect(Figure(0)) Sect(Figure(1)))');
  });

  it('holds the items of a list together, each with its label, and further paragraphs in their item', () => {
    const piece = makePieces();
    const item = (paragraph: number, page: number, ...runs: Partial<PlacedRun>[]) =>
      piece(page, { part: 'item', paragraph }, runs);
    const pieces = [
      piece(1, { paragraph: 0 }),
      item(1, 1, { isLabel: true }, {}),
      item(1, 2, {}),
      item(2, 2, {}),
      item(3, 2, { isLabel: true }, {}),
      piece(2, { paragraph: 4 }),
    ];
    expect(grow(pieces)).toBe('Document(Art(P(0) L(LI(Lbl(1) LBody(P(2 3) P(4))) LI(Lbl(5) LBody(P(6)))) P(7)))');
  });

  it('puts a list that is indented further into the item before it', () => {
    const piece = makePieces();
    const item = (paragraph: number, indent: number, ...runs: Partial<PlacedRun>[]) =>
      piece(1, { part: 'item', paragraph, indent }, runs);
    const pieces = [
      item(0, 10, { isLabel: true }, {}),
      item(1, 20, { isLabel: true }, {}),
      item(2, 20, {}),
      item(3, 20, { isLabel: true }, {}),
      item(4, 10, {}),
      item(5, 10, { isLabel: true }, {}),
    ];
    const inner = 'L(LI(Lbl(2) LBody(P(3) P(4))) LI(Lbl(5) LBody(P(6))))';
    expect(grow(pieces)).toBe(`Document(Art(L(LI(Lbl(0) LBody(P(1) ${inner} P(7))) LI(Lbl(8) LBody(P(9))))))`);
  });

  it('holds the paragraphs of a quotation together', () => {
    const piece = makePieces();
    const quote = (paragraph: number) => piece(1, { part: 'quote', paragraph });
    expect(grow([quote(0), quote(1), piece(1, { paragraph: 2 })])).toBe('Document(Art(BlockQuote(P(0) P(1)) P(2)))');
  });

  it('says the language of a story, and of words in it that have another', () => {
    const piece = makePieces();
    const words = [{ language: 'de' }, { language: 'fr' }, { language: 'de' }];
    const link = { language: 'en', annotation: { ref: { id: 9 }, structParent: 3 } };
    const pieces = [piece(1, { article: 'fernweh' }, [...words, link])];
    expect(grow(pieces)).toBe('Document(Art:de(P(0 Span:fr(1) 2 Link:en(3 L))))');
  });

  it('gives every piece of marked content one place in the tree, whatever the pieces are', () => {
    const parts = fc.constantFrom<StoryTag['part']>(
      'body',
      'item',
      'quote',
      'headline',
      'jumpTo',
      'jumpFrom',
      'caption',
    );
    const tags = fc.record({
      part: parts,
      paragraph: fc.integer({ min: -1, max: 4 }),
      article: fc.constantFrom('a', 'b', ''),
      indent: fc.constantFrom(0, 10, 20),
      kind: fc.constantFrom<StoryTag['kind']>('article', 'continue', 'refer', 'brief', 'ad'),
      role: fc.constantFrom<StoryTag['role']>('P', 'H1', 'Reference', 'Figure'),
    });
    const run = fc.record({ isLabel: fc.boolean(), language: fc.constantFrom('en', 'fr', undefined) });
    const drawn = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), tags, fc.array(run, { minLength: 1, maxLength: 3 })),
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const piece = makePieces();
        const pieces = all.map(([page, tag, runs]) => piece(page, tag, runs));
        const numbers = (kid: StructureKid): number[] =>
          kid.type === 'element' ? kid.kids.flatMap(numbers) : kid.type === 'content' ? [kid.mcid] : [];
        const placed = numbers(growReadingTree(pieces, settings)).sort((a, b) => a - b);
        expect(placed).toEqual(pieces.flatMap(({ runs }) => runs.map(({ mcid }) => mcid)));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a table as rows and cells, whatever legs and pages it runs through', () => {
    const piece = makePieces();
    const cell = (page: number, row: number, column: number) =>
      piece(page, { part: 'table', paragraph: 1, cell: { row, column, columns: 3 } });
    const pieces = [
      piece(1, { paragraph: 0 }),
      ...[cell(1, 0, 0), cell(1, 0, 2), cell(1, 1, 0), cell(1, 1, 1), cell(1, 1, 2)],
      piece(1, { part: 'jumpTo', role: 'Reference' }),
      ...[cell(2, 2, 0), cell(2, 2, 2)],
      piece(2, { paragraph: 2 }),
    ];
    expect(grow(pieces)).toBe(
      'Document(Art(P(0) Table(TR(TH(1) TH() TH(2)) TR(TD(3) TD(4) TD(5)) TR(TD(7) TD() TD(8))) P(9) P(Reference(6))))',
    );
  });
});
