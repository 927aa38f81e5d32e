/*
 * Where a story ends, found before it is poured: on the first level of the first slot that holds all of its paragraphs
 * when each is set in its fewest lines, one straight after another.
 *
 * So that words taken out never make a story longer. The fewest lines of a paragraph do not grow when words go. From
 * there on everything is monotone: a paragraph that starts no lower and is no longer ends no lower (white over it falls
 * away at the top of a leg, which saves no more than the rows that a paragraph before must have filled to get there);
 * hence the story fits every level that the longer story fitted. Choosing among levels by how well the story can be
 * set on each would not be monotone: the shorter text may happen to be set badly where the longer one was set well.
 * Which settings fill the level well is chosen afterwards, see `pour.kernel.ts`.
 */
import type { FlowParagraph, SlotFrame } from '../model/flow.js';
import { footOf, type LegRun, layLegs, rowsToLevel, type SlotRows, type StoryEnd, topOf } from './leg-run.js';
import { leastLines, type SettingSource, shortestSetting } from './settings.js';
import { wholeRows } from './whole-rows.js';

/** A story's end; with `over` lines that fit nowhere when it is too long. */
export interface FoundEnd extends StoryEnd {
  readonly over: number;
}

/** What the end is found from. */
export type Story = Omit<SettingSource, 'run'>;

/** Finds where a story ends. */
export function findEnd(story: Story, slots: readonly SlotFrame[], rows: SlotRows): FoundEnd {
  for (let slot = 0; ; slot++) {
    const frame = slots[slot] as SlotFrame;
    const foot: StoryEnd = { slot, line: footOf(frame) };
    const run = layLegs(slots, rows, foot, 'bin');
    const over = countOver({ ...story, run });
    if (over === 0) return { ...findLevel(story, slots, rows, foot, run), over };
    if (slot === slots.length - 1) return { ...foot, over };
  }
}

/**
 * Finds the first level of a slot that holds the story, and as many lines as there should be after a jump to it. The foot
 * holds the story.
 */
function findLevel(
  story: Story,
  slots: readonly SlotFrame[],
  rows: SlotRows,
  foot: StoryEnd,
  toFoot: LegRun,
): StoryEnd {
  const legs = rows[foot.slot] ?? [];
  const before = toFoot.capacities.reduce(
    (sum, held, leg) => sum + ((toFoot.slotOf[leg] as number) < foot.slot ? held : 0),
    0,
  );
  const lines = leastLines({ ...story, run: toFoot }).reduce((sum, some) => sum + some, 0) - before;
  const least = Math.max(lines, toFoot.after[foot.slot] as number);
  let line = topOf(slots[foot.slot] as SlotFrame);
  while (line < foot.line && rowsToLevel(legs, line) < least) line++;
  const isOver = () => countOver({ ...story, run: layLegs(slots, rows, { ...foot, line }, 'bin') }) > 0;
  while (line < foot.line && isOver()) line++;
  return { slot: foot.slot, line };
}

/** Runs the story down its legs with every paragraph in its fewest lines. Gives the lines that come into the bin. */
function countOver(source: SettingSource): number {
  const { capacities } = source.run;
  const bin = capacities.length - 1;
  let leg = 0;
  let used = 0;
  let over = 0;
  source.paragraphs.forEach((paragraph: FlowParagraph, index) => {
    if (used > 0 && leg !== bin) used += paragraph.above;
    for (; used >= (capacities[leg] as number); leg++) used = 0;
    const { broken } = shortestSetting(source, index, leg, used);
    let { lines } = broken;
    for (let room = roomIn(leg, used); lines > room; room = roomIn(leg, used)) {
      lines -= broken.rows ? wholeRows(broken.rows, broken.lines - lines, room) : room;
      leg++;
      used = broken.rows && leg !== bin && lines < broken.lines ? broken.rows.headLines : 0;
    }
    used += lines;
    if (leg === bin) over += lines;
  });
  return over;

  function roomIn(at: number, taken: number): number {
    return (capacities[at] as number) - taken;
  }
}
