import { symlinkSync } from 'node:fs';
import type { DiagnosticCode } from '../../src/diagnostics/codes.js';
import type { TinyIssue } from '../cli/tiny-issue.js';
import { AT, soundDraft } from '../preflight/pdf-draft.js';

type Spoil = (issue: TinyIssue) => void;

const PAPER = 'templates/tiny/paper.yaml';
const FRONT = 'templates/tiny/pages/front.yaml';
const LEAD = '  lead: { columns: 1,';
const SIDE = '  side: { columns: 2, lines: 1-28, accepts: article, shape: headOverLegs }';

/** More keys of the paper. */
const paperWith =
  (text: string): Spoil =>
  ({ spoil }) =>
    spoil(PAPER, 'styles:\n', `${text}\nstyles:\n`);

/** The budget story with another text. */
const budget =
  (text: string): Spoil =>
  ({ write }) =>
    write('articles/budget.md', `---\nheadline: A budget without a gap\n---\n\n${text}\n`);

/** Another side slot, and perhaps other content in it. */
const side =
  (slot: string, content = 'budget'): Spoil =>
  ({ spoil }) => {
    spoil(FRONT, SIDE, `  side: { columns: 2, ${slot} }`);
    spoil('issue.yaml', 'side: budget', `side: ${content}`);
  };

/** A second page with one slot, where the budget story goes on. */
const continued =
  (slot: string, text: string): Spoil =>
  (issue) => {
    issue.write('templates/tiny/pages/tail.yaml', `slots:\n  tail: { columns: 1-2, ${slot} }\n`);
    const tail = '  2:\n    template: tail\n    slots:\n      tail: { continue: budget }\n';
    issue.spoil('issue.yaml', '      side: budget\n', `      side: budget\n${tail}`);
    budget(text)(issue);
  };

const WIDE = 'lines: 1-6, accepts: article, shape: headOverLegs';

const SENTENCE = 'The council passed its budget on Tuesday without a debate, and the treasurer said so twice. ';

/** The budget story on a page of its own, across its columns. */
const wide =
  (slot: string, text: string): Spoil =>
  (issue) => {
    issue.write('templates/tiny/pages/wide.yaml', `slots:\n  wide: { columns: 1-2, ${slot} }\n`);
    const page = '  2:\n    template: wide\n    slots:\n      wide: budget\n';
    issue.spoil('issue.yaml', '      side: budget\n', page);
    budget(text)(issue);
  };

const PAGE_ONE = '  1:\n    template: front\n    slots:\n      lead: harbour\n      side: budget\n';

/** Four stories on a page that all go on overleaf. */
const fourJumps: Spoil = ({ write, spoil }) => {
  const places = {
    nw: 'columns: 1, lines: 1-14',
    ne: 'columns: 2, lines: 1-14',
    sw: 'columns: 1, lines: 15-28',
    se: 'columns: 2, lines: 15-28',
  };
  const slots = Object.entries(places).map(
    ([name, place]) => `  ${name}: { ${place}, accepts: [article, continue], shape: headOverLegs }\n`,
  );
  write('templates/tiny/pages/four.yaml', `slots:\n${slots.join('')}`);
  const names = Object.keys(places);
  for (const name of names)
    write(`articles/${name}.md`, `---\nheadline: News of ${name}\n---\n\n${SENTENCE.repeat(7)}\n`);
  const page = (number: number, content: (name: string) => string) =>
    `  ${number}:\n    template: four\n    slots:\n${names.map((name) => `      ${name}: ${content(name)}\n`).join('')}`;
  spoil('issue.yaml', PAGE_ONE, page(1, (name) => name) + page(2, (name) => `{ continue: ${name} }`));
};

/** A bar code in the second column, under the budget story. */
const barcode =
  (size: string, lines: string): Spoil =>
  (issue) => {
    paperWith(`barcode: { issn: 1234-5679, ${size} }`)(issue);
    const slot = `  code: { columns: 2, ${lines}, furniture: code }\n`;
    issue.spoil(FRONT, SIDE, `${SIDE.replace('1-28', '1-20')}\n${slot}furniture:\n  code: { barcode: {} }`);
  };

/** An advertisement of the slot's size in the side slot, with this on its page. */
const ferry =
  (content: string): Spoil =>
  (issue) => {
    const boxes = '/MediaBox [0 0 200 200] /BleedBox [0 0 200 200] /TrimBox [0 0 200 200]';
    const page = soundDraft().content(content).edit(AT.page, boxes, '/MediaBox [0 0 136 294] /TrimBox [0 0 136 294]');
    issue.write('ads/ferry.pdf', page.bytes());
    side('lines: 1-28, accepts: ad', '{ ad: ads/ferry.pdf }')(issue);
  };

