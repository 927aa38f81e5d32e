import { describe, expect, it } from 'vitest';
import { escapeXml, infoDictionary, xmpPacket } from '../../src/pdf/metadata.js';
import { sampleJob } from './sample-job.js';

const ID = '0123456789abcdef0123456789abcdef';
const packet = xmpPacket(sampleJob(), ID);

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
    const info = infoDictionary(sampleJob());
    expect(packet).toContain(`<xmp:CreatorTool>${info.Creator}</xmp:CreatorTool>`);
    expect(packet).toContain(`<pdf:Producer>${info.Producer}</pdf:Producer>`);
    expect(packet).toContain(`<rdf:li xml:lang="x-default">${escapeXml(String(info.Title))}</rdf:li>`);
  });
});

describe('escapeXml', () => {
  it('drops what XML cannot hold and keeps the rest', () => {
    expect(escapeXml('a\u0000b\u001fc\td\ud800e\ufffff😀é')).toBe('abc\tdef😀é');
  });
});
