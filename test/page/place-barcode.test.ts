import { describe, expect, it } from 'vitest';
import { makeBarcode } from '../../src/barcode/make-barcode.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Barcode, BarcodePlan } from '../../src/model/barcode.js';
import type { PlacedBarcode } from '../../src/model/edition.js';
import type { IssuePage } from '../../src/model/issue.js';
import type { Line } from '../../src/model/line.js';
import type { Paper } from '../../src/model/paper.js';
import type { TextStyle } from '../../src/model/style.js';
import type { BarcodePlace, Furniture, Span } from '../../src/model/template.js';
import { layGeometry } from '../../src/page/geometry.js';
import { placeBarcode } from '../../src/page/place-barcode.js';
import type { Room } from '../../src/page/room.js';
import { MM } from '../../src/units/length.js';
import { textStyle } from '../style/fixtures.js';

/** Three columns of 160 pt and gutters of 10 pt from x = 30; lines of 10 pt from y = 40, baselines 2.5 pt above their foot. */
const paper = {
  trim: { width: 560, height: 600 },
  margins: { top: 40, bottom: 50, inside: 30, outside: 30 },
  grid: { columns: 3, columnWidth: 160, gutter: 10, leading: 10, lines: 51, baselineRise: 2.5 },
} as Paper;

const ORIGIN = { file: 'front.yaml', line: 3, column: 5 };
const WEDNESDAY = { year: 2026, month: 7, day: 8, weekday: 3 };

/** A module of one point, so that every measure is a number of modules. */
const PLAN: BarcodePlan = { issn: '1234567', frequency: 'daily', variant: 0, module: 1, reduction: 0, origin: ORIGIN };

/** What stands on a placed line: its text, its size and its alignment in a measure. */
interface Asked {
  readonly text: string;
  readonly style: TextStyle;
  readonly measure: number;
}