/** For each code, what is done to the sound issue so that Broadsheet prints the example of `docs/diagnostics.md`. */
export const SPOILT: Readonly<Record<DiagnosticCode, Spoil>> = {
  'missing-file': ({ write, remove, path }) => {
    write('fonts/own.yaml', '');
    remove('fonts/own.yaml');
    symlinkSync('gone.yaml', path('fonts/own.yaml'));
  },
  'unreadable-file': ({ write }) => write('articles/budget.md', new Uint8Array([0x41, 0x0a, 0x42, 0xe9, 0x0a])),
  'outside-folder': ({ spoil }) => spoil('articles/harbour.md', 'quay.jpg', '../../quay.jpg'),
  'broken-yaml': ({ spoil }) => spoil('issue.yaml', 'lead: harbour', 'lead: "harbour'),
  'unknown-key': ({ spoil }) => spoil('issue.yaml', 'number:', 'nummer:'),
  'missing-key': ({ spoil }) => spoil('issue.yaml', 'date: 2026-07-08\n', ''),
  'wrong-type': ({ spoil }) => spoil('issue.yaml', 'number: 8123', 'number: [8123]'),
  'bad-value': ({ spoil }) => spoil(PAPER, '120mm', '12cm5'),
  'bad-date': ({ spoil }) => spoil('issue.yaml', '2026-07-08', '2026-02-30'),
  'duplicate-key': ({ spoil }) => spoil('issue.yaml', 'side: budget', 'lead: budget'),
  'missing-paper': ({ spoil }) => spoil('issue.yaml', 'paper: tiny', 'paper: tinny'),
  'missing-template': ({ spoil }) => spoil('issue.yaml', 'template: front', 'template: fornt'),
  'template-cycle': ({ spoil, write }) => {
    spoil(FRONT, 'slots:\n', 'extends: base\nslots:\n');
    write('templates/tiny/pages/base.yaml', 'extends: front\n');
  },
  'unknown-slot': ({ spoil }) => spoil('issue.yaml', 'lead: harbour', 'laed: harbour'),
  'slot-off-grid': ({ spoil }) => spoil(FRONT, `${LEAD} lines: 1-28`, `${LEAD} lines: 1-31`),
  'slots-overlap': ({ spoil }) => spoil(FRONT, LEAD, '  lead: { columns: 1-2,'),
  'slot-refuses': ({ spoil }) => spoil('issue.yaml', 'side: budget', 'side: { refer: budget }'),
  'slot-taken': ({ spoil }) => spoil('issue.yaml', 'lead: harbour\n      side: budget', 'lead: [harbour, budget]'),
  'unknown-style': side('lines: 1-28, accepts: article, shape: headOverLegs, styles: { headline: headlin }'),
  'unknown-color': (issue) => {
    paperWith('colors: { sea: cmyk(90 40 0 0) }')(issue);
    side('lines: 1-28, accepts: article, shape: headOverLegs, background: see')(issue);
  },
  'style-cycle': ({ spoil }) => spoil(PAPER, 'font: headline', 'extends: deck }\n  deck: { extends: headline'),
  'page-count': paperWith('press: { pageCounts: [8, 12, 16] }'),
  'missing-font': ({ spoil }) => spoil(PAPER, 'font: headline', 'font: Sauce Serif 4 Display'),
  'bad-font': (issue) => {
    issue.write('fonts/own.yaml', '- family: Own\n  faces: [{ weight: 400, file: own.ttf }]\n');
    issue.write('fonts/own.ttf', 'no font');
    issue.spoil(PAPER, 'font: headline', 'font: Own');
  },
  'bad-profile': paperWith('press: { profile: glossy }'),
  'missing-glyph': budget('The council heard of the 討論 on Tuesday.'),
  'missing-feature': budget('The council heard of *[nato]{.smallcaps}* on Tuesday.'),
  'missing-article': ({ spoil }) => spoil('issue.yaml', 'side: budget', 'side: budgte'),
  'empty-article': budget(''),
  'missing-headline': ({ spoil }) => spoil('articles/budget.md', 'headline: A budget without a gap', 'kicker: Council'),
  'duplicate-article': ({ spoil }) => spoil('issue.yaml', 'side: budget', 'side: harbour'),
  'placeholder-text': ({ spoil }) => spoil('articles/budget.md', 'A budget without a gap', 'Headline here'),
  'unsupported-markdown': budget('The council met ![in the chamber](chamber.jpg) on Tuesday.'),
  'ragged-table': budget('The council met.\n\n| Ward | Votes |\n|---|--:|\n| North | 812 | 34 |'),
  'empty-table': budget('The council met.\n\n| Ward | Votes |\n|---|--:|'),
  'wrong-weekday': ({ spoil }) => spoil('issue.yaml', 'number:', 'weekday: Thursday\nnumber:'),
  'missing-picture': ({ remove }) => remove('pictures/quay.jpg'),
  'bad-picture': ({ write }) => write('pictures/quay.jpg', 'GIF89a'),
  'low-resolution': paperWith('press: { minResolution: 600, goodResolution: 800 }'),
  'poor-resolution': paperWith('press: { goodResolution: 800 }'),
  'thin-line': ({ write }) => {
    const line = '<path d="M0 30h300" stroke="black" stroke-width=".2"/>';
    write('pictures/quay.jpg', `<svg viewBox="0 0 400 300" xmlns="http://www.w3.org/2000/svg">\n  ${line}\n</svg>\n`);
  },
  'missing-caption': ({ spoil }) => spoil('articles/harbour.md', '    caption: The quay at six in the morning\n', ''),
  'missing-credit': ({ spoil }) => spoil('articles/harbour.md', '    credit: R. Smee\n', ''),
  'missing-alt': ({ spoil }) => spoil('articles/harbour.md', '    alt: Men unload crates from a small ship\n', ''),
  'bad-ad': side('lines: 1-28, accepts: ad', '{ ad: ferry.jpg }'),
  'unfit-ad': ferry('1 0 0 rg 20 100 40 20 re f'),
  'doubtful-ad': ferry('BT /F1 9 Tf 0 0 0 1 k 1 0 0 1 20 180 Tm <00220023> Tj ET'),
  'pullquote-unplaced': ({ spoil }) => spoil('articles/budget.md', '\n---\n', '\npullquotes: ["Not a debate"]\n---\n'),
  'picture-unplaced': ({ spoil }) => spoil(FRONT, 'pictureOverHead, picture: { lines: 6-12 }', 'headOverLegs'),
  overset: budget(SENTENCE.repeat(12)),
  underset: budget(SENTENCE),
  'empty-slot': ({ spoil }) => {
    spoil(FRONT, SIDE, SIDE.replace(' }', ', required: true }'));
    spoil('issue.yaml', '      side: budget\n', '');
  },
  'dangling-jump': continued('lines: 1-10, accepts: continue, shape: headOverLegs', SENTENCE),
  'dangling-refer': side('lines: 1-10, accepts: refer, shape: headOverLegs', '{ refer: budget }'),
  'wrong-claim': continued(
    'lines: 1-12, accepts: continue, shape: headOverLegs',
    `${SENTENCE.repeat(10)}\n\nPage 5 >\n\n${SENTENCE.repeat(6)}`,
  ),
  'head-too-wide': ({ spoil }) => spoil('articles/budget.md', 'A budget without', 'Superbudgetifragilistic'),
  'barcode-misfit': barcode('scale: 120%', 'lines: 21-28'),
  'barcode-truncated': barcode('scale: 100%', 'lines: 23-28'),
  'line-too-wide': budget('aaaa'.repeat(40)),
  'table-too-wide': budget(
    'The council met.\n\n| Representatives | Constituencies | Votes counted |\n|---|---|--:|\n| Netherby | Quayside | 812 votes |',
  ),
  'loose-line': budget(`On Tuesday the council ${'a'.repeat(30)} met again.`),
  'hyphen-run': (issue) => {
    paperWith('justification: { maxHyphens: 0 }')(issue);
    budget('Incomprehensibilities counterrevolutionaries internationalization.')(issue);
  },
  'short-jump': continued(
    'lines: 1-10, accepts: continue, shape: headOverLegs, jump: { minBefore: 6, minAfter: 6 }',
    `${SENTENCE.repeat(9)}`,
  ),
  'many-jumps': fourJumps,
  'unlevel-legs': wide(`${WIDE}, legs: 3`, 'The council met.\n\nIt rose at noon.\n\nNobody spoke.\n\nRain fell.'),
  'widow-orphan': wide(`${WIDE}, legs: 2, fit: none`, `The council met.\n\n${SENTENCE}`),
};
