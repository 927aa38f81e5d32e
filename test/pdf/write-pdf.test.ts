import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { DisplayList, DisplayOp, PrintJob } from '../../src/model/display-list.js';
import type { PressImage } from '../../src/model/picture.js';
import { type PdfResources, streamPdf, writePdf } from '../../src/pdf/write-pdf.js';
import { BLACK, tint, WHITE } from '../../src/units/color.js';
import { hasTool, type ReadDictionary, type ReadPdf, readPdf, runTool } from './outside-tools.js';
import {
  CMYK_PHOTO,
  HEAD,
  ITALIC,
  look,
  ORIGIN,
  readFace,
  sampleJob,
  sampleResources,
  setLine,
  shape,
  TEXT,
  tagged,
  words,
} from './sample-job.js';

let resources: PdfResources;
let pdf: Uint8Array;
const noReport = (diagnostic: Diagnostic): void => {
  throw new Error(`unexpected: ${diagnostic.message}`);
};

beforeAll(async () => {
  resources = await sampleResources();
  pdf = await writePdf(sampleJob(), 'press', resources, noReport);
});

/** A job of one page with these operations. */
function pageOf(ops: readonly DisplayOp[], page: Partial<DisplayList> = {}): PrintJob {
  const only = { ...(sampleJob().pages[0] as DisplayList), beads: [], outline: [], ...page, ops };
  return { ...sampleJob(), pages: [only], threads: new Map() };
}

async function operatorsOf(ops: readonly DisplayOp[]): Promise<string> {
  const read = readPdf(await writePdf(pageOf(ops), 'press', resources, noReport));
  return read.stream(read.pages[0]!['/Contents']!).toString('latin1');
}

