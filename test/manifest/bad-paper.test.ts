import { type BadCase, describeBad, FONTS, MARK, PAPER, paperWith } from '../fixtures/manifest/bad-cases.js';
import { changed } from '../fixtures/manifest/sample-issue.js';

const CASES: readonly BadCase[] = [
  {
    code: 'wrong-type',
    when: 'a length has no unit',
    files: changed(PAPER, 'top: 20pt', `top: ${MARK}20`),
    says: 'must be a length, not the number 20',
  },
  {
    code: 'bad-value',
    when: 'a length has no such unit',
    files: changed(PAPER, 'top: 20pt', `top: ${MARK}20px`),
    says: '"20px" is not a length',
  },
  {
    code: 'bad-value',
    when: 'a margin is below zero',
    files: changed(PAPER, 'top: 20pt', `top: ${MARK}-20pt`),
    says: 'below zero',
  },
  {
    code: 'bad-value',
    when: 'columns have no width',
    files: changed(PAPER, 'columns: 3', `columns: ${MARK}20`),
    says: 'use fewer columns',
  },
  {
    code: 'bad-value',
    when: 'no line fits between the margins',
    files: changed(PAPER, '[300pt, 400pt]', '[300pt, 45pt]', 'leading: 10pt', `leading: ${MARK}10pt`),
    says: 'no room for a line',
  },
  {
    code: 'missing-key',
    when: 'the paper has no name',
    files: changed(PAPER, 'name: The Daily\ntrim', `${MARK}trim`),
    says: 'add "name": name of the newspaper',
  },
  {
    code: 'missing-key',
    when: 'a margin is left out',
    files: changed(PAPER, 'margins: { top: 20pt, ', `${MARK}margins: { `),
    says: '"margins" lacks "top"',
  },
  {
    code: 'bad-value',
    when: 'the trim has one length',
    files: changed(PAPER, '[300pt, 400pt]', `${MARK}[300pt]`),
    says: 'at least 2 values',
  },
  {
    code: 'bad-value',
    when: 'an ink limit is no percentage',
    files: paperWith(`press: { inkLimit: ${MARK}a lot }\n`),
    says: '240%',
  },
  {
    code: 'wrong-type',
    when: 'an ink limit is a number',
    files: paperWith(`press: { inkLimit: ${MARK}240 }\n`),
    says: '240%',
  },
  {
    code: 'bad-value',
    when: 'the press stops before it warns',
    files: paperWith(`press: { minResolution: ${MARK}250 }\n`),
    says: 'goodResolution',
  },
  {
    code: 'bad-value',
    when: 'a colour is of the screen',
    files: paperWith(`colors: { red: ${MARK}"#ff0000" }\n`),
    says: 'cmyk(0 90 80 5)',
  },
  {
    code: 'bad-value',
    when: 'a colour has too much ink',
    files: paperWith(`colors: { red: ${MARK}cmyk(0 190 80 5) }\n`),
    says: 'not a colour',
  },
  {
    code: 'unknown-color',
    when: 'a style has a colour that the paper lacks',
    files: paperWith(`colors: { red: gray(50) }\nstyles: { kicker: { color: ${MARK}rad } }\n`),
    says: 'did you mean "red"?',
  },
  {
    code: 'unknown-style',
    when: 'a style extends one that is not there',
    files: paperWith(`styles: { lead: { extends: ${MARK}headlin } }\n`),
    says: 'did you mean "headline"?',
  },
  {
    code: 'style-cycle',
    when: 'a style extends itself',
    files: paperWith(`styles: { lead: { extends: ${MARK}lead } }\n`),
    says: '"lead" extends "lead"',
  },
  {
    code: 'unknown-key',
    when: 'a style has a key that is not there',
    files: paperWith(`styles: { lead: { ${MARK}colour: red } }\n`),
    says: 'did you mean "color"?',
  },
  {
    code: 'bad-value',
    when: 'an alignment is mistyped',
    files: paperWith(`styles: { lead: { align: ${MARK}centre } }\n`),
    says: 'did you mean "center"?',
  },
  {
    code: 'bad-value',
    when: 'a weight is none',
    files: paperWith(`styles: { lead: { weight: ${MARK}450 } }\n`),
    says: 'multiple of 100',
  },
  {
    code: 'bad-value',
    when: 'a weight has a name that is none',
    files: paperWith(`styles: { lead: { weight: ${MARK}bld } }\n`),
    says: 'did you mean "bold"?',
  },
  {
    code: 'bad-value',
    when: 'a leading lets lines run into one another',
    files: paperWith(`styles: { lead: { size: 40pt, leading: ${MARK}20pt } }\n`),
    says: 'in per cent of the size',
  },
  {
    code: 'bad-value',
    when: 'white is not in half lines',
    files: paperWith(`styles: { lead: { above: ${MARK}0.3 } }\n`),
    says: 'multiple of 0.5',
  },
  {
    code: 'bad-value',
    when: 'a jump line names no page',
    files: paperWith(`styles: { jumpTo: { text: ${MARK}"More inside >" } }\n`),
    says: 'names no page',
  },
  {
    code: 'bad-value',
    when: 'a jump line names something that is not there',
    files: paperWith(`styles: { jumpTo: { text: ${MARK}"Page {page}, {pge} >" } }\n`),
    says: 'did you mean "page"?',
  },
  {
    code: 'missing-font',
    when: 'a style has a family that is not there',
    files: paperWith(`styles: { lead: { font: ${MARK}Txt Face } }\n`),
    says: 'did you mean "Text Face"?',
  },
  {
    code: 'missing-font',
    when: 'a role has a family that is not there',
    files: changed(PAPER, 'headline: Head Face', `headline: ${MARK}Head Fce`),
    says: 'did you mean "Head Face"?',
  },
  {
    code: 'missing-font',
    when: 'a font file is not there',
    files: changed(FONTS, '{ weight: 900, file: head-black.ttf }', `${MARK}{ weight: 900, file: none.ttf }`),
    says: '"none.ttf" does not exist',
  },
  {
    code: 'missing-font',
    when: 'a font package is not installed',
    files: changed(
      FONTS,
      '- family: Symbol Face\n  package: text-face',
      `- ${MARK}family: Symbol Face\n  package: symbol-face`,
    ),
    says: 'npm install symbol-face',
  },
  {
    code: 'bad-value',
    when: 'figures are of no such kind',
    files: paperWith(`styles: { body: { figures: ${MARK}old-style } }\n`),
    says: 'write oldstyle or lining',
  },
  {
    code: 'bad-value',
    when: 'figures are of two kinds that exclude one another',
    files: paperWith(`styles: { body: { figures: ${MARK}tabular proportional } }\n`),
    says: '"tabular proportional" is not a kind of figures',
  },
  {
    code: 'bad-value',
    when: 'capitals are of no such kind',
    files: paperWith(`styles: { body: { caps: ${MARK}smal } }\n`),
    says: 'did you mean "small"?',
  },
  {
    code: 'bad-value',
    when: 'a fit step is of no such kind',
    files: paperWith(`fit: [{ do: ${MARK}tracing }]\n`),
    says: 'did you mean "tracking"?',
  },
  {
    code: 'missing-key',
    when: 'a fit step does not say what it does',
    files: paperWith(`fit: [${MARK}{ lines: 1 }]\n`),
    says: 'lacks "do"',
  },
];

describeBad('a bad paper', CASES);
