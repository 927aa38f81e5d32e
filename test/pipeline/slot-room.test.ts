import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/host/hash.js';
import { openFiles } from '../../src/host/node-files.js';
import { measureRoom } from '../../src/measure-room.js';
import type { Edition, PlacedStory } from '../../src/model/edition.js';
import type { MeasuredSlot } from '../../src/model/slot-room.js';
import { check, PRODUCT } from './issue-folder.js';
import { wordsSet } from './words.js';

const SAMPLE = join(PRODUCT, 'issues', '2026-07-08');
const surroundings = {
  files: openFiles({ workingFolder: PRODUCT, productRoot: PRODUCT }),
  sha256,
  now: () => 0,
};

describe('the words that a slot is said to hold', () => {
  let edition: Edition;
  let slots: readonly MeasuredSlot[];

  beforeAll(async () => {
    edition = (await check(SAMPLE)).edition as Edition;
    const result = await measureRoom(
      { type: 'issue', issue: { folder: SAMPLE, manifest: 'issue.yaml' } },
      surroundings,
    );
    expect(result.diagnostics).toEqual([]);
    slots = result.measured?.slots ?? [];
  }, 120_000);

  it('are about as many as each slot of the sample issue really holds', () => {
    let filled = 0;
    for (const page of edition.pages) {
      for (const [name, stories] of bySlot(page.stories)) {
        const room = roomFor(
          stories,
          slots.find(({ page: label, slot }) => label === page.label && slot === name),
        );
        const only = { ...edition, pages: [{ ...page, stories }] };
        const words = stories.reduce((sum, { article }) => sum + wordsSet(only, article).length, 0);
        const lines = stories.reduce((sum, { legs }) => sum + legs.flatMap((leg) => leg.lines).length, 0);
        expect(words, `${page.label}.${name}`).toBeGreaterThanOrEqual(room?.words.min ?? Number.NaN);
        expect(words, `${page.label}.${name}`).toBeLessThanOrEqual(room?.words.max ?? Number.NaN);
        expect(lines, `${page.label}.${name}`).toBeLessThanOrEqual(room?.lines.max ?? Number.NaN);
        filled += 1;
      }
    }
    expect(filled).toBeGreaterThan(30);
  });

  it('are a range that tells something: no slot without a picture is said to hold more than thrice its least', () => {
    const articles = slots.flatMap(({ rooms }) => rooms.filter(({ content }) => content === 'article'));
    expect(articles.length).toBeGreaterThan(20);
    for (const { words } of articles) expect(words.max).toBeLessThanOrEqual(3 * words.min);
  });

  it('are the same for the template alone, before any story or issue exists', async () => {
    const { diagnostics, measured } = await measureRoom(
      { type: 'templates', paper: 'harbour', template: 'front', folder: PRODUCT },
      surroundings,
    );
    expect(diagnostics).toEqual([]);
    const front = slots.filter(({ page }) => page === '1');
    expect(measured?.slots.map(({ page }) => page)).toEqual(front.map(() => 'front'));
    expect(measured?.slots.map(({ page: _, ...slot }) => slot)).toEqual(front.map(({ page: _, ...slot }) => slot));
  });

  it('are told of every template of a paper, where none is named', async () => {
    const { measured } = await measureRoom({ type: 'templates', paper: 'harbour', folder: PRODUCT }, surroundings);
    const pages = new Set(measured?.slots.map(({ page }) => page));
    expect([...pages].sort()).toEqual(['business', 'country', 'culture', 'front', 'news', 'opinion', 'sound', 'sport']);
  });

  it('are fewer where the words of the language are longer', async () => {
    const texts = readFileSync(join(PRODUCT, 'templates/harbour/paper.yaml'), 'utf8');
    const german = { ...surroundings.files, read: readInstead('paper.yaml', texts.replace('en-GB', 'de')) };
    const wanted = { type: 'templates', paper: 'harbour', template: 'front', folder: PRODUCT } as const;
    const { measured } = await measureRoom(wanted, { ...surroundings, files: german });
    const most = (of: readonly MeasuredSlot[]) => of.find(({ slot }) => slot === 'opinion')?.rooms[0]?.words.max ?? 0;
    expect(most(measured?.slots ?? [])).toBeGreaterThan(0);
    expect(most(measured?.slots ?? [])).toBeLessThan(most(slots));
  });

  it('are not told of a paper or template that is not there', async () => {
    for (const wanted of [{ paper: 'harbor' }, { paper: 'harbour', template: 'frnt' }]) {
      const { diagnostics, measured } = await measureRoom(
        { type: 'templates', folder: PRODUCT, ...wanted },
        surroundings,
      );
      expect(measured).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual([wanted.template ? 'missing-template' : 'missing-paper']);
    }
  });
});

function readInstead(name: string, text: string): typeof surroundings.files.read {
  return (folder, path) => {
    const answer = surroundings.files.read(folder, path);
    return answer.ok && path.endsWith(name) ? { ...answer, bytes: new TextEncoder().encode(text) } : answer;
  };
}

/** What stands in each slot of a page that holds text. */
function bySlot(stories: readonly PlacedStory[]): ReadonlyMap<string, readonly PlacedStory[]> {
  const slots = new Map<string, PlacedStory[]>();
  for (const story of stories.filter(({ legs }) => legs.some((leg) => leg.lines.length > 0))) {
    slots.set(story.slot, [...(slots.get(story.slot) ?? []), story]);
  }
  return slots;
}

/** The room for what stands in the slot. */
function roomFor([first]: readonly PlacedStory[], slot: MeasuredSlot | undefined) {
  const content = {
    article: (first?.pictures.length ?? 0) > 0 ? 'article with picture' : 'article',
    continue: 'continuation',
    brief: 'briefs',
  } as const;
  return slot?.rooms.find((room) => room.content === content[first?.kind as keyof typeof content]);
}
