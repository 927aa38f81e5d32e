import type { GradientStop } from './drawing.js';
import { isGray, type SvgColor } from './svg-color.js';

/** Between two colours, the way through sRGB is followed in so many steps; inks go straight between them. */
const STEPS = 8;

/**
 * The stops of a gradient with more between them: colours are mixed in sRGB, as screens do it, and the inks for a mixture
 * are not the mixture of the inks. Grays and given inks go straight as it is. The first stands at 0 and the last at 1.
 */
export function gradientShades(stops: readonly GradientStop[]): readonly GradientStop[] {
  const first = stops[0] as GradientStop;
  const last = stops[stops.length - 1] as GradientStop;
  const shades: GradientStop[] = [{ offset: 0, color: first.color }];
  const add = (stop: GradientStop) => {
    const before = shades[shades.length - 1] as GradientStop;
    shades.push(...between(before, stop), stop);
  };
  for (const stop of stops) add(stop);
  add({ offset: 1, color: last.color });
  return shades.filter(({ offset, color }, index) => {
    const before = shades[index - 1];
    return !before || before.offset !== offset || before.color !== color;
  });
}

function between(from: GradientStop, to: GradientStop): readonly GradientStop[] {
  const { color: start } = from;
  const { color: end } = to;
  if (from.offset === to.offset || start.type !== 'rgb' || end.type !== 'rgb' || (isGray(start) && isGray(end)))
    return [];
  return Array.from({ length: STEPS - 1 }, (_, index) => {
    const share = (index + 1) / STEPS;
    const mix = (one: number, other: number) => Math.round(one + (other - one) * share);
    const color: SvgColor = {
      type: 'rgb',
      red: mix(start.red, end.red),
      green: mix(start.green, end.green),
      blue: mix(start.blue, end.blue),
    };
    return { offset: from.offset + (to.offset - from.offset) * share, color };
  });
}
