import { describe, expect, it } from 'vitest';
import { findingsIn } from './judge.js';
import { AT, type PdfDraft, SOUND_CONTENT, soundDraft } from './pdf-draft.js';

const MM = 72 / 25.4;

/** An area in RGB whose top left is 20 mm from the left and 30 mm from the top of a page 200 points high. */
const AREA = `1 0 0 rg ${20 * MM} ${200 - 30 * MM - 5} 10 5 re f`;

const placeIn = async (draft: PdfDraft) => {
  const [finding] = await findingsIn(draft);
  return { page: finding?.page, label: finding?.label, x: finding?.xMm, y: finding?.yMm };
};

describe('the place of a finding', () => {
  it('is in millimetres from the top left of the trim', async () => {
    expect(await placeIn(soundDraft().content(SOUND_CONTENT + AREA))).toEqual({ page: 1, label: 'A1', x: 20, y: 30 });
  });

  it('counts from the trim where there is a bleed', async () => {
    const draft = soundDraft().edit(AT.page, '/TrimBox [0 0 200 200]', `/TrimBox [${5 * MM} 0 200 ${200 - 5 * MM}]`);
    expect(await placeIn(draft.content(SOUND_CONTENT + AREA))).toMatchObject({ x: 15, y: 25 });
  });

  it('follows the matrices of the forms that a thing is in', async () => {
    const draft = soundDraft()
      .resources('/XObject << /X 30 0 R >>')
      .stream(AT.free, '/Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 1 1]', `1 0 0 rg 0 0 ${MM} ${MM} re f`)
      .content(`${SOUND_CONTENT}q 2 0 0 2 ${10 * MM - 2} ${200 - 22 * MM - 2} cm /X Do Q`);
    expect(await placeIn(draft)).toMatchObject({ x: 10, y: 20 });
  });

  it('is told once where the same is wrong again and again, with how often', async () => {
    const findings = await findingsIn(
      soundDraft().content(`${SOUND_CONTENT}${AREA}\n`.repeat(1) + `${AREA}\n`.repeat(6)),
    );
    expect(findings.map(({ rule, times }) => [rule, times])).toEqual([['rgb-color', 7]]);
  });
});

describe('an advertisement', () => {
  it('may lack what only a whole paper needs, and is warned of what is left behind', async () => {
    const draft = soundDraft()
      .edit(AT.catalog, '/Metadata 6 0 R /OutputIntents [7 0 R]', '')
      .edit(AT.page, '/Type /Page', '/Type /Page /Annots [<< /Subtype /Link /Rect [20 20 40 40] >>]');
    const findings = await findingsIn(draft, { rules: { kind: 'ad' } });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['annotation', 'warning']]);
  });

  it.each([
    [{ width: 202, height: 198 }, []],
    [{ width: 204, height: 200 }, ['trim-size']],
  ])('fits a slot of %j within a millimetre', async (trim, rules) => {
    const findings = await findingsIn(soundDraft(), { rules: { kind: 'ad', trim } });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
