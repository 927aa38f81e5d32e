import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { PlacedPicture } from '../../../src/model/edition.js';
import type { SvgSource } from '../../../src/model/picture.js';
import { noteDrawing, packNotes, unpackNotes } from '../../../src/picture/svg/drawing-notes.js';
import { judgeLines } from '../../../src/picture/svg/judge-lines.js';
import { ORIGIN } from '../fixtures.js';
import { convert, svg, WHOLE } from './drawings.js';

/** The problems of a drawing of 75 points square that is printed this wide. */
async function judge(elements: string, width = 75, crop = WHOLE): Promise<readonly Diagnostic[]> {
  const text = svg(elements);
  const source = (await convert(text)).source as SvgSource;
  const problems: Diagnostic[] = [];
  const notes = (await noteDrawing(source, new TextEncoder().encode(text), () => {})) ?? [];
  const kept = unpackNotes(packNotes(notes));
  expect(kept).toEqual(notes);
  const placed = {
    source,
    crop,
    box: { x: 0, y: 0, width, height: width },
    note: { origin: ORIGIN },
    article: 'tides',
  };
  judgeLines(placed as unknown as PlacedPicture, kept ?? [], (problem) => problems.push(problem));
  return problems;
}

const line = (stroke: string, width: number) => `<path d="M0 0h9" stroke="${stroke}" stroke-width="${width}"/>`;

describe('lines of a drawing', () => {
  it('are enough from 0.25 pt in black, 0.5 in a tint and 1 in colours', async () => {
    expect(await judge(line('black', 0.3334) + line('#777', 0.667) + line('red', 1.334))).toEqual([]);
  });

  it('are told of with their place where they are thinner', async () => {
    const [black, ...others] = await judge(`${line('black', 0.2)}\n${line('black', 1)}`);
    expect(others).toEqual([]);
    expect(black).toMatchObject({ code: 'thin-line', severity: 'warning', origin: ORIGIN });
    expect(black?.message).toBe(
      'drawing "map.svg" has a line in solid black of 0.15pt in print, at 2:1; the press needs 0.25pt',
    );
    expect(black?.hint).toContain('at least 0.25pt thick');
  });

  it('are judged at their weight in print', async () => {
    expect(await judge(line('#777', 0.8), 150)).toEqual([]);
    expect(await judge(line('#777', 0.8), 50)).toHaveLength(1);
    expect(await judge(line('#777', 0.8), 50, { ...WHOLE, width: 0.5 })).toEqual([]);
    expect(await judge(`<g transform="scale(.2)">${line('red', 5)}</g>`)).toHaveLength(1);
  });

  it('of one ink are a tint, of more several', async () => {
    expect(await judge(line('device-cmyk(0 0 1 0)', 0.7))).toEqual([]);
    expect(await judge(line('device-cmyk(0 0.1 1 0)', 0.7))).toHaveLength(1);
  });

  it('have no notes in damaged bytes', () => {
    for (const text of ['', 'drawing\nwide 1 1 1', 'drawing\nsolid x 1 1']) {
      expect(unpackNotes(new TextEncoder().encode(text)), text).toBeUndefined();
    }
  });
});
