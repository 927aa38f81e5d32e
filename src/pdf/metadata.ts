/** What the file says of itself: the Info dictionary and the XMP packet, both from the same values, so that they agree. */
import type { PrintJob } from '../model/display-list.js';
import type { FileKind } from './file-kind.js';
import { PDFKIT_VERSION, type PdfDictionary, textString } from './pdfkit-internals.js';
import { describeSchemas } from './xmp-schemas.js';

const CREATOR = 'Broadsheet';
const PRODUCER = `Broadsheet, pdfkit ${PDFKIT_VERSION}`;

/** The Info dictionary. A press file says that it is not trapped, by a name (ISO 15930-7); dates are the issue's, at midnight UTC. */
export function infoDictionary(job: PrintJob, kind: FileKind): PdfDictionary {
  const date = textString(`D:${job.date.replaceAll('-', '')}000000Z`);
  return {
    Title: textString(job.title),
    Creator: textString(CREATOR),
    Producer: textString(PRODUCER),
    CreationDate: date,
    ModDate: date,
    Trapped: kind === 'press' ? 'False' : undefined,
  };
}

/** The XMP packet of a file with PRISM's words for the issue. `id`: 32 hex digits from the file's content. */
export function xmpPacket(job: PrintJob, id: string, kind: FileKind): string {
  const claim = CLAIMS[kind];
  const date = `${job.date}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
${claim.namespaces}
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(job.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(job.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${escapeXml(CREATOR)}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:${uuid(id)}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${escapeXml(PRODUCER)}</pdf:Producer>
${claim.properties}
<prism:publicationName>${escapeXml(job.paper)}</prism:publicationName>
<prism:number>${job.number}</prism:number>
<prism:edition>${escapeXml(job.edition)}</prism:edition>
<prism:coverDate>${escapeXml(job.date)}</prism:coverDate>
</rdf:Description>
${claim.schemas}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** What a file claims to be. Whoever reads PDF/A must find every schema described that its standard does not name. */
const CLAIMS = {
  press: {
    namespaces: ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
    properties: '<pdf:Trapped>False</pdf:Trapped>\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
    schemas: '',
  },
  reader: {
    namespaces: ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\n xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
    properties:
      '<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>',
    schemas: describeSchemas(),
  },
} as const;

/** Escapes text for XML content, and drops the control characters that XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

/** 32 hex digits as a UUID of version 8, the one that leaves its bits to the maker (RFC 9562, 5.8). */
function uuid(hex: string): string {
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join('-');
}
