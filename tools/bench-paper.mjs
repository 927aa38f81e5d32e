/**
 * The paper that generated issues are set in: a Berliner page of six columns with heads across columns, stories side by
 * side, hairlines between them, and a lead that jumps. Each template tells with how many words each slot is tried first.
 */

export const PAPER = `name: The Bench
language: en-GB
trim: [315mm, 470mm]
margins: { top: 14mm, bottom: 16mm, inside: 12mm, outside: 12mm }
grid: { columns: 6, gutter: 4.2mm, leading: 10.5pt }
press: { inkLimit: 240%, minResolution: 170 }
justification: { opticalMargins: true }
fit:
  - { do: looseness, lines: 1 }
  - { do: space, around: [crosshead, head], max: 1 line }
  - { do: tracking, from: -10, to: 5 }
styles:
  leadHead: { extends: headline, size: 40pt }
  smallHead: { extends: headline, size: 18pt }
furniture:
  nameplate:
    items: [{ at: center, style: furniture, text: "{paper}", line: 2 }]
  folio:
    items:
      - { at: outside, style: furniture, text: "{page}", line: 1 }
      - { at: center, style: furniture, text: "{paper}", line: 1 }
      - { at: inside, style: furniture, text: "{weekday} {date}", line: 1 }
    rules: [{ at: 1.5, weight: 0.5pt }]
`;

const FOLIO = `furniture:
  folio: { columns: 1-6, lines: 1-2, use: folio }
`;

const LEAD =
  '  lead: { columns: 1-4, lines: 4-38, accepts: article, shape: headOverLegs, styles: { headline: leadHead } }';
const SIDE = '  side: { columns: 5-6, lines: 4-38, accepts: article, shape: headOverLegs }';
const TAIL = '  tail: { columns: 1-6, lines: 83-93, accepts: continue, shape: headOverLegs, ruleAbove: 0.5pt }';

/** A slot of small stories; they lie in rows under the lead. */
const small = (name, columns, lines) =>
  `  ${name}: { columns: ${columns}, lines: ${lines}, accepts: article, shape: headOverLegs, ruleAbove: 0.5pt, styles: { headline: smallHead } }`;

const template = (slots, rules) => `${FOLIO}slots:\n${slots.join('\n')}\nrules:\n${rules.map(hairline).join('\n')}\n`;

const hairline = ([left, right]) => `  - { between: [${left}, ${right}], weight: 0.25pt }`;

const MIDDLE = [small('left', '1-3', '40-61'), small('right', '4-6', '40-61')];
const PAIRS = [
  ['lead', 'side'],
  ['left', 'right'],
];

const SIX = [LEAD, SIDE, ...MIDDLE, small('low-a', '1-3', '63-81'), small('low-b', '4-6', '63-81'), TAIL];
const SEVEN = [LEAD, SIDE, ...MIDDLE];
for (const [name, columns] of [
  ['low-a', '1-2'],
  ['low-b', '3-4'],
  ['low-c', '5-6'],
]) {
  SEVEN.push(small(name, columns, '63-81'));
}
SEVEN.push(TAIL);

/** About how many words go into the tail, where a lead goes on. */
export const TAIL_WORDS = 280;

const WORDS = { lead: 600, side: 300, left: 240, right: 240 };

/** Every page template: its file, and the slots that take a story with the words that they are tried with. */
export const TEMPLATES = {
  front: { yaml: template(SIX, [...PAIRS, ['low-a', 'low-b']]), slots: { ...WORDS, 'low-a': 240, 'low-b': 240 } },
  six: { yaml: template(SIX, [...PAIRS, ['low-a', 'low-b']]), slots: { ...WORDS, 'low-a': 240, 'low-b': 240 } },
  seven: {
    yaml: template(SEVEN, [...PAIRS, ['low-a', 'low-b'], ['low-b', 'low-c']]),
    slots: { ...WORDS, 'low-a': 160, 'low-b': 160, 'low-c': 160 },
  },
};
