import { type BadCase, describeBad, HARBOUR, ISSUE, MARK } from '../fixtures/manifest/bad-cases.js';
import { changed } from '../fixtures/manifest/sample-issue.js';

const article = (text: string): Readonly<Record<string, string>> => ({ [HARBOUR]: text });

const CASES: readonly BadCase[] = [
  {
    code: 'missing-article',
    when: 'an article is mistyped',
    files: changed(ISSUE, 'lead: harbour', `lead: ${MARK}harbor`),
    says: 'did you mean "harbour"?',
  },
  {
    code: 'missing-article',
    when: 'an article is named with its ending',
    files: changed(ISSUE, 'lead: harbour', `lead: ${MARK}harbour.md`),
    says: 'without the ending: "harbour"',
  },
  {
    code: 'missing-article',
    when: 'an article does not exist',
    files: changed(ISSUE, 'lead: mole', `lead: ${MARK}budget`),
    says: 'articles/budget.md',
  },
  {
    code: 'outside-folder',
    when: 'an article leaves the issue folder',
    files: { ...changed(ISSUE, 'lead: harbour', `lead: ${MARK}../../../secret`), '/work/secret.md': 'secret' },
    says: 'outside the folder',
  },
  {
    code: 'outside-folder',
    when: 'an article has an absolute path',
    files: changed(ISSUE, 'lead: harbour', `lead: ${MARK}../../../../etc/passwd`),
    says: 'outside the folder',
  },
  {
    code: 'outside-folder',
    when: 'an article is a link that leads out',
    files: {
      ...changed(ISSUE, 'lead: harbour', `lead: ${MARK}harbour`),
      [HARBOUR]: { link: '/work/secret.md' },
      '/work/secret.md': 'secret',
    },
    says: 'links that lead out',
  },
  {
    code: 'unreadable-file',
    when: 'an article is a folder',
    files: {
      ...changed(ISSUE, 'lead: harbour', `lead: ${MARK}harbour`),
      [HARBOUR]: undefined,
      '/work/issues/a/articles/harbour.md/x': '',
    },
    says: 'is a folder',
  },
  {
    code: 'unreadable-file',
    when: 'an article is not in UTF-8',
    files: { [HARBOUR]: Uint8Array.from([0x23, 0x20, 0x41, 0x0a, 0x42, 0xe9, 0x0a]) },
    says: 'UTF-8',
  },
  {
    code: 'duplicate-article',
    when: 'two files have one name',
    files: {
      ...changed(ISSUE, 'lead: mole', `lead: ${MARK}town/harbour`),
      '/work/issues/a/articles/town/harbour.md': '# A\n\nB',
    },
    says: 'have one name',
  },
  {
    code: 'empty-article',
    when: 'an article has no text',
    files: article(`---\nheadline: The harbour\n---\n${MARK}  \n`),
    says: 'has no text',
  },
  {
    code: 'empty-article',
    when: 'an article is an empty file but for its headline',
    files: article(`# The harbour\n${MARK}`),
    says: 'has no text',
  },
  {
    code: 'missing-headline',
    when: 'an article has no headline',
    files: article(`---\n${MARK}kicker: Port\n---\nThe tide.\n`),
    says: 'no headline',
  },
  {
    code: 'missing-headline',
    when: 'an article has no front matter and no heading',
    files: article(`${MARK}The tide.\n`),
    says: 'begin the text with "# …"',
  },
  {
    code: 'broken-yaml',
    when: 'front matter does not end',
    files: article(`${MARK}---\nheadline: The harbour\n\nThe tide.\n`),
    says: 'does not end',
  },
  {
    code: 'broken-yaml',
    when: 'front matter cannot be parsed',
    files: article(`---\nheadline: ${MARK}*tide\n---\nThe tide.\n`),
    says: 'quotes',
  },
  {
    code: 'unknown-key',
    when: 'a key of the front matter is mistyped',
    files: article(`---\nheadline: A\n${MARK}bylin: B\n---\nThe tide.\n`),
    says: 'did you mean "byline"?',
  },
  {
    code: 'wrong-type',
    when: 'a headline is a number',
    files: article(`---\nheadline: ${MARK}1984\n---\nThe tide.\n`),
    says: 'put it in quotes: "1984"',
  },
  {
    code: 'wrong-type',
    when: 'a headline is a list',
    files: article(`---\nheadline: ${MARK}[A]\n---\nThe tide.\n`),
    says: 'must be text',
  },
  {
    code: 'missing-key',
    when: 'a byline has a role and no name',
    files: article(`---\nheadline: A\n${MARK}byline: { role: B }\n---\nThe tide.\n`),
    says: '"byline" lacks "name"',
  },
  {
    code: 'missing-key',
    when: 'a jump head is a keyword that is not there',
    files: article(`---\nheadline: A\njump: { head: ${MARK}keyword }\n---\nThe tide.\n`),
    says: 'no "keyword"',
  },
  {
    code: 'bad-value',
    when: 'a jump head is of no such kind',
    files: article(`---\nheadline: A\njump: { head: ${MARK}keywrd }\n---\nThe tide.\n`),
    says: 'did you mean "keyword"?',
  },
  {
    code: 'bad-value',
    when: 'a language is no tag',
    files: article(`---\nheadline: A\nlanguage: ${MARK}"English (UK)"\n---\nThe tide.\n`),
    says: 'en-GB',
  },
  {
    code: 'bad-value',
    when: 'a focus lies outside the picture',
    files: article(`---\nheadline: A\npictures: [{ file: a.jpg, focus: [0.5, ${MARK}2] }]\n---\nThe tide.\n`),
    says: 'at most 1',
  },
  {
    code: 'missing-picture',
    when: 'a picture does not exist',
    files: article(`---\nheadline: A\npictures:\n  - file: ${MARK}a.jpg\n---\nThe tide.\n`),
    says: 'picture "a.jpg" does not exist',
  },
  {
    code: 'outside-folder',
    when: 'a picture lies outside',
    files: {
      ...article(`---\nheadline: A\npictures: [{ file: ${MARK}../../a.jpg }]\n---\nThe tide.\n`),
      '/work/a.jpg': 'jpeg',
    },
    says: 'outside the folder',
  },
  {
    code: 'outside-folder',
    when: 'a picture is a link that leads out',
    files: {
      ...article(`---\nheadline: A\npictures: [{ file: ${MARK}a.jpg }]\n---\nThe tide.\n`),
      '/work/a.jpg': 'jpeg',
      '/work/issues/a/a.jpg': { link: '/work/a.jpg' },
    },
    says: 'links that lead out',
  },
  {
    code: 'placeholder-text',
    when: 'the headline was never written',
    files: article(`---\nheadline: ${MARK}Headline here\n---\nThe tide.\n`),
    says: '"Headline here"',
  },
  {
    code: 'placeholder-text',
    when: 'the text is filler',
    files: article(`# A\n\nThe tide. ${MARK}Lorem ipsum dolor.\n`),
    says: 'replaced',
  },
  {
    code: 'placeholder-text',
    when: 'a figure is to come',
    files: article(`# A\n\nIt cost ${MARK}TK million.\n`),
    says: '"TK"',
  },
  {
    code: 'placeholder-text',
    when: 'a name was left open',
    files: article(`# A\n\nThe mayor, ${MARK}xxx, said so.\n`),
    says: '"xxx"',
  },
  {
    code: 'bad-value',
    when: 'names should be told by capitals in German',
    files: article(`---\nheadline: A\nlanguage: de\nhyphenate: { names: ${MARK}false }\n---\nThe tide.\n`),
    says: 'list them',
  },
  {
    code: 'unknown-key',
    when: 'something else is not to be divided',
    files: article(`---\nheadline: A\nhyphenate: { ${MARK}nams: false }\n---\nThe tide.\n`),
    says: 'did you mean "names"?',
  },
];

describeBad('a bad article', CASES);
