/** Where paragraphs, legs and lines break: widows, orphans, stranded crossheads, runts, hyphens. */
import { placeOf } from './read-legs.mjs';

/**
 * Reads one story's legs in order. Every list holds places: `widows`, `orphans`, `stranded` (crossheads with fewer than
 * two lines after them in their leg), `runts` (last lines shorter than `indent`), `fragments` (last lines that are the
 * end of a broken word and nothing else).
 */
export function measureBreaks(legs, indent) {
  const found = { widows: [], orphans: [], stranded: [], runts: [], fragments: [] };
  const numbers = legs.flatMap(({ lines }) => lines.map(({ paragraph }) => paragraph));
  const paragraphLines = (line) => numbers.filter((number) => number === line.paragraph).length;
  let before;
  for (const leg of legs) {
    for (const [at, line] of leg.lines.entries()) {
      const after = leg.lines[at + 1];
      const isFirst = before?.paragraph !== line.paragraph;
      if (at === 0 && line.last && !isFirst) found.widows.push(placeOf(leg, line));
      if (!after && isFirst && !line.last && line.part !== 'crosshead') found.orphans.push(placeOf(leg, line));
      if (line.part === 'crosshead' && line.last && linesAfter(leg.standing, line) < 2)
        found.stranded.push(placeOf(leg, line));
      if (line.last && paragraphLines(line) > 1 && line.part !== 'crosshead') {
        if (line.width - line.indent < indent) found.runts.push(placeOf(leg, line));
        if (before?.hyphenated && line.gaps.length === 0) found.fragments.push(placeOf(leg, line));
      }
      before = line;
    }
  }
  return found;
}

/** Lines of text or of a table right after a crosshead in its leg, up to the next crosshead. */
function linesAfter(lines, crosshead) {
  const at = lines.indexOf(crosshead);
  const next = lines.findIndex((line, index) => index > at && line.part === 'crosshead');
  return (next < 0 ? lines.length : next) - at - 1;
}

/** Whether a reader sees a hyphen at a line's end, added or the word's own. */
function endsInHyphen(line) {
  return line.hyphenated || /[-\u2010]$/.test(line.text);
}

/** Runs of lines that end in hyphens, over the legs of one story: the longest, and the places where each run starts. */
export function measureHyphenRuns(legs) {
  const runs = [];
  let run = [];
  for (const leg of legs) {
    for (const line of leg.lines) {
      if (!endsInHyphen(line)) run = [];
      else if (run.push(placeOf(leg, line)) === 1) runs.push(run);
    }
  }
  return runs;
}

/** Last lines before a jump (`jumps`) and at the foot of any leg that text goes on from (`feet`) that end in a hyphen. */
export function measureHyphensAtFeet(parts) {
  const legs = parts.flatMap((part) => part.legs).filter(({ lines }) => lines.length > 0);
  const broken = legs.slice(0, -1).filter(({ lines }) => endsInHyphen(lines.at(-1)));
  const feet = broken.map((leg) => placeOf(leg, leg.lines.at(-1)));
  const jumps = broken.filter((leg) => legs[legs.indexOf(leg) + 1].page !== leg.page);
  return { feet, jumps: jumps.map((leg) => placeOf(leg, leg.lines.at(-1))) };
}
