import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** A sound issue of one page with two stories and a picture, small enough to be read whole. */
const SOUND: Readonly<Record<string, string>> = {
  'templates/tiny/paper.yaml': `name: The Tiny Courier
language: en-GB
trim: [120mm, 130mm]
margins: { top: 10mm, bottom: 10mm, inside: 10mm, outside: 10mm }
grid: { columns: 2, gutter: 4mm, leading: 10.5pt }
styles:
  headline: { font: headline, size: 18pt }
`,
  'templates/tiny/pages/front.yaml': `slots:
  lead: { columns: 1, lines: 1-28, accepts: article, shape: pictureOverHead, picture: { lines: 6-12 } }
  side: { columns: 2, lines: 1-28, accepts: article, shape: headOverLegs }
`,
  'issue.yaml': `paper: tiny
date: 2026-07-08
number: 8123
pages:
  1:
    template: front
    slots:
      lead: harbour
      side: budget
`,
  'articles/harbour.md': `---
headline: The harbour wakes
pictures:
  - file: quay.jpg
    caption: The quay at six in the morning
    credit: R. Smee
    alt: Men unload crates from a small ship
---

The first ship came in at six, an hour before the tide, and the men on the quay had to wait for her with their hands in
their pockets.

By noon the quay was full of crates, and nobody could say whose they were or where they were to go.
`,
  'articles/budget.md': `---
headline: A budget without a gap
---

The council passed its budget on Tuesday without a debate. It is the first in nine years that spends no more than comes
in, and the treasurer said so twice.
`,
};

/** An issue on disk that a test may spoil. */
export interface TinyIssue {
  readonly folder: string;
  /** Writes a file of the issue. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Replaces a piece of a sound file. Fails where the piece is not in it. */
  readonly spoil: (path: string, piece: string, instead: string) => void;
  readonly remove: (path: string) => void;
  readonly path: (path: string) => string;
  readonly discard: () => void;
}

/** Writes the sound issue into a folder of its own. */
export async function writeTinyIssue(): Promise<TinyIssue> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tiny-'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(SOUND)) write(name, content);
  write('pictures/quay.jpg', await drawPicture());
  return {
    folder,
    write,
    spoil: (name, piece, instead) => {
      const sound = SOUND[name] ?? '';
      if (!sound.includes(piece)) throw new Error(`"${name}" has no "${piece}" to spoil`);
      write(
        name,
        sound.replace(piece, () => instead),
      );
    },
    remove: (name) => rmSync(path(name)),
    path,
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A picture with enough pixels for its slot, light at the top and dark at the foot. */
async function drawPicture(): Promise<Uint8Array> {
  const [width, height] = [900, 600];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    pixels.fill(230 - Math.floor((y / height) * 200), y * width * 3, (y + 1) * width * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}
