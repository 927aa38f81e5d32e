import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breakParagraph } from '../../src/paragraph/break-paragraph.js';
import type { Breaks } from '../../src/paragraph/breaks.kernel.js';
import type { LineShape } from '../../src/paragraph/line-shape.js';
import { type BreakParameters, TEX_PARAMETERS } from '../../src/paragraph/parameters.js';
import { type TexCase, type TexConfig, type TexList, type TexMaterial, texList } from './tex-list.js';

/* Breaks and demerits of 96 paragraphs, against those of real TeX (LuaTeX 1.15), line by line. */

const MATERIAL = new URL('../../../shared/material/tex-linebreaks/tex-linebreaks.json', import.meta.url);
const isHere = existsSync(MATERIAL);
const material: TexMaterial = isHere
  ? JSON.parse(readFileSync(MATERIAL, 'utf8'))
  : { meta: { spPerBp: 1 }, configs: [], paragraphs: [], cases: [] };
const { spPerBp } = material.meta;

const PASSES = { first: 'pretolerance', second: 'tolerance', emergency: 'emergency' } as const;

/** TeX reads lengths in bp and cuts off what is less than a scaled point. */
function texLength(bp: number): number {
  return Math.trunc(bp * spPerBp) / 65536;
}

function texParameters(config: TexConfig): BreakParameters {
  return {
    ...TEX_PARAMETERS,
    pretolerance: config.pretolerance,
    tolerance: config.tolerance,
    linePenalty: config.linepenalty,
    adjDemerits: config.adjdemerits,
    doubleHyphenDemerits: config.doublehyphendemerits,
    finalHyphenDemerits: config.finalhyphendemerits,
    emergencyStretch: texLength(config.emergencystretch),
    looseness: config.looseness,
  };
}

function texShape(config: TexConfig): LineShape {
  if (!config.parshape) return { widths: [texLength(config.width)] };
  return { widths: config.parshape.map(([, width]) => texLength(width)) };
}

function setCase(texCase: TexCase): { readonly breaks: Breaks; readonly list: TexList } {
  const config = material.configs.find((candidate) => candidate.id === texCase.config) as TexConfig;
  const paragraph = material.paragraphs.find((candidate) => candidate.id === texCase.paragraph);
  const list = texList(paragraph as TexMaterial['paragraphs'][number], config, spPerBp);
  return { list, breaks: breakParagraph(list.list, texShape(config), texParameters(config)) };
}

describe.skipIf(!isHere)('total fit against TeX (needs ../shared/material/tex-linebreaks)', () => {
  it('has all 96 cases to look at', () => {
    expect(material.cases).toHaveLength(96);
  });

  for (const texCase of material.cases) {
    it(`breaks ${texCase.id} where TeX does, at the same demerits, in the same pass`, () => {
      const { breaks, list } = setCase(texCase);
      const ends = Array.from(breaks.positions, (item) => list.ends[item]);
      expect(ends).toEqual(texCase.lines.map((line) => line.end));
      expect(breaks.demerits).toBe(texCase.demerits);
      expect(breaks.pass).toBe(PASSES[texCase.pass]);
      expect(breaks.overfull).toBe(texCase.lines.filter((line) => line.overfull).length);
    });

    it(`stretches the lines of ${texCase.id} as TeX does`, () => {
      const { breaks } = setCase(texCase);
      for (const [i, line] of texCase.lines.entries()) expect(breaks.ratios[i]).toBeCloseTo(line.ratio, 4);
    });
  }
});
