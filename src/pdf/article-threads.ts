/** Article threads (ISO 32000-1, 12.4.3): one a story, a ring of beads through its legs in reading order. */
import type { Bead } from '../model/display-list.js';
import { type PageFrame, toPdfBox } from './page-boxes.js';
import { type PdfBody, type PdfRef, textString } from './pdfkit-internals.js';

/** A bead with its object number and its page. */
interface PlacedBead {
  readonly bead: Bead;
  readonly ref: PdfRef;
  readonly frame: PageFrame;
}

/** Threads with their object numbers, given out before the pages are written, since pages list their beads. */
export interface ThreadPlan {
  /** Beads of each page, in the pages' order. */
  readonly beadsByPage: readonly (readonly PdfRef[])[];
  readonly threads: readonly { readonly article: string; readonly beads: readonly PlacedBead[] }[];
}

/** Numbers the beads of all pages and strings them to threads, threads in the order of their first beads. */
export function planThreads(body: PdfBody, frames: readonly PageFrame[]): ThreadPlan {
  const threads = new Map<string, PlacedBead[]>();
  const beadsByPage = frames.map((frame) =>
    frame.list.beads.map((bead) => {
      const placed = { bead, ref: body.reserve(), frame };
      const thread = threads.get(bead.article);
      if (thread) thread.push(placed);
      else threads.set(bead.article, [placed]);
      return placed.ref;
    }),
  );
  return { beadsByPage, threads: Array.from(threads, ([article, beads]) => ({ article, beads })) };
}

/** Writes beads and threads; returns the threads. `titles`: what each article's thread is called. */
export function writeThreads(body: PdfBody, plan: ThreadPlan, titles: ReadonlyMap<string, string>): readonly PdfRef[] {
  return plan.threads.map(({ article, beads }) => {
    const thread = body.reserve();
    for (let i = 0; i < beads.length; i++) {
      const { bead, ref, frame } = beads[i] as PlacedBead;
      const next = beads[(i + 1) % beads.length] as PlacedBead;
      const previous = beads[(i + beads.length - 1) % beads.length] as PlacedBead;
      const box = toPdfBox(frame.boxes, bead.box);
      body.write(ref, { Type: 'Bead', T: thread, N: next.ref, V: previous.ref, P: frame.ref, R: [...box] });
    }
    const title = titles.get(article) ?? article;
    body.write(thread, { Type: 'Thread', F: (beads[0] as PlacedBead).ref, I: { Title: textString(title) } });
    return thread;
  });
}
