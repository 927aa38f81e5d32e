import { describe, expect, it } from 'vitest';
import { FRONT, INSIDE, ISSUE } from '../fixtures/manifest/bad-cases.js';
import { changed, readSample, readSound, SAMPLE } from '../fixtures/manifest/sample-issue.js';

describe('an issue', () => {
  it('comes out with its date, number, editions and pages in order', () => {
    const issue = readSound();
    expect(issue.date).toEqual({ year: 2026, month: 7, day: 8, weekday: 3 });
    expect(issue.number).toBe(12);
    expect(issue.editions).toEqual(['main']);
    expect(issue.folder).toBe('/work/issues/a');
    expect(issue.pages.map(({ number, label }) => [number, label])).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  it('has its pages in the order of their numbers, whatever the order in the file', () => {
    const issue = readSound({
      [ISSUE]:
        'paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  2: { template: inside }\n  1: { template: inside }\n',
    });
    expect(issue.pages.map((page) => page.label)).toEqual(['1', '2']);
    expect(issue.pages.map((page) => page.origin.line)).toEqual([6, 5]);
  });

  it('takes pages that are named by labels in the order of the file', () => {
    const issue = readSound({
      [ISSUE]:
        'paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  B1: { template: inside }\n  7: { template: inside }\n  A1: { template: inside, label: XX }\n',
    });
    expect(issue.pages.map(({ number, label }) => `${number} ${label}`)).toEqual(['1 B1', '2 7', '3 XX']);
  });

  it('knows what stands in each slot, and where the manifest says so', () => {
    const [front, inside] = readSound().pages;
    const told = [...(front?.assignments ?? []), ...(inside?.assignments ?? [])].map((each) => [
      each.type,
      each.slot.name,
      'article' in each ? each.article : undefined,
      `${each.origin.line}:${each.origin.column}`,
    ]);
    expect(told).toEqual([
      ['article', 'lead', 'harbour', '5:40'],
      ['refer', 'side', 'mole', '5:64'],
      ['article', 'lead', 'mole', '6:41'],
      ['continue', 'jump', 'harbour', '6:65'],
    ]);
  });

  it('takes a list of names as briefs, and "auto" as a slot that fills itself', () => {
    const issue = readSound({
      ...changed(ISSUE, '{ refer: mole }', '[brief-a, brief-b]', '{ continue: harbour }', 'auto'),
      '/work/issues/a/articles/brief-a.md': '# A\n\nText.\n',
      '/work/issues/a/articles/brief-b.md': '# B\n\nText.\n',
    });
    const briefs = issue.pages[0]?.assignments[1];
    expect(
      briefs?.type === 'briefs' && briefs.articles.map((brief) => `${brief.article} ${brief.origin.column}`),
    ).toEqual(['brief-a 56', 'brief-b 65']);
    expect(issue.pages[1]?.assignments[1]?.type).toBe('auto');
  });

  it('gives a slot several advertisements when each is of another edition', () => {
    const issue = readSound({
      ...changed(
        ISSUE,
        '{ refer: mole }',
        '[{ ad: a.pdf, edition: north }, { ad: b.pdf, edition: south }]',
        'number: 12',
        'number: 12\neditions: [north, south]',
      ),
      '/work/issues/a/a.pdf': 'pdf',
      '/work/issues/a/b.pdf': 'pdf',
    });
    const ads = issue.pages[0]?.assignments.filter((each) => each.type === 'ad');
    expect(ads?.map((ad) => [ad.file, ad.edition])).toEqual([
      ['a.pdf', 'north'],
      ['b.pdf', 'south'],
    ]);
  });

  it('lets a story go on in another slot of the page that it starts on', () => {
    const issue = readSound(changed(ISSUE, '{ refer: mole } }', '{ refer: mole }, foot: { continue: harbour } }'));
    expect(issue.pages[0]?.assignments[2]?.type).toBe('continue');
  });

  it('lets a picture story do without text', () => {
    const changes = {
      ...changed(FRONT, 'required: true', 'required: true, shape: pictureStory'),
      '/work/issues/a/articles/harbour.md': '# The harbour\n',
    };
    expect(readSound(changes).articles.get('harbour')?.markdown).toBe('');
  });

  it('accepts the weekday in any case', () => {
    expect(readSound(changed(ISSUE, 'number: 12', 'number: 12\nweekday: WEDNESDAY')).date.weekday).toBe(3);
  });

  it('is of a paper whose templates lie in the nearest folder above', () => {
    const issue = readSound({
      '/work/issues/templates/daily/paper.yaml': (SAMPLE['/work/templates/daily/paper.yaml'] as string).replace(
        'The Daily',
        'The Nearer',
      ),
      '/work/issues/templates/daily/pages/front.yaml': SAMPLE[FRONT],
      '/work/issues/templates/daily/pages/inside.yaml': SAMPLE[INSIDE],
    });
    expect(issue.paper.name).toBe('The Nearer');
  });

  it('is of a paper of the product when no folder above has it', () => {
    const moved = Object.fromEntries(
      Object.entries(SAMPLE)
        .filter(([path]) => path.startsWith('/work/templates/'))
        .flatMap(([path, file]) => [
          [path, undefined],
          [path.replace('/work/', '/product/'), file],
        ]),
    );
    const issue = readSound(moved);
    expect(issue.paper.origin.file).toBe('/product/templates/daily/paper.yaml');
  });

  it('holds only the faces that its styles need, each with its file', () => {
    const { faces } = readSound();
    expect([...faces.keys()].sort()).toEqual([
      'Head Face/600',
      'Head Face/900',
      'Symbol Face/400',
      'Text Face/400',
      'Text Face/400i',
      'Text Face/700',
      'Text Face/700i',
    ]);
    expect(faces.get('Text Face/700i')?.file).toBe('/product/node_modules/text-face/text-bi.ttf');
    expect(faces.get('Head Face/900')?.file).toBe('/product/fonts/head-black.ttf');
  });

  it('takes a font of the paper before one of the product', () => {
    const issue = readSound({
      '/work/fonts/own.yaml': '- family: Head Face\n  faces: [{ weight: 700, file: own.ttf }]\n',
      '/work/fonts/own.ttf': 'font',
    });
    expect(issue.faces.get('Head Face/700')?.file).toBe('/work/fonts/own.ttf');
    expect(issue.faces.has('Head Face/600')).toBe(false);
  });

  it('is read the same twice', () => {
    expect(readSound()).toEqual(readSound());
  });

  it('is withheld when anything stops the press, and only then', () => {
    expect(readSample().diagnostics).toEqual([]);
    expect(readSample(changed(ISSUE, 'number: 12', 'number: 12\nweekday: Friday')).issue).toBeUndefined();
  });
});
