import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readOnDisk, writeFolder } from '../fixtures/manifest/disk-issue.js';

/** A paper and an issue that use what the files can say, as the documentation shows them. */
const PAPER = `name: The Harbour Courier
language: en-GB
trim: [315mm, 470mm]                       # Berliner
bleed: 0mm                                 # coldset prints none
margins: { top: 14mm, bottom: 16mm, inside: 12mm, outside: 12mm }
grid: { columns: 6, gutter: 4.2mm, leading: 10.5pt }
press: { standard: PDF/X-4, profile: newsprint, inkLimit: 240%, minResolution: 170, pageCounts: [3, 8, 12, 16, 24] }
fonts: { text: Source Serif 4 SmText, headline: Source Serif 4 Display, sans: Source Sans 3, nameplate: UnifrakturCook }
colors: { red: cmyk(0 90 80 5) }
styles:
  body:     { font: text, size: 9pt, align: justify, indent: 1em, hyphenate: news }
  jumpTo:   { extends: body, style: italic, align: end, text: "Page {page} >" }
  jumpFrom: { extends: body, style: italic, text: "< From page {page}" }
  refer:    { font: sans, weight: bold, size: 9pt, text: "{page} >" }
  nameplate: { font: nameplate, size: 60pt, align: center }
furniture:
  nameplate: { items: [{ at: center, style: nameplate, text: "{paper}", line: 5 }] }
fit: # tried in this order; an article shares the result on all its pages
  - { do: looseness, lines: 1 }
  - { do: space, around: [crosshead, pullquote], max: 1 line }
  - { do: tracking, from: -10, to: 5 }
  - { do: crop, picture: main, by: 8% }
  - { do: drop, optional: [pullquote] }
`;

const FRONT = `extends: base
slots:
  nameplate: { columns: 1-6, lines: 1-7,    furniture: nameplate }
  skybox:    { columns: 1-2, lines: 8-16,   accepts: refer, required: true }
  lead:      { columns: 3-6, lines: 8-62,   accepts: [refer, article], shape: pictureUnderHead, legs: 4 }
  opinion:   { columns: 1-2, lines: 18-110, accepts: article, legs: 2, jump: { minBefore: 10, minAfter: 6 } }
  ad:        { columns: 3-6, lines: 90-110, accepts: ad }
rules: [{ between: [opinion, lead] }]
`;

const ISSUE = `paper: harbour
date: 2026-07-08
number: 8123
editions: [national, harbour]
pages:
  1:
    template: front
    slots:
      skybox:  { refer: samiei-orchestra }
      lead:    { refer: farewell }              # headline and picture here, the story on page 2: prints "2 >"
      opinion: doctrine                          # an article; it does not fit, so it jumps: prints "Page 3 >"
      ad:      { ad: ads/ferry.pdf, edition: national }
  2: { template: news, slots: { lead: farewell, second: budget } }
  3: { template: opinion, slots: { jump: { continue: doctrine }, music: samiei-orchestra } }
`;

const DOCTRINE = `---
kicker: Opinion exclusive
headline: Foreign policy doctrine, strategy of …
byline: { name: Edris Khosravi, role: Political affairs expert }
jump: { head: keyword, keyword: Doctrine }
pictures: [{ file: qom.jpg, caption: …, credit: { name: khamenei.ir, url: "http://khamenei.ir" }, alt: … }]
---
Political scientists have long proposed …

#### Triad of dignity, wisdom, expediency
`;

const folder = writeFolder({
  'templates/harbour/paper.yaml': PAPER,
  'templates/harbour/pages/base.yaml': 'section: News\n',
  'templates/harbour/pages/front.yaml': FRONT,
  'templates/harbour/pages/news.yaml':
    'extends: base\nslots: { lead: { columns: 1-6, lines: 1-60 }, second: { columns: 1-6, lines: 62-118 } }\n',
  'templates/harbour/pages/opinion.yaml':
    'extends: base\nsection: Opinion\nslots: { jump: { columns: 1-6, lines: 1-60, accepts: continue }, music: { columns: 1-6, lines: 62-118 } }\n',
  'issues/a/issue.yaml': ISSUE,
  'issues/a/ads/ferry.pdf': 'pdf',
  'issues/a/qom.jpg': 'jpeg',
  'issues/a/articles/doctrine.md': DOCTRINE,
  ...Object.fromEntries(
    ['farewell', 'budget', 'samiei-orchestra'].map((id) => [`issues/a/articles/${id}.md`, `# ${id}\n\nText.\n`]),
  ),
});
const { issue, told } = readOnDisk(folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the documented example', () => {
  it('is sound', () => {
    expect(told).toEqual([]);
    expect(issue?.pages.map((page) => `${page.label} ${page.template.id} ${page.section}`)).toEqual([
      '1 front News',
      '2 news News',
      '3 opinion Opinion',
    ]);
  });

  it('has a Berliner grid of 118 lines in six columns', () => {
    const grid = issue?.paper.grid;
    expect(grid?.lines).toBe(118);
    expect(grid?.columnWidth).toBeCloseTo(127.559, 3);
  });

  it('has its nameplate as furniture, and not as a slot', () => {
    const front = issue?.pages[0]?.template;
    expect(front?.furniture.map(({ name, lines }) => `${name} ${lines.from}-${lines.to}`)).toEqual(['nameplate 1-7']);
    expect([...(front?.slots.keys() ?? [])]).toEqual(['skybox', 'lead', 'opinion', 'ad']);
  });

  it('finds a file for every face, Source Sans standing in for what text faces lack', () => {
    expect(issue?.paper.styles.get('body')?.faces.fallback).toEqual(['Source Sans 3/400']);
    expect([...(issue?.faces.keys() ?? [])]).toContain('UnifrakturCook/700');
    for (const style of issue?.paper.styles.values() ?? []) {
      const { fallback, ...own } = style.faces;
      for (const id of [...Object.values(own), ...fallback]) expect(issue?.faces.has(id), id).toBe(true);
    }
  });
});
