import { type BadCase, describeBad, ISSUE, MARK, PAPER, pageOne } from '../fixtures/manifest/bad-cases.js';
import { changed } from '../fixtures/manifest/sample-issue.js';

const CASES: readonly BadCase[] = [
  {
    code: 'missing-key',
    when: 'the manifest has no number',
    files: changed(ISSUE, 'paper: daily\ndate: 2026-07-08\nnumber: 12', `${MARK}paper: daily\ndate: 2026-07-08`),
    says: 'lacks "number"',
  },
  {
    code: 'unknown-key',
    when: 'a key is mistyped',
    files: changed(ISSUE, 'number: 12', `number: 12\n${MARK}weekdy: Wednesday`),
    says: 'did you mean "weekday"?',
  },
  {
    code: 'unknown-key',
    when: 'a key of a page is mistyped',
    files: pageOne(`  1: { template: front, ${MARK}slts: {} }\n`),
    says: 'did you mean "slots"?',
  },
  {
    code: 'unknown-key',
    when: 'a key is like nothing',
    files: changed(ISSUE, 'number: 12', `number: 12\n${MARK}zzz: 1`),
    says: 'this file has date, editions',
  },
  {
    code: 'wrong-type',
    when: 'the number is text',
    files: changed(ISSUE, 'number: 12', `number: ${MARK}"12"`),
    says: 'take the quotes off: 12',
  },
  {
    code: 'wrong-type',
    when: 'the number is a list',
    files: changed(ISSUE, 'number: 12', `number: ${MARK}[12]`),
    says: 'must be a whole number, not a list',
  },
  {
    code: 'wrong-type',
    when: 'the manifest is a list',
    files: { [ISSUE]: `${MARK}- paper: daily\n` },
    says: 'the file must be a mapping',
  },
  { code: 'wrong-type', when: 'the manifest is empty', files: { [ISSUE]: `${MARK}` }, says: 'not empty' },
  {
    code: 'wrong-type',
    when: 'a page has no content',
    files: pageOne(`  1: ${MARK}front\n`),
    says: 'must be a mapping',
  },
  {
    code: 'wrong-type',
    when: 'a slot holds a number',
    files: pageOne(`  1: { template: front, slots: { lead: ${MARK}12 } }\n`),
    says: 'must be an article name, list or mapping, not the number 12',
  },
  {
    code: 'bad-value',
    when: 'the number is below one',
    files: changed(ISSUE, 'number: 12', `number: ${MARK}0`),
    says: 'at least 1',
  },
  {
    code: 'bad-value',
    when: 'an edition has a name that no file can carry',
    files: changed(ISSUE, 'number: 12', `number: 12\neditions: [${MARK}"a/b"]`),
    says: 'edition name',
  },
  {
    code: 'bad-value',
    when: 'an edition is named twice',
    files: changed(ISSUE, 'number: 12', `number: 12\neditions: [north, ${MARK}north]`),
    says: 'named twice',
  },
  {
    code: 'bad-date',
    when: 'the day is not in the calendar',
    files: changed(ISSUE, '2026-07-08', `${MARK}2026-02-29`),
    says: 'not a day of the calendar',
  },
  {
    code: 'bad-date',
    when: 'the date is written another way',
    files: changed(ISSUE, '2026-07-08', `${MARK}8 July 2026`),
    says: 'write the date as 2026-07-08',
  },
  {
    code: 'wrong-weekday',
    when: 'the weekday is another',
    files: changed(ISSUE, 'number: 12', `number: 12\nweekday: ${MARK}Thursday`),
    says: 'the date is a Wednesday',
  },
  {
    code: 'bad-value',
    when: 'the weekday is mistyped',
    files: changed(ISSUE, 'number: 12', `number: 12\nweekday: ${MARK}Wednsday`),
    says: 'did you mean "Wednesday"?',
  },
  {
    code: 'duplicate-key',
    when: 'a page number stands twice',
    files: pageOne(
      `  1: { template: front, slots: { lead: harbour, side: { refer: mole } } }\n  ${MARK}1: { template: front }\n`,
    ),
    says: 'it stands in line 5 already',
  },
  {
    code: 'duplicate-key',
    when: 'a page number stands twice, once in quotes',
    files: pageOne(
      `  1: { template: front, slots: { lead: harbour, side: { refer: mole } } }\n  ${MARK}"1": { template: front }\n`,
    ),
    says: '"1" is given twice',
  },
  {
    code: 'duplicate-key',
    when: 'a slot is given twice',
    files: pageOne(`  1: { template: front, slots: { lead: harbour, ${MARK}lead: mole } }\n`),
    says: '"lead" is given twice',
  },
  {
    code: 'duplicate-key',
    when: 'two pages carry one label',
    files: changed(ISSUE, '  2: { template: inside', `  ${MARK}2: { label: 1, template: inside`),
    says: 'both printed as "1"',
  },
  {
    code: 'broken-yaml',
    when: 'a bracket is missing',
    files: changed(ISSUE, 'side: { refer: mole } } }\n  2: {', `side: { refer: mole } }\n  ${MARK}2: {`),
    says: 'missing quotation mark, bracket or brace',
  },
  {
    code: 'broken-yaml',
    when: 'a tab indents a line',
    files: changed(ISSUE, '  1: { template', `${MARK}\t1: { template`),
    says: 'spaces',
  },
  {
    code: 'broken-yaml',
    when: 'a text in quotes does not end',
    files: changed(ISSUE, 'number: 12\n', 'number: "12\n'),
    says: 'quotation mark',
  },
  {
    code: 'broken-yaml',
    when: 'a second document follows',
    files: { [ISSUE]: 'paper: daily\n---\npaper: daily\n' },
    says: 'more than one YAML document',
  },
  {
    code: 'broken-yaml',
    when: 'a tag asks for a type',
    files: changed(ISSUE, 'number: 12', `number: ${MARK}!!binary MTI=`),
    says: 'the tag "!!binary"',
  },
  {
    code: 'broken-yaml',
    when: 'an alias names nothing',
    files: changed(ISSUE, 'number: 12', `number: ${MARK}*twelve`),
    says: '"&twelve"',
  },
  {
    code: 'page-count',
    when: 'a page number is left out',
    files: changed(ISSUE, '  2: { template', `  ${MARK}3: { template`),
    says: 'add page 2',
  },
  {
    code: 'page-count',
    when: 'the press cannot fold the count',
    files: {
      ...changed(PAPER, 'name: The Daily', 'name: The Daily\npress: { pageCounts: [4, 8] }'),
      ...changed(ISSUE, 'pages:', `${MARK}pages:`),
    },
    says: 'the press can fold 4, 8 pages: add 2',
  },
  {
    code: 'page-count',
    when: 'there are no pages',
    files: { [ISSUE]: `paper: daily\ndate: 2026-07-08\nnumber: 12\n${MARK}pages: {}\n` },
    says: 'the issue has 0 pages',
  },
  { code: 'missing-file', when: 'there is no manifest', files: { [ISSUE]: undefined }, says: 'issue.yaml' },
  {
    code: 'missing-paper',
    when: 'the paper does not exist',
    files: changed(ISSUE, 'paper: daily', `paper: ${MARK}weekly`),
    says: 'templates/weekly/paper.yaml',
  },
  {
    code: 'outside-folder',
    when: 'the paper leaves the templates',
    files: changed(ISSUE, 'paper: daily', `paper: ${MARK}../../secret`),
    says: 'outside the folder',
  },
  {
    code: 'missing-template',
    when: 'a template is mistyped',
    files: pageOne(`  1: { template: ${MARK}frnt, slots: { lead: harbour, side: { refer: mole } } }\n`),
    says: 'did you mean "front"?',
  },
  {
    code: 'outside-folder',
    when: 'a template leaves its folder',
    files: pageOne(`  1: { template: ${MARK}../../../secret, slots: { lead: harbour, side: { refer: mole } } }\n`),
    says: 'outside the folder',
  },
];

describeBad('a bad manifest', CASES);
