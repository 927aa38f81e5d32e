import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/host/hash.js';
import { inflate } from '../../src/host/inflate.js';
import { openFiles } from '../../src/host/node-files.js';
import { type BuildResult, buildIssue } from '../../src/pipeline.js';
import { type TinyIssue, writeTinyIssue } from '../cli/tiny-issue.js';
import { hasTool, readPdf, runTool } from '../pdf/outside-tools.js';
import { type AdWishes, drawAd, MM } from '../preflight/artwork/draw-ad.js';
import { PRODUCT } from './issue-folder.js';

/** The slot of the tiny paper: its second column, 28 lines of 10.5 pt deep. */
const SLOT = { x: 62 * MM, width: 48 * MM, y: 10 * MM, height: 28 * 10.5 };
const AD: AdWishes = { width: SLOT.width, height: SLOT.height, margin: 20 };

let issue: TinyIssue;
const cache = new Map<string, Uint8Array>();
const unpacked = { streams: 0 };

/** Builds the issue with one cache for all tests, and counts what is unpacked of PDFs. */
function build(edition?: string): Promise<BuildResult> {
  unpacked.streams = 0;
  const options = {
    issue: { folder: issue.folder, manifest: 'issue.yaml' },
    profiles: ['press', 'reader'],
    strict: false,
    ...(edition && { edition }),
  } as const;
  return buildIssue(options, {
    files: openFiles({ workingFolder: issue.folder, productRoot: PRODUCT }),
    sha256,
    pictureCache: { read: (key) => cache.get(key), write: (key, bytes) => void cache.set(key, bytes) },
    inflate: (packed, most) => {
      unpacked.streams += 1;
      return inflate(packed, most);
    },
    now: () => 0,
    progress: () => {},
  });
}

async function sendAd(wishes: Partial<AdWishes>): Promise<void> {
  issue.write('ads/ferry.pdf', await drawAd({ ...AD, ...wishes }));
}

const pdfOf = ({ pdfs }: BuildResult, profile: 'press' | 'reader'): Uint8Array =>
  pdfs.find((pdf) => pdf.profile === profile)?.bytes as Uint8Array;

beforeAll(async () => {
  issue = await writeTinyIssue();
  const side = 'lines: 1-28, accepts: article, shape: headOverLegs }';
  issue.spoil('templates/tiny/pages/front.yaml', side, 'lines: 1-28, accepts: ad }');
  issue.spoil('issue.yaml', 'side: budget', 'side: { ad: ads/ferry.pdf }');
  await sendAd({});
});
afterAll(() => issue.discard());

