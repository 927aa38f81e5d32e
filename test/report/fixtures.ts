import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Edition, Page, PlacedLine, PlacedStory, StoryFit, StoryOutcome } from '../../src/model/edition.js';
import type { Issue } from '../../src/model/issue.js';
import type { Line, LinePiece } from '../../src/model/line.js';
import type { Paper } from '../../src/model/paper.js';
import type { ReportExtras } from '../../src/report/describe-report.js';
import { monoRunStyle, monoShape } from '../fixtures/mono-shaper.js';

const ORIGIN = { file: 'articles/doctrine.md', line: 5, column: 1 };

/** Words of mono type at 10 pt: a character is 5 pt wide; the spaces are as given. */
function line(words: readonly string[], spaces: readonly number[], more: Partial<Line> = {}): Line {
  let x = 0;
  const pieces = words.map((word, index): LinePiece => {
    const piece = {
      shaped: monoShape(word),
      style: monoRunStyle(),
      x,
      width: word.length * 5,
      space: spaces[index] ?? 0,
      addedHyphen: false,
    };
    x += piece.width + piece.space;
    return piece;
  });
  const last = { indent: 0, ratio: 0, scale: 1, letterSpace: 0, hyphenated: false, last: false };
  return { pieces, measure: 96, width: x, ...last, ...more };
}

function placed(set: Line, more: Partial<PlacedLine> = {}): PlacedLine {
  return {
    line: set,
    x: 34,
    baseline: 310.2,
    part: 'body',
    style: 'body',
    article: 'doctrine',
    paragraph: 0,
    origin: ORIGIN,
    ...more,
  };
}

const paper = {
  type: 'paper',
  wordBreaks: [],
  spaces: 'typed',
  id: 'harbour',
  name: 'The Harbour Courier',
  language: 'en-GB',
  trim: { width: 892.913_385_826, height: 1332.283_464_567 },
  grid: { columns: 6, columnWidth: 127.559, gutter: 11.906, leading: 10.5, lines: 118, baselineRise: 2.75 },
} as unknown as Paper;

const OPINION: PlacedStory = {
  slot: 'opinion',
  box: { x: 34, y: 220, width: 236, height: 750 },
  kind: 'article',
  article: 'doctrine',
  head: [placed(line(['Doctrine'], []), { part: 'headline', style: 'head-2', paragraph: -1, baseline: 240.1 })],
  legs: [
    {
      box: { x: 34, y: 300, width: 96, height: 590 },
      lines: [
        placed(line(['Political', 'sci-'], [4.123_456], { ratio: -0.123_45, hyphenated: true, scale: 0.98 })),
        placed(line(['entists', 'have', 'long'], [5, 6], { last: true }), { baseline: 320.7 }),
      ],
      rules: [],
    },
  ],
  pictures: [
    {
      source: {
        type: 'pixels',
        lineArt: false,
        file: '/somewhere/issues/qom.jpg',
        hash: '00',
        format: 'jpeg',
        widthPx: 1024,
        heightPx: 683,
        origin: ORIGIN,
      },
      box: { x: 34, y: 250, width: 96, height: 48 },
      crop: { x: 0, y: 0.125, width: 1, height: 0.75 },
      note: { file: 'qom.jpg', focus: [0.5, 0.5], origin: ORIGIN },
      article: 'doctrine',
    },
  ],
  pullquotes: [],
  captions: [placed(line(['Qom'], []), { part: 'caption', style: 'caption', paragraph: -1 })],
  tail: [
    placed(line(['Page', '3', '>'], [5, 5]), {
      part: 'jumpTo',
      style: 'jumpTo',
      paragraph: -1,
      target: { page: '3', article: 'doctrine' },
    }),
  ],
};

const PAGE: Page = {
  type: 'page',
  number: 1,
  label: '1',
  side: 'recto',
  gridBox: { x: 34.015_748, y: 39.685_039, width: 824.882, height: 1239 },
  furniture: [placed(line(['Courier'], []), { part: 'furniture', style: 'nameplate', paragraph: -1 })].map(
    ({ article: _, ...rest }) => rest,
  ),
  rules: [],
  tints: [],
  barcodes: [],
  stories: [OPINION],
};

/** How a story fits, to the line unless told. */
export function storyFit(more: Partial<StoryFit> = {}): StoryFit {
  return { lines: 0, words: 0, applied: [], tracking: 0, dropped: [], cheapest: [], ...more };
}

export function outcome(more: Partial<StoryOutcome> = {}): StoryOutcome {
  return {
    article: 'doctrine',
    headline: 'Foreign policy doctrine',
    words: 699,
    slots: ['1.opinion', '3.jump'],
    lines: 163,
    hyphenatedLines: 31,
    looseLines: 2,
    widows: 0,
    orphans: 0,
    fit: storyFit({ applied: ['looseness'] }),
    ...more,
  };
}

export function edition(more: Partial<Edition> = {}): Edition {
  const issue = { type: 'issue', paper, number: 8123, date: { year: 2026, month: 7, day: 8, weekday: 3 } };
  return {
    type: 'edition',
    name: 'national',
    issue: issue as unknown as Issue,
    pages: [
      { ...PAGE, section: 'News' },
      { ...PAGE, number: 2, label: 'A2', side: 'verso', stories: [] },
    ],
    stories: [outcome()],
    jumps: [
      {
        article: 'doctrine',
        from: { page: '1', slot: 'opinion' },
        to: { page: 'A2', slot: 'jump' },
        text: 'Page A2 >',
        fromText: '< From page 1',
      },
    ],
    refers: [{ article: 'orchestra', from: { page: '1', slot: 'skybox' }, page: '8', text: '8 >' }],
    ...more,
  };
}

export const OVERSET: Diagnostic = {
  code: 'overset',
  severity: 'error',
  origin: ORIGIN,
  message: '4 lines over',
  hint: 'cut about 27 words',
  page: '3',
  slot: 'jump',
  lines: 4,
};

export const LOOSE: Diagnostic = { code: 'loose-line', severity: 'warning', origin: ORIGIN, message: 'a loose line' };

export function extras(more: Partial<ReportExtras> = {}): ReportExtras {
  return {
    diagnostics: [OVERSET, LOOSE],
    timings: { total: 421.5, stages: { manifest: 20.25, story: 11 } },
    outputs: [{ file: 'out/courier.pdf', sha256: '0123456789abcdef'.repeat(4), bytes: 1_234_567 }],
    ...more,
  };
}
