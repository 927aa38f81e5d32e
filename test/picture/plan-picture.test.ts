import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PlacedPicture } from '../../src/model/edition.js';
import type { Press } from '../../src/model/paper.js';
import type { PixelSource } from '../../src/model/picture.js';
import { judgeResolution } from '../../src/picture/judge-resolution.js';
import { effectivePpi, planPicture } from '../../src/picture/plan-picture.js';
import { ORIGIN } from './fixtures.js';

const SOURCE = {
  type: 'pixels',
  lineArt: false,
  file: '/desk/2026-07-08/pictures/quay.jpg',
  hash: 'ab'.repeat(32),
  format: 'jpeg',
  widthPx: 2400,
  heightPx: 1600,
  origin: ORIGIN,
} as const;
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const PRESS: Press = {
  standard: 'PDF/X-4',
  profile: 'newsprint',
  inkLimit: 2.4,
  minResolution: 150,
  goodResolution: 200,
  pageCounts: [8],
  sharpen: 'none',
  marks: false,
  pageFile: '{page}.pdf',
};

const LINE_ART = { ...SOURCE, format: 'tiff', lineArt: true } as const;

describe('the plan of a picture', () => {
  it('asks for every pixel of line art, which would be gray if it were scaled', () => {
    const crop = { x: 0.25, y: 0, width: 0.5, height: 1 };
    expect(planPicture(LINE_ART, crop, { width: 72, height: 96 })).toMatchObject({ widthPx: 1200, heightPx: 1600 });
  });

  it('asks for 240 pixels an inch where the picture has more', () => {
    const request = planPicture(SOURCE, WHOLE, { width: 360, height: 240 });
    expect(request).toMatchObject({ widthPx: 1200, heightPx: 800 });
  });

  it('never asks for more pixels than the crop has', () => {
    const crop = { x: 0.25, y: 0, width: 0.5, height: 1 };
    const request = planPicture(SOURCE, crop, { width: 720, height: 960 });
    expect(request).toMatchObject({ widthPx: 1200, heightPx: 1600 });
  });

  it('asks for at least one pixel', () => {
    const request = planPicture(SOURCE, { x: 0, y: 0, width: 1e-9, height: 1e-9 }, { width: 1, height: 1 });
    expect(request).toMatchObject({ widthPx: 1, heightPx: 1 });
  });
});

describe('the effective resolution', () => {
  it('counts the pixels of the crop over the inches of the box, and takes the worse direction', () => {
    expect(effectivePpi(SOURCE, WHOLE, { width: 720, height: 480 })).toBe(240);
    expect(effectivePpi(SOURCE, { ...WHOLE, width: 0.5 }, { width: 720, height: 480 })).toBe(120);
    expect(effectivePpi(SOURCE, { ...WHOLE, height: 0.5 }, { width: 720, height: 480 })).toBe(120);
  });

  it('is accepted at the good resolution and above', () => {
    expect(judged(864)).toEqual([]);
    expect(judged(300)).toEqual([]);
  });

  it('gives a warning between the least and the good resolution', () => {
    expect(judged(960)).toEqual([
      {
        code: 'poor-resolution',
        severity: 'warning',
        origin: ORIGIN,
        message: 'picture "quay.jpg" has 180 ppi at 338.67mm wide, it should have 200',
        hint: 'print it at most 304.8mm wide, or send one at least 2667 pixels wide',
      },
    ]);
    expect(judged(1152)[0]?.severity).toBe('warning');
  });

  it('stops the press below the least resolution', () => {
    expect(judged(1440)).toEqual([
      {
        code: 'low-resolution',
        severity: 'error',
        origin: ORIGIN,
        message: 'picture "quay.jpg" has 120 ppi at 508mm wide, the press needs 150',
        hint: 'print it at most 406.4mm wide, or send one at least 3000 pixels wide',
      },
    ]);
  });

  it('stops the press below 550 for line art, which no gray softens', () => {
    expect(judged(314, 2400, LINE_ART)).toEqual([]);
    expect(judged(360, 2400, LINE_ART)).toEqual([
      {
        code: 'low-resolution',
        severity: 'error',
        origin: ORIGIN,
        message: 'line art "quay.jpg" has 480 ppi at 127mm wide, the press needs 550',
        hint: 'print it at most 110.77mm wide, or send one at least 2750 pixels wide, or one in gray',
      },
    ]);
  });

  it('is met by what the hint asks for', () => {
    expect(judged(1152 - 0.01)[0]?.code).toBe('poor-resolution');
    expect(judged(1152 + 1)[0]?.hint).toMatch(/send one at least 2403 pixels wide$/);
    expect(judged(1153, 2403)[0]?.code).toBe('poor-resolution');
  });
});

/** Judges the picture at this width in points, proportions kept. */
function judged(width: number, widthPx: number = SOURCE.widthPx, kind: PixelSource = SOURCE): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const placed: PlacedPicture = {
    source: { ...kind, widthPx, heightPx: (widthPx * 2) / 3 },
    box: { x: 0, y: 0, width, height: (width * 2) / 3 },
    crop: WHOLE,
    note: { file: 'pictures/quay.jpg', focus: [0.5, 0.5], origin: ORIGIN },
    article: 'quay',
  };
  judgeResolution(placed, PRESS, (problem) => problems.push(problem));
  return problems;
}
