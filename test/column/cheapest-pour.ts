import { COSTS, shortJumpCost, shortLegCost, unlevelCost } from '../../src/column/costs.js';
import type { LegRun } from '../../src/column/leg-run.js';
import type { BrokenParagraph, FlowParagraph, Measures, ParagraphBreaker, SlotFrame } from '../../src/model/flow.js';
import { loosenessCost } from '../../src/model/setting-costs.js';

/* What pouring should find, found by trying everything and adding up what each whole layout costs. */

/** A paragraph in one layout: how it is set and the rows that its lines stand on, as leg and row of the leg. */
interface Laid {
  readonly paragraph: FlowParagraph;
  readonly broken: BrokenParagraph;
  readonly best: BrokenParagraph;
  readonly looseness: number;
  readonly added: number;
  readonly rows: readonly Row[];
}

interface Row {
  readonly leg: number;
  readonly row: number;
}

interface Task {
  readonly paragraphs: readonly FlowParagraph[];
  readonly run: LegRun;
  readonly slots: readonly SlotFrame[];
  readonly breakParagraph: ParagraphBreaker;
  /** More lines than any paragraph can come to. */
  readonly mostLines: number;
}

/** The least that any layout of a story in a run without a bin costs; infinity where there is none. */
export function cheapestPour(task: Task): number {
  let least = Number.POSITIVE_INFINITY;
  for (const layout of layouts(task, 0, { leg: 0, row: 0 })) least = Math.min(least, layoutCost(task, layout));
  return least;
}

/** Every layout of the paragraphs from `index` on; `next` is the first row that is free. */
function* layouts(task: Task, index: number, next: Row): Generator<readonly Laid[]> {
  const paragraph = task.paragraphs[index];
  if (!paragraph) {
    yield [];
    return;
  }
  for (const { start, added } of starts(task, paragraph, next)) {
    for (const laid of layParagraph(task, paragraph, start, added)) {
      const last = laid.rows.at(-1) as Row;
      for (const rest of layouts(task, index + 1, { leg: last.leg, row: last.row + 1 })) yield [laid, ...rest];
    }
  }
}

function* starts({ run }: Task, paragraph: FlowParagraph, next: Row): Generator<{ start: Row; added: number }> {
  const held = run.capacities[next.leg] as number;
  const most = next.row === 0 ? 0 : paragraph.aboveSlack;
  for (let added = 0; added <= most; added++) {
    const row = next.row === 0 ? 0 : next.row + paragraph.above + added;
    if (row < held) yield { start: { leg: next.leg, row }, added };
  }
  for (let leg = next.leg + 1; leg < run.capacities.length; leg++) {
    if ((run.capacities[leg] as number) > 0) yield { start: { leg, row: 0 }, added: 0 };
  }
}

