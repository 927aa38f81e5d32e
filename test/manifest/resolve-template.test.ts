import { describe, expect, it } from 'vitest';
import type { PageTemplate } from '../../src/model/template.js';
import { INSIDE, ISSUE, PAPER } from '../fixtures/manifest/bad-cases.js';
import { changed, readSample, readSound, SAMPLE } from '../fixtures/manifest/sample-issue.js';

/** The template `inside` of page 1 and, mirrored where it says so, of page 2. */
function resolve(inside: string, others: Readonly<Record<string, string>> = {}): readonly [PageTemplate, PageTemplate] {
  const pages =
    'paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  1: { template: inside }\n  2: { template: inside }\n';
  const issue = readSound({ [ISSUE]: pages, [INSIDE]: inside, ...others });
  return issue.pages.map((page) => page.template) as [PageTemplate, PageTemplate];
}

const base = (text: string) => ({ '/work/templates/daily/pages/base.yaml': text });

describe('a slot', () => {
  it('has sound defaults for everything but its place', () => {
    const slot = resolve('slots: { lead: { columns: 1-2, lines: 3-9 } }')[0].slots.get('lead');
    expect(slot).toMatchObject({
      name: 'lead',
      columns: { from: 1, to: 2 },
      lines: { from: 3, to: 9 },
      accepts: ['article', 'continue'],
      required: false,
      shape: 'headOverLegs',
      legs: 2,
      headLegs: 1,
      jump: { minBefore: 6, minAfter: 6, breakAt: 'line' },
    });
    expect(slot?.styles.size).toBe(0);
  });

  it('says all that a slot can say', () => {
    const [{ slots }] = resolve(
      `slots:
  lead:
    columns: 1-3
    lines: 1-36
    accepts: [refer, article]
    shape: pictureUnderHead
    legs: 4
    picture: { legs: 2, at: end, lines: 18-26 }
    jump: { minBefore: 10, breakAt: sentence }
    styles: { headline: jumpHead }
    ruleAbove: { weight: 4pt, color: red }
    background: gray(8)
`,
    );
    const slot = slots.get('lead');
    expect(slot).toMatchObject({
      accepts: ['refer', 'article'],
      legs: 4,
      picture: { legs: 2, at: 'end', lines: { min: 18, max: 26 } },
      jump: { minBefore: 10, minAfter: 6, breakAt: 'sentence' },
      ruleAbove: { weight: 4, color: { m: 0.9 } },
      background: { k: 0.08 },
    });
    expect(slot?.styles.get('headline')?.name).toBe('jumpHead');
  });

  it('for refers alone has its picture beside the text', () => {
    const [{ slots }] = resolve(
      'slots: { a: { columns: 1, lines: 1, accepts: refer }, b: { columns: 2, lines: 1, accepts: [refer, article] } }',
    );
    expect([slots.get('a')?.shape, slots.get('b')?.shape]).toEqual(['pictureBesideText', 'headOverLegs']);
  });

  it('takes a single number as a span of one, and as a picture of that depth', () => {
    const slot = resolve(
      'slots: { a: { columns: 2, lines: 1-9, ruleAbove: 1pt, picture: { lines: 7 } } }',
    )[0].slots.get('a');
    expect(slot).toMatchObject({
      columns: { from: 2, to: 2 },
      picture: { legs: 1, at: 'start', lines: { min: 7, max: 7 } },
      ruleAbove: { weight: 1 },
    });
  });
});

