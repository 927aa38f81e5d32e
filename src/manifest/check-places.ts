import type { Report } from '../diagnostics/diagnostic.js';
import type { Furniture, Slot, Span } from '../model/template.js';
import { problem } from './problem.js';
import type { Layered, LayeredTemplate } from './template-files.js';
import type { TemplateScene } from './template-scene.js';

interface Placed {
  readonly columns?: Span | undefined;
  readonly lines?: Span | undefined;
}

/** Whether a slot or piece of furniture says where it stands, and stands on the grid. Reports what it lacks. */
export function checkSpans<T extends Placed>(
  layered: Layered<T>,
  what: 'slot' | 'furniture',
  template: LayeredTemplate,
  scene: TemplateScene,
): layered is Layered<T & { readonly columns: Span; readonly lines: Span }> {
  const { columns, lines } = scene.paper.grid;
  const inColumns = checkSpan(layered, 'columns', columns, what, template, scene.report);
  const inLines = checkSpan(layered, 'lines', lines, what, template, scene.report);
  return inColumns && inLines;
}

function checkSpan(
  layered: Layered<Placed>,
  axis: 'columns' | 'lines',
  most: number,
  what: string,
  template: LayeredTemplate,
  report: Report,
): boolean {
  const span = layered.value[axis];
  if (span === undefined) {
    if (template.partial) return false;
    const hint = `add "${axis}", as 1-${most}, or inherit the ${what} from a template that has it`;
    report(problem('missing-key', layered.origin(), `${what} "${layered.name}" lacks "${axis}"`, hint));
    return false;
  }
  if (span.to <= most) return true;
  const message = `${what} "${layered.name}" reaches to ${axis.slice(0, -1)} ${span.to} of ${most}`;
  report(problem('slot-off-grid', layered.origin(axis), message, `the grid of the paper has ${axis} 1-${most}`));
  return false;
}

/** Reports slots that lie over one another or over furniture, at the later one of each pair. */
export function checkOverlaps(slots: ReadonlyMap<string, Slot>, furniture: readonly Furniture[], report: Report): void {
  const places = [
    ...furniture.map((each) => ({ ...each, what: 'furniture' })),
    ...[...slots.values()].map((each) => ({ ...each, what: 'slot' })),
  ];
  for (const [index, later] of places.entries()) {
    if (later.what !== 'slot') continue;
    for (const earlier of places.slice(0, index)) {
      if (!overlap(earlier.columns, later.columns) || !overlap(earlier.lines, later.lines)) continue;
      const columns = writeSpan(shared(earlier.columns, later.columns));
      const lines = writeSpan(shared(earlier.lines, later.lines));
      const message = `slot "${later.name}" lies over ${earlier.what} "${earlier.name}" in columns ${columns}, lines ${lines}`;
      report(
        problem('slots-overlap', later.origin, message, 'move one of them, or take an inherited one out with null'),
      );
    }
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function shared(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

function writeSpan(span: Span): string {
  return span.from === span.to ? `${span.from}` : `${span.from}-${span.to}`;
}