/** Every setting of a paragraph on every choice of rows: at each row it may go over to the next leg instead. */
function* layParagraph(task: Task, paragraph: FlowParagraph, start: Row, added: number): Generator<Laid> {
  const seen = new Set<string>();
  for (const rows of rowChoices(task.run, start, task.mostLines)) {
    const measures: Measures = {
      widths: rows.map(({ leg, row }) => task.run.widths[(task.run.firstRows[leg] as number) + row] as number),
      indents: rows.map(({ leg, row }) => task.run.indents[(task.run.firstRows[leg] as number) + row] as number),
    };
    const best = task.breakParagraph(paragraph.paragraph, measures, 0) as BrokenParagraph;
    for (const looseness of paragraph.kind === 'head' ? ([0] as const) : ([0, -1, 1] as const)) {
      const broken = task.breakParagraph(paragraph.paragraph, measures, looseness);
      if (!broken || broken.lines > rows.length || !isReached(task, rows, broken.lines)) continue;
      const key = `${looseness} ${rows.slice(0, broken.lines).map(({ leg, row }) => `${leg}.${row}`)} ${broken.demerits}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { paragraph, broken, best, looseness, added, rows: rows.slice(0, broken.lines) };
    }
  }
}

/** Whether all legs that are left early are left by one of the paragraph's lines. Otherwise it is another choice's way. */
function isReached({ run, mostLines }: Task, rows: readonly Row[], lines: number): boolean {
  const last = run.capacities.findLastIndex((held) => held > 0);
  const end = rows.at(-1) as Row;
  const isWhole = rows.length >= mostLines || (end.leg === last && end.row === (run.capacities[last] as number) - 1);
  return isWhole && rows.every((row, i) => i < lines || goesOn(run, rows[i - 1] as Row, row));
}

function goesOn({ capacities }: LegRun, before: Row, after: Row): boolean {
  if (after.leg === before.leg) return after.row === before.row + 1;
  const between = capacities.slice(before.leg + 1, after.leg);
  return (
    after.row === 0 && before.row === (capacities[before.leg] as number) - 1 && between.every((held) => held === 0)
  );
}

/** All ways down from a row for so many lines: whole legs, or legs left early. */
function* rowChoices(run: LegRun, { leg, row }: Row, lines: number): Generator<readonly Row[]> {
  const held = run.capacities[leg];
  if (held === undefined || lines <= 0) {
    yield [];
    return;
  }
  for (let taken = held - row; taken >= Math.min(row === 0 ? 0 : 1, held - row); taken--) {
    const here = Array.from({ length: taken }, (_, i) => ({ leg, row: row + i }));
    for (const rest of rowChoices(run, { leg: leg + 1, row: 0 }, lines - taken)) yield [...here, ...rest];
  }
}

function layoutCost(task: Task, layout: readonly Laid[]): number {
  const own = layout.reduce((sum, laid) => sum + settingCost(laid) + cutCosts(task, laid), 0);
  return own + legCosts(task, layout) + jumpCosts(task, layout);
}

function settingCost({ broken, best, looseness, added }: Laid): number {
  const loose = looseness === 0 ? 0 : loosenessCost(broken.demerits - best.demerits);
  return loose + added * COSTS.addedSpace;
}

/** Widow, orphan, and what stands at the foot of each leg inside the paragraph. */
function cutCosts({ run, slots }: Task, { paragraph, broken, rows }: Laid): number {
  const legs = [...new Set(rows.map(({ leg }) => leg))];
  if (legs.length === 1) return 0;
  const linesIn = (leg: number) => rows.filter((row) => row.leg === leg).length;
  let cost = linesIn(legs[0] as number) === 1 ? COSTS.orphan : 0;
  if (linesIn(legs.at(-1) as number) === 1) cost += COSTS.widow;
  if (paragraph.kind === 'head') cost += COSTS.strandedHead;
  for (let leg = legs[0] as number; leg < (legs.at(-1) as number); leg++) {
    const hyphenated = broken.endsHyphenated(rows.findLastIndex((row) => row.leg <= leg));
    if (!run.jumpsAfter[leg]) cost += hyphenated ? COSTS.footHyphen : 0;
    else if (hyphenated) cost = Number.POSITIVE_INFINITY;
    else if (slots[run.slotOf[leg] as number]?.breakAt === 'paragraph') cost += COSTS.jumpPolicy;
  }
  return cost;
}

/** Legs left short, crossheads stranded, and the story's end. */
function legCosts({ run }: Task, layout: readonly Laid[]): number {
  const lines = layout.flatMap(({ paragraph, rows }) => rows.map((row) => ({ ...row, kind: paragraph.kind })));
  const end = lines.at(-1)?.leg ?? 0;
  let cost = 0;
  let free = 0;
  run.capacities.forEach((held, leg) => {
    const here = lines.filter((line) => line.leg === leg);
    const short = held - (here.length > 0 ? (here.at(-1)?.row as number) + 1 : 0);
    if (leg < end) cost += shortLegCost(short);
    else free += short;
    const head = here.findLastIndex(({ kind }) => kind === 'head');
    if (head >= 0 && here.length - 1 - head < 2) cost += COSTS.strandedHead;
  });
  if (run.slotOf[end] !== run.slotOf.at(-1)) return Number.POSITIVE_INFINITY;
  return cost + unlevelCost(free);
}

/** Lines before and after each jump. */
function jumpCosts({ run }: Task, layout: readonly Laid[]): number {
  const held = run.before.map(
    (_, slot) => layout.flatMap(({ rows }) => rows).filter(({ leg }) => run.slotOf[leg] === slot).length,
  );
  return held.reduce(
    (sum, lines, slot) =>
      sum + shortJumpCost(lines, run.before[slot] as number) + shortJumpCost(lines, run.after[slot] as number),
    0,
  );
}