describe('the same job', () => {
  it('gives the same bytes again, from objects made anew', async () => {
    const again = await writePdf(structuredClone(sampleJob()), 'press', resources, noReport);
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  it('gives the same bytes in another time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    try {
      expect(Buffer.compare(await writePdf(sampleJob(), 'press', resources, noReport), pdf)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('gives the same bytes through a slow sink, in blocks', async () => {
    const blocks: Uint8Array[] = [];
    await streamPdf(sampleJob(), 'press', resources, noReport, async (block) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      blocks.push(block);
    });
    expect(blocks.length).toBeGreaterThan(1);
    expect(Buffer.compare(Buffer.concat(blocks), pdf)).toBe(0);
  });
});

describe('the file', () => {
  it('is PDF 1.6 with one xref section and nothing after it', () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.6\n%[\x80-\xff]{4}\n/);
    expect(text.match(/startxref/g)).toHaveLength(1);
    expect(text).toMatch(/%%EOF\n$/);
  });

  it('holds its XMP uncompressed', () => {
    expect(Buffer.from(pdf).includes('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')).toBe(true);
  });
});

describe.skipIf(!hasTool('qpdf'))('read by qpdf', () => {
  let read: ReadPdf;
  beforeAll(() => {
    read = readPdf(pdf);
  });
  const contents = (): string[] => read.pages.map((page) => read.stream(page['/Contents']!).toString('latin1'));

  it('the file is sound', () => {
    expect(runTool('qpdf', pdf, ['--check', '@']).toString()).toContain('No syntax or stream encoding errors');
  });

  it('every object is reached from the trailer', () => {
    const seen = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value === 'string' && /^\d+ 0 R$/.test(value)) {
        if (seen.has(value)) return;
        seen.add(value);
        walk(read.follow(value));
      } else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
    };
    walk(read.trailer);
    // Nothing points at the streams that hold the other objects, or at the one that says where they are.
    const holders = read.all.filter(
      (object) => object !== read.trailer && ['/ObjStm', '/XRef'].includes(String(object['/Type'])),
    );
    expect(holders.length).toBeGreaterThan(1);
    expect(seen.size).toBe(Number(read.trailer['/Size']) - 1 - holders.length);
  });

  it('the ID is two equal strings of 16 bytes that another job does not share', async () => {
    const [first, second] = read.trailer['/ID'] as string[];
    expect(first).toMatch(/^b:[0-9a-f]{32}$/);
    expect(second).toBe(first);
    const other = readPdf(await writePdf({ ...sampleJob(), number: 8124 }, 'press', resources, noReport));
    expect(other.trailer['/ID']).not.toEqual(read.trailer['/ID']);
  });

  it('Info takes its dates from the issue, and Trapped is a name', () => {
    const info = read.follow(read.trailer['/Info']);
    expect(info['/CreationDate']).toBe('u:D:20260708000000Z');
    expect(info['/ModDate']).toBe('u:D:20260708000000Z');
    expect(info['/Trapped']).toBe('/False');
    expect(info['/Title']).toBe('u:The Harbour Courier, 8 July 2026 <national> & “harbour”');
  });

  it('the output intent embeds the profile byte for byte', () => {
    const intents = read.catalog['/OutputIntents'] as string[];
    expect(intents).toHaveLength(1);
    const intent = read.follow(intents[0]);
    expect(intent['/S']).toBe('/GTS_PDFX');
    expect(intent['/OutputConditionIdentifier']).toBe('u:CGATS TR 002');
    expect(Buffer.compare(read.stream(intent['/DestOutputProfile']!), resources.profile.bytes)).toBe(0);
    expect(read.follow(intent['/DestOutputProfile'])['/N']).toBe(4);
  });

  it('a page without bleed has a BleedBox as large as its TrimBox, and no CropBox', () => {
    for (const page of read.pages) {
      expect(page['/MediaBox']).toEqual([0, 0, 468, 620]);
      expect(page['/BleedBox']).toEqual([0, 0, 468, 620]);
      expect(page['/TrimBox']).toEqual([0, 0, 468, 620]);
      expect(page).not.toHaveProperty('/CropBox');
      expect(page).not.toHaveProperty('/Rotate');
    }
  });

  it('a page with bleed keeps the trim inside it, and counts from the trim', async () => {
    const ops = [{ type: 'fill', box: { x: 0, y: 0, width: 10, height: 10 }, color: BLACK }] as const;
    const bled = readPdf(await writePdf(pageOf(ops, { bleed: 9 }), 'press', resources, noReport));
    const page = bled.pages[0] as ReadDictionary;
    expect(page['/MediaBox']).toEqual([0, 0, 486, 638]);
    expect(page['/BleedBox']).toEqual([0, 0, 486, 638]);
    expect(page['/TrimBox']).toEqual([9, 9, 477, 629]);
    expect(bled.stream(page['/Contents']!).toString()).toContain('9 619 10 10 re f');
  });

  it('printer’s marks stand outside the bleed in all inks, and the MediaBox grows to hold them', async () => {
    const patch = { type: 'fill', box: { x: 0, y: 640, width: 10, height: 10 }, color: tint(0.5) } as const;
    const ops = [
      { type: 'line', x1: -10, y1: 0, x2: -20, y2: 0 } as const,
      { type: 'circle', x: 234, y: -15, radius: 5 } as const,
      patch,
      setLine(0, -12, words('Cyan', look(TEXT, 7, { type: 'cmyk', c: 1, m: 0, y: 0, k: 0 }))),
    ];
    const job = pageOf([], { bleed: 9, marks: { margin: 20, ops } });
    const marked = readPdf(await writePdf(job, 'press', resources, noReport));
    const page = marked.pages[0] as ReadDictionary;
    expect(page['/MediaBox']).toEqual([0, 0, 526, 678]);
    expect(page['/BleedBox']).toEqual([20, 20, 506, 658]);
    expect(page['/TrimBox']).toEqual([29, 29, 497, 649]);
    const spaces = marked.follow(page['/Resources'])['/ColorSpace'] as ReadDictionary;
    const [family, name, alternate, tintOf] = spaces['/All'] as string[];
    expect([family, name, alternate]).toEqual(['/Separation', '/All', '/DeviceCMYK']);
    expect(marked.follow(tintOf)).toMatchObject({ '/FunctionType': 2, '/C0': [0, 0, 0, 0], '/C1': [1, 1, 1, 1] });
    const content = marked.stream(page['/Contents']!).toString('latin1');
    expect(content).toMatch(/^\/Artifact BMC\nq \/All CS 1 SCN 0\.5 w\n19 649 m 9 649 l S\n/);
    expect(content).toContain('268 664 m 268 666.762 ');
    expect(content).toMatch(/ c s\nQ\n0 0 0 0\.5 k\n29 -1 10 10 re f\nBT\n/);
    expect(content.match(/EMC/g)).toHaveLength(1);
  });

  it('no operator sets RGB, and the only colours are CMYK', () => {
    for (const content of contents()) {
      const operators = content.replace(/\((?:\\[\s\S]|[^\\)])*\)/g, '()');
      expect(operators).not.toMatch(/\b(rg|RG|g|G|cs|CS|sc|SC|scn|SCN|sh)\n/);
      expect(operators).toMatch(/ k\n/);
    }
    const spaces = read.all.map((object) => object?.['/ColorSpace']).filter((space) => space !== undefined);
    expect(new Set(spaces)).toEqual(new Set(['/DeviceCMYK', '/DeviceGray']));
  });

  it('solid black type up to 24 pt and black rules overprint, larger and coloured type knocks out', async () => {
    const content = await operatorsOf([
      setLine(40, 50, words('White', look(TEXT, 9, WHITE))),
      setLine(40, 60, words('Small', look(TEXT, 9))),
      setLine(40, 90, words('Large', look(HEAD, 24.5))),
      setLine(40, 120, words('Just', look(HEAD, 24))),
      { type: 'fill', box: { x: 1, y: 1, width: 9, height: 9 }, color: BLACK },
      { type: 'rule', x1: 0, y1: 0, x2: 9, y2: 0, weight: 0.5, color: BLACK },
      { type: 'rule', x1: 0, y1: 9, x2: 9, y2: 9, weight: 0.5, color: tint(0.4) },
    ]);
    const marks = content.match(/\/(On|Off) gs|\]TJ|re f|l S/g);
    expect(marks).toEqual([
      ...[']TJ', '/On gs', ']TJ', '/Off gs', ']TJ', '/On gs', ']TJ'],
      ...['/Off gs', 're f', '/On gs', 'l S', '/Off gs', 'l S'],
    ]);
    const states = read.follow(read.pages[0]!['/Resources'])['/ExtGState'] as ReadDictionary;
    expect(read.follow(states['/On'])).toMatchObject({ '/OP': true, '/op': true, '/OPM': 1 });
    expect(read.follow(states['/Off'])).toMatchObject({ '/OP': false, '/op': false });
  });

  it('fonts are embedded as subsets, with their plain length and every code in ToUnicode', () => {
    const fonts = read.all.filter((object) => object?.['/Subtype'] === '/Type0');
    expect(fonts).toHaveLength(4);
    for (const font of fonts) {
      expect(font['/BaseFont']).toMatch(/^\/[A-Z]{6}\+/);
      const descendant = read.follow((font['/DescendantFonts'] as string[])[0]);
      const descriptor = read.follow(descendant['/FontDescriptor']);
      const program = read.stream(descriptor['/FontFile2']!);
      expect(read.follow(descriptor['/FontFile2'])['/Length1']).toBe(program.length);
      const widths = (descendant['/W'] as [number, number[]])[1];
      const cmap = read.stream(font['/ToUnicode']!).toString();
      const ranges = cmap.match(/\[[^\]]*\]/g) ?? [];
      const texts = ranges.flatMap((range) => range.match(/<[0-9a-f ]*>/g) ?? []);
      expect(texts).toHaveLength(widths.length);
      expect(texts.filter((text) => /^<(0000|feff|fffe)?>$/.test(text))).toEqual([]);
    }
  });

  it('a CMYK JPEG goes in as it is, with Decode only where its inks are inverted', () => {
    const images = read.all.filter((object) => object?.['/Subtype'] === '/Image');
    expect(images).toHaveLength(2);
    const photo = resources.picture(CMYK_PHOTO) as PressImage;
    const cmyk = images.find((image) => image['/ColorSpace'] === '/DeviceCMYK')!;
    const gray = images.find((image) => image['/ColorSpace'] === '/DeviceGray')!;
    expect(cmyk).toMatchObject({ '/Filter': '/DCTDecode', '/Width': 480, '/Height': 320, '/BitsPerComponent': 8 });
    expect(cmyk['/Decode']).toEqual(photo.inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined);
    expect(gray).not.toHaveProperty('/Decode');
    expect(Buffer.from(pdf).includes(Buffer.from(photo.jpeg))).toBe(true);
  });

  it('each story has one thread: a ring of beads through its legs, which their pages list', () => {
    const threads = (read.catalog['/Threads'] as string[]).map((ref) => ({ ref, thread: read.follow(ref) }));
    const titles = threads.map(({ thread }) => read.follow(thread['/I'])['/Title']);
    expect(titles).toEqual(['u:Ferry waits for a final offer', 'u:Budget & “taxes” <up>']);
    const pagesOfBeads = threads.map(({ ref, thread }) => {
      const pages: number[] = [];
      let at = thread['/F'] as string;
      do {
        const bead = read.follow(at);
        expect(bead['/T']).toBe(ref);
        const page = read.pageRefs.indexOf(bead['/P'] as string);
        expect(read.pages[page]!['/B']).toContain(at);
        expect(read.follow(bead['/N'])['/V']).toBe(at);
        pages.push(page + 1);
        at = bead['/N'] as string;
      } while (at !== thread['/F'] && pages.length < 20);
      return pages;
    });
    expect(pagesOfBeads).toEqual([
      [1, 3, 3],
      [2, 2, 4],
    ]);
    expect(read.follow((read.pages[0]!['/B'] as string[])[0])['/R']).toEqual([34, 200, 224, 500]);
  });

  it('the outline has a section once, its stories under it, and destinations instead of actions', () => {
    const outline = read.follow(read.catalog['/Outlines']);
    const children = (parent: ReadDictionary): ReadDictionary[] => {
      const items: ReadDictionary[] = [];
      for (let at = parent['/First']; at !== undefined; at = read.follow(at)['/Next']) items.push(read.follow(at));
      return items;
    };
    const sections = children(outline);
    expect(sections.map((section) => section['/Title'])).toEqual(['u:News', 'u:Town']);
    expect(sections.map((section) => children(section).map((story) => story['/Title']))).toEqual([
      ['u:What page A1 leads with', 'u:What page A2 leads with'],
      ['u:What page B1 leads with', 'u:What page B2 leads with'],
    ]);
    expect(outline['/Count']).toBe(6);
    expect(children(sections[0]!)[1]!['/Dest']).toEqual([read.pageRefs[1], '/XYZ', 0, 530, null]);
    expect(read.all.some((object) => object?.['/A'] !== undefined && object['/Title'] !== undefined)).toBe(false);
  });

  it('pages are labelled as printed, and the catalog says language and title', () => {
    expect(read.catalog['/PageLabels']).toEqual({
      '/Nums': [0, { '/P': 'u:A', '/S': '/D' }, 2, { '/P': 'u:B', '/S': '/D' }],
    });
    expect(read.catalog['/Lang']).toBe('u:en-GB');
    expect(read.catalog['/ViewerPreferences']).toEqual({ '/DisplayDocTitle': true });
  });

  it('there are no annotations, actions, scripts or forms', () => {
    for (const page of read.pages) expect(page).not.toHaveProperty('/Annots');
    for (const key of ['/AcroForm', '/OpenAction', '/AA', '/Names']) expect(read.catalog).not.toHaveProperty(key);
  });

  it('everything drawn is in marked content: an artifact, or a piece of the tree by a number of its own', () => {
    contents().forEach((content) => {
      const marks = content.match(/^(?:\/\w+ BMC|\/\w+<<\/MCID \d+>>BDC|EMC|BT|.* Do Q|.* re f|.* l S)$/gm) ?? [];
      let open = false;
      for (const mark of marks) {
        if (/B[MD]C$/.test(mark)) {
          expect(open).toBe(false);
          open = true;
        } else if (mark === 'EMC') open = false;
        else expect(open, mark).toBe(true);
      }
      expect(open).toBe(false);
      const numbers = [...content.matchAll(/MCID (\d+)/g)].map((match) => Number(match[1]));
      expect(numbers).toEqual(numbers.map((_, index) => index));
    });
  });

  it('the structure tree has one Art a story over its pages, and the parent tree agrees with it', () => {
    const root = read.follow(read.catalog['/StructTreeRoot']);
    const articles = (read.follow(root['/K'])['/K'] as string[]).map((ref) => read.follow(ref));
    expect(articles.map((article) => article['/S'])).toEqual(['/Art', '/Art']);
    const ferry = (articles[0]!['/K'] as string[]).map((ref) => read.follow(ref));
    const roles = ferry.map((element) => element['/S']);
    expect(roles.slice(0, 2)).toEqual(['/P', '/H1']);
    const figure = ferry.find((element) => element['/S'] === '/Figure')!;
    expect(figure['/Alt']).toBe('u:A ferry moored beside a quay');
    expect((figure['/A'] as ReadDictionary)['/BBox']).toEqual([244, 380, 424, 500]);
    expect(new Set(ferry.map((element) => read.follow(element['/K'])?.['/Pg'] ?? element['/Pg']))).toEqual(
      new Set([read.pageRefs[0], read.pageRefs[2]]),
    );
    const owners = read.follow(root['/ParentTree'])['/Nums'] as (number | string[])[];
    read.pages.forEach((page, index) => {
      const elements = owners[2 * (page['/StructParents'] as number) + 1] as string[];
      elements.forEach((ref, mcid) => {
        expect(read.follow(ref)).toMatchObject({ '/K': mcid, '/Pg': read.pageRefs[index]! });
      });
    });
  });

  it('headings start at level 1 and skip none, whatever levels the pages use', async () => {
    const heading = (role: 'H2' | 'H3', text: string, y: number): DisplayOp[] => [
      tagged('a', role),
      setLine(40, y, words(text, look(HEAD, 20))),
      { type: 'end' },
    ];
    const content = await operatorsOf([...heading('H2', 'Head', 50), ...heading('H3', 'Crosshead', 90)]);
    expect(content.match(/\/\w+(?=<<\/MCID)/g)).toEqual(['/H1', '/H2']);
  });

  it('a picture that could not be converted is a gray box', async () => {
    const missing = { ...resources, picture: () => undefined };
    const box = { x: 10, y: 20, width: 30, height: 40 };
    const job = pageOf([{ type: 'picture', box, picture: CMYK_PHOTO, alt: '', origin: ORIGIN }]);
    const without = readPdf(await writePdf(job, 'press', missing, noReport));
    expect(without.stream(without.pages[0]!['/Contents']!).toString()).toContain('0 0 0 0.2 k\n10 560 30 40 re f');
  });

  it('a job without stories has neither outline, threads nor tags', async () => {
    const bare = readPdf(await writePdf(pageOf([]), 'press', resources, noReport));
    for (const key of ['/Outlines', '/Threads', '/StructTreeRoot', '/MarkInfo']) {
      expect(bare.catalog).not.toHaveProperty(key);
    }
  });
});

