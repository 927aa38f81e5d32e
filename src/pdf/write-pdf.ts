/**
 * The PDF writer. In goes a print job, display lists of whole pages; out comes one file: process inks, embedded fonts,
 * boxes, tags, threads, outline and labels. It is PDF/X-4 for the press, or PDF/A-2u and PDF/UA-1 with links for those who
 * read it. The same job gives the same bytes, on any machine and day.
 */

import type { Report } from '../diagnostics/diagnostic.js';
import type { Cache } from '../model/cache.js';
import type { PrintJob } from '../model/display-list.js';
import type { FaceId } from '../model/font.js';
import type { PictureRequest, PressPicture } from '../model/picture.js';
import { joinBytes } from '../units/bytes.js';
import { planThreads, type ThreadPlan, writeThreads } from './article-threads.js';
import { startBytes } from './byte-text.kernel.js';
import { cachedDeflate } from './cached-deflate.js';
import { writeRegistration } from './draw-marks.js';
import type { DrawnContent } from './draw-page.js';
import { openFaces } from './embedded-faces.js';
import type { FileKind } from './file-kind.js';
import { infoDictionary, xmpPacket } from './metadata.js';
import { writeOutline } from './outline.js';
import { writeOutputIntent } from './output-intent.js';
import type { OutputProfile } from './output-profile.js';
import { type PageFrame, pageBoxes } from './page-boxes.js';
import { type ContentNeeds, OVERPRINT_OFF, OVERPRINT_ON } from './page-content.kernel.js';
import { pageLabels } from './page-labels.js';
import { type ByteSink, openOutput } from './pdf-output.js';
import { openPdf, type PdfBody, type PdfDictionary, type PdfRef, textString } from './pdfkit-internals.js';
import { openPictures } from './picture-objects.js';
import { tagForPress } from './tag-for-press.js';
import { tagForReaders } from './tag-for-readers.js';
import type { Tagger } from './tagger.js';

/** What the writer needs from the host: bytes and hashes. */
export interface PdfResources {
  fontBytes(face: FaceId): Uint8Array;
  /**
   * The picture that was converted for a request of the display list; undefined where that failed, which was reported: a
   * proof then shows a gray box.
   */
  picture(request: PictureRequest): PressPicture | undefined;
  readonly profile: OutputProfile;
  /** SHA-256 in lower-case hex. */
  sha256(bytes: Uint8Array): string;
  /** Keeps compressed streams from build to build. */
  readonly streamCache?: Cache;
}

/** What the parts of a file share while it is written. */
interface Writing {
  readonly body: PdfBody;
  readonly job: PrintJob;
  readonly kind: FileKind;
  readonly tagger: Tagger;
  readonly graphicsStates: PdfDictionary;
  /** Colour spaces of pages with printer's marks; undefined where no page has any. */
  readonly colorSpaces: PdfDictionary | undefined;
  readonly frames: readonly PageFrame[];
  readonly threads: ThreadPlan;
}

/** Writes a whole file into memory. Problems (a font that cannot be embedded) are reported, and the rest is written. */
export async function writePdf(
  job: PrintJob,
  kind: FileKind,
  resources: PdfResources,
  report: Report,
): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  await streamPdf(job, kind, resources, report, (bytes) => {
    blocks.push(bytes);
  });
  return joinBytes(blocks);
}

/**
 * Writes a file block by block, and waits for the sink after each page, so that memory never holds more pictures than
 * one page shows.
 */
export async function streamPdf(
  job: PrintJob,
  kind: FileKind,
  resources: PdfResources,
  report: Report,
  sink: ByteSink,
): Promise<void> {
  const output = openOutput(sink, resources.sha256);
  const deflate = cachedDeflate(resources.streamCache, resources.sha256);
  const body = openPdf(output.write, deflate, 'packed');
  const faces = openFaces(body, resources.fontBytes, report);
  const needs = { encode: faces.encode, picture: openPictures(body, resources.picture), out: startBytes() };
  const writing = startWriting(body, job, kind, needs);
  for (let index = 0; index < job.pages.length; index++) {
    writePage(writing, index);
    await output.drain();
  }
  faces.embed();
  const catalog = writeCatalogParts(writing, resources.profile);
  // The ID is made of what has been written, so nothing may be kept back.
  body.flush();
  const id = contentId(writing, output.digest(), resources.sha256);
  const packet = body.addStream(METADATA, new TextEncoder().encode(xmpPacket(job, id, kind)), 'plain');
  body.write(body.catalog, { ...catalog, Metadata: packet });
  body.close(infoDictionary(job, kind), hexBytes(id));
  await output.drain();
}

