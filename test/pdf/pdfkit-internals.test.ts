import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDeflate } from '../../src/pdf/deflate.kernel.js';
import { openPdf, PDFKIT_VERSION, type PdfBody, textString } from '../../src/pdf/pdfkit-internals.js';
import { readFace, shape, TEXT } from './sample-job.js';

const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

function start(): { body: PdfBody; text: () => string } {
  const chunks: Uint8Array[] = [];
  const body = openPdf((bytes) => void chunks.push(bytes), makeDeflate());
  return { body, text: () => Buffer.concat(chunks).toString('latin1') };
}

describe('pdfkit', () => {
  it('is the version that its internals were read in, installed and pinned', () => {
    expect(readJson('../../node_modules/pdfkit/package.json').version).toBe(PDFKIT_VERSION);
    expect(readJson('../../package.json').dependencies.pdfkit).toBe(PDFKIT_VERSION);
  });

  it('puts every object where the xref section says', () => {
    const { body, text } = start();
    const page = body.reserve();
    body.write(body.pages, { Type: 'Pages', Count: 1, Kids: [page] });
    body.write(page, { Type: 'Page', Parent: body.pages, MediaBox: [0, 0, 10, 10] });
    body.addStream({}, new Uint8Array(500), 'deflate');
    body.write(body.outline, {});
    body.write(body.catalog, { Type: 'Catalog', Pages: body.pages });
    body.close({ Trapped: 'False' }, new Uint8Array(16).fill(255));
    const offsets = [...text().matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    offsets.forEach((offset, index) => {
      expect(
        text()
          .slice(offset)
          .startsWith(`${index + 1} 0 obj\n`),
      ).toBe(true);
    });
    expect(text()).toContain(`/ID [<${'ff'.repeat(16)}> <${'ff'.repeat(16)}>]`);
  });

  it('writes names, text, numbers and references each in its way', () => {
    const { body, text } = start();
    const other = body.reserve();
    body.add({ Name: 'Page', Text: textString('a (b) \\ é'), Number: 1e-9, Other: other, None: undefined, Null: null });
    expect(text()).toContain('/Name /Page');
    expect(text()).toContain('/Text (\xfe\xff\0a\0 \0\\(\0b\0\\)\0 \0\\\\\0 \0\xe9)');
    expect(text()).toContain('/Number 0\n');
    expect(text()).toContain(`/Other ${other.id} 0 R`);
    expect(text()).not.toContain('None');
    expect(text()).toContain('/Null null');
  });

  it('leaves a plain stream plain', () => {
    const { body, text } = start();
    body.addStream({ Type: 'Metadata' }, Buffer.from('as it is'), 'plain');
    expect(text()).toMatch(/\/Length 8\n>>\nstream\nas it is\nendstream/);
  });

  it('gives a glyph one code for each text that it stands for, and the same code for the same pair', () => {
    const font = start().body.openFont(TEXT, readFace(TEXT));
    const a = shape(TEXT, 'A').glyphs[0] as number;
    const first = font.code(a, 'A');
    const second = font.code(a, 'a');
    expect(font.spaceCode).toBe(1);
    expect([first, second, font.code(a, 'A'), font.code(a, 'a')]).toEqual([2, 3, 2, 3]);
    expect(font.advance(second)).toBe(font.advance(first));
  });

  it('opens equal fonts as one', () => {
    const { body } = start();
    expect(body.openFont('one', readFace(TEXT))).toBe(body.openFont('other', readFace(TEXT).slice()));
  });
});
