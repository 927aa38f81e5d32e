import { describe, expect, it } from 'vitest';
import type { ArticleSource } from '../../src/model/issue.js';
import { HARBOUR } from '../fixtures/manifest/bad-cases.js';
import { type MemoryFile, memoryFiles } from '../fixtures/manifest/memory-files.js';
import { readSample, readSound } from '../fixtures/manifest/sample-issue.js';

function read(file: MemoryFile, others: Readonly<Record<string, MemoryFile>> = {}): ArticleSource {
  const article = readSound({ [HARBOUR]: file, ...others }).articles.get('harbour');
  if (!article) throw new Error('no article');
  return article;
}

const FULL = `---
kicker: Opinion exclusive
headline: Foreign policy doctrine
shortHeadline: Doctrine
deck: Three words
byline: { name: Edris Khosravi, role: Political affairs expert }
dateline: Qom
language: de
jump: { head: keyword, keyword: Doctrine }
pictures:
  - { file: qom.jpg, caption: A crowd, lead: Qom, credit: { name: khamenei.ir, url: "http://khamenei.ir" }, alt: People, focus: [0.2, 0.3] }
  - { file: pictures/b.jpg, credit: Jane Poe }
---
Political scientists.

#### Triad
`;

describe('an article', () => {
  it.each([
    ['', undefined],
    ['hyphenate: true', undefined],
    ['hyphenate: false', { type: 'all' }],
    ['hyphenate: { names: false }', { type: 'names' }],
    ['hyphenate: { names: [Khosravi] }', { type: 'listed', names: ['Khosravi'] }],
    ['hyphenate: { names: [Khosravi] }\nlanguage: de', { type: 'listed', names: ['Khosravi'] }],
  ])('says what is not divided: %s', (line, undivided) => {
    expect(read(`---\nheadline: A\n${line}\n---\nText.\n`).undivided).toEqual(undivided);
  });

  it('has everything that its front matter says', () => {
    const article = read(FULL, { '/work/issues/a/qom.jpg': 'jpeg', '/work/issues/a/pictures/b.jpg': 'jpeg' });
    expect(article).toMatchObject({
      id: 'harbour',
      language: 'de',
      kicker: 'Opinion exclusive',
      headline: 'Foreign policy doctrine',
      shortHeadline: 'Doctrine',
      deck: 'Three words',
      byline: { name: 'Edris Khosravi', role: 'Political affairs expert' },
      dateline: 'Qom',
      jumpHead: { style: 'keyword', keyword: 'Doctrine' },
      markdown: 'Political scientists.\n\n#### Triad\n',
      markdownOrigin: { file: 'issues/a/articles/harbour.md', line: 14, column: 1 },
    });
    expect(article.pictures).toEqual([
      {
        file: 'qom.jpg',
        caption: 'A crowd',
        lead: 'Qom',
        credit: { name: 'khamenei.ir', url: 'http://khamenei.ir' },
        alt: 'People',
        focus: [0.2, 0.3],
        origin: { file: 'issues/a/articles/harbour.md', line: 11, column: 5 },
      },
      {
        file: 'pictures/b.jpg',
        credit: { name: 'Jane Poe' },
        focus: [0.5, 0.5],
        origin: { file: 'issues/a/articles/harbour.md', line: 12, column: 5 },
      },
    ]);
  });

  it('knows where each value of its front matter stands', () => {
    const { origins } = read(FULL, { '/work/issues/a/qom.jpg': 'jpeg', '/work/issues/a/pictures/b.jpg': 'jpeg' });
    const at = (key: string) => `${origins.get(key)?.line}:${origins.get(key)?.column}`;
    expect([at('headline'), at('byline'), at('byline.name'), at('pictures.1.credit')]).toEqual([
      '3:11',
      '6:9',
      '6:17',
      '12:37',
    ]);
  });

  it('is the same with CRLF line ends, with a byte order mark, and with spaces after the fences', () => {
    const plain = read('---\nheadline: A\n---\nText one.\n\nText two.\n');
    const crlf = read('\uFEFF---  \r\nheadline: A\r\n---\t\r\nText one.\r\n\r\nText two.\r\n');
    expect(crlf.headline).toBe('A');
    expect(crlf.markdown.replaceAll('\r\n', '\n')).toBe(plain.markdown);
    expect(crlf.markdownOrigin).toEqual(plain.markdownOrigin);
    expect(crlf.origins.get('headline')).toEqual(plain.origins.get('headline'));
  });

  it('takes its headline from a first heading, which is then no text', () => {
    const article = read('\n# The *quiet* harbour #\nThe tide.\n');
    expect(article.headline).toBe('The *quiet* harbour');
    expect(article.markdown).toBe('The tide.\n');
    expect(article.markdownOrigin.line).toBe(3);
    expect(article.origins.get('headline')).toEqual({ file: 'issues/a/articles/harbour.md', line: 2, column: 3 });
  });

  it('leaves a first heading in the text when the front matter has the headline', () => {
    expect(read('---\nheadline: A\n---\n# B\n\nText.\n').markdown).toBe('# B\n\nText.\n');
  });

  it('does not take a heading of a lower level, or one further down, for its headline', () => {
    for (const text of ['## A\n\nText.\n', 'Text.\n\n# A\n', '#A\n\nText\n', '    # A\n']) {
      const { diagnostics } = readSample({ [HARBOUR]: text });
      expect(
        diagnostics.map((each) => each.code),
        text,
      ).toEqual(['missing-headline']);
    }
  });

  it('takes a line "---" in the text for what it is', () => {
    expect(read('# A\n\nText.\n\n---\n\nMore.\n').markdown).toContain('---');
    expect(read('---\nheadline: A\n---\nText.\n\n---\n\nMore.\n').markdown).toContain('---');
  });

  it('takes keys that are left empty for keys that are not there', () => {
    const article = read('---\nheadline: A\nkicker:\ndeck: ""\nbyline: { name: B, role: }\npictures:\n---\nText.\n');
    expect(article).not.toHaveProperty('kicker');
    expect(article).not.toHaveProperty('deck');
    expect(article.byline).toEqual({ name: 'B' });
    expect(article.pictures).toEqual([]);
  });

  it('takes empty front matter for none', () => {
    expect(read('---\n---\n# A\n\nText.\n').headline).toBe('A');
    expect(read('---\n# nothing yet\n---\n# A\n\nText.\n').headline).toBe('A');
  });

  it('has a byline that is only a name', () => {
    expect(read('---\nheadline: A\nbyline: By Jane Poe\n---\nText.\n').byline).toEqual({ name: 'By Jane Poe' });
  });

  it('carries a keyword head where it has a keyword, and else its headline', () => {
    expect(read('---\nheadline: A\njump: { keyword: Tide }\n---\nText.\n').jumpHead).toEqual({
      style: 'keyword',
      keyword: 'Tide',
    });
    expect(read('---\nheadline: A\n---\nText.\n').jumpHead).toEqual({ style: 'headline' });
  });

  it('finds pictures in the issue folder, or else in its folder "pictures"', () => {
    const text = '---\nheadline: A\npictures: [{ file: a.jpg }]\n---\nText.\n';
    expect(read(text, { '/work/issues/a/pictures/a.jpg': 'jpeg' }).pictures[0]?.file).toBe('pictures/a.jpg');
    expect(
      read(text, { '/work/issues/a/pictures/a.jpg': 'jpeg', '/work/issues/a/a.jpg': 'jpeg' }).pictures[0]?.file,
    ).toBe('a.jpg');
  });

  it('warns of a picture without caption, credit or description, and goes on', () => {
    const { issue, diagnostics } = readSample({
      [HARBOUR]: '---\nheadline: A\npictures:\n  - file: a.jpg\n---\nText.\n',
      '/work/issues/a/a.jpg': 'jpeg',
    });
    expect(issue).toBeDefined();
    expect(
      diagnostics.map(({ code, severity, origin }) => `${severity} ${code} ${origin.line}:${origin.column}`),
    ).toEqual(['warning missing-caption 4:5', 'warning missing-credit 4:5', 'warning missing-alt 4:5']);
  });

  it('may lie beside the manifest', () => {
    const article = readSound({ [HARBOUR]: undefined, '/work/issues/a/harbour.md': '# A\n\nText.\n' }).articles.get(
      'harbour',
    );
    expect(article?.origin.file).toBe('issues/a/harbour.md');
  });

  it('is not read when the manifest does not name it', () => {
    const { diagnostics } = readSample({ '/work/issues/a/articles/draft.md': 'lorem ipsum' });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    'Super Bowl XXX was long ago.',
    'A TKO in the third round.',
    'Boxx and Foxx.',
    'The captain wrote this headline here and there.'.replace('headline here', 'headline, here'),
  ])('is not taken for a placeholder: %s', (text) => {
    expect(readSample({ [HARBOUR]: `# A\n\n${text}\n` }).diagnostics).toEqual([]);
  });

  it('is read from the files of the fake as from a disk', () => {
    expect(memoryFiles({ '/work/a': 'x' }).read('/work', '../etc')).toEqual({
      ok: false,
      path: '/etc',
      why: 'outside',
    });
  });
});

