import type { TextStyle } from '../model/style.js';

// Lives as long as the paper's styles do and holds nothing that they and the tracking do not decide. One object for
// one look lets words that were shaped for it be found again.
const tracked = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** A style set tighter or wider by thousandths of an em. The same arguments always give the same object. */
export function trackStyle(style: TextStyle, by: number): TextStyle {
  if (by === 0) return style;
  const known = tracked.get(style) ?? new Map<number, TextStyle>();
  tracked.set(style, known);
  const made = known.get(by) ?? { ...style, tracking: style.tracking + by };
  known.set(by, made);
  return made;
}
