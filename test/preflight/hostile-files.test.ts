import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsIn, rulesBrokenBy } from './judge.js';
import { AT, latin, type PdfDraft, SOUND_CONTENT, soundDraft } from './pdf-draft.js';

/** An object stream as PDF 1.5 has it. */
function objectStream(draft: PdfDraft, dict: string, data: Uint8Array): PdfDraft {
  return draft.stream(AT.free, `/Type /ObjStm ${dict} /Filter /FlateDecode`, deflateSync(data));
}

/** Forms of which each shows the next twice. */
function doublingForms(levels: number): PdfDraft {
  const draft = soundDraft().resources(`/XObject << /X ${AT.free} 0 R >>`).content(`${SOUND_CONTENT}/X Do`);
  for (let level = 0; level < levels; level++) {
    const next = AT.free + level + 1;
    const dict = `/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`;
    draft.stream(AT.free + level, dict, '/X Do '.repeat(40));
  }
  return draft.stream(AT.free + levels, '/Subtype /Form /BBox [0 0 9 9]', '0 0 0 1 k 0 0 9 9 re f');
}

describe('a file that means harm', () => {
  it.each([
    ['is empty', new Uint8Array()],
    ['is no PDF', latin('Dear Sirs,\n')],
    ['is a header alone', latin('%PDF-1.6\n')],
    ['has no catalog', latin('%PDF-1.6\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 9 0 R >>\n%%EOF\n')],
  ])('is refused in a sentence where it %s', async (_, bytes) => {
    const findings = await findingsIn(bytes);
    expect(findings.map(({ rule }) => rule)).toEqual(['damaged-file']);
    expect(findings[0]?.message).toMatch(/^the file was not judged to its end: /);
  });

  it.each([
    ['an object stream', objectStream(soundDraft(), '/N 1 /First 4', new Uint8Array(8))],
    ['content', soundDraft().stream(AT.content, '/Filter /FlateDecode', deflateSync(new Uint8Array(8)))],
  ])('is refused where %s unpacks to more than the memory should hold', async (_, bomb) => {
    const tools = { inflate: () => ({ type: 'too-large' }) as const };
    expect(await rulesBrokenBy(bomb, { tools })).toContain('beyond-limits');
  });

  it('is refused where an object stream names one large object a hundred thousand times', async () => {
    const table = '7 0 '.repeat(100_000);
    const data = latin(`${table}[${'0 '.repeat(1000)}]`);
    const file = objectStream(soundDraft(), `/N 100000 /First ${table.length}`, data);
    expect(await rulesBrokenBy(file)).toEqual(['beyond-limits']);
  });

  it('is refused where streams without an end send the reader back again and again', async () => {
    const file = latin(`%PDF-1.6\n${'1 0 obj\n<< /A 1 >>\nstream\n'.repeat(10_000)}`);
    expect(await rulesBrokenBy(file)).toEqual(['beyond-limits']);
  }, 60_000);

  it('is refused where strings without an end do', async () => {
    const file = latin(`%PDF-1.6\n${'1 0 obj\n(((( \nendobj\n'.repeat(10_000)}`);
    expect(await rulesBrokenBy(file)).toEqual(['beyond-limits']);
  }, 60_000);

  it('is refused where forms show one another without number', async () => {
    expect(await rulesBrokenBy(doublingForms(12))).toEqual(['beyond-limits']);
  }, 60_000);

  it('is judged where forms lie deeper than any page needs', async () => {
    const deep = doublingForms(0);
    expect(await findingsIn(deep)).toEqual([]);
  });

  it('is judged where the page tree, outline, labels and threads run in circles', async () => {
    const file = soundDraft()
      .edit(AT.pages, '[3 0 R]', '[3 0 R 2 0 R]')
      .edit(AT.item, '/Title', '/First 19 0 R /Next 19 0 R /Title')
      .edit(AT.catalog, '/Nums', '/Kids [1 0 R] /Nums')
      .edit(AT.secondBead, '/N 16 0 R', '/N 17 0 R');
    expect(await rulesBrokenBy(file)).toEqual(expect.arrayContaining(['damaged-file', 'outline', 'thread']));
  });

  it('never throws, whatever byte of a sound file is another', async () => {
    const sound = soundDraft().bytes();
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = sound.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        await findingsIn(bytes);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('never throws, whatever its content is', async () => {
    const token = fc.constantFrom(
      ...'q Q cm BT ET Tf Tj TJ Tm re f S W n Do gs cs scn sh BI ID EI /F1 /On [ ] << >> ( ) <00 22> 1 -0.5 9e9 %'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 60 }), async (tokens) => {
        await findingsIn(soundDraft().content(tokens.join(' ')));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
