import { type BadCase, describeBad, FRONT, INSIDE, MARK } from '../fixtures/manifest/bad-cases.js';
import { changed } from '../fixtures/manifest/sample-issue.js';

const CASES: readonly BadCase[] = [
  {
    code: 'missing-key',
    when: 'a picture has no depth',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, picture: ${MARK}{ legs: 2 }`),
    says: 'lacks "lines"',
  },
  {
    code: 'template-cycle',
    when: 'a template extends itself',
    files: changed(FRONT, 'slots:', `extends: ${MARK}front\nslots:`),
    says: '"front" extends "front"',
  },
  {
    code: 'missing-template',
    when: 'a template extends one that is not there',
    files: changed(FRONT, 'slots:', `extends: ${MARK}basis\nslots:`),
    says: 'does not exist',
  },
  {
    code: 'slot-off-grid',
    when: 'a slot is wider than the grid',
    files: changed(INSIDE, 'columns: 1-3', `columns: ${MARK}1-4`),
    says: 'columns 1-3',
  },
  {
    code: 'slot-off-grid',
    when: 'a slot is deeper than the grid',
    files: changed(INSIDE, 'lines: 21-36', `lines: ${MARK}21-37`),
    says: 'line 37 of 36',
  },
  {
    code: 'slots-overlap',
    when: 'two slots share a line',
    files: changed(INSIDE, '  jump: { columns: 1-3, lines: 21-36', `  ${MARK}jump: { columns: 1-3, lines: 20-36`),
    says: 'lines 20',
  },
  {
    code: 'slots-overlap',
    when: 'a slot lies over furniture',
    files: changed(INSIDE, 'slots:\n  lead', `furniture: { flag: { columns: 1, lines: 2 } }\nslots:\n  ${MARK}lead`),
    says: 'furniture "flag"',
  },
  {
    code: 'missing-key',
    when: 'a slot has no lines',
    files: changed(INSIDE, '  lead: { columns: 1-3, lines: 1-20 }', `  ${MARK}lead: { columns: 1-3 }`),
    says: 'lacks "lines"',
  },
  {
    code: 'bad-value',
    when: 'a span runs backwards',
    files: changed(INSIDE, 'lines: 1-20', `lines: ${MARK}20-1`),
    says: 'write 1-20',
  },
  {
    code: 'bad-value',
    when: 'a span begins at zero',
    files: changed(INSIDE, 'lines: 1-20', `lines: ${MARK}0-20`),
    says: 'count from 1',
  },
  {
    code: 'bad-value',
    when: 'a slot accepts something unknown',
    files: changed(INSIDE, 'accepts: continue', `accepts: ${MARK}continued`),
    says: 'did you mean "continue"?',
  },
  {
    code: 'bad-value',
    when: 'a shape is mistyped',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, shape: ${MARK}headOverLeg`),
    says: 'did you mean "headOverLegs"?',
  },
  {
    code: 'bad-value',
    when: 'a picture spans more legs than there are',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, legs: 2, picture: { legs: ${MARK}3, lines: 8 }`),
    says: 'at most 2',
  },
  {
    code: 'bad-value',
    when: 'a picture is deeper than its slot',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, picture: { lines: ${MARK}21-30 }`),
    says: 'at most 20',
  },
  {
    code: 'bad-value',
    when: 'a head leaves no leg for its text',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, shape: headBesideLegs, headLegs: ${MARK}3`),
    says: 'leaves none for its text',
  },
  {
    code: 'unknown-style',
    when: 'a slot names a style that is not there',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, styles: { headline: ${MARK}hedline }`),
    says: 'did you mean "headline"?',
  },
  {
    code: 'unknown-key',
    when: 'a slot styles a part that is not there',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, styles: { ${MARK}headlin: headline }`),
    says: 'did you mean "headline"?',
  },
  {
    code: 'unknown-color',
    when: 'a slot has a tint that is not there',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, background: ${MARK}rde`),
    says: 'did you mean "red"?',
  },
  {
    code: 'unknown-slot',
    when: 'a rule stands beside a slot that is not there',
    files: changed(INSIDE, 'slots:', `rules: [{ between: [lead, ${MARK}jmp] }]\nslots:`),
    says: 'did you mean "jump"?',
  },
  {
    code: 'unknown-style',
    when: 'furniture names a style that is not there',
    files: changed(
      INSIDE,
      'slots:\n  lead: { columns: 1-3, lines: 1-20 }',
      `furniture: { flag: { columns: 1, lines: 1, items: [{ text: A, style: ${MARK}furnitur }] } }\nslots:\n  lead: { columns: 1-3, lines: 2-20 }`,
    ),
    says: 'did you mean "furniture"?',
  },
  {
    code: 'bad-value',
    when: 'furniture prints something that is not there',
    files: changed(
      INSIDE,
      'slots:\n  lead: { columns: 1-3, lines: 1-20 }',
      `furniture: { flag: { columns: 1, lines: 1, items: [{ text: ${MARK}"{secton}" }] } }\nslots:\n  lead: { columns: 1-3, lines: 2-20 }`,
    ),
    says: 'did you mean "section"?',
  },
  {
    code: 'bad-value',
    when: 'a slot names furniture that is not there',
    files: changed(INSIDE, 'lines: 1-20', `lines: 1-20, furniture: ${MARK}flag`),
    says: 'no furniture "flag"',
  },
];

describeBad('a bad page template', CASES);
