import { type BadCase, describeBad, FRONT, ISSUE, MARK, pageOne, side } from '../fixtures/manifest/bad-cases.js';
import { changed } from '../fixtures/manifest/sample-issue.js';

const CASES: readonly BadCase[] = [
  {
    code: 'unknown-slot',
    when: 'the template has no such slot',
    files: side(`{ refer: mole }, ${MARK}foott: mole`),
    says: 'did you mean "foot"?',
  },
  {
    code: 'unknown-slot',
    when: 'a slot is like no other',
    files: side(`{ refer: mole }, ${MARK}weather: mole`),
    says: 'template "front" has foot, lead, side',
  },
  {
    code: 'slot-refuses',
    when: 'a slot does not take articles',
    files: side(`${MARK}mole`),
    says: 'it accepts refer, briefs, ad',
  },
  {
    code: 'slot-refuses',
    when: 'auto stands in a slot without continuations',
    files: side(`${MARK}auto`),
    says: 'does not accept "continue"',
  },
  {
    code: 'slot-taken',
    when: 'a list stands in a slot for one article',
    files: pageOne(`  1: { template: front, slots: { lead: ${MARK}[harbour, mole] } }\n`),
    says: 'but takes one',
  },
  {
    code: 'slot-taken',
    when: 'a slot is given an article and a refer',
    files: side(`{ article: mole, ${MARK}refer: harbour }`),
    says: 'two things',
  },
  {
    code: 'slot-taken',
    when: 'two stories are listed with their kinds',
    files: side(`[{ refer: ${MARK}mole }, { refer: harbour }]`),
    says: 'is given 2 things',
  },
  {
    code: 'slot-taken',
    when: 'two advertisements share an edition',
    files: {
      ...side(`[{ ad: a.pdf, edition: main }, { ad: ${MARK}a.pdf }]`),
      '/work/issues/a/a.pdf': 'pdf',
    },
    says: 'an edition of its own',
  },
  {
    code: 'missing-key',
    when: 'a slot does not say what stands in it',
    files: side(`${MARK}{ edition: main }`),
    says: 'does not say what stands in it',
  },
  {
    code: 'unknown-key',
    when: 'a story is given an edition',
    files: side(`{ refer: mole, ${MARK}edition: main }`),
    says: 'only an advertisement',
  },
  {
    code: 'unknown-key',
    when: 'a kind of content is mistyped',
    files: side(`{ ${MARK}refr: mole }`),
    says: 'did you mean "refer"?',
  },
  {
    code: 'empty-slot',
    when: 'a required slot is left out',
    files: pageOne(`  ${MARK}1: { template: front, slots: { foot: harbour, side: { refer: mole } } }\n`),
    says: 'the required slot "lead" of page 1 is empty',
  },
  {
    code: 'empty-slot',
    when: 'a required slot is empty in one edition',
    files: {
      ...changed(FRONT, 'required: true', 'required: true, accepts: ad'),
      ...changed(
        ISSUE,
        '  1: { template: front, slots: { lead: harbour',
        `  1: { template: front, slots: { ${MARK}lead: { ad: a.pdf, edition: north }, foot: harbour`,
        'number: 12',
        'number: 12\neditions: [north, south]',
      ),
      '/work/issues/a/a.pdf': 'pdf',
    },
    says: 'empty in edition "south"',
  },
  {
    code: 'bad-ad',
    when: 'an advertisement is missing',
    files: side(`{ ad: ${MARK}ads/none.pdf }`),
    says: 'does not exist',
  },
  {
    code: 'outside-folder',
    when: 'an advertisement lies outside',
    files: side(`{ ad: ${MARK}../../ads/none.pdf }`),
    says: 'outside the folder',
  },
  {
    code: 'outside-folder',
    when: 'an advertisement has an absolute path',
    files: side(`{ ad: ${MARK}/etc/passwd }`),
    says: 'absolute paths',
  },
  {
    code: 'bad-value',
    when: 'an advertisement is of no edition',
    files: {
      ...side(`{ ad: ${MARK}a.pdf, edition: man }`),
      '/work/issues/a/a.pdf': 'pdf',
    },
    says: 'did you mean "main"?',
  },
  {
    code: 'duplicate-article',
    when: 'an article starts twice',
    files: side(`{ refer: mole }, foot: ${MARK}harbour`),
    says: 'starts twice',
  },
  {
    code: 'dangling-jump',
    when: 'an article goes on that starts nowhere',
    files: {
      ...changed(ISSUE, '{ continue: harbour }', `{ continue: ${MARK}lost }`),
      '/work/issues/a/lost.md': '# Lost\n\nText.',
    },
    says: 'starts on no page',
  },
  {
    code: 'dangling-jump',
    when: 'an article goes on before it starts',
    files: {
      [ISSUE]: `paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  1: { template: inside, slots: { jump: { continue: ${MARK}harbour } } }\n  2: { template: inside, slots: { lead: harbour } }\n`,
    },
    says: 'a jump goes forward only',
  },
  {
    code: 'dangling-jump',
    when: 'nothing can go on in an automatic slot',
    files: {
      [ISSUE]: `paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  1: { template: inside, slots: { jump: ${MARK}auto } }\n`,
    },
    says: 'no article starts before this slot',
  },
  {
    code: 'dangling-refer',
    when: 'a refer leads to an article on no page',
    files: {
      ...changed(ISSUE, '{ refer: mole }', `{ refer: ${MARK}lost }`),
      '/work/issues/a/lost.md': '# Lost\n\nText.',
    },
    says: 'on no page',
  },
];

describeBad('bad contents of a slot', CASES);
