import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnosticRecord } from '../../src/diagnostics/format.js';
import type { TinyIssue } from './tiny-issue.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue, run } = useTinyIssue();

/** Runs a command on the issue, told as programs are told. */
async function tell(...words: readonly string[]) {
  const { status, out, err } = await run(...words, '--json', '--quiet');
  const records = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DiagnosticRecord);
  return { status, records, errors: records.filter(({ severity }) => severity === 'error'), err };
}

/** Builds the issue into `out/`. */
function build(...flags: readonly string[]) {
  return tell('build', '.', ...flags);
}

interface BadInput {
  readonly what: string;
  readonly spoil: (issue: TinyIssue) => void;
  readonly code: string;
  /** `file:line:column`, relative to the working folder. */
  readonly place: string;
  readonly hint: RegExp;
}

const BAD_INPUTS: readonly BadInput[] = [
  {
    what: 'an article that is missing',
    spoil: ({ spoil }) => spoil('issue.yaml', 'side: budget', 'side: budgte'),
    code: 'missing-article',
    place: 'issue.yaml:9:13',
    hint: /did you mean "budget"/,
  },
  {
    what: 'a picture that is missing',
    spoil: ({ remove }) => remove('pictures/quay.jpg'),
    code: 'missing-picture',
    place: 'articles/harbour.md:4:11',
    hint: /put it into the issue folder/,
  },
  {
    what: 'a font that is missing',
    spoil: ({ spoil }) => spoil('templates/tiny/paper.yaml', 'font: headline', 'font: Sauce Serif 4 Display'),
    code: 'missing-font',
    place: 'templates/tiny/paper.yaml:7:21',
    hint: /did you mean "Source Serif 4 Display"/,
  },
  {
    what: 'a page template that is missing',
    spoil: ({ spoil }) => spoil('issue.yaml', 'template: front', 'template: fornt'),
    code: 'missing-template',
    place: 'issue.yaml:6:15',
    hint: /did you mean "front"/,
  },
  {
    what: 'a slot that the template does not have',
    spoil: ({ spoil }) => spoil('issue.yaml', 'lead: harbour', 'laed: harbour'),
    code: 'unknown-slot',
    place: 'issue.yaml:8:7',
    hint: /did you mean "lead"/,
  },
  {
    what: 'an unknown key',
    spoil: ({ spoil }) => spoil('issue.yaml', 'number: 8123', 'nummer: 8123'),
    code: 'unknown-key',
    place: 'issue.yaml:3:1',
    hint: /did you mean "number"/,
  },
  {
    what: 'a value of the wrong type',
    spoil: ({ spoil }) => spoil('issue.yaml', 'number: 8123', 'number: [8123]'),
    code: 'wrong-type',
    place: 'issue.yaml:3:9',
    hint: /write a whole number/,
  },
  {
    what: 'a date that is not one',
    spoil: ({ spoil }) => spoil('issue.yaml', '2026-07-08', '2026-06-31'),
    code: 'bad-date',
    place: 'issue.yaml:2:7',
    hint: /write the date as 2026-07-08/,
  },
  {
    what: 'two stories in one slot',
    spoil: ({ spoil }) => spoil('issue.yaml', 'lead: harbour\n      side: budget', 'lead: [harbour, budget]'),
    code: 'slot-taken',
    place: 'issue.yaml:8:13',
    hint: /slots of their own/,
  },
  {
    what: 'a slot given twice',
    spoil: ({ spoil }) => spoil('issue.yaml', 'side: budget', 'lead: budget'),
    code: 'duplicate-key',
    place: 'issue.yaml:9:7',
    hint: /line 8/,
  },
  {
    what: 'a page number given twice',
    spoil: ({ write }) => {
      const page = (slot: string) => `  1:\n    template: front\n    slots: { ${slot} }\n`;
      write(
        'issue.yaml',
        `paper: tiny\ndate: 2026-07-08\nnumber: 1\npages:\n${page('lead: harbour')}${page('side: budget')}`,
      );
    },
    code: 'duplicate-key',
    place: 'issue.yaml:8:3',
    hint: /line 5/,
  },
  {
    what: 'broken YAML',
    spoil: ({ spoil }) => spoil('issue.yaml', 'lead: harbour', 'lead: "harbour'),
    code: 'broken-yaml',
    place: 'issue.yaml:9:7',
    hint: /quotation mark/,
  },
  {
    what: 'an article without text',
    spoil: ({ write }) => write('articles/budget.md', '---\nheadline: A budget\n---\n\n'),
    code: 'empty-article',
    place: 'articles/budget.md:4:1',
    hint: /write the text below the front matter/,
  },
  {
    what: 'an article of one word of 20,000 characters',
    spoil: ({ write }) => write('articles/budget.md', `---\nheadline: A budget\n---\n\n${'a'.repeat(20_000)}\n`),
    code: 'line-too-wide',
    place: 'articles/budget.md:5:1',
    hint: /soft hyphen/,
  },
  {
    what: 'a character that no font has',
    spoil: ({ spoil }) => spoil('articles/budget.md', 'without a debate', 'without a 討論'),
    code: 'missing-glyph',
    place: 'articles/budget.md:5:52',
    hint: /fallback font/,
  },
  {
    what: 'a JPEG that is cut short',
    spoil: ({ write, path }) => write('pictures/quay.jpg', readFileSync(path('pictures/quay.jpg')).subarray(0, 2000)),
    code: 'bad-picture',
    place: 'articles/harbour.md:4:11',
    hint: /ask for the file again/,
  },
  {
    what: 'a JPEG that broke off and was closed all the same',
    spoil: ({ write, path }) => {
      const whole = readFileSync(path('pictures/quay.jpg'));
      const half = whole.subarray(0, Math.floor(whole.length * 0.7));
      write('pictures/quay.jpg', Buffer.concat([half, Buffer.from([0xff, 0xd9])]));
    },
    code: 'bad-picture',
    place: 'articles/harbour.md:4:11',
    hint: /ask for the file again/,
  },
  {
    what: 'a path that climbs out of the issue folder',
    spoil: ({ spoil }) => spoil('articles/harbour.md', 'quay.jpg', '../../quay.jpg'),
    code: 'outside-folder',
    place: 'articles/harbour.md:4:11',
    hint: /absolute paths and links that lead out are refused/,
  },
  {
    what: 'an absolute path',
    spoil: ({ spoil, path }) => spoil('articles/harbour.md', 'quay.jpg', path('pictures/quay.jpg')),
    code: 'outside-folder',
    place: 'articles/harbour.md:4:11',
    hint: /absolute paths and links that lead out are refused/,
  },
  {
    what: 'a picture that is a link out of the issue folder',
    spoil: ({ remove, path }) => {
      remove('pictures/quay.jpg');
      symlinkSync(join(import.meta.dirname, '../../README.md'), path('pictures/quay.jpg'));
    },
    code: 'outside-folder',
    place: 'articles/harbour.md:4:11',
    hint: /absolute paths and links that lead out are refused/,
  },
  {
    what: 'an article that is a link out of the issue folder',
    spoil: ({ remove, path }) => {
      remove('articles/budget.md');
      symlinkSync(join(import.meta.dirname, '../../README.md'), path('articles/budget.md'));
    },
    code: 'outside-folder',
    place: 'issue.yaml:9:13',
    hint: /absolute paths and links that lead out are refused/,
  },
];