describe('text comes out as it was put in', () => {
  const lines = [
    [
      ...words('Officials offered “five” different figures: AVA Wharf & Quay (all', look(TEXT, 9)),
      ...words('of them) gave', look(ITALIC, 9)),
    ],
    words('\\ back (slash) and )paren( in order', look(TEXT, 9)),
  ];
  const job = (): PrintJob =>
    pageOf([
      ...lines.map((line, index) =>
        setLine(40, 60 + 12 * index, line, { measure: index === 0 ? 380 : 190, scale: 1.02, letterSpace: 0.1 }),
      ),
      setLine(40, 100, words('She was an argu-', look(TEXT, 9)), { addedHyphen: true }),
      setLine(40, 112, words('ment in well-', look(TEXT, 9))),
      setLine(40, 124, words('known small capitals', look(TEXT, 9)), { features: ['smcp'] }),
      setLine(40, 136, words('SMALL', look(TEXT, 9)), { features: ['c2sc'] }),
    ]);
  const expected = [
    'Officials offered “five” different figures: AVA Wharf & Quay (all of them) gave',
    '\\ back (slash) and )paren( in order',
    'She was an argu\u00ad',
    'ment in well-',
    'known small capitals',
    'SMALL',
  ];

  it.skipIf(!hasTool('pdftotext'))(
    'of pdftotext, with the added hyphen as U+00AD and a typed one as it is',
    async () => {
      const text = runTool('pdftotext', await writePdf(job(), 'press', resources, noReport), [
        '-raw',
        '@',
        '-',
      ]).toString();
      expect(text.trim().split('\n')).toEqual(expected);
    },
  );

  it.skipIf(!hasTool('mutool'))('of mutool', async () => {
    const text = runTool('mutool', await writePdf(job(), 'press', resources, noReport), [
      'draw',
      '-q',
      '-F',
      'txt',
      '@',
    ]).toString();
    expect(text.split('\n').filter((line) => /\S/.test(line))).toEqual(expected);
  });

  it.skipIf(!hasTool('pdftotext'))('in the order of the operations over the whole sample', () => {
    const text = runTool('pdftotext', pdf, ['-raw', '@', '-']).toString();
    const found = text.split(/\s+/).filter((word) => word !== '');
    const shown = sampleJob().pages.flatMap((page) => page.ops.flatMap((op) => (op.type === 'text' ? op.pieces : [])));
    expect(found).toEqual(shown.map((piece) => piece.shaped.text.replace(/^offi-$/, 'offi\u00ad')));
  });

  it.skipIf(!hasTool('pdftotext'))('of a mark that is drawn apart from its letter', async () => {
    const apart = { ...shape(TEXT, 'xe'), text: 'e\u0301', clusters: Uint8Array.of(2, 0) };
    const op = setLine(40, 60, words('cafe', look(TEXT, 9)));
    const piece = { ...op.pieces[0]!, shaped: apart };
    const marked = await writePdf(pageOf([{ ...op, pieces: [piece] }]), 'press', resources, noReport);
    expect(runTool('pdftotext', marked, ['-raw', '@', '-']).toString().normalize('NFC').trim()).toBe('é');
  });
});

