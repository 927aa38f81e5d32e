/** The table of figures as people read it. */

const PT_PER_MM = 72 / 25.4;
const LABEL_WIDTH = 42;

/** What was measured, then a row a figure, then the first places of each goal that is missed. */
export function printFigures({ name, seen, rows }, mostPlaces) {
  const head = `${name}: ${count(seen.pages)} pages, ${count(seen.lines)} lines, ${count(seen.words)} words looked at`;
  return [head, `  legs of ${printMeasures(seen)}`, ...rows.map(printRow), ...printFaults(rows, mostPlaces)].join('\n');
}

function printMeasures({ measures }) {
  const sorted = measures.toSorted((a, b) => b[1] - a[1]).slice(0, 4);
  return sorted.map(([measure, lines]) => `${(measure / PT_PER_MM).toFixed(1)} mm (${count(lines)} lines)`).join(', ');
}

function printRow({ label, unit, value, goal, reached }) {
  const figure = `${formatFigure(value)}${unit && ` ${unit}`}`.padStart(10);
  const wanted = goal === undefined ? '' : `goal ${printGoal(goal)}${unit && ` ${unit}`}`;
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'MISSED';
  return `  ${label.padEnd(LABEL_WIDTH)}${figure}   ${wanted.padEnd(16)}${verdict}`.trimEnd();
}

function printGoal({ least, most }) {
  if (most === 0 || least === 100) return `${most ?? least}`;
  return least === undefined ? `≤ ${most}` : `≥ ${least}`;
}

function formatFigure(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function printFaults(rows, mostPlaces) {
  const missed = rows.filter(({ reached, faults }) => reached === false && faults.length > 0);
  return missed.flatMap(({ label, faults }) => [
    `  ${label}:`,
    ...faults.slice(0, mostPlaces).map(printPlace),
    ...(faults.length > mostPlaces ? [`    and ${faults.length - mostPlaces} more`] : []),
  ]);
}

function printPlace({ page, slot, article, text }) {
  return `    page ${page}, ${slot} (${article}): ${text}`;
}

function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