interface Outcome {
  readonly placed: PlacedBarcode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

async function place(
  more: { readonly plan?: Partial<BarcodePlan>; readonly lines?: Span; readonly place?: Partial<BarcodePlace> } = {},
): Promise<Outcome> {
  const barcode: Barcode = await makeBarcode({ ...PLAN, ...more.plan }, WEDNESDAY, 8123);
  const diagnostics: Diagnostic[] = [];
  const typesetter = {
    barcode,
    metrics: () => ({ capHeight: 0.7 }),
    setText: (text: string, _part: string, style: TextStyle, measure: number) => [
      { asked: { text, style, measure } satisfies Asked } as unknown as Line,
    ],
  };
  const room = { typesetter, report: (each: Diagnostic) => diagnostics.push(each) } as unknown as Room;
  const style = textStyle({ name: 'furniture' });
  const furniture = {
    columns: { from: 2, to: 2 },
    lines: more.lines ?? { from: 11, to: 20 },
    barcode: { at: 'end', down: 'foot', style, origin: ORIGIN, ...more.place },
  } as Furniture;
  const page = { number: 1, label: '1' } as IssuePage;
  const [placed] = placeBarcode(page, furniture, layGeometry(paper, 1), room);
  return { placed, diagnostics };
}

const asked = (line: PlacedBarcode['digits'][number]) => (line.line as unknown as { readonly asked: Asked }).asked;

describe('a bar code on its page', () => {
  it('has the width and the light margins of the standard: 11 modules before, 5 after the add-on', async () => {
    const { placed, diagnostics } = await place();
    // The column runs from 200 to 360; 95 modules, 7 of white and 20 of add-on stand between the margins.
    expect(placed?.box).toMatchObject({ x: 360 - 138, width: 11 + 95 + 7 + 20 + 5 });
    const { bars } = placed as PlacedBarcode;
    expect(bars[0]?.x).toBeCloseTo(222 + 11, 6);
    const last = bars.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(360 - 5, 6);
    expect(diagnostics).toEqual([]);
  });

  it('stands with its digits on the last baseline, its bars 22.85 mm high at a module of 0.33 mm', async () => {
    const { placed } = await place();
    const baseline = 40 + 20 * 10 - 2.5;
    const digits = placed?.digits.filter((line) => line.baseline > 200) ?? [];
    expect(digits).toHaveLength(13);
    for (const digit of digits) expect(digit.baseline).toBeCloseTo(baseline, 6);
    const heights = new Set(placed?.bars.map(({ height }) => Math.round(height * 0.33 * 100) / 100));
    // Digits; guards reach five modules further down; the add-on leaves room for its digits at the top.
    expect([...heights].sort()).toEqual([21.9, 22.85, 24.5]);
    const feet = placed?.bars.map(({ y, height }) => Math.round((baseline - y - height) * 1000) / 1000);
    expect([...new Set(feet)].sort()).toEqual([3, 8]);
  });

  it('has every digit under its own bars, the first one and the sign in the light margins', async () => {
    const { placed } = await place();
    const start = 222 + 11;
    const digits = placed?.digits.map((line) => [asked(line).text, Math.round(line.x - start)]);
    expect(digits?.slice(0, 8)).toEqual([
      ['9', -11],
      ['7', 3],
      ['7', 10],
      ['1', 17],
      ['2', 24],
      ['3', 31],
      ['4', 38],
      ['5', 50],
    ]);
    expect(digits?.slice(-3)).toEqual([
      ['2', 105],
      ['8', 112],
      ['>', 120],
    ]);
    for (const line of placed?.digits ?? []) {
      expect(asked(line)).toMatchObject({ measure: 7, style: { size: 10, tracking: 0 } });
    }
  });

  it('has bars that are narrower by what ink spreads, at either side alike', async () => {
    const [plain, reduced] = await Promise.all([place(), place({ plan: { reduction: 0.1 } })]);
    reduced.placed?.bars.forEach((bar, index) => {
      const full = plain.placed?.bars[index] as typeof bar;
      expect(bar.width).toBeCloseTo(full.width - 0.1, 9);
      expect(bar.x + bar.width / 2).toBeCloseTo(full.x + full.width / 2, 9);
    });
    expect(reduced.placed?.box).toEqual(plain.placed?.box);
  });

  it('stands where its template has it', async () => {
    const lines = { from: 11, to: 30 };
    const at = async (more: Partial<BarcodePlace>) => (await place({ lines, place: more })).placed?.box;
    expect(await at({ at: 'start', down: 'head' })).toMatchObject({ x: 200, y: 140 });
    expect(await at({ at: 'center' })).toMatchObject({ x: 200 + 11 });
    expect(await at({ at: 'inside' })).toMatchObject({ x: 200 });
    expect((await at({ down: 'foot' }))?.y).toBeCloseTo(40 + 300 - 2.5 - 8 - 22.85 / 0.33, 6);
  });

  it('warns of bars that are lower than the standard has them, and prints as high ones as there is room for', async () => {
    const { placed, diagnostics } = await place({ lines: { from: 11, to: 17 } });
    expect(diagnostics).toMatchObject([{ code: 'barcode-truncated', severity: 'warning', page: '1', origin: ORIGIN }]);
    const high = (70 - 2.5 - 8) / MM;
    expect(diagnostics[0]?.message).toContain(`are ${high.toFixed(2)}mm high, and the standard asks for 24.43mm`);
    expect(placed?.box).toMatchObject({ y: 140, height: 67.5 });
  });

  it('is an error with both sizes, and not printed, where its place is too narrow or far too low', async () => {
    const narrow = await place({ plan: { module: 1.2 }, lines: { from: 11, to: 30 } });
    expect(narrow.placed).toBeUndefined();
    expect(narrow.diagnostics).toMatchObject([{ code: 'barcode-misfit', severity: 'error', page: '1' }]);
    expect(narrow.diagnostics[0]?.message).toBe(
      'the bar code is 58.42mm × 32.7mm, and its place on page 1 56.44mm × 69.67mm',
    );
    const low = await place({ lines: { from: 11, to: 13 } });
    expect(low).toMatchObject({ placed: undefined, diagnostics: [{ code: 'barcode-misfit' }] });
  });
});
