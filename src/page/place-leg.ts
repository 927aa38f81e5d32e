import type { PlacedLeg, PlacedLine, PlacedRule } from '../model/edition.js';
import type { FilledLeg, FilledLine, LegFrame } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { Pt } from '../units/length.js';
import type { PageGeometry } from './geometry.js';

/** Stands a filled leg's lines on the page's grid. The box reaches from the leg's first line to its last used one. */
export function placeLeg(leg: FilledLeg, article: string, flow: Flow, geometry: PageGeometry): PlacedLeg {
  const { frame } = leg;
  const last = leg.lines.at(-1)?.gridLine ?? frame.first;
  const top = geometry.lineTop(frame.first);
  return {
    box: { x: frame.x, y: top, width: frame.measure, height: geometry.lineTop(last + 1) - top },
    rules: leg.lines.flatMap((line) => ruleUnder(line, frame, geometry)),
    lines: leg.lines.map(({ line, gridLine, paragraph }): PlacedLine => {
      const part = flow.parts[paragraph] as Flow['parts'][number];
      return {
        line,
        x: frame.x,
        baseline: geometry.baseline(gridLine),
        part: part.part,
        style: line.row?.row === 0 ? (part.headStyle ?? part.style) : part.style,
        article,
        paragraph,
        origin: part.origin,
      };
    }),
  };
}

/** As fine as newsprint holds (0.25 pt), with something to spare. */
const HAIRLINE: Pt = 0.3;

/** The hairline under a row of a table, at the foot of its grid line: as wide as the table. */
function ruleUnder({ line, gridLine }: FilledLine, frame: LegFrame, geometry: PageGeometry): readonly PlacedRule[] {
  const color = line.pieces[0]?.style.color;
  if (!line.row?.ruled || !color) return [];
  const y = geometry.lineTop(gridLine + 1);
  return [{ x1: frame.x + line.indent, y1: y, x2: frame.x + line.measure, y2: y, weight: HAIRLINE, color }];
}