describe('pictures in the text', () => {
  const files = { '/work/issues/a/pictures/a.jpg': 'jpeg', '/work/issues/a/pictures/b.jpg': 'jpeg' };

  it('are the pictures after those of the front matter, with what is written about them', () => {
    const text =
      '---\nheadline: A\npictures: [{ file: a.jpg, caption: C, credit: D, alt: E }]\n---\nText.\n\n![The *mole*](b.jpg "At _low_ tide")\n';
    expect(read(text, files).pictures).toMatchObject([
      { file: 'pictures/a.jpg' },
      {
        file: 'pictures/b.jpg',
        alt: 'The mole',
        caption: 'At _low_ tide',
        inText: true,
        origin: { line: 7, column: 1 },
      },
    ]);
  });

  it('are not doubled where the front matter lists them: its caption and credit hold', () => {
    const text =
      '---\nheadline: A\npictures: [{ file: a.jpg, caption: C, credit: D, alt: E }]\n---\n![x](pictures/a.jpg "y")\n\nText.\n\n![](a.jpg)\n';
    expect(read(text, files).pictures).toMatchObject([
      { file: 'pictures/a.jpg', caption: 'C', alt: 'E', inText: true },
    ]);
  });

  it('are looked for in the issue folder alone', () => {
    const text = (file: string) => ({ [HARBOUR]: `---\nheadline: A\n---\nText.\n\n![x](${file} "y")\n` });
    const said = (file: string) =>
      readSample(text(file)).diagnostics.map(({ code, origin }) => `${code} ${origin.line}:${origin.column}`);
    expect(said('gone.jpg')).toContain('missing-picture 6:1');
    expect(said('../../secret.jpg')).toContain('outside-folder 6:1');
    expect(said('https://example.org/a.jpg')).toContain('missing-picture 6:1');
  });

  it('are told of where caption, credit or description is missing, with where to write it', () => {
    const { diagnostics } = readSample({ ...files, [HARBOUR]: '---\nheadline: A\n---\nText.\n\n![](a.jpg)\n' });
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['missing-caption', 'write it after the file: ![…](file "what the picture shows")'],
      ['missing-credit', 'list the picture under "pictures:" in the front matter, with its credit'],
      ['missing-alt', 'write a description between the brackets: ![…](file)'],
    ]);
  });
});
