import { deflateSync } from 'node:zlib';
import { MONO_FONT } from '../fixtures/mono-font.js';

/** A PDF that is being put together, object by object, so that a test can spoil any byte of it. */
export interface PdfDraft {
  /** Replaces a piece of an object's text. Fails where the piece is not in it. */
  edit(object: number, piece: string, instead: string): PdfDraft;
  /** Writes an object anew, or a further one. */
  set(object: number, text: string): PdfDraft;
  /** Writes a stream; `dict` without brackets and length. */
  stream(object: number, dict: string, data: string | Uint8Array): PdfDraft;
  /** Writes the content of the page. */
  content(text: string): PdfDraft;
  /** Names things in the page's resources: `/XObject << /X 30 0 R >>`. */
  resources(text: string): PdfDraft;
  trailer(piece: string, instead: string): PdfDraft;
  /** Changes the finished bytes. */
  after(change: (bytes: Uint8Array) => Uint8Array): PdfDraft;
  bytes(): Uint8Array;
}

/** The objects of the sound file that tests spoil by number. */
export const AT = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  info: 5,
  xmp: 6,
  intent: 7,
  profile: 8,
  overprint: 9,
  font: 10,
  descendant: 11,
  descriptor: 12,
  program: 13,
  unicode: 14,
  thread: 15,
  firstBead: 16,
  secondBead: 17,
  outline: 18,
  item: 19,
  knockout: 20,
  /** From here on, numbers are free. */
  free: 30,
} as const;

type Part = { readonly text: string; readonly data?: Uint8Array };

/** One byte a character. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A page of 200 × 200 points with nothing wrong: two lines of type, a rule, one thread of two beads, one bookmark. */
export function soundDraft(): PdfDraft {
  const objects = new Map<number, Part>();
  let trailer =
    '<< /Size 40 /Root 1 0 R /Info 5 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>';
  let change = (bytes: Uint8Array): Uint8Array => bytes;
  let resources = '';
  const draft: PdfDraft = {
    edit(object, piece, instead) {
      const part = objects.get(object);
      if (!part?.text.includes(piece)) throw new Error(`object ${object} has no "${piece}"`);
      objects.set(object, { ...part, text: part.text.replace(piece, () => instead) });
      return draft;
    },
    set(object, text) {
      objects.set(object, { text });
      return draft;
    },
    stream(object, dict, data) {
      const bytes = typeof data === 'string' ? latin(data) : data;
      objects.set(object, { text: `<< ${dict} /Length ${bytes.length} >>`, data: bytes });
      return draft;
    },
    content: (text) => draft.stream(AT.content, '', text),
    resources(text) {
      resources = text;
      return draft.edit(AT.page, '/Resources <<', `/Resources << ${resources}`);
    },
    trailer(piece, instead) {
      if (!trailer.includes(piece)) throw new Error(`the trailer has no "${piece}"`);
      trailer = trailer.replace(piece, () => instead);
      return draft;
    },
    after(next) {
      const before = change;
      change = (bytes) => next(before(bytes));
      return draft;
    },
    bytes: () => change(assemble(objects, trailer)),
  };
  for (const [object, part] of soundObjects()) {
    if (part.data === undefined) draft.set(object, part.text);
    else draft.stream(object, part.text, part.data);
  }
  return draft;
}

/** Header, objects, one cross-reference section (ISO 32000-1, 7.5). */
function assemble(objects: ReadonlyMap<number, Part>, trailer: string): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.6\n%\xe2\xe3\xcf\xd3\n')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, { text, data }] of objects) {
    offsets.set(number, length);
    push(latin(`${number} 0 obj\n${text}\n`));
    if (data !== undefined) push(join([latin('stream\n'), data, latin('\nendstream\n')]));
    push(latin('endobj\n'));
  }
  const last = Math.max(...objects.keys());
  const rows = Array.from({ length: last + 1 }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = length;
  push(latin(`xref\n0 ${last + 1}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`));
  return join(parts);
}

