import type { PlacedLeg, PlacedLine } from '../model/edition.js';
import type { FilledLeg } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { PageGeometry } from './geometry.js';

/** Stands a filled leg's lines on the page's grid. The box reaches from the leg's first line to its last used one. */
export function placeLeg(leg: FilledLeg, article: string, flow: Flow, geometry: PageGeometry): PlacedLeg {
  const { frame } = leg;
  const last = leg.lines.at(-1)?.gridLine ?? frame.first;
  const top = geometry.lineTop(frame.first);
  return {
    box: { x: frame.x, y: top, width: frame.measure, height: geometry.lineTop(last + 1) - top },
    lines: leg.lines.map(({ line, gridLine, paragraph }): PlacedLine => {
      const part = flow.parts[paragraph] as Flow['parts'][number];
      return {
        line,
        x: frame.x,
        baseline: geometry.baseline(gridLine),
        part: part.part,
        style: part.style,
        article,
        paragraph,
        origin: part.origin,
      };
    }),
  };
}
