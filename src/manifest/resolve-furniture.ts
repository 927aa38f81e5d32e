import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { Paper } from '../model/paper.js';
import type { TextStyle } from '../model/style.js';
import type { BarcodePlace, Furniture, FurnitureItem, Span } from '../model/template.js';
import { BLACK } from '../units/color.js';
import { checkSpans } from './check-places.js';
import { findColor } from './colors.js';
import type { FurnitureDesign, FurnitureInput } from './furniture-schema.js';
import { problem } from './problem.js';
import type { Layered, LayeredTemplate } from './template-files.js';
import type { TemplateScene } from './template-scene.js';
import { checkWording, FURNITURE_WORDS } from './wording.js';

type PlacedFurniture = Layered<FurnitureInput & { readonly columns: Span; readonly lines: Span }>;

const DEFAULT_WEIGHT = 0.5;

/**
 * Resolves the furniture of a template: what stands under `furniture` with a place of its own, and slots that name
 * furniture instead of taking a story. Looks come from the template or from the paper.
 */
export function resolveFurniture(template: LayeredTemplate, scene: TemplateScene): readonly Furniture[] {
  const pieces: Furniture[] = [];
  for (const layered of placedByThemselves(template, scene)) {
    if (checkSpans(layered, 'furniture', template, scene)) pieces.push(resolvePiece(layered, scene));
  }
  for (const slot of template.slots.values()) {
    const name = slot.value.furniture;
    if (name === undefined) continue;
    const looks = findLooks(name, template, scene);
    if (!looks) {
      const known = [...template.furniture.keys(), ...Object.keys(scene.input.value.furniture)];
      const hint = hintForName(name, known, 'the paper');
      if (!scene.input.partial)
        scene.report(problem('bad-value', slot.origin('furniture'), `there is no furniture "${name}"`, hint));
      continue;
    }
    const placed: Layered<FurnitureInput> = {
      name: slot.name,
      value: { ...looks.value, columns: slot.value.columns, lines: slot.value.lines },
      origin: (...path) =>
        path.length === 0 || path[0] === 'columns' || path[0] === 'lines'
          ? slot.origin(...path)
          : looks.origin(...path),
    };
    if (checkSpans(placed, 'furniture', template, scene)) pieces.push(resolvePiece(placed, scene));
  }
  return pieces;
}

/** Furniture without a place is only there to be named by a slot. */
function placedByThemselves(template: LayeredTemplate, scene: TemplateScene): readonly Layered<FurnitureInput>[] {
  const named = new Set([...template.slots.values()].map((slot) => slot.value.furniture));
  return [...template.furniture.values()]
    .filter(({ name, value }) => value.columns !== undefined || value.lines !== undefined || !named.has(name))
    .map((layered) => withBase(layered, scene));
}

/** Starts from the paper's furniture where a piece says `use`. */
function withBase(layered: Layered<FurnitureInput>, scene: TemplateScene): Layered<FurnitureInput> {
  const { use } = layered.value;
  if (use === undefined) return layered;
  const base = paperLooks(use, scene);
  if (!base) {
    const hint = hintForName(use, Object.keys(scene.input.value.furniture), 'the paper');
    if (!scene.input.partial)
      scene.report(problem('bad-value', layered.origin('use'), `the paper has no furniture "${use}"`, hint));
    return layered;
  }
  return {
    name: layered.name,
    value: { ...base.value, ...layered.value },
    origin: (...path) => {
      const [key] = path;
      const inherited = key !== undefined && !Object.hasOwn(layered.value, key) && Object.hasOwn(base.value, key);
      return inherited ? base.origin(...path) : layered.origin(...path);
    },
  };
}

function findLooks(name: string, template: LayeredTemplate, scene: TemplateScene): Layered<FurnitureInput> | undefined {
  const own = template.furniture.get(name);
  return own ? withBase(own, scene) : paperLooks(name, scene);
}

function paperLooks(name: string, { input }: TemplateScene): Layered<FurnitureDesign> | undefined {
  const value = Object.hasOwn(input.value.furniture, name) ? input.value.furniture[name] : undefined;
  return value && { name, value, origin: (...path) => input.origin(['furniture', name, ...path]) };
}

function resolvePiece(layered: PlacedFurniture, scene: TemplateScene): Furniture {
  const { name, value } = layered;
  const { paper, report } = scene;
  const background = value.background
    ? findColor(value.background, paper.colors, layered.origin('background'), report)
    : undefined;
  const barcode = resolveBarcode(layered, scene);
  return {
    name,
    columns: value.columns,
    lines: value.lines,
    items: (value.items ?? []).flatMap((_, index) => resolveItem(layered, index, scene)),
    rules: (value.rules ?? []).flatMap((rule, index) => {
      const at = layered.origin('rules', index, 'color');
      const color = rule.color === undefined ? BLACK : findColor(rule.color, paper.colors, at, report);
      return color ? [{ at: rule.at, weight: rule.weight ?? DEFAULT_WEIGHT, color }] : [];
    }),
    ...(background && { background }),
    ...(barcode && { barcode }),
    origin: layered.origin(),
  };
}

function resolveBarcode(layered: PlacedFurniture, { paper, input, report }: TemplateScene): BarcodePlace | undefined {
  const { barcode } = layered.value;
  if (!barcode) return undefined;
  const origin = layered.origin('barcode');
  const style = findStyle(barcode.style, layered.origin('barcode', 'style'), paper, report);
  // Of a bar code that was refused, the paper's own file has told.
  if (!paper.barcode && !input.partial) {
    const hint = 'add barcode: { issn: "1234-5679" } to the paper, with its own ISSN';
    report(problem('missing-key', origin, `the template prints a bar code, and the paper has no "barcode"`, hint));
  }
  return style && paper.barcode && { at: barcode.at, down: barcode.down, style, origin };
}

function resolveItem(
  layered: PlacedFurniture,
  index: number,
  { paper, report }: TemplateScene,
): readonly FurnitureItem[] {
  const item = layered.value.items?.[index];
  if (!item) return [];
  checkWording(item.text, FURNITURE_WORDS, layered.origin('items', index, 'text'), report);
  const style = findStyle(item.style, layered.origin('items', index, 'style'), paper, report);
  return style ? [{ at: item.at, style, text: item.text, line: item.line }] : [];
}

function findStyle(name: string, at: Origin, { styles }: Paper, report: Report): TextStyle | undefined {
  const style = styles.get(name);
  if (style) return style;
  const hint = hintForName(name, styles.keys(), 'the paper');
  report(problem('unknown-style', at, `the paper has no style "${name}"`, hint));
  return undefined;
}
