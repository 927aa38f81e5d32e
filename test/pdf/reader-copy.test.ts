import { beforeAll, describe, expect, it } from 'vitest';
import type { DisplayOp, PrintJob } from '../../src/model/display-list.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { hasTool, type ReadDictionary, type ReadPdf, type ReadValue, readPdf, runTool } from './outside-tools.js';
import { CMYK_PHOTO, look, ORIGIN, sampleJob, sampleResources, setLine, TEXT, tagged, words } from './sample-job.js';

const noReport = (): void => {
  throw new Error('unexpected trouble');
};
let pdf: Uint8Array;
let resources: Awaited<ReturnType<typeof sampleResources>>;

beforeAll(async () => {
  resources = await sampleResources();
  pdf = await writePdf(sampleJob(), 'reader', resources, noReport);
});

const writeReader = (job: PrintJob): Promise<Uint8Array> => writePdf(job, 'reader', resources, noReport);

/** A job of one page with these operations. */
function pageOf(ops: readonly DisplayOp[]): PrintJob {
  return { ...sampleJob(), pages: [{ ...sampleJob().pages[0]!, beads: [], outline: [], ops }], threads: new Map() };
}

describe.skipIf(!hasTool('qpdf'))('the reader’s copy', () => {
  let read: ReadPdf;
  beforeAll(() => {
    read = readPdf(pdf);
  });
  const annotations = (): ReadDictionary[] =>
    read.pages.flatMap((page) => ((page['/Annots'] ?? []) as string[]).map((ref) => read.follow(ref)));

  /** Elements of the structure tree in reading order, each with the roles around it. */
  const elements = (): { readonly path: string; readonly ref: string; readonly data: ReadDictionary }[] => {
    const walk = (ref: ReadValue, path: string): ReturnType<typeof elements> => {
      const data = read.follow(ref);
      if (typeof ref !== 'string' || data['/S'] === undefined) return [];
      const here = `${path}${data['/S']}`;
      return [{ path: here, ref, data }, ...kidsOf(data).flatMap((kid) => walk(kid, here))];
    };
    return walk(read.follow(read.catalog['/StructTreeRoot'])['/K']!, '');
  };
  const kidsOf = ({ '/K': kids }: ReadDictionary): readonly ReadValue[] =>
    kids === undefined ? [] : Array.isArray(kids) ? kids : [kids as ReadValue];

  it('is sound, and the same bytes again', async () => {
    expect(runTool('qpdf', pdf, ['--check', '@']).toString()).toContain('No syntax or stream encoding errors');
    const again = await writeReader(structuredClone(sampleJob()));
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  it('has one output intent, that of PDF/A, with the profile of the press', () => {
    const [intent, ...others] = (read.catalog['/OutputIntents'] as string[]).map((ref) => read.follow(ref));
    expect(others).toEqual([]);
    expect(intent!['/S']).toBe('/GTS_PDFA1');
    expect(Buffer.compare(read.stream(intent!['/DestOutputProfile']!), resources.profile.bytes)).toBe(0);
  });

  it('says that it is tagged, its language and its title', () => {
    expect(read.catalog).toMatchObject({
      '/MarkInfo': { '/Marked': true },
      '/Lang': 'u:en-GB',
      '/ViewerPreferences': { '/DisplayDocTitle': true },
    });
  });

  it('links are printed, described, in tab order and free of borders', () => {
    expect(annotations().length).toBeGreaterThan(4);
    for (const link of annotations()) {
      expect(link).toMatchObject({ '/Subtype': '/Link', '/F': 4, '/Border': [0, 0, 0] });
      expect(link['/Contents']).toMatch(/^u:\S/);
    }
    for (const page of read.pages) expect(page['/Tabs']).toBe(page['/Annots'] ? '/S' : undefined);
  });

  it('jump lines lead to the page that they name, and "from" lines back', () => {
    const names = read.follow(read.follow(read.catalog['/Names'])['/Dests'])['/Names'] as ReadValue[];
    const pageOfName = (name: ReadValue | undefined): number => {
      const destination = names[names.indexOf(name as string) + 1] as string[];
      return read.pageRefs.indexOf(destination[0]!) + 1;
    };
    const inside = annotations().filter((link) => link['/Dest'] !== undefined);
    expect(inside.map((link) => [link['/Contents'], link['/Dest'], pageOfName(link['/Dest'])])).toEqual([
      ['u:Continued on page B1', 'u:ferry/B1', 3],
      ['u:Continued on page B2', 'u:budget/B2', 4],
      ['u:Continued from page A1', 'u:ferry', 1],
      ['u:Continued from page A2', 'u:budget', 2],
    ]);
  });

  it('names of destinations are sorted, each once', () => {
    const names = read.follow(read.follow(read.catalog['/Names'])['/Dests'])['/Names'] as ReadValue[];
    const keys = names.filter((name) => typeof name === 'string' && name.startsWith('u:')) as string[];
    expect(keys).toEqual(['u:budget', 'u:budget/B2', 'u:ferry', 'u:ferry/B1']);
  });

  it('a link out of the paper says where it leads, by a URI and nothing that runs', () => {
    const outside = annotations().filter((link) => link['/A'] !== undefined);
    expect(outside.length).toBeGreaterThan(0);
    for (const link of outside) {
      expect(read.follow(link['/A'])).toEqual({
        '/Type': '/Action',
        '/S': '/URI',
        '/URI': 'u:https://example.org/ferry?q=Hafen%C3%BC',
      });
      expect(link['/Contents']).toBe('u:berth. (https://example.org/ferry?q=Hafen%C3%BC)');
    }
  });

  it('every link is held by a Link element that the parent tree leads back to', () => {
    const owners = read.follow(read.follow(read.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums'] as ReadValue[];
    const held = new Map<unknown, string>();
    for (const { path, ref, data } of elements()) {
      for (const kid of kidsOf(data)) {
        const object = (kid as ReadDictionary)?.['/Obj'];
        if (object !== undefined) {
          expect(path).toMatch(/\/Link$/);
          held.set(object, ref);
        }
      }
    }
    const refs = read.pages.flatMap((page) => (page['/Annots'] ?? []) as string[]);
    expect(held.size).toBe(refs.length);
    for (const ref of refs) {
      const key = read.follow(ref)['/StructParent'] as number;
      expect(key).toBeGreaterThanOrEqual(read.pages.length);
      expect(owners[owners.indexOf(key) + 1]).toBe(held.get(ref));
    }
  });

  it('every piece of marked content has one element, and the parent tree agrees', () => {
    const owners = read.follow(read.follow(read.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums'] as ReadValue[];
    const placed = new Map<string, string>();
    for (const { ref, data } of elements()) {
      for (const kid of kidsOf(data)) {
        const inline = typeof kid === 'object' ? (kid as ReadDictionary) : undefined;
        const mcid = typeof kid === 'number' ? kid : inline?.['/MCID'];
        if (mcid === undefined) continue;
        const key = `${inline?.['/Pg'] ?? data['/Pg']} ${mcid}`;
        expect(placed.has(key)).toBe(false);
        placed.set(key, ref);
      }
    }
    read.pages.forEach((page, index) => {
      const numbers = [
        ...read
          .stream(page['/Contents'])
          .toString('latin1')
          .matchAll(/MCID (\d+)/g),
      ].map(([, n]) => n);
      const onPage = owners[owners.indexOf(page['/StructParents'] as number) + 1] as string[];
      expect(onPage).toHaveLength(numbers.length);
      const owning = numbers.map((n) => placed.get(`${read.pageRefs[index]} ${n}`));
      expect(owning).toEqual(numbers.map((n) => onPage[Number(n)]));
    });
  });

  it('reads a story through its jump as one article, a paragraph that the jump cuts as one', () => {
    const articles = elements().filter(({ path }) => path === '/Document/Art');
    expect(articles).toHaveLength(2);
    const ferry = kidsOf(articles[0]!.data).map((kid) => read.follow(kid));
    expect(ferry.map((kid) => kid['/S']).join('')).toMatch(/^\/P\/H1(\/P){4}\/Figure\/Caption(\/P){9}$/);
    const cut = ferry.find((kid) => kidsOf(kid).some((one) => (one as ReadDictionary)?.['/Type'] === '/MCR'))!;
    expect(cut['/Pg']).toBe(read.pageRefs[0]);
    expect((kidsOf(cut).at(-1) as ReadDictionary)['/Pg']).toBe(read.pageRefs[2]);
    expect(ferry.slice(-2).map((kid) => read.follow(kidsOf(kid)[0])['/S'])).toEqual(['/Reference', '/Reference']);
  });

  it('says the language of a story that is not the paper’s, and of words that are not the story’s', () => {
    const articles = elements().filter(({ path }) => path === '/Document/Art');
    expect(articles.map(({ data }) => data['/Lang'])).toEqual([undefined, 'u:de']);
    const spans = elements().filter(({ path }) => path.endsWith('/Span'));
    expect(new Set(spans.map(({ data }) => data['/Lang']))).toEqual(new Set(['u:en-GB']));
  });

  it('figures say what they show, and where', () => {
    const figures = elements().filter(({ path }) => path.endsWith('/Figure'));
    expect(figures.map(({ data }) => data['/Alt'])).toEqual([
      'u:A ferry moored beside a quay',
      'u:The mayor',
      'u:The ferry again',
    ]);
    expect((figures[0]!.data['/A'] as ReadDictionary)['/BBox']).toEqual([244, 380, 424, 500]);
  });

  it('a picture that nobody described and a jump head are artifacts', async () => {
    const box = { x: 0, y: 0, width: 90, height: 60 };
    const picture: DisplayOp = { type: 'picture', box, picture: CMYK_PHOTO, alt: ' ', origin: ORIGIN };
    const ops: DisplayOp[] = [
      tagged('a', 'Figure', 'picture'),
      picture,
      { type: 'end' },
      tagged('a', 'H1', 'jumpHead'),
      setLine(40, 50, words('Again', look(TEXT, 9))),
      { type: 'end' },
    ];
    const bare = readPdf(await writeReader(pageOf(ops)));
    const marks = bare
      .stream(bare.pages[0]!['/Contents'])
      .toString('latin1')
      .match(/\/\w+ BMC|MCID/g);
    expect(marks).toEqual(['/Artifact BMC', '/Artifact BMC']);
    expect(bare.catalog).not.toHaveProperty('/StructTreeRoot');
  });

  it('a word that starts with a drop cap says itself in the mark that the tree knows, and holds no mark in it', async () => {
    const [letter] = setLine(0, 50, words('O', look(TEXT, 30))).pieces;
    const line = { ...setLine(60, 50, words('n the', look(TEXT, 10))), dropCap: { letter: letter!, drop: 12 } };
    const capped = readPdf(await writeReader(pageOf([tagged('a', 'P'), line, { type: 'end' }])));
    const marks = capped
      .stream(capped.pages[0]!['/Contents'])
      .toString('latin1')
      .match(/\/\w+<<.*BDC|EMC/g);
    expect(marks).toEqual(['/Span<</MCID 0/ActualText <FEFF004F006E0020>>>BDC', 'EMC', '/Span<</MCID 1>>BDC', 'EMC']);
  });

  it('a link over two lines is one annotation with a box for each', async () => {
    const style = { ...look(TEXT, 10), link: 'https://example.org/' };
    const ops: DisplayOp[] = [
      tagged('a', 'P', 'body', { paragraph: 0 }),
      setLine(40, 50, words('one two', style)),
      setLine(40, 62, words('three', style)),
      { type: 'end' },
    ];
    const linked = readPdf(await writeReader(pageOf(ops)));
    const [ref, ...others] = linked.pages[0]!['/Annots'] as string[];
    const link = linked.follow(ref);
    expect(others).toEqual([]);
    expect(link['/Contents']).toBe('u:one two three (https://example.org/)');
    expect(link['/QuadPoints']).toHaveLength(16);
    expect((link['/Rect'] as number[]).slice(1)).toEqual([555.5, expect.any(Number), 578]);
  });

  it('a jump line is plain words where the page that it names is not in the file', async () => {
    const [first] = sampleJob().pages;
    const alone = readPdf(await writeReader({ ...sampleJob(), pages: [first!] }));
    const links = ((alone.pages[0]!['/Annots'] ?? []) as string[]).map((ref) => alone.follow(ref));
    expect(links.every((link) => link['/Dest'] === undefined)).toBe(true);
  });
});

describe('words of the reader’s copy', () => {
  it.skipIf(!hasTool('pdftotext'))('come out as those of the press file do', async () => {
    const text = (bytes: Uint8Array): string[] =>
      runTool('pdftotext', bytes, ['-raw', '@', '-']).toString().split(/\s+/);
    expect(text(pdf)).toEqual(text(await writePdf(sampleJob(), 'press', resources, noReport)));
  });
});
