import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PixelRequest, PressBitmap, PressImage } from '../../src/model/picture.js';
import { convertPicture, type PressInks } from '../../src/picture/convert-picture.js';
import { inspect } from './fixtures.js';

/** The inks of a press profile that the product brings. */
export function pressInks(name: string, inkLimit: number): PressInks {
  const profilePath = fileURLToPath(new URL(`../../icc/${name}`, import.meta.url));
  return { profilePath, profile: readFileSync(profilePath), inkLimit, sharpen: 'none' };
}

export const INKS = pressInks('newsprint-snap-tr002-tac240.icc', 2.4);

/** What converting the bytes gives, with the diagnostics on the side. */
export async function attempt(
  bytes: Uint8Array,
  wanted: Partial<PixelRequest> = {},
  inks = INKS,
): Promise<{ readonly picture: PressImage | PressBitmap | undefined; readonly problems: readonly Diagnostic[] }> {
  const { source, problems: outside } = inspect(bytes);
  if (!source) throw new Error(outside[0]?.message);
  const problems: Diagnostic[] = [];
  const whole = { crop: { x: 0, y: 0, width: 1, height: 1 }, widthPx: source.widthPx, heightPx: source.heightPx };
  const request: PixelRequest = { type: 'pixels', source, ...whole, ...wanted };
  const picture = await convertPicture(request, bytes, inks, (problem) => problems.push(problem));
  return { picture, problems };
}

/** Converts bytes that are no line art; fails where that gives a problem. */
export async function convertBytes(
  bytes: Uint8Array,
  wanted: Partial<PixelRequest> = {},
  inks = INKS,
): Promise<PressImage> {
  const { picture, problems } = await attempt(bytes, wanted, inks);
  if (picture?.type !== 'image') throw new Error(problems[0]?.message ?? 'it is line art');
  return picture;
}

/** The samples of a pixel of a press picture: four inks, or a gray. */
export async function pixelOf(picture: PressImage, column: number, row: number): Promise<readonly number[]> {
  const input: Sharp = sharp(picture.jpeg);
  const space = picture.components === 4 ? 'cmyk' : 'b-w';
  const pixels = await input.pipelineColourspace(space).toColourspace(space).raw().toBuffer();
  const at = (row * picture.widthPx + column) * picture.components;
  return [...pixels.subarray(at, at + picture.components)];
}

/** Fails unless every sample lies within `play` of what is expected. */
export function expectNear(found: readonly number[], expected: readonly number[], play: number, what: string): void {
  expect(found.length, what).toBe(expected.length);
  const apart = found.map((sample, index) => Math.abs(sample - expected[index]!));
  expect(Math.max(...apart), `${what}: ${found} is not ${expected}`).toBeLessThanOrEqual(play);
}