describe('a page template', () => {
  it('inherits slots key by key over several templates', () => {
    const [{ slots, section }] = resolve('extends: middle\nslots: { a: { lines: 5-9 } }', {
      ...base('section: Town\nslots: { a: { columns: 1-2, lines: 1-4, legs: 3 }, b: { columns: 3, lines: 1-4 } }'),
      '/work/templates/daily/pages/middle.yaml':
        'extends: base\nslots: { a: { headLegs: 1, legs: 2 }, c: { columns: 3, lines: 5-9 } }',
    });
    expect([...slots.keys()]).toEqual(['a', 'b', 'c']);
    expect(slots.get('a')).toMatchObject({
      columns: { from: 1, to: 2 },
      lines: { from: 5, to: 9 },
      legs: 2,
    });
    expect(section).toBe('Town');
  });

  it('changes one style, one figure of a jump or of a picture, and leaves the others', () => {
    const [{ slots }] = resolve(
      'extends: base\nslots: { a: { styles: { deck: caption }, jump: { minAfter: 8 }, picture: { lines: 9 } } }',
      base(
        'slots: { a: { columns: 1-2, lines: 5-30, styles: { headline: jumpHead, deck: quote }, jump: { minBefore: 12 }, picture: { legs: 1, at: end, lines: 4 } } }',
      ),
    );
    const slot = slots.get('a');
    expect([...(slot?.styles ?? [])].map(([part, style]) => [part, style.name])).toEqual([
      ['headline', 'jumpHead'],
      ['deck', 'caption'],
    ]);
    expect(slot?.jump).toEqual({ minBefore: 12, minAfter: 8, breakAt: 'line' });
    expect(slot?.picture).toEqual({ legs: 1, at: 'end', lines: { min: 9, max: 9 } });
  });

  it('is told where a merged setting was written', () => {
    const { diagnostics } = readSample({
      ...base('slots: { lead: { columns: 1-3, lines: 1-20, styles: { deck: dek, kicker: kikker } } }'),
      [INSIDE]: `extends: base\n${SAMPLE[INSIDE]}`.replace('lines: 1-20', 'lines: 1-20, styles: { deck: deckk }'),
    });
    expect(diagnostics.map(({ origin }) => `${origin.file}:${origin.line}:${origin.column}`)).toEqual([
      'templates/daily/pages/inside.yaml:3:54',
      'templates/daily/pages/base.yaml:1:74',
    ]);
  });

  it('takes out with null what it inherits', () => {
    const [{ slots, furniture, rules }] = resolve(
      'extends: base\nslots: { a: null, b: { picture: null } }\nfurniture: { folio: null }',
      {
        ...base(`slots: { a: { columns: 1, lines: 5 }, b: { columns: 2, lines: 5-20, picture: { lines: 5 } } }
furniture: { folio: { columns: 1-3, lines: 1 } }
rules: [{ between: [a, b] }]`),
      },
    );
    expect([...slots.keys()]).toEqual(['b']);
    expect(slots.get('b')?.picture).toBeUndefined();
    expect(furniture).toEqual([]);
    expect(rules).toEqual([]);
  });

  it('puts its own rule over an inherited one between the same slots', () => {
    const slots = 'slots: { a: { columns: 1, lines: 5 }, b: { columns: 2, lines: 5 } }\n';
    const [{ rules }] = resolve(
      'extends: base\nrules: [{ between: [b, a], weight: 2pt, color: red }]',
      base(`${slots}rules: [{ between: [a, b] }]`),
    );
    expect(rules.map(({ between, weight }) => [between, weight])).toEqual([[['b', 'a'], 2]]);
  });

  it('is reported where an inherited key was written, not where it is inherited', () => {
    const { diagnostics } = readSample({
      ...base('slots: { lead: { columns: 1-9, lines: 1-20 } }'),
      [INSIDE]: `extends: base\n${SAMPLE[INSIDE]}`.replace('columns: 1-3, lines: 1-20', 'lines: 1-20'),
    });
    expect(diagnostics.map(({ code, origin }) => `${code} ${origin.file}:${origin.line}:${origin.column}`)).toEqual([
      'slot-off-grid templates/daily/pages/base.yaml:1:27',
    ]);
  });

  it('with mirror is laid out the other way round on even pages', () => {
    const [odd, even] = resolve(
      'mirror: true\nslots: { a: { columns: 1, lines: 2 }, b: { columns: 2-3, lines: 2 } }\nfurniture: { f: { columns: 1-2, lines: 1 } }',
    );
    expect([odd.slots.get('a')?.columns, even.slots.get('a')?.columns]).toEqual([
      { from: 1, to: 1 },
      { from: 3, to: 3 },
    ]);
    expect(even.slots.get('b')?.columns).toEqual({ from: 1, to: 2 });
    expect(even.furniture[0]?.columns).toEqual({ from: 2, to: 3 });
  });

  it('without mirror is the same object on every page that uses it', () => {
    const [first, second] = resolve('slots: { a: { columns: 1, lines: 2 } }');
    expect(first).toBe(second);
  });
});

describe('furniture', () => {
  it('has words in styles, rules and a tint', () => {
    const [{ furniture }] = resolve(
      'furniture: { folio: { columns: 1-3, lines: 1-2, items: [{ at: outside, text: "{page}", line: 1.5 }], rules: [{ at: 1.5, weight: 1pt, color: red }], background: red } }',
    );
    expect(furniture).toMatchObject([
      {
        name: 'folio',
        items: [{ at: 'outside', text: '{page}', line: 1.5, style: { name: 'furniture' } }],
        rules: [{ at: 1.5, weight: 1, color: { m: 0.9 } }],
        background: { m: 0.9 },
      },
    ]);
  });

  it('of the paper stands in a slot that names it, which takes no story', () => {
    const inPaper = changed(
      PAPER,
      'colors:',
      'furniture: { plate: { items: [{ text: "{paper}", at: center }] } }\ncolors:',
    );
    const [{ furniture, slots }] = resolve('slots: { top: { columns: 1-3, lines: 1-7, furniture: plate } }', inPaper);
    expect(furniture).toMatchObject([
      { name: 'top', lines: { from: 1, to: 7 }, items: [{ text: '{paper}', at: 'center' }] },
    ]);
    expect(slots.size).toBe(0);
  });

  it('starts from furniture of the paper where it says so', () => {
    const inPaper = changed(
      PAPER,
      'colors:',
      'furniture: { plate: { items: [{ text: A }], background: red } }\ncolors:',
    );
    const [{ furniture }] = resolve(
      'furniture: { top: { use: plate, columns: 1, lines: 1, background: null } }',
      inPaper,
    );
    expect(furniture[0]?.items[0]?.text).toBe('A');
    expect(furniture[0]?.background).toBeUndefined();
  });
});
