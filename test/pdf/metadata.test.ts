import { describe, expect, it } from 'vitest';
import { escapeXml, infoDictionary, xmpPacket } from '../../src/pdf/metadata.js';
import { sampleJob } from './sample-job.js';

const ID = '0123456789abcdef0123456789abcdef';
const packet = xmpPacket(sampleJob(), ID, 'press');

describe('xmpPacket', () => {
  it('says what a PDF/X-4 file must say, with the dates of the issue', () => {
    for (const entry of [
      '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
      '<xmp:CreateDate>2026-07-08T00:00:00Z</xmp:CreateDate>',
      '<xmp:ModifyDate>2026-07-08T00:00:00Z</xmp:ModifyDate>',
      '<xmp:MetadataDate>2026-07-08T00:00:00Z</xmp:MetadataDate>',
      '<xmpMM:VersionID>1</xmpMM:VersionID>',
      '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
      '<pdf:Trapped>False</pdf:Trapped>',
      '<prism:publicationName>The Harbour Courier</prism:publicationName>',
      '<prism:number>8123</prism:number>',
      '<prism:coverDate>2026-07-08</prism:coverDate>',
    ]) {
      expect(packet).toContain(entry);
    }
  });

  it('makes a version 8 UUID of the content’s hash', () => {
    expect(packet).toContain('<xmpMM:DocumentID>uuid:01234567-89ab-8def-8123-456789abcdef</xmpMM:DocumentID>');
  });

  it('escapes what XML gives a meaning', () => {
    expect(packet).toContain('The Harbour Courier, 8 July 2026 &lt;national&gt; &amp; “harbour”');
  });

  it('agrees with Info in title, creator and producer', () => {
    const info = infoDictionary(sampleJob(), 'press');
    expect(packet).toContain(`<xmp:CreatorTool>${info.Creator}</xmp:CreatorTool>`);
    expect(packet).toContain(`<pdf:Producer>${info.Producer}</pdf:Producer>`);
    expect(packet).toContain(`<rdf:li xml:lang="x-default">${escapeXml(String(info.Title))}</rdf:li>`);
  });
});

describe('xmpPacket of a reader’s copy', () => {
  const reader = xmpPacket(sampleJob(), ID, 'reader');

  it('claims PDF/A-2u and PDF/UA-1, and nothing of the press', () => {
    expect(reader).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>');
    expect(reader).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(reader).not.toMatch(/pdfx|Trapped/);
    expect(infoDictionary(sampleJob(), 'reader').Trapped).toBeUndefined();
  });

  it('describes every property that PDF/A does not know', () => {
    const described = [...reader.matchAll(/<pdfaSchema:prefix>(\w+)<[\s\S]*?<\/rdf:Seq>/g)].flatMap(
      ([schema, prefix]) => [...schema.matchAll(/<pdfaProperty:name>(\w+)</g)].map(([, name]) => `${prefix}:${name}`),
    );
    const used = [...reader.matchAll(/<((?:pdfuaid|prism):\w+)>/g)].map(([, name]) => name);
    expect(described).toEqual(expect.arrayContaining(used));
    expect(used).toHaveLength(5);
  });

  it('is XML, every element closed', () => {
    const open: string[] = [];
    for (const [, slash, name, empty] of reader.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (empty) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name as string);
    }
    expect(open).toEqual([]);
  });
});

describe('escapeXml', () => {
  it('drops what XML cannot hold and keeps the rest', () => {
    expect(escapeXml('a\u0000b\u001fc\td\ud800e\ufffff😀é')).toBe('abc\tdef😀é');
  });
});
