import type { Report } from '../diagnostics/diagnostic.js';
import type { PixelSource } from '../model/picture.js';
import { reportTrouble } from './inspect-picture.js';
import { loadSharp, type Sharp } from './load-sharp.js';
import { asInks, checkUpright, firstLine, openPicture, type Strictness } from './open-picture.js';
import { type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';
import { bareJpeg } from './read-jpeg.js';

/*
 * Decodes a picture once to see that its data is what its headers promise, and throws the pixels away. A file can have
 * every header in its place and yet hold half a picture: closed by an end marker where a transfer broke off.
 */

/** Counts up with every change to what is found, so that no cache vouches for a picture by an older look at it. */
const VERIFICATION = 1;

/** Names the fact that a picture was found sound, for a cache on disk. Made of [0-9a-z-] and good as a file name. */
export function soundnessKey(source: PixelSource): string {
  return `${source.hash}-sound-v${VERIFICATION}`;
}

/**
 * Gives true where the whole picture can be decoded, else `bad-picture` and false. Damage that leaves a decodable
 * stream shows as wrong colours and is found by nobody; and a JPEG's last row of blocks may be short unseen.
 */
export async function verifyPicture(source: PixelSource, bytes: Uint8Array, report: Report): Promise<boolean> {
  const sharp = await loadSharp();
  const found = await findDamage(sharp, source, bytes);
  if (found) reportTrouble(found, source, report);
  return found === undefined;
}

async function findDamage(sharp: Sharp, source: PixelSource, bytes: Uint8Array): Promise<PictureTrouble | undefined> {
  try {
    checkUpright(await openPicture(sharp, bytes, 'error').metadata(), source);
    if (source.format === 'jpeg' && !(await isDoubtful(sharp, bareJpeg(bytes)))) return undefined;
    await decodeAll(sharp, bytes, 'error');
  } catch (error) {
    return trouble(`cannot be decoded: ${firstLine(error as Error)}`, SEND_AGAIN);
  }
  if (source.format !== 'jpeg') return undefined;
  return trouble('ends in the middle of the picture data, or is damaged', SEND_AGAIN);
}

/**
 * Whether the decoder has doubts about a JPEG that it can decode: of missing and wrong data it only warns, and goes on
 * with gray. Stray bytes and odd headers, of which it warns as well, are gone from a bare JPEG. That it warns is all
 * that is asked: the words of its warnings are shared by all threads of a process, and get mixed up.
 */
async function isDoubtful(sharp: Sharp, bare: Uint8Array): Promise<boolean> {
  try {
    await decodeAll(sharp, bare, 'warning');
    return false;
  } catch {
    return true;
  }
}

/** Decodes every row; throws where that fails. */
async function decodeAll(sharp: Sharp, bytes: Uint8Array, strictness: Strictness): Promise<void> {
  const input = openPicture(sharp, bytes, strictness);
  const { width, height, space } = await input.metadata();
  // An extract before the scaling keeps the decoder from skipping rows; the scaling keeps the pixels few.
  const small = input
    .extract({ left: 0, top: 0, width, height })
    .resize(Math.ceil(width / 8), Math.ceil(height / 8), { fit: 'fill', kernel: 'nearest' });
  await (space === 'cmyk' ? asInks(small) : small.toColourspace('srgb')).raw().toBuffer();
}
