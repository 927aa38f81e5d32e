import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Edition } from '../../src/model/edition.js';
import type { Files } from '../../src/model/files.js';
import type { Issue } from '../../src/model/issue.js';
import type { PictureSource } from '../../src/model/picture.js';
import { openSession } from '../../src/session.js';
import { verifyPictures } from '../../src/verify-pictures.js';
import { drawing } from '../picture/fixtures.js';

const ORIGIN = { file: 'articles/quay.md', line: 4, column: 11 };
const FILE = 'pictures/quay.jpg';
let jpeg: Uint8Array;
let other: Uint8Array;

beforeAll(async () => {
  const draw = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer();
  [jpeg, other] = await Promise.all([draw('navy'), draw('teal')]);
});

/** A session over a disk with one picture, which may change; counts how often it is read. */
async function openDisk() {
  const disk = { bytes: jpeg as Uint8Array | undefined, reads: 0 };
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => void problems.push(problem);
  const files = {
    read: (_: string, path: string) => {
      disk.reads += 1;
      return disk.bytes ? { ok: true, path, bytes: disk.bytes } : { ok: false, path, why: 'missing' };
    },
  } as unknown as Files;
  const paper = { language: 'en-GB', justification: {} };
  const issue = { paper, articles: new Map(), faces: new Map(), folder: '/issue' } as unknown as Issue;
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const session = await openSession(issue, files, sha256, report);
  return { disk, problems, session, report };
}

describe('a session', () => {
  it('reads a picture once to look at it, and again only when its bytes are wanted', async () => {
    const { disk, session, report, problems } = await openDisk();
    const source = session.inspectPicture(FILE, ORIGIN) as PictureSource;
    expect(session.inspectPicture(FILE, ORIGIN)).toBe(source);
    expect(disk.reads).toBe(1);
    expect(session.pictureBytes(source, report)).toEqual(jpeg);
    expect(disk.reads).toBe(2);
    expect(problems).toEqual([]);
  });

  it('gives no bytes of a picture that was changed meanwhile, and says so at its name', async () => {
    const { disk, session, report, problems } = await openDisk();
    const source = session.inspectPicture(FILE, ORIGIN) as PictureSource;
    disk.bytes = other;
    expect(session.pictureBytes(source, report)).toBeUndefined();
    expect(problems).toMatchObject([
      {
        code: 'bad-picture',
        severity: 'error',
        origin: ORIGIN,
        message: 'picture "pictures/quay.jpg" was changed while the issue was being set',
      },
    ]);
  });

  it('gives no bytes of a picture that was removed meanwhile, and says so at its name', async () => {
    const { disk, session, report, problems } = await openDisk();
    const source = session.inspectPicture(FILE, ORIGIN) as PictureSource;
    disk.bytes = undefined;
    expect(session.pictureBytes(source, report)).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'missing-picture', origin: ORIGIN }]);
  });
});

describe('verifying the pictures of an edition', () => {
  const editionOf = (source: PictureSource) =>
    ({ pages: [{ stories: [{ pictures: [{ source }, { source }] }] }] }) as unknown as Edition;

  it('decodes each once, and takes the word of the cache from then on', async () => {
    const { disk, session, report, problems } = await openDisk();
    const edition = editionOf(session.inspectPicture(FILE, ORIGIN) as PictureSource);
    const kept = new Map<string, Uint8Array>();
    const cache = {
      read: (key: string) => kept.get(key),
      write: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    await verifyPictures(edition, session, cache, report);
    expect({ reads: disk.reads, kept: kept.size, problems }).toEqual({ reads: 2, kept: 1, problems: [] });
    await verifyPictures(edition, session, cache, report);
    expect(disk.reads).toBe(2);
  });

  it('vouches for no picture that is damaged', async () => {
    const { disk, session, report, problems } = await openDisk();
    const whole = await drawing(160, 120).jpeg().toBuffer();
    disk.bytes = Buffer.concat([whole.subarray(0, Math.floor(whole.length * 0.7)), Buffer.from([0xff, 0xd9])]);
    const edition = editionOf(session.inspectPicture(FILE, ORIGIN) as PictureSource);
    const kept = new Map<string, Uint8Array>();
    const cache = {
      read: (key: string) => kept.get(key),
      write: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    await verifyPictures(edition, session, cache, report);
    expect(problems.map(({ code }) => code)).toEqual(['bad-picture']);
    expect(kept.size).toBe(0);
  });
});
