/*
 * In: a print job. Out: the press-ready picture of each request in it, from the cache or made now. Pixels are converted; a
 * drawing becomes a form.
 */
import type { Report } from './diagnostics/diagnostic.js';
import type { AdRefusal } from './model/ad.js';
import type { Cache } from './model/cache.js';
import type { PrintJob } from './model/display-list.js';
import type { Press } from './model/paper.js';
import type { DrawingRequest, PictureRequest, PixelRequest, PressPicture, SvgSource } from './model/picture.js';
import type { Inflate } from './model/preflight.js';
import { pictureKey } from './picture/picture-key.js';
import { packPressPicture, unpackPressPicture } from './picture/press-picture-file.js';
import type { PressProfile } from './read-profile.js';
import type { Session } from './session.js';
import type { Stopwatch } from './stopwatch.js';
import { verifyOne } from './verify-pictures.js';

/** What converting the pictures of an issue needs. */
export interface ConvertingTools {
  readonly session: Session;
  readonly inflate: Inflate;
  readonly profile: PressProfile;
  readonly press: Pick<Press, 'inkLimit' | 'sharpen'>;
  sha256(bytes: Uint8Array): string;
  readonly cache: Cache;
  progress(stage: string, done: number, total: number): void;
  readonly report: Report;
  readonly stopwatch: Stopwatch;
}

/** Gives the press-ready picture of a request; undefined for one that could not be converted, which was reported. */
export type PictureLookup = (request: PictureRequest) => PressPicture | undefined;

/** Converts the pictures of a job, or takes them from the cache. Requests that show the same pixels are one. */
export async function convertPictures(job: PrintJob, tools: ConvertingTools): Promise<PictureLookup> {
  const { sha256, profile, press, progress, stopwatch } = tools;
  const profileHash = sha256(profile.output.bytes);
  const keyOf = (request: PictureRequest) => pictureKey(request, profileHash, press);
  const requests = new Map<string, PictureRequest>();
  for (const page of job.pages) {
    for (const op of page.ops) if (op.type === 'picture') requests.set(keyOf(op.picture), op.picture);
  }
  const pictures = new Map<string, PressPicture>();
  await stopwatch.timeAsync('picture', async () => {
    let done = 0;
    for (const [key, request] of requests) {
      progress('pictures', done++, requests.size);
      const picture = await convertOnce(key, request, tools);
      if (picture) pictures.set(key, picture);
    }
  });
  return (request) => {
    const picture = pictures.get(keyOf(request));
    // A drawing is made once, whichever parts of it are shown.
    return picture?.type === 'form' && request.type === 'drawing' ? { ...picture, request } : picture;
  };
}

async function convertOnce(
  key: string,
  request: PictureRequest,
  tools: ConvertingTools,
): Promise<PressPicture | undefined> {
  const kept = tools.cache.read(key);
  const known = kept && unpackPressPicture(request, kept);
  if (known) return known;
  const made = await (request.type === 'pixels' ? convertPixels(request, tools) : makeForm(request, tools));
  if (made) tools.cache.write(key, packPressPicture(made));
  return made;
}

async function convertPixels(request: PixelRequest, tools: ConvertingTools): Promise<PressPicture | undefined> {
  const { session, profile, press, cache, report } = tools;
  const bytes = session.pictureBytes(request.source, report);
  if (!bytes || !(await verifyOne(request.source, bytes, cache, report))) return undefined;
  // Loaded late: a night on which no picture is new needs no converter.
  const { convertPicture } = await import('./picture/convert-picture.js');
  const inks = { profilePath: profile.path, profile: profile.output.bytes, ...press };
  return convertPicture(request, bytes, inks, report);
}

async function makeForm(request: DrawingRequest, tools: ConvertingTools): Promise<PressPicture | undefined> {
  const { session, report, inflate } = tools;
  const bytes = session.pictureBytes(request.source, report);
  if (!bytes) return undefined;
  switch (request.source.format) {
    case 'pdf': {
      // Loaded late, as are all who read PDFs: only a new advertisement needs them.
      const { takeArtwork } = await import('./preflight/artwork/take-artwork.js');
      const taken = await takeArtwork(bytes, request.source.pageBox, inflate);
      if (taken.type === 'artwork') return { type: 'form', request, form: taken.form };
      reportRefusal(request.source, taken, report);
      return undefined;
    }
    case 'svg':
      return convertSvg(request, request.source, bytes, tools);
  }
}

/** A drawing that cannot be printed was told of when it was verified, before this. */
async function convertSvg(
  request: DrawingRequest,
  source: SvgSource,
  bytes: Uint8Array,
  { profile, press, report }: ConvertingTools,
): Promise<PressPicture | undefined> {
  // Loaded late, as is the converter of pixels.
  const { convertDrawing } = await import('./picture/svg/convert-drawing.js');
  const inks = { profilePath: profile.path, profile: profile.output.bytes, ...press };
  return convertDrawing({ ...request, source }, bytes, inks, report);
}

function reportRefusal({ file, origin }: DrawingRequest['source'], { why, hint }: AdRefusal, report: Report): void {
  report({ code: 'bad-ad', severity: 'error', origin, message: `advertisement "${file}" ${why}`, hint });
}
