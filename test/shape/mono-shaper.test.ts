import { describe, expect, it } from 'vitest';
import { BOX, GLUE, PENALTY } from '../../src/model/hlist.js';
import { monoHList } from '../fixtures/mono-shaper.js';

describe('monoHList', () => {
  it('sets every character half an em wide', () => {
    const list = monoHList('ab cde', { size: 10 });
    expect([...list.kind]).toEqual([BOX, GLUE, BOX, PENALTY, GLUE, PENALTY]);
    expect([...list.width]).toEqual([10, 5, 15, 0, 0, 0]);
    expect(list.stretch[1]).toBe(2.5);
    expect(list.shrink[1]).toBe(1.25);
  });

  it('cuts a word at its marks, and gives the hyphen a width only where it is added', () => {
    const list = monoHList('hy|phen well-set');
    expect([...list.kind]).toEqual([BOX, PENALTY, BOX, GLUE, BOX, PENALTY, BOX, PENALTY, GLUE, PENALTY]);
    expect([...list.width].slice(0, 7)).toEqual([10, 5, 20, 5, 25, 0, 15]);
    expect([...list.flagged].slice(0, 7)).toEqual([0, 1, 0, 0, 0, 1, 0]);
    expect(list.words.map((word) => word.text)).toEqual(['hyphen', 'well-set']);
    expect(list.words[0]?.cut(0, 2, true).text).toBe('hy-');
  });

  it('ends every line of the source with a fill and a forced break', () => {
    const list = monoHList('a\nb');
    expect([...list.penalty]).toEqual([0, 10000, 0, -10000, 0, 10000, 0, -10000]);
    expect(list.paragraph.runs.map((run) => run.type)).toEqual(['text', 'break', 'text']);
  });
});
