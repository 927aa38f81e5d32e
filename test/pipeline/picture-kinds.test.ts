import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/pipeline.js';
import { type TinyIssue, writeTinyIssue } from '../cli/tiny-issue.js';
import { hasTool, readPdf, runTool } from '../pdf/outside-tools.js';
import { tiffFile } from '../picture/tiff-file.js';
import { build } from './issue-folder.js';

const TEMPLATE = `slots:
  lead: { columns: 1, lines: 1-28, accepts: article, shape: pictureOverHead, picture: { lines: 6-12 } }
  side: { columns: 2, lines: 1-17, accepts: article, shape: pictureOverHead, picture: { lines: 6-10 } }
  ferry: { columns: 2, lines: 19-28, accepts: ad }
`;

/** The advertisement's slot is 48 mm × 105 pt; at 600 pixels an inch: */
const AD = { width: 1134, height: 875 };

const article = (file: string): string => `---
headline: A picture of another kind
pictures:
  - { file: ${file}, caption: The quay, credit: R. Smee, alt: A quay }
---

The first ship came in at six, and the men on the quay had to wait for her.
`;

const photo = () => sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6ea5' } });

/** Line art, black in its left part: 1 is black. */
function lineArt(): Uint8Array {
  const rowBytes = Math.ceil(AD.width / 8);
  const pixels = Uint8Array.from({ length: rowBytes * AD.height }, (_, at) => (at % rowBytes < 60 ? 0xff : 0));
  return tiffFile({ widthPx: AD.width, heightPx: AD.height, bits: 1, photometric: 0, pixels });
}

let issue: TinyIssue;
let result: BuildResult;

beforeAll(async () => {
  issue = await writeTinyIssue();
  issue.write('templates/tiny/pages/front.yaml', TEMPLATE);
  issue.spoil('issue.yaml', 'side: budget', 'side: budget\n      ferry: { ad: ads/ferry.tif }');
  issue.write('articles/harbour.md', article('quay.tif'));
  issue.write('articles/budget.md', article('town.webp'));
  issue.write('pictures/quay.tif', await photo().tiff({ compression: 'lzw' }).toBuffer());
  issue.write('pictures/town.webp', await photo().negate().webp().toBuffer());
  issue.write('ads/ferry.tif', lineArt());
  result = await build(issue.folder, 'press', 'reader');
}, 60_000);
afterAll(() => issue.discard());

describe('an issue with a TIFF, a WebP and an advertisement of line art', () => {
  it('is set without an error, each picture in its slot', () => {
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const stories = result.edition?.pages[0]?.stories ?? [];
    expect(stories.map(({ slot, pictures }) => [slot, pictures.map(({ source }) => source.file)])).toEqual([
      ['lead', ['pictures/quay.tif']],
      ['side', ['pictures/town.webp']],
      ['ferry', ['ads/ferry.tif']],
    ]);
    expect(result.pdfs.map(({ profile }) => profile)).toEqual(['press', 'reader']);
  });

  describe.each(['press', 'reader'] as const)('in the %s file', (profile) => {
    const pdf = (): Uint8Array => result.pdfs.find((one) => one.profile === profile)?.bytes as Uint8Array;

    it.skipIf(!hasTool('qpdf'))('has two pictures in four inks and one of a bit a pixel, and is sound to qpdf', () => {
      runTool('qpdf', pdf(), ['--check', '@']);
      const images = readPdf(pdf()).all.filter((object) => object?.['/Subtype'] === '/Image');
      const kinds = images.map((image) => `${image?.['/ColorSpace']} ${image?.['/BitsPerComponent']}`).sort();
      expect(kinds).toEqual(['/DeviceCMYK 8', '/DeviceCMYK 8', '/DeviceGray 1']);
      const art = images.find((image) => image?.['/BitsPerComponent'] === 1);
      expect(art).toMatchObject({ '/Width': AD.width, '/Height': AD.height });
    });
  });
});
