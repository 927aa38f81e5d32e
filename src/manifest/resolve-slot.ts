import { hintForName } from '../diagnostics/suggest.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { ContentKind, InsetPlan, JumpPolicy, PicturePlan, Shape, Slot, Span } from '../model/template.js';
import { BLACK } from '../units/color.js';
import { findColor } from './colors.js';
import type { SlotInput } from './page-schema.js';
import { problem } from './problem.js';
import type { Layered } from './template-files.js';
import type { TemplateScene } from './template-scene.js';

type PlacedSlot = Layered<SlotInput & { readonly columns: Span; readonly lines: Span }>;

const DEFAULT_ACCEPTS: readonly ContentKind[] = ['article', 'continue'];
const DEFAULT_JUMP: JumpPolicy = { minBefore: 6, minAfter: 6, breakAt: 'line' };

/** Resolves a slot whose place has been checked. Reports names that the paper lacks, and legs that do not add up. */
export function resolveSlot(layered: PlacedSlot, scene: TemplateScene): Slot {
  const { value, name } = layered;
  const legs = value.legs ?? value.columns.to - value.columns.from + 1;
  const accepts = value.accepts ?? DEFAULT_ACCEPTS;
  const picture = resolvePicture(layered, legs, scene);
  const ruleAbove = resolveRuleAbove(layered, scene);
  const background = resolveBackground(layered, scene);
  return {
    name,
    columns: value.columns,
    lines: value.lines,
    accepts,
    required: value.required ?? false,
    shape: value.shape ?? defaultShape(accepts),
    legs,
    headLegs: resolveHeadLegs(layered, legs, scene),
    ...(picture && { picture }),
    ...resolveInsets(layered, legs, scene),
    jump: resolveJump(value.jump),
    styles: resolvePartStyles(layered, scene),
    ...(value.fit && { fit: value.fit }),
    ...(ruleAbove && { ruleAbove }),
    ...(background && { background }),
    origin: layered.origin(),
  };
}

function resolveJump(jump: SlotInput['jump']): JumpPolicy {
  return {
    minBefore: jump?.minBefore ?? DEFAULT_JUMP.minBefore,
    minAfter: jump?.minAfter ?? DEFAULT_JUMP.minAfter,
    breakAt: jump?.breakAt ?? DEFAULT_JUMP.breakAt,
  };
}

function defaultShape(accepts: readonly ContentKind[]): Shape {
  return accepts.every((kind) => kind === 'refer') ? 'pictureBesideText' : 'headOverLegs';
}

function resolveHeadLegs(layered: PlacedSlot, legs: number, { report }: TemplateScene): number {
  const headLegs = layered.value.headLegs ?? 1;
  if (layered.value.shape === 'headBesideLegs' && headLegs >= legs) {
    const message = `the head of slot "${layered.name}" takes ${headLegs} of ${legs} legs, which leaves none for its text`;
    report(problem('bad-value', layered.origin('headLegs'), message, 'give the slot more legs, or its head fewer'));
  }
  return headLegs;
}

function resolvePicture(layered: PlacedSlot, legs: number, { report }: TemplateScene): PicturePlan | undefined {
  const { name } = layered;
  const plan = layered.value.picture;
  if (!plan) return undefined;
  if (plan.lines === undefined) {
    const hint = 'add "lines", the depth of the picture in grid lines, as 18-26';
    report(problem('missing-key', layered.origin('picture'), `the picture of slot "${name}" lacks "lines"`, hint));
    return undefined;
  }
  const spanned = plan.legs ?? legs;
  if (spanned > legs) {
    const message = `the picture of slot "${name}" spans ${spanned} legs, but the slot has ${legs}`;
    report(problem('bad-value', layered.origin('picture', 'legs'), message, `write at most ${legs}`));
  }
  const depth = layered.value.lines.to - layered.value.lines.from + 1;
  if (plan.lines.min > depth) {
    const message = `the picture of slot "${name}" is at least ${plan.lines.min} lines deep, but the slot has ${depth}`;
    report(problem('bad-value', layered.origin('picture', 'lines'), message, `write at most ${depth}`));
  }
  return { legs: spanned, at: plan.at ?? 'start', lines: plan.lines };
}

/** What stands among the legs. */
function resolveInsets(layered: PlacedSlot, legs: number, scene: TemplateScene): Pick<Slot, 'runaround' | 'pullquote'> {
  const { runaround, pullquote } = layered.value;
  if (runaround) checkInsetDepth(layered, runaround.lines.min, scene);
  return {
    ...(runaround && {
      runaround: { ...resolveInset('runaround', runaround, layered, legs, scene), lines: runaround.lines },
    }),
    ...(pullquote && { pullquote: resolveInset('pullquote', pullquote, layered, legs, scene) }),
  };
}

function resolveInset(
  key: 'runaround' | 'pullquote',
  inset: NonNullable<SlotInput['pullquote']>,
  layered: PlacedSlot,
  legs: number,
  { report }: TemplateScene,
): InsetPlan {
  const count = inset.legs.to - inset.legs.from + 1;
  if (inset.legs.to > legs) {
    const message = `the ${key} of slot "${layered.name}" stands in leg ${inset.legs.to}, but the slot has ${legs}`;
    report(problem('bad-value', layered.origin(key, 'legs'), message, `count the legs from 1 to ${legs}`));
  }
  if (inset.width !== undefined && inset.width > count) {
    const message = `the ${key} of slot "${layered.name}" is ${inset.width} legs wide, but stands in ${count}`;
    report(problem('bad-value', layered.origin(key, 'width'), message, `write at most ${count}, or give it more legs`));
  }
  return {
    legs: inset.legs,
    width: Math.min(inset.width ?? count, count),
    at: inset.at ?? 'center',
    down: inset.down ?? 'middle',
  };
}

function checkInsetDepth(layered: PlacedSlot, least: number, { report }: TemplateScene): void {
  const depth = layered.value.lines.to - layered.value.lines.from + 1;
  if (least <= depth) return;
  const message = `the runaround of slot "${layered.name}" is at least ${least} lines deep, but the slot has ${depth}`;
  report(problem('bad-value', layered.origin('runaround', 'lines'), message, `write at most ${depth}`));
}

function resolvePartStyles(layered: PlacedSlot, { paper, report }: TemplateScene): ReadonlyMap<PartName, TextStyle> {
  const styles = new Map<PartName, TextStyle>();
  for (const [part, name] of Object.entries(layered.value.styles ?? {}) as [PartName, string][]) {
    const style = paper.styles.get(name);
    if (style) styles.set(part, style);
    else {
      const at = layered.origin('styles', part);
      report(
        problem(
          'unknown-style',
          at,
          `the paper has no style "${name}"`,
          hintForName(name, paper.styles.keys(), 'the paper'),
        ),
      );
    }
  }
  return styles;
}

function resolveRuleAbove(layered: PlacedSlot, { paper, report }: TemplateScene): Slot['ruleAbove'] {
  const rule = layered.value.ruleAbove;
  if (!rule) return undefined;
  if (rule.color === undefined) return { weight: rule.weight, color: BLACK };
  const color = findColor(rule.color, paper.colors, layered.origin('ruleAbove', 'color'), report);
  return color && { weight: rule.weight, color };
}

function resolveBackground(layered: PlacedSlot, { paper, report }: TemplateScene): Slot['background'] {
  const { background } = layered.value;
  return background ? findColor(background, paper.colors, layered.origin('background'), report) : undefined;
}
