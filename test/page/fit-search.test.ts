import { describe, expect, it } from 'vitest';
import type { FitStep } from '../../src/model/paper.js';
import { type FitAttempt, type FitVerdict, searchFit } from '../../src/page/fit-search.js';
import { AS_PLANNED, type FitSetting } from '../../src/page/fit-setting.js';

const LOOSENESS: FitStep = { type: 'looseness', lines: 1 };
const SPACE: FitStep = { type: 'space', around: ['crosshead', 'head'], max: 1 };
const TRACKING: FitStep = { type: 'tracking', from: -10, to: 5 };
const CROP: FitStep = { type: 'crop', picture: 'main', by: 0.08 };
const DROP: FitStep = { type: 'drop', optional: ['pullquote', 'deck'] };
const ALL = [LOOSENESS, SPACE, TRACKING, CROP, DROP];

const FITS: FitVerdict = { oversetLines: 0, blemishes: 0, wants: 'nothing', cost: 0 };
const UNLEVEL: FitVerdict = { oversetLines: 0, blemishes: 1, wants: 'change', cost: 5000 };
const UNDERSET: FitVerdict = { oversetLines: 0, blemishes: 1, wants: 'more', cost: 3000 };
const over = (lines: number): FitVerdict => ({
  oversetLines: lines,
  blemishes: 1,
  wants: 'less',
  cost: lines * 50_000,
});

/** Searches a story whose verdict follows from the setting alone, and keeps what was tried. */
function search(steps: readonly FitStep[], verdictOf: (setting: FitSetting) => FitVerdict) {
  const tried: FitSetting[] = [];
  const best = searchFit<FitAttempt>(steps, (setting) => {
    tried.push(setting);
    return { setting, verdict: verdictOf(setting) };
  });
  return { tried, best };
}

describe('searchFit', () => {
  it('makes a story that fits as planned up once, and does nothing to it', () => {
    const { tried, best } = search(ALL, () => FITS);
    expect(tried).toEqual([AS_PLANNED]);
    expect(best.setting).toEqual(AS_PLANNED);
  });

  it('tries a step only where those before it are not enough', () => {
    const { tried, best } = search(ALL, ({ looseness }) => (looseness === 1 ? FITS : UNLEVEL));
    expect(tried.map(({ looseness, tracking }) => ({ looseness, tracking }))).toEqual([
      { looseness: 0, tracking: 0 },
      { looseness: 1, tracking: 0 },
    ]);
    expect(best.setting.space).toEqual({});
  });

  it('takes the steps in the order of the paper', () => {
    const { best } = search([SPACE, LOOSENESS], ({ space }) => (space.crosshead === 1 ? FITS : UNLEVEL));
    expect(best.setting).toEqual({ ...AS_PLANNED, space: { crosshead: 1, head: 1 } });
  });

  it('keeps earlier steps allowed while it tries later ones', () => {
    const { best } = search(ALL, ({ looseness, space, tracking }) =>
      looseness === 1 && space.head === 1 && tracking === -2 ? FITS : UNLEVEL,
    );
    expect(best.setting).toMatchObject({ looseness: 1, space: { crosshead: 1, head: 1 }, tracking: -2, crop: 0 });
  });

  it('adds no white to a story that is too long, until something else has made room', () => {
    const { tried } = search([LOOSENESS, SPACE, TRACKING], ({ tracking }) => over(tracking === 0 ? 2 : 1));
    expect(tried.filter(({ tracking, space }) => tracking === 0 && space.crosshead === 1)).toEqual([]);
  });

  it('tracks no further than is needed', () => {
    const { best } = search([TRACKING], ({ tracking }) => (tracking <= -4 ? FITS : over(1)));
    expect(best.setting.tracking).toBe(-4);
  });

  it('tracks a short story wider, never tighter', () => {
    const { tried, best } = search([TRACKING], ({ tracking }) => (tracking >= 4 ? FITS : UNDERSET));
    expect(best.setting.tracking).toBe(4);
    expect(Math.min(...tried.map(({ tracking }) => tracking))).toBe(0);
  });

  it('tries both ways, the smallest first, where only other breaks are wanted', () => {
    const { tried, best } = search([TRACKING], ({ tracking }) => (tracking === 4 ? FITS : UNLEVEL));
    expect(best.setting.tracking).toBe(4);
    expect(tried.map(({ tracking }) => tracking)).toEqual([0, -2, 2, -4, 4]);
  });

  it('leaves a story alone that the widest tracking does not fill', () => {
    const { tried, best } = search([TRACKING], () => UNDERSET);
    expect(best.setting).toEqual(AS_PLANNED);
    expect(tried).toHaveLength(2);
  });

  it('tracks a story that stays too long as tight as may be, so that least has to be cut', () => {
    const { best } = search([TRACKING], ({ tracking }) => over(12 + Math.ceil(tracking / 4)));
    expect(best.setting.tracking).toBe(-10);
  });

  it('shows no step to readers for a last free line', () => {
    const free: FitVerdict = { oversetLines: 0, blemishes: 0, wants: 'more', cost: 850 };
    const { tried } = search(ALL, () => free);
    expect(tried).toEqual([AS_PLANNED, { ...AS_PLANNED, looseness: 1, space: { crosshead: 1, head: 1 } }]);
  });

  it('drops parts one after another, and only from a story that is too long', () => {
    expect(search([DROP], () => UNLEVEL).tried).toHaveLength(1);
    const { best, tried } = search([DROP], ({ dropped }) => (dropped.length === 1 ? FITS : over(3)));
    expect(best.setting.dropped).toEqual(['pullquote']);
    expect(tried).toHaveLength(2);
    expect(search([DROP], ({ dropped }) => over(9 - dropped.length)).best.setting.dropped).toEqual([
      'pullquote',
      'deck',
    ]);
  });

  it('takes tracking back as far as a later step made room for it', () => {
    const { best } = search(ALL, ({ tracking, dropped }) => {
      const lines = 6 + Math.ceil(tracking / 5) - (dropped.includes('deck') ? 5 : 0);
      return lines > 0 ? over(lines) : FITS;
    });
    expect(best.setting).toMatchObject({ tracking: -5, dropped: ['deck'] });
  });

  it('settles for the best where nothing is enough: least overset, then fewest blemishes, then least cost', () => {
    const { best } = search([LOOSENESS, SPACE], ({ looseness, space }) =>
      looseness === 1 ? { ...UNLEVEL, cost: space.head === 1 ? 4000 : 4500 } : UNLEVEL,
    );
    expect(best.setting).toMatchObject({ looseness: 1, space: { head: 1 } });
  });
});
