/*
 * The page stage. In: an issue, its stories, and a typesetter. Out: the edition, every line and picture in its place and
 * every page reference settled. Page numbers are known from the manifest, so jumps and refers need one pass.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Edition, Jump, Page, PlacedStory, Refer, StoryOutcome } from '../model/edition.js';
import type { Assignment, Issue, IssuePage } from '../model/issue.js';
import type { Typesetter } from '../model/make-up.js';
import type { Story } from '../model/story.js';
import type { TextStyle } from '../model/style.js';
import { checkClaims } from './check-claims.js';
import type { PageGeometry } from './geometry.js';
import { judgeBriefs } from './judge-briefs.js';
import { judgePage } from './judge-page.js';
import { judgeStory } from './judge-story.js';
import { makeUpAd } from './make-up-ad.js';
import { makeUpBriefs } from './make-up-briefs.js';
import { makeUpRefer } from './make-up-refer.js';
import { type MadeUpThread, makeUpThread } from './make-up-thread.js';
import { measureStory } from './measure-story.js';
import { placeBarcode } from './place-barcode.js';
import { placeFurniture, placeRules, placeTints } from './place-furniture.js';
import { reportUnplaced } from './report-unplaced.js';
import { placeName, type Room } from './room.js';
import { layPages, planThreads, startPages, type Thread, type ThreadPlace } from './thread.js';

/** Makes up one edition of an issue. Problems are reported; the edition is whole all the same, for proofs. */
export function composeEdition(
  issue: Issue,
  stories: ReadonlyMap<string, Story>,
  edition: string,
  typesetter: Typesetter,
  report: Report,
): Edition {
  const room: Room = { issue, typesetter, report, bodyCap: bodyCap(issue, typesetter) };
  const geometries = layPages(issue);
  const contents = new Contents();
  makeUpThreads(issue, stories, geometries, contents, room);
  makeUpOthers(issue, stories, edition, geometries, contents, room);
  checkClaims(stories.values(), contents.jumps, contents.refers, room);
  return {
    type: 'edition',
    name: edition,
    issue,
    pages: issue.pages.map((page) =>
      makePage(page, geometries.get(page.number) as PageGeometry, edition, contents, room),
    ),
    stories: contents.outcomes,
    jumps: contents.jumps,
    refers: contents.refers,
  };
}

function bodyCap(issue: Issue, typesetter: Typesetter): number {
  const body = issue.paper.styles.get('body') as TextStyle;
  return typesetter.metrics(body.faces.regular).capHeight * body.size;
}

/** What has been made up so far, by page and slot. Grows while an edition is composed, and lives no longer. */
class Contents {
  readonly jumps: Jump[] = [];
  readonly refers: Refer[] = [];
  readonly outcomes: StoryOutcome[] = [];
  readonly #stories = new Map<string, PlacedStory[]>();

  add(page: IssuePage, story: PlacedStory): void {
    const key = `${page.number}.${story.slot}`;
    this.#stories.set(key, [...(this.#stories.get(key) ?? []), story]);
  }