describe('the sound issue', () => {
  it('is built without an error, so that whatever stops the others is what was spoilt', async () => {
    const { status, errors } = await build();
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08.pdf']);
  });
});

describe('bad input stops the press', () => {
  it.each(BAD_INPUTS)('$what: told with code, place and hint', async ({ spoil, code, place, hint }) => {
    spoil(issue);
    const { status, errors, err } = await build();
    expect({ status, err }).toEqual({ status: 1, err: '' });
    const told = errors.map((error) => `${error.file}:${error.line}:${error.column} ${error.code}`);
    expect(told).toContain(`${place} ${code}`);
    const record = errors.find((error) => error.code === code);
    expect(record?.hint).toMatch(hint);
    expect(record?.message).toMatch(/^[^A-Z].*[^.]$/);
  });

  it.each(BAD_INPUTS)('$what: writes nothing and leaves the old PDF as it was', async ({ spoil }) => {
    expect((await build()).status).toBe(0);
    const pdf = issue.path('out/tiny-2026-07-08.pdf');
    writeFileSync(pdf, "yesterday's paper");
    spoil(issue);
    expect((await build('--report', 'out/report.json')).status).toBe(1);
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08.pdf']);
    expect(readFileSync(pdf, 'utf8')).toBe("yesterday's paper");
  });
});

describe('a check', () => {
  it.each(BAD_INPUTS)('finds what stops a build: $what', async ({ spoil, code, place }) => {
    spoil(issue);
    const { status, errors } = await tell('check', '.');
    expect(status).toBe(1);
    expect(errors.map((error) => `${error.file}:${error.line}:${error.column} ${error.code}`)).toContain(
      `${place} ${code}`,
    );
  });
});

describe('a character that no font has is told at its place in the front matter', () => {
  it.each([
    ['a headline', 'headline: A 討論 of it', '2:13'],
    ['a quoted headline', `headline: 'It''s a 討論'`, '2:20'],
    ['a headline that escapes it', 'headline: "A \\u8a0e\\u8AD6"', '2:14'],
    ['a headline folded over lines', 'headline: >\n  A harbour\n  and a 討論', '4:9'],
    ['a deck', 'headline: A\ndeck: The first 討論', '3:17'],
    ['a byline', 'headline: A\nbyline: { name: Jane Poe 討 }', '3:26'],
    ['a dateline', 'headline: A\ndateline: Skerrow 討', '3:19'],
    ['a caption', 'headline: A\npictures:\n  - { alt: A 討, file: quay.jpg, caption: The 討, credit: Jo }', '4:46'],
    ['a credit', 'headline: A\npictures:\n  - { file: quay.jpg, caption: C, credit: { name: J 討 }, alt: A }', '4:53'],
  ])('of %s', async (_, frontMatter, place) => {
    issue.write('articles/harbour.md', `---\n${frontMatter}\n---\n\nThe text.\n`);
    const { errors } = await tell('check', '.');
    expect(errors[0]).toMatchObject({ code: 'missing-glyph', file: 'articles/harbour.md' });
    expect(`${errors[0]?.line}:${errors[0]?.column}`).toBe(place);
  });
});

describe('several bad inputs', () => {
  it('are all told in one run, in the order of the text, each once', async () => {
    issue.spoil('issue.yaml', 'lead: harbour\n      side: budget', 'laed: harbour\n      sied: budget');
    const { errors } = await build();
    expect(errors.map(({ code, line }) => `${code} ${line}`)).toEqual(['unknown-slot 8', 'unknown-slot 9']);
  });
});