export const SOUND_CONTENT = `/On gs
BT /F1 9 Tf 0 0 0 1 k 1 0 0 1 20 180 Tm <00220023> Tj ET
BT /F1 9 Tf 1 0 0 1 120 180 Tm <00220023> Tj ET
0 0 0 1 K 0.5 w 20 150 m 180 150 l S
`;

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Test</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-07-08T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-07-08T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-07-08T00:00:00Z</xmp:MetadataDate><xmp:CreatorTool>A test</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>A test</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const TO_UNICODE = `1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0022> <0023> <0041> endbfrange`;

/** The header of a profile is all that preflight looks at (ICC.1:2010, 7.2). */
export function profileHeader(kind = 'prtr', space = 'CMYK'): Uint8Array {
  const bytes = new Uint8Array(132);
  bytes.set(latin(kind), 12);
  bytes.set(latin(space), 16);
  bytes.set(latin('acsp'), 36);
  return bytes;
}

function soundObjects(): ReadonlyMap<number, Part> {
  const bead = (next: number, left: number): Part => ({
    text: `<< /Type /Bead /T 15 0 R /N ${next} 0 R /V ${next} 0 R /P 3 0 R /R [${left} 160 ${left + 80} 195] >>`,
  });
  return new Map<number, Part>([
    [
      AT.catalog,
      {
        text: `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OutputIntents [7 0 R] /Threads [15 0 R] /Outlines 18 0 R /PageLabels << /Nums [0 << /S /D /P (A) >>] >> >>`,
      },
    ],
    [AT.pages, { text: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }],
    [
      AT.page,
      {
        text: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /BleedBox [0 0 200 200] /TrimBox [0 0 200 200] /Contents 4 0 R /B [16 0 R 17 0 R] /Resources << /Font << /F1 10 0 R >> /ExtGState << /On 9 0 R /Off 20 0 R >> >> >>`,
      },
    ],
    [AT.content, { text: '', data: latin(SOUND_CONTENT) }],
    [
      AT.info,
      {
        text: `<< /Title (Test) /Creator (A test) /Producer (A test) /CreationDate (D:20260708000000Z) /ModDate (D:20260708020000+02'00') /Trapped /False >>`,
      },
    ],
    [AT.xmp, { text: '/Type /Metadata /Subtype /XML', data: latin(XMP) }],
    [
      AT.intent,
      {
        text: '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (CGATS TR 002) /OutputCondition (SNAP) /Info (SNAP) /RegistryName (http://www.color.org) /DestOutputProfile 8 0 R >>',
      },
    ],
    [AT.profile, { text: '/N 4', data: profileHeader() }],
    [AT.overprint, { text: '<< /Type /ExtGState /OP true /op true /OPM 1 >>' }],
    [
      AT.font,
      {
        text: '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Mono /Encoding /Identity-H /DescendantFonts [11 0 R] /ToUnicode 14 0 R >>',
      },
    ],
    [
      AT.descendant,
      {
        text: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Mono /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 12 0 R /CIDToGIDMap /Identity /DW 500 >>',
      },
    ],
    [
      AT.descriptor,
      {
        text: '<< /Type /FontDescriptor /FontName /ABCDEF+Mono /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 /FontFile2 13 0 R >>',
      },
    ],
    [AT.program, { text: `/Filter /FlateDecode /Length1 ${MONO_FONT.length}`, data: deflateSync(MONO_FONT) }],
    [AT.unicode, { text: '', data: latin(TO_UNICODE) }],
    [AT.thread, { text: '<< /Type /Thread /F 16 0 R /I << /Title (A story) >> >>' }],
    [AT.firstBead, bead(17, 15)],
    [AT.secondBead, bead(16, 115)],
    [AT.outline, { text: '<< /Type /Outlines /First 19 0 R /Last 19 0 R /Count 1 >>' }],
    [AT.item, { text: '<< /Title (A story) /Parent 18 0 R /Dest [3 0 R /Fit] >>' }],
    [AT.knockout, { text: '<< /Type /ExtGState /OP false /op false /OPM 1 >>' }],
  ]);
}
