import type { PlacedLine, PlacedRule, PlacedTint } from '../model/edition.js';
import type { IssuePage } from '../model/issue.js';
import type { Align, TextStyle } from '../model/style.js';
import type { Furniture, FurnitureItem, Slot, SlotRule } from '../model/template.js';
import type { PageGeometry } from './geometry.js';
import type { Room } from './room.js';
import { fillWording, furnitureValues } from './wording.js';

/** Folio, nameplate, section head and the like, with everything computed: page, date, section. */
export function placeFurniture(page: IssuePage, geometry: PageGeometry, edition: string, room: Room): PlacedLine[] {
  const values = furnitureValues(room.issue, page, edition);
  return page.template.furniture.flatMap((furniture) =>
    furniture.items.flatMap((item) => {
      const text = fillWording(item.text, values);
      return text === '' ? [] : placeItem(furniture, item, text, geometry, room);
    }),
  );
}

function placeItem(
  furniture: Furniture,
  item: FurnitureItem,
  text: string,
  geometry: PageGeometry,
  room: Room,
): PlacedLine[] {
  const box = geometry.box(furniture.columns, furniture.lines);
  const style: TextStyle = { ...item.style, align: alignOf(item.at, geometry.side) };
  const lines = room.typesetter.setText(text, 'furniture', style, box.width, furniture.origin);
  return lines.map((line, index) => ({
    line,
    x: box.x,
    baseline: geometry.baseline(furniture.lines.from + item.line - 1) + index * style.leading,
    part: 'furniture',
    style: style.name,
    paragraph: -1,
    origin: furniture.origin,
  }));
}

/** Inside is the side of the fold: left on a right-hand page. */
export function alignOf(at: FurnitureItem['at'], side: 'recto' | 'verso'): Align {
  if (at === 'inside') return side === 'recto' ? 'start' : 'end';
  if (at === 'outside') return side === 'recto' ? 'end' : 'start';
  return at;
}

/** Rules of furniture and slots: across, and down the gutters. Only slots that hold something carry rules. */
export function placeRules(page: IssuePage, geometry: PageGeometry, used: ReadonlySet<string>): PlacedRule[] {
  const rules: PlacedRule[] = [];
  for (const furniture of page.template.furniture) {
    const box = geometry.box(furniture.columns, furniture.lines);
    for (const { at, weight, color } of furniture.rules) {
      const y = box.y + at * geometry.leading;
      rules.push({ x1: box.x, y1: y, x2: box.x + box.width, y2: y, weight, color });
    }
  }
  for (const slot of page.template.slots.values()) if (used.has(slot.name)) rules.push(...ruleAbove(slot, geometry));
  for (const rule of page.template.rules) {
    if (rule.between.every((name) => used.has(name))) rules.push(...ruleBetween(rule, page, geometry));
  }
  return rules;
}

/** A rule over a slot stands in the middle of the free line above it. */
function ruleAbove(slot: Slot, geometry: PageGeometry): PlacedRule[] {
  if (!slot.ruleAbove) return [];
  const box = geometry.box(slot.columns, slot.lines);
  const y = box.y - geometry.leading / 2;
  return [{ x1: box.x, y1: y, x2: box.x + box.width, y2: y, ...slot.ruleAbove }];
}

/** A hairline down the gutter between two slots, from the lower top to the upper foot. */
function ruleBetween(rule: SlotRule, page: IssuePage, geometry: PageGeometry): PlacedRule[] {
  const [a, b] = rule.between.map((name) => page.template.slots.get(name)) as [Slot, Slot];
  const [left, right] = a.columns.from < b.columns.from ? [a, b] : [b, a];
  const x =
    (geometry.box(left.columns, left.lines).x +
      geometry.box(left.columns, left.lines).width +
      geometry.columnX(right.columns.from)) /
    2;
  const from = Math.max(a.lines.from, b.lines.from);
  const to = Math.min(a.lines.to, b.lines.to);
  if (to <= from) return [];
  return [
    {
      x1: x,
      y1: geometry.lineTop(from) + RULE_INSET * geometry.leading,
      x2: x,
      y2: geometry.baseline(to),
      weight: rule.weight,
      color: rule.color,
    },
  ];
}

/** A gutter rule begins about where the caps of the first line do. */
const RULE_INSET = 0.2;

/** Tints behind slots and furniture. */
export function placeTints(page: IssuePage, geometry: PageGeometry, used: ReadonlySet<string>): PlacedTint[] {
  const tints: PlacedTint[] = [];
  for (const furniture of page.template.furniture) {
    if (furniture.background)
      tints.push({ box: geometry.box(furniture.columns, furniture.lines), color: furniture.background });
  }
  for (const slot of page.template.slots.values()) {
    if (slot.background && used.has(slot.name))
      tints.push({ box: geometry.box(slot.columns, slot.lines), color: slot.background });
  }
  return tints;
}
