import type { Origin } from '../diagnostics/diagnostic.js';
import type { Assignment, Issue, IssuePage } from '../model/issue.js';
import type { Story } from '../model/story.js';
import { layGeometry, type PageGeometry } from './geometry.js';
import type { Place } from './room.js';

/** One slot of a thread, with the line of the manifest that gives it the story. */
export interface ThreadPlace extends Place {
  readonly origin: Origin;
  /** Index of the article's picture to show here, where there is room for one. */
  readonly picture: number;
}

/** The ordered slots of one article, over any number of pages. */
export interface Thread {
  readonly story: Story;
  readonly places: readonly ThreadPlace[];
}

/** Whether the way on from a thread's slot leads to another page. */
export function jumpsAfter(thread: Thread, index: number): boolean {
  const next = thread.places[index + 1];
  return next !== undefined && next.page !== thread.places[index]?.page;
}

export interface ThreadPlan {
  readonly threads: readonly Thread[];
  /** Slots marked `auto`: the first story left over takes them. */
  readonly autoPlaces: readonly ThreadPlace[];
}

/** Gathers the slots of each article in page order. Threads stand in the order in which their stories start. */
export function planThreads(
  issue: Issue,
  stories: ReadonlyMap<string, Story>,
  geometries: ReadonlyMap<number, PageGeometry>,
): ThreadPlan {
  const places = new Map<string, ThreadPlace[]>();
  const autoPlaces: ThreadPlace[] = [];
  for (const page of issue.pages) {
    const geometry = geometries.get(page.number) as PageGeometry;
    for (const assignment of page.assignments) {
      const place = { page, slot: assignment.slot, geometry, origin: assignment.origin };
      if (assignment.type === 'article') {
        places.set(assignment.article, [{ ...place, picture: (assignment.picture ?? 1) - 1 }]);
      } else if (assignment.type === 'continue') {
        const before = places.get(assignment.article);
        before?.push({ ...place, picture: 1 + before.filter(({ slot }) => slot.runaround).length });
      } else if (assignment.type === 'auto') {
        autoPlaces.push({ ...place, picture: 1 });
      }
    }
  }
  const threads = [...places].map(([article, at]): Thread => ({ story: stories.get(article) as Story, places: at }));
  return { threads, autoPlaces };
}

/** The geometry of every page of an issue, by page number. */
export function layPages(issue: Issue): ReadonlyMap<number, PageGeometry> {
  return new Map(issue.pages.map((page) => [page.number, layGeometry(issue.paper, page.number)]));
}

/** Pages on which an article starts, by article: what refers and jumps point at. Briefs count as articles. */
export function startPages(issue: Issue): ReadonlyMap<string, IssuePage> {
  const starts = new Map<string, IssuePage>();
  for (const page of issue.pages) {
    for (const assignment of page.assignments) for (const article of startedBy(assignment)) starts.set(article, page);
  }
  return starts;
}

function startedBy(assignment: Assignment): readonly string[] {
  if (assignment.type === 'article') return [assignment.article];
  if (assignment.type === 'briefs') return assignment.articles.map((entry) => entry.article);
  return [];
}
