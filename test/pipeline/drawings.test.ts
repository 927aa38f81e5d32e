import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/host/hash.js';
import { inflate } from '../../src/host/inflate.js';
import { openFiles } from '../../src/host/node-files.js';
import { type BuildResult, buildIssue, checkIssue } from '../../src/pipeline.js';
import { type TinyIssue, writeTinyIssue } from '../cli/tiny-issue.js';
import { hasTool, readPdf, runTool } from '../pdf/outside-tools.js';
import { PRODUCT } from './issue-folder.js';

/** A chart of tides as a graphics desk sends it: bars, a curve, a tinted sky, a symbol used twice. */
const CHART = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
  <style>.bar { fill: #2a6f97 } .axis { fill: none; stroke: #000; stroke-width: 2 }</style>
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#a9d6e5"/><stop offset="1" stop-color="#fff"/></linearGradient>
    <symbol id="buoy" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="crimson"/></symbol>
  </defs>
  <rect width="400" height="300" fill="url(#sky)"/>
  <g id="bars"><rect class="bar" x="40" y="120" width="60" height="140"/><rect class="bar" x="140" y="80" width="60" height="180"/></g>
  <path d="M20 200C100 100 200 100 380 210" fill="none" stroke="#d00000" stroke-width="8" opacity=".6"/>
  <path class="axis" d="M20 20V260H380"/>
  <use href="#buoy" x="300" y="60" width="30" height="30"/><use href="#buoy" x="340" y="90" width="20" height="20"/>
</svg>
`;

let issue: TinyIssue;
const cache = new Map<string, Uint8Array>();

function surroundings() {
  return {
    files: openFiles({ workingFolder: issue.folder, productRoot: PRODUCT }),
    sha256,
    pictureCache: {
      read: (key: string) => cache.get(key),
      write: (key: string, bytes: Uint8Array) => void cache.set(key, bytes),
    },
    inflate,
    now: () => 0,
    progress: () => {},
  };
}

function options() {
  return {
    issue: { folder: issue.folder, manifest: 'issue.yaml' },
    profiles: ['press', 'reader'],
    strict: false,
  } as const;
}

/** Builds the issue with one cache for all tests. */
const build = (): Promise<BuildResult> => buildIssue(options(), surroundings());

/** What is said of drawings. The issue has more white than it should, which is no matter here. */
const told = ({ diagnostics }: BuildResult) =>
  diagnostics.filter(({ code }) => code !== 'underset').map(({ code, message }) => `${code}: ${message}`);
const pdfOf = ({ pdfs }: BuildResult, profile: 'press' | 'reader'): Uint8Array =>
  pdfs.find((pdf) => pdf.profile === profile)?.bytes as Uint8Array;

beforeAll(async () => {
  issue = await writeTinyIssue();
  issue.write('pictures/quay.jpg', CHART);
});
afterAll(() => issue.discard());

describe('a drawing of an issue', () => {
  it('is one form in the file, vector and in process inks, cropped where it is placed', async () => {
    const built = await build();
    expect(told(built)).toEqual([]);
    const read = readPdf(pdfOf(built, 'press'));
    const forms = read.all.filter((object) => object?.['/Subtype'] === '/Form');
    expect(forms).toHaveLength(1);
    expect(read.all.some((object) => object?.['/Subtype'] === '/Image')).toBe(false);
    expect(JSON.stringify(read.all)).not.toMatch(/DeviceRGB|CalRGB/);
    const content = read.stream(read.pages[0]?.['/Contents']).toString('latin1');
    expect(content).toMatch(/re W n [-\d. ]+ cm \/Fm1 Do Q/);
    expect(read.pages[0]?.['/Group']).toMatchObject({ '/CS': '/DeviceCMYK' });
  });

  it.skipIf(!hasTool('qpdf')).each(['press', 'reader'] as const)('is sound to qpdf in the %s file', async (profile) => {
    const pdf = pdfOf(await build(), profile);
    expect(() => runTool('qpdf', pdf, ['--check', '@'])).not.toThrow();
  });

  it('comes from the cache on the next night, as the same bytes', async () => {
    const first = await build();
    const kept = new Map(cache);
    const second = await build();
    expect(second.pdfs).toEqual(first.pdfs);
    expect(new Map(cache)).toEqual(kept);
  });

  it('has its thin lines told of, also when it comes from the cache', async () => {
    issue.write('pictures/quay.jpg', CHART.replace('stroke-width: 2', 'stroke-width: 0.4'));
    const first = await build();
    expect(told(first)).toEqual([
      expect.stringMatching(/^thin-line: drawing "quay.jpg" has a line in solid black of 0\.\d+pt in print, at 10:3/),
    ]);
    expect(told(await build())).toEqual(told(first));
    expect(first.pdfs).toHaveLength(2);
  });

  it('stops the press once where it cannot be printed, in a check as in a build', async () => {
    issue.write('pictures/quay.jpg', CHART.replace('</svg>', '<text x="9" y="9">High water</text></svg>'));
    const reason = 'bad-picture: picture "quay.jpg" has text that is not outlines, at 12:1';
    const built = await build();
    expect(told(built)).toEqual([reason]);
    expect(built.pdfs).toEqual([]);
    expect(told(await checkIssue(options(), surroundings()))).toEqual([reason]);
  });
});
