import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { PageTemplate, Slot, SlotRule } from '../model/template.js';
import { BLACK } from '../units/color.js';
import { checkOverlaps, checkSpans } from './check-places.js';
import { findColor } from './colors.js';
import { problem } from './problem.js';
import { resolveFurniture } from './resolve-furniture.js';
import { resolveSlot } from './resolve-slot.js';
import type { LayeredTemplate } from './template-files.js';
import type { TemplateScene } from './template-scene.js';

/** A template as a page takes it. */
export interface PageLook {
  readonly template: PageTemplate;
  /** Whether faulty parts, reported already, were left out: nobody may complain of their absence. */
  readonly partial: boolean;
}

const HAIRLINE = 0.4;

/**
 * Resolves a page template against its paper: spans on the grid, styles and colours by name, furniture. Reports
 * `slot-off-grid`, `slots-overlap`, `unknown-style`, `unknown-color`, `unknown-slot` (in rules) and missing keys.
 */
export function resolveTemplate(template: LayeredTemplate, scene: TemplateScene): PageLook {
  const slots = new Map<string, Slot>();
  let { partial } = template;
  for (const [name, layered] of template.slots) {
    if (layered.value.furniture !== undefined) continue;
    const slot = checkSpans(layered, 'slot', template, scene) && resolveSlot(layered, scene);
    if (slot) slots.set(name, slot);
    else partial = true;
  }
  const furniture = resolveFurniture(template, scene);
  checkOverlaps(slots, furniture, scene.report);
  const section = template.section === undefined ? {} : { section: template.section };
  const rules = template.rules.flatMap((rule) => resolveRule(rule, template, scene));
  return { template: { id: template.id, ...section, slots, furniture, rules, origin: template.origin }, partial };
}

function resolveRule(
  rule: LayeredTemplate['rules'][number],
  template: LayeredTemplate,
  scene: TemplateScene,
): readonly SlotRule[] {
  const { between, weight, color } = rule.value;
  const absent = between.map((slot, index) => ({ slot, index })).filter(({ slot }) => !isStorySlot(slot, template));
  if (absent.length > 0) {
    // An inherited rule goes with a slot that a template takes out; a template's own rule should know better.
    const toReport = rule.inherited || template.partial ? [] : absent;
    for (const { slot, index } of toReport)
      reportUnknownSlot(slot, rule.origin('between', index), template, scene.report);
    return [];
  }
  const ink = color === undefined ? BLACK : findColor(color, scene.paper.colors, rule.origin('color'), scene.report);
  return ink ? [{ between: [between[0], between[1]], weight: weight ?? HAIRLINE, color: ink }] : [];
}

/** Whether a slot is there and takes stories: one that furniture stands in is none that a rule could stand beside. */
function isStorySlot(name: string, template: LayeredTemplate): boolean {
  const slot = template.slots.get(name);
  return slot !== undefined && slot.value.furniture === undefined;
}

function reportUnknownSlot(slot: string, at: Origin, template: LayeredTemplate, report: Report): void {
  const hint = hintForName(slot, template.slots.keys(), `template "${template.id}"`);
  report(problem('unknown-slot', at, `template "${template.id}" has no slot "${slot}"`, hint));
}

/** The template of an even page, its columns counted from the other side. Text runs the same way as before. */
export function mirrorTemplate(template: PageTemplate, columns: number): PageTemplate {
  const mirror = <T extends { readonly columns: Slot['columns'] }>(place: T): T => ({
    ...place,
    columns: { from: columns + 1 - place.columns.to, to: columns + 1 - place.columns.from },
  });
  return {
    ...template,
    slots: new Map([...template.slots].map(([name, slot]) => [name, mirror(slot)])),
    furniture: template.furniture.map(mirror),
  };
}