const METADATA = { Type: 'Metadata', Subtype: 'XML' };

/** Gives every page and bead its object number, since pages, threads and outline point at one another. */
function startWriting(body: PdfBody, job: PrintJob, kind: FileKind, needs: ContentNeeds): Writing {
  const graphicsStates = {
    [OVERPRINT_ON]: body.add({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }),
    [OVERPRINT_OFF]: body.add({ Type: 'ExtGState', OP: false, op: false, OPM: 1 }),
  };
  const frames = job.pages.map((list) => ({
    list,
    ref: body.reserve(),
    boxes: pageBoxes(list.trim, list.bleed, list.marks?.margin ?? 0),
  }));
  const threads = planThreads(body, frames);
  const tagger = kind === 'press' ? tagForPress(body, job, needs) : tagForReaders(body, job, frames, needs);
  const colorSpaces = job.pages.some(({ marks }) => marks) ? writeRegistration(body) : undefined;
  return { body, job, kind, tagger, graphicsStates, colorSpaces, frames, threads };
}

/** Writes one page with its content. */
function writePage(writing: Writing, index: number): void {
  const { body, threads, tagger } = writing;
  const frame = writing.frames[index] as PageFrame;
  const { media, bleed, trim } = frame.boxes;
  const drawn = tagger.drawPage(frame);
  const beads = threads.beadsByPage[index] as readonly PdfRef[];
  body.write(frame.ref, {
    Type: 'Page',
    Parent: body.pages,
    MediaBox: [...media],
    BleedBox: [...bleed],
    TrimBox: [...trim],
    Resources: {
      Font: named(drawn.fonts),
      XObject: named(drawn.pictures),
      ExtGState: writing.graphicsStates,
      ColorSpace: writing.colorSpaces,
    },
    Group: usesTransparency(drawn.pictures) ? PAGE_GROUP : undefined,
    Contents: body.addStream({}, drawn.content, 'deflate'),
    StructParents: drawn.marks === 0 ? undefined : index,
    B: beads.length === 0 ? undefined : beads,
    ...drawn.entries,
  });
}

/** What blends on a page blends in the inks of the press (ISO 15930-7, ISO 19005-2). */
const PAGE_GROUP = { Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' };

function usesTransparency(pictures: DrawnContent['pictures']): boolean {
  return Array.from(pictures).some((picture) => picture.type === 'form' && picture.usesTransparency);
}

/** Resources by their names; undefined where there are none. */
function named(resources: ReadonlySet<{ readonly name: string; readonly ref: PdfRef }>): PdfDictionary | undefined {
  if (resources.size === 0) return undefined;
  return Object.fromEntries(Array.from(resources, ({ name, ref }) => [name, ref]));
}

/** Writes all that hangs from the catalog but the metadata, and returns the catalog's entries. */
function writeCatalogParts(
  { body, job, kind, tagger, frames, threads }: Writing,
  profile: OutputProfile,
): PdfDictionary {
  const refs = frames.map((frame) => frame.ref);
  body.write(body.pages, { Type: 'Pages', Count: refs.length, Kids: refs });
  const outline = writeOutline(body, frames);
  const threadRefs = writeThreads(body, threads, job.threads);
  const { structure, ...entries } = tagger.writeTree(refs);
  return {
    Type: 'Catalog',
    Pages: body.pages,
    Lang: textString(job.language),
    ViewerPreferences: { DisplayDocTitle: true },
    PageLabels: pageLabels(job.pages.map((page) => page.label)),
    Outlines: outline === 'written' ? body.outline : undefined,
    PageMode: outline === 'written' ? 'UseOutlines' : undefined,
    Threads: threadRefs.length === 0 ? undefined : threadRefs,
    MarkInfo: structure && { Marked: true },
    StructTreeRoot: structure,
    ...entries,
    OutputIntents: [writeOutputIntent(body, profile, kind)],
  };
}

/** 32 hex digits that stand for all that the file holds: its objects so far and what its metadata will say. */
function contentId({ job, kind }: Writing, digest: string, sha256: (bytes: Uint8Array) => string): string {
  return sha256(new TextEncoder().encode(digest + xmpPacket(job, '0'.repeat(32), kind))).slice(0, 32);
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