describe('a font that cannot be used', () => {
  const job = (): PrintJob => pageOf([setLine(40, 60, words('Some text', look(TEXT, 9)))]);

  it('is reported once, where it is first used, and the rest is written', async () => {
    const reported: Diagnostic[] = [];
    const broken = { ...resources, fontBytes: () => new Uint8Array([0, 1, 0, 0, 0, 9, 9, 9]) };
    await writePdf(job(), 'press', broken, (diagnostic) => reported.push(diagnostic));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({ code: 'bad-font', severity: 'error', origin: ORIGIN });
    expect(reported[0]?.message).toContain(`"${TEXT}"`);
  });

  it('is reported where its licence flags forbid to embed it', async () => {
    const locked = readFace(TEXT).slice();
    const view = new DataView(locked.buffer);
    for (let i = 0; i < view.getUint16(4); i++) {
      const record = 12 + 16 * i;
      const tag = String.fromCharCode(...locked.subarray(record, record + 4));
      // fsType stands eight bytes into OS/2; 2 is "restricted licence".
      if (tag === 'OS/2') view.setUint16(view.getUint32(record + 8) + 8, 2);
    }
    const reported: Diagnostic[] = [];
    await writePdf(job(), 'press', { ...resources, fontBytes: () => locked }, (diagnostic) =>
      reported.push(diagnostic),
    );
    expect(reported.map((diagnostic) => diagnostic.message)).toEqual([
      `the licence flags of the font "${TEXT}" forbid to embed it`,
    ]);
  });
});

describe.skipIf(!hasTool('pdftoppm'))('rendered by poppler', () => {
  it('a picture is not negative, and type is black on white', async () => {
    const box = { x: 0, y: 0, width: 468, height: 312 };
    const job = pageOf([{ type: 'picture', box, picture: CMYK_PHOTO, alt: 'x', origin: ORIGIN }]);
    const image = runTool('pdftoppm', await writePdf(job, 'press', resources, noReport), ['-r', '72', '-gray', '@']);
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!;
    const width = Number(header[1]);
    const pixel = (x: number, y: number): number => image[header[0].length + y * width + x] as number;
    // The ramp is light, lightest at the bottom right.
    expect(pixel(460, 305)).toBeGreaterThan(pixel(5, 5));
    expect(pixel(5, 5)).toBeGreaterThan(110);
    expect(pixel(200, 600)).toBe(255);
  });
});