  /** The stories of a page in the order of its template's slots: the order in which a page is read. */
  onPage(page: IssuePage): PlacedStory[] {
    return [...page.template.slots.keys()].flatMap((slot) => this.#stories.get(`${page.number}.${slot}`) ?? []);
  }
}

/** Makes up all threads; slots marked `auto` go to the stories that are left over. */
function makeUpThreads(
  issue: Issue,
  stories: ReadonlyMap<string, Story>,
  geometries: ReadonlyMap<number, PageGeometry>,
  contents: Contents,
  room: Room,
): void {
  const { threads, autoPlaces } = planThreads(issue, stories, geometries);
  const free = [...autoPlaces];
  for (const thread of threads) {
    let made = makeUpThread(thread, room);
    while (made.filled.oversetLines > 0) {
      const next = takeAutoPlace(made.thread, free);
      if (!next) break;
      made = makeUpThread({ ...made.thread, places: [...made.thread.places, next] }, room);
    }
    settleThread(made, contents, room);
  }
  for (const place of free) if (place.slot.required) reportEmpty(place, room);
}

function takeAutoPlace(thread: Thread, free: ThreadPlace[]): ThreadPlace | undefined {
  const last = thread.places.at(-1) as ThreadPlace;
  const index = free.findIndex((place) => place.page.number > last.page.number);
  return index < 0 ? undefined : free.splice(index, 1)[0];
}

function settleThread(made: MadeUpThread, contents: Contents, room: Room): void {
  const { thread, filled } = made;
  const used = thread.places.slice(0, filled.endSlot + 1);
  made.stories.slice(0, used.length).forEach((story, index) => {
    contents.add((thread.places[index] as ThreadPlace).page, story);
  });
  contents.jumps.push(...made.jumps);
  contents.outcomes.push(measureStory({ story: thread.story, ...made }, used.map(placeName), room));
  judgeStory(thread, made, room.issue.paper.justification.maxHyphens, room);
  reportUnplaced(made, room);
  for (const place of thread.places.slice(used.length)) reportNothingLeft(thread, place, room);
}

function reportNothingLeft(thread: Thread, place: ThreadPlace, room: Room): void {
  room.report({
    code: 'dangling-jump',
    severity: 'error',
    origin: place.origin,
    message: `nothing of "${thread.story.source.id}" is left to continue in slot "${place.slot.name}" of page ${place.page.label}`,
    hint: 'give the slot to another story, or make this one longer',
    page: place.page.label,
    slot: place.slot.name,
  });
}

function reportEmpty(place: ThreadPlace, room: Room): void {
  room.report({
    code: 'empty-slot',
    severity: 'error',
    origin: place.origin,
    message: `no story is left over for slot "${place.slot.name}" of page ${place.page.label}`,
    hint: 'give the slot a story of its own',
    page: place.page.label,
    slot: place.slot.name,
  });
}

/** Refers, briefs and advertisements: everything that is no thread. */
function makeUpOthers(
  issue: Issue,
  stories: ReadonlyMap<string, Story>,
  edition: string,
  geometries: ReadonlyMap<number, PageGeometry>,
  contents: Contents,
  room: Room,
): void {
  const starts = startPages(issue);
  for (const page of issue.pages) {
    const geometry = geometries.get(page.number) as PageGeometry;
    for (const assignment of page.assignments) {
      const place: ThreadPlace = { page, slot: assignment.slot, geometry, origin: assignment.origin, picture: 0 };
      if (assignment.type === 'refer') addRefer(assignment, place, stories, starts, contents, room);
      else if (assignment.type === 'briefs') addBriefs(assignment, place, stories, contents, room);
      else if (assignment.type === 'ad') addAd(assignment, place, edition, contents, room);
    }
  }
}

type Of<T extends Assignment['type']> = Extract<Assignment, { readonly type: T }>;

function addRefer(
  assignment: Of<'article' | 'refer'>,
  place: ThreadPlace,
  stories: ReadonlyMap<string, Story>,
  starts: ReadonlyMap<string, IssuePage>,
  contents: Contents,
  room: Room,
): void {
  const target = starts.get(assignment.article);
  const story = stories.get(assignment.article);
  if (!target || !story) return;
  const made = makeUpRefer(story, { ...place, picture: (assignment.picture ?? 1) - 1 }, target, room);
  contents.add(place.page, made.story);
  contents.refers.push(made.refer);
}

function addBriefs(
  assignment: Of<'briefs'>,
  place: ThreadPlace,
  stories: ReadonlyMap<string, Story>,
  contents: Contents,
  room: Room,
): void {
  const articles = assignment.articles.flatMap((entry) => stories.get(entry.article) ?? []);
  const places = assignment.articles.map((entry) => ({ ...place, origin: entry.origin }));
  const briefs = makeUpBriefs(articles, places, room);
  for (const brief of briefs) {
    contents.add(place.page, brief.story);
    contents.outcomes.push(measureStory({ ...brief, story: brief.article }, [placeName(place)], room));
  }
  judgeBriefs(briefs, room.issue.paper.justification.maxHyphens, room);
}

function addAd(assignment: Of<'ad'>, place: ThreadPlace, edition: string, contents: Contents, room: Room): void {
  if (assignment.edition !== undefined && assignment.edition !== edition) return;
  const story = makeUpAd(assignment.file, place, room);
  if (story) contents.add(place.page, story);
}

function makePage(page: IssuePage, geometry: PageGeometry, edition: string, contents: Contents, room: Room): Page {
  const stories = contents.onPage(page);
  const used = new Set(stories.map((story) => story.slot));
  const section = page.section ?? page.template.section;
  judgePage(page, contents.jumps, room);
  return {
    type: 'page',
    number: page.number,
    label: page.label,
    ...(section === undefined ? {} : { section }),
    side: geometry.side,
    gridBox: geometry.gridBox,
    furniture: placeFurniture(page, geometry, edition, room),
    rules: placeRules(page, geometry, used),
    tints: placeTints(page, geometry, used),
    barcodes: page.template.furniture.flatMap((furniture) => placeBarcode(page, furniture, geometry, room)),
    stories,
  };
}