describe('an advertisement sent as PDF', () => {
  it('is read once, and neither read nor judged again on the next night', async () => {
    const first = await build();
    expect(first.diagnostics.map(({ code }) => code)).toEqual(['doubtful-ad']);
    expect(unpacked.streams).toBeGreaterThan(0);
    const second = await build();
    expect(unpacked.streams).toBe(0);
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect(second.pdfs).toEqual(first.pdfs);
  });

  describe.each(['press', 'reader'] as const)('in the %s file', (profile) => {
    it.skipIf(!hasTool('qpdf'))('is one form on a page that blends in CMYK, and sound to qpdf', async () => {
      const pdf = pdfOf(await build(), profile);
      runTool('qpdf', pdf, ['--check', '@']);
      const read = readPdf(pdf);
      const [page] = read.pages;
      expect(page?.['/Group']).toEqual({ '/Type': '/Group', '/S': '/Transparency', '/CS': '/DeviceCMYK' });
      const content = read.stream(page?.['/Contents']).toString('latin1');
      expect(content.match(/\/Fm1 Do/g)).toHaveLength(1);
      expect(read.all.filter((object) => object?.['/Subtype'] === '/Form')).toHaveLength(1);
      if (profile === 'reader') expect(JSON.stringify(read.all)).toContain('u:Advertisement');
    });

    it.skipIf(!hasTool('pdftotext'))('says its words', async () => {
      const text = runTool('pdftotext', pdfOf(await build(), profile), ['@', '-']).toString();
      expect(text).toContain('Ferry to Stack Isle');
    });

    it.skipIf(!hasTool('pdftoppm'))('looks as it does alone, and what lies beyond its trim is cut off', async () => {
      const page = render(pdfOf(await build(), profile));
      const alone = render(await drawAd(AD));
      expect(differenceAt(page, alone, { dx: SLOT.x - 20, dy: SLOT.y - 20 })).toBeLessThan(3);
      // The band over the trim is blue in the file; here is paper.
      expect(page.at(SLOT.x + 30, SLOT.y - 3)).toEqual([255, 255, 255]);
      expect(alone.at(50, 4)).not.toEqual([255, 255, 255]);
    });
  });

  it('stops the press where no box of its page has the size of the slot', async () => {
    await sendAd({ height: 250 });
    const { diagnostics, pdfs } = await build();
    expect(pdfs).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'bad-ad',
        origin: { file: 'issue.yaml', line: 9 },
        message: 'advertisement "ads/ferry.pdf" is 48mm × 88.19mm or 62.11mm × 102.31mm, its slot 48mm × 103.72mm',
        slot: 'side',
      },
    ]);
  });

  it('fits by its MediaBox where it has no other, and stands in the middle of its slot within a millimetre', async () => {
    await sendAd({ width: SLOT.width - 2, height: SLOT.height + 1, margin: 0 });
    const { edition } = await build();
    const ad = edition?.pages[0]?.stories.find(({ kind }) => kind === 'ad');
    expect(ad?.pictures[0]?.source).toMatchObject({ type: 'drawing', format: 'pdf', pageBox: 'MediaBox' });
    expect(ad?.pictures[0]?.box.x).toBeCloseTo(SLOT.x + 1, 1);
    expect(ad?.pictures[0]?.box.y).toBeCloseTo(SLOT.y - 0.5, 1);
  });

  it('stops the press where it is in RGB, and says where', async () => {
    await sendAd({ rgb: true });
    const { diagnostics, pdfs } = await build();
    expect(pdfs).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('unfit-ad');
    expect(diagnostics.find(({ code }) => code === 'unfit-ad')?.message).toMatch(
      /^advertisement "ads\/ferry.pdf", 3.5 mm from its left and 5.6 mm from its top: .* RGB/,
    );
  });

  it('stops the press where its type is too small, by the rules of the paper', async () => {
    await sendAd({ typeSize: 4 });
    expect((await build()).diagnostics.map(({ code }) => code)).toContain('unfit-ad');
  });

  it('is chosen by the edition, each of which has its own in the slot', async () => {
    await sendAd({});
    issue.write('ads/books.pdf', await drawAd({ ...AD, typeSize: 18 }));
    const written =
      'paper: tiny\ndate: 2026-07-08\nnumber: 8123\neditions: [national, harbour]\npages:\n  1:\n    template: front\n    slots:\n      lead: harbour\n      side:\n        - { ad: ads/ferry.pdf, edition: national }\n        - { ad: ads/books.pdf, edition: harbour }\n';
    issue.write('issue.yaml', written);
    const fileIn = async (edition: string) => {
      const made = await build(edition);
      expect(made.pdfs).toHaveLength(2);
      return made.edition?.pages[0]?.stories.find(({ kind }) => kind === 'ad')?.pictures[0]?.source.file;
    };
    expect(await fileIn('national')).toBe('ads/ferry.pdf');
    expect(await fileIn('harbour')).toBe('ads/books.pdf');
  });
});

interface Rendered {
  readonly width: number;
  readonly height: number;
  /** The colour at a place in points from the top left. */
  at(x: number, y: number): readonly number[];
}

/** The first page at 72 pixels an inch, so that a pixel is a point. */
function render(pdf: Uint8Array): Rendered {
  const image = runTool('pdftoppm', pdf, ['-r', '72', '-f', '1', '-l', '1', '@']);
  const [head = '', width = 0, height = 0] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(image.subarray(0, 40).toString('latin1')) ?? [];
  const stride = Number(width) * 3;
  return {
    width: Number(width),
    height: Number(height),
    at: (x, y) => {
      const start = head.length + Math.round(y) * stride + Math.round(x) * 3;
      return [...image.subarray(start, start + 3)];
    },
  };
}

/** Mean difference of the slot's pixels, where both show the same thing (of 255); `dx`, `dy`: how far it is moved. */
function differenceAt(
  page: Rendered,
  alone: Rendered,
  { dx, dy }: { readonly dx: number; readonly dy: number },
): number {
  let sum = 0;
  let count = 0;
  for (let y = 22; y < 20 + SLOT.height - 2; y++) {
    for (let x = 22; x < 20 + SLOT.width - 2; x++) {
      const [ours, theirs] = [page.at(x + dx, y + dy), alone.at(x, y)];
      for (let part = 0; part < 3; part++) sum += Math.abs((ours[part] as number) - (theirs[part] as number));
      count += 3;
    }
  }
  return sum / count;
}
