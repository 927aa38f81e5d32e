import { deflateSync } from 'node:zlib';
import type { RuleCode } from '../../src/preflight/rules.js';
import { MONO_FONT } from '../fixtures/mono-font.js';
import { patch16, sfntTables, withTables } from '../fixtures/sfnt-bytes.js';
import type { JudgeOptions } from './judge.js';
import { AT, latin, type PdfDraft, profileHeader, SOUND_CONTENT, soundDraft } from './pdf-draft.js';

/** A file with one fault, and its twin: as like it as can be, and sound. */
export interface Fault {
  readonly rule: RuleCode;
  /** What is wrong with it, in words. */
  readonly name: string;
  readonly broken: PdfDraft;
  readonly sound: PdfDraft;
  readonly options?: JudgeOptions;
}

type Change = (draft: PdfDraft) => PdfDraft;

function fault(
  rule: RuleCode,
  name: string,
  broken: Change,
  sound: Change = (draft) => draft,
  options?: JudgeOptions,
): Fault {
  const files = { rule, name, broken: broken(soundDraft()), sound: sound(soundDraft()) };
  return options === undefined ? files : { ...files, options };
}

const edit =
  (object: number, piece: string, instead: string): Change =>
  (draft) =>
    draft.edit(object, piece, instead);

/** Further entries of the catalog, or of the page. */
const inCatalog = (entries: string): Change => edit(AT.catalog, '/Type /Catalog', `/Type /Catalog ${entries}`);
const onPage = (entries: string): Change => edit(AT.page, '/Type /Page', `/Type /Page ${entries}`);

const stream =
  (object: number, dict: string, data: string | Uint8Array): Change =>
  (draft) =>
    draft.stream(object, dict, data);

/** More content after the sound one. */
const drawing =
  (text: string): Change =>
  (draft) =>
    draft.content(`${SOUND_CONTENT}${text}\n`);

const all =
  (...changes: readonly Change[]): Change =>
  (draft) =>
    changes.reduce((changed, change) => change(changed), draft);

const after =
  (change: (bytes: Uint8Array) => Uint8Array): Change =>
  (draft) =>
    draft.after(change);

const append = (text: string): Change => after((bytes) => new Uint8Array([...bytes, ...latin(text)]));

/** An area of 100 × 20 points in a colour. */
const area = (color: string): Change => drawing(`q /Off gs ${color} 20 100 100 20 re f Q`);

/** A string in a colour and size. */
const type = (color: string, size: number, state = 'On'): Change =>
  drawing(`q /${state} gs BT /F1 ${size} Tf ${color} 1 0 0 1 20 100 Tm <0022> Tj ET Q`);

const resources =
  (text: string): Change =>
  (draft) =>
    draft.resources(text);

const spaced = (space: string, components: string): Change =>
  all(resources(`/ColorSpace << /S ${space} >>`), area(`/S cs ${components} scn`));

const TINT = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>';
const separation = (name: string): string => `[/Separation /${name} /DeviceCMYK ${TINT}]`;

/** A picture of so many pixels, shown on so many points. */
function picture(options: {
  readonly px: readonly [number, number];
  readonly pt: readonly [number, number];
  readonly dict?: string;
  readonly data?: Uint8Array;
}): Change {
  const { px, pt, dict = '/ColorSpace /DeviceCMYK /BitsPerComponent 8', data } = options;
  const bytes = data ?? deflateSync(new Uint8Array(px[0] * px[1] * 4).fill(100));
  const filter = data === undefined ? '/Filter /FlateDecode' : '';
  return all(
    resources('/XObject << /X 30 0 R >>'),
    stream(AT.free, `/Type /XObject /Subtype /Image /Width ${px[0]} /Height ${px[1]} ${dict} ${filter}`, bytes),
    drawing(`q ${pt[0]} 0 0 ${pt[1]} 20 20 cm /X Do Q`),
  );
}

/** 20 × 20 pixels of one colour on 6 × 6 points: 240 ppi. */
const plain = (inks: readonly number[], dict?: string): Change =>
  picture({
    px: [20, 20],
    pt: [6, 6],
    ...(dict !== undefined && { dict }),
    data: Uint8Array.from({ length: 400 * inks.length }, (_, index) => inks[index % inks.length] as number),
  });

const form = (dict: string): Change =>
  all(
    resources('/XObject << /X 30 0 R >>'),
    stream(AT.free, `/Type /XObject /Subtype /Form /BBox [0 0 10 10] ${dict}`, '0 0 0 1 k 0 0 9 9 re f'),
    drawing('q /X Do Q'),
  );

const further =
  (object: number, text: string): Change =>
  (draft) =>
    draft.set(object, text);

const fontBytes = (bytes: Uint8Array): Change =>
  stream(AT.program, `/Filter /FlateDecode /Length1 ${bytes.length}`, deflateSync(bytes));

/** The same font with one wide glyph. */
function widened(): Uint8Array {
  const hmtx = sfntTables(MONO_FONT).get('hmtx') as Uint8Array;
  return withTables(MONO_FONT, { hmtx: patch16(hmtx, { [0x22 * 4]: 700, 0: 700 }) });
}

const jpegWith = (marker: string): Uint8Array =>
  new Uint8Array([0xff, 0xd8, 0xff, 0xee, 0, 14, ...latin(marker.padEnd(12, '\0')), 0xff, 0xda, 0, 0]);

/** Told as a JPEG that decodes to light ink, so that its ink is no fault. */
const lightJpeg = {
  tools: {
    decodeJpeg: async () =>
      ({ components: 4, widthPx: 20, heightPx: 20, bytes: new Uint8Array(1600).fill(250) }) as const,
  },
};

const group = (space: string): Change => onPage(`/Group << /S /Transparency /CS /${space} >>`);
const faded: Change = all(
  resources(''),
  edit(AT.page, '/On 9 0 R', '/On 9 0 R /Half << /ca 0.5 >>'),
  drawing('q /Half gs 0 1 0 0 k 20 100 100 20 re f Q'),
);

/** Text for every code, also for those that no font has. */
const wideText: Change = stream(AT.unicode, '', '1 beginbfrange <0000> <0fff> <0041> endbfrange');

const nested = (depth: number): Change => drawing(`${'q '.repeat(depth)}${'Q '.repeat(depth)}`);

export const FAULTS: readonly Fault[] = [
  fault(
    'damaged-file',
    'content that is cut short',
    stream(AT.content, '/Filter /FlateDecode', deflateSync(latin(SOUND_CONTENT)).subarray(0, -6)),
    stream(AT.content, '/Filter /FlateDecode', deflateSync(latin(SOUND_CONTENT))),
  ),
  fault('damaged-file', 'a page tree in a circle', edit(AT.pages, '[3 0 R]', '[3 0 R 2 0 R]')),
  fault(
    'beyond-limits',
    'arrays in arrays',
    further(AT.free, `${'['.repeat(200)}${']'.repeat(200)}`),
    further(AT.free, `${'['.repeat(50)}${']'.repeat(50)}`),
  ),
  fault(
    'encrypted',
    'an encryption dictionary',
    (draft) => draft.trailer('/Root', '/Encrypt 30 0 R /Root').set(AT.free, '<< /Filter /Standard /V 2 >>'),
    further(AT.free, '<< /Filter /Standard /V 2 >>'),
  ),
  fault(
    'pdf-version',
    'PDF 1.7',
    after((bytes) => bytes.with(7, 0x37)),
    after((bytes) => bytes.with(7, 0x34)),
  ),
  fault(
    'pdf-version',
    'a later version in the catalog',
    edit(AT.catalog, '/Catalog', '/Catalog /Version /1.7'),
    edit(AT.catalog, '/Catalog', '/Catalog /Version /1.6'),
  ),
  fault('file-id', 'no ID', (draft) => draft.trailer('/ID', '/NoID')),
  fault('file-id', 'a short ID', (draft) => draft.trailer('<00112233445566778899aabbccddeeff>', '<0011>')),
  fault(
    'file-end',
    'changes appended',
    append('xref\n0 0\ntrailer\n<< /Size 40 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ),
  fault('file-end', 'bytes after the end', append('and so on\n'), append('\r\n')),
  fault(
    'forbidden-filter',
    'LZW',
    stream(AT.free, '/Filter /LZWDecode', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01'),
    stream(AT.free, '/Filter /ASCIIHexDecode', '00>'),
  ),
  fault(
    'external-stream',
    'data in another file',
    stream(AT.free, '/F (data.bin)', 'x'),
    stream(AT.free, '/Data (data.bin)', 'x'),
  ),
  fault('content-syntax', 'an unknown operator', drawing('20 zz'), drawing('BX 20 zz EX')),
  fault('content-syntax', 'q without Q', drawing('q'), drawing('q Q')),
  fault('content-syntax', 'Q without q', drawing('Q')),
  fault(
    'content-syntax',
    'a form that shows itself',
    all(
      resources('/XObject << /X 30 0 R >>'),
      stream(AT.free, '/Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /X 30 0 R >> >>', '/X Do'),
      drawing('/X Do'),
    ),
    form(''),
  ),
  fault('deep-nesting', 'q 29 deep', nested(29), nested(28)),
  fault('missing-resource', 'an image that is not there', drawing('/Nothing Do'), form('')),
  fault('missing-resource', 'a colour space that is not there', area('/S cs 1 scn'), spaced(separation('Black'), '1')),
  fault('info-incomplete', 'no title', edit(AT.info, '/Title (Test)', '')),
  fault('xmp-missing', 'no XMP', edit(AT.catalog, '/Metadata 6 0 R', '')),
  fault(
    'xmp-missing',
    'packed XMP',
    stream(AT.xmp, '/Type /Metadata /Subtype /XML /Filter /FlateDecode', deflateSync(latin('<a/>'))),
  ),
  fault(
    'xmp-missing',
    'XML that is not closed',
    stream(AT.xmp, '/Type /Metadata /Subtype /XML', '<x:xmpmeta xmlns:x="adobe:ns:meta/">'),
  ),
  fault('xmp-version', 'another standard', editXmp('PDF/X-4<', 'PDF/X-1a:2003<')),
  fault('xmp-incomplete', 'no document ID', editXmp('<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>', '')),
  fault('info-differs', 'two titles', edit(AT.info, '(Test)', '(Another)')),
  fault(
    'info-differs',
    'two dates',
    edit(AT.info, '(D:20260708000000Z)', '(D:20260709000000Z)'),
    edit(AT.info, '(D:20260708000000Z)', "(D:20260707190000-05'00')"),
  ),
  fault('trapped', 'neither true nor false', edit(AT.info, '/Trapped /False', '/Trapped /Unknown')),
  fault('trapped', 'a string in place of a name', edit(AT.info, '/Trapped /False', '/Trapped (False)')),
  fault(
    'trapped',
    'Info and XMP disagree',
    edit(AT.info, '/Trapped /False', '/Trapped /True'),
    all(edit(AT.info, '/Trapped /False', '/Trapped /True'), editXmp('Trapped>False', 'Trapped>True')),
  ),
  fault('output-intent', 'none', edit(AT.catalog, '/OutputIntents [7 0 R]', '')),
  fault('output-intent', 'two', edit(AT.catalog, '[7 0 R]', '[7 0 R 7 0 R]')),
  fault('output-intent', 'no registry', edit(AT.intent, '/RegistryName (http://www.color.org)', '')),
  fault('output-profile', 'none', edit(AT.intent, '/DestOutputProfile 8 0 R', '')),
  fault('output-profile', 'of a screen', stream(AT.profile, '/N 4', profileHeader('mntr'))),
  fault('output-profile', 'in RGB', stream(AT.profile, '/N 3', profileHeader('prtr', 'RGB '))),
  fault('other-profile', 'that of another paper', stream(AT.profile, '/N 4', profileHeader().with(4, 9)), undefined, {
    rules: { profile: profileHeader() },
  }),
  fault('page-box', 'no TrimBox', edit(AT.page, '/TrimBox [0 0 200 200]', '')),
  fault('page-box', 'trim outside bleed', edit(AT.page, '/BleedBox [0 0 200 200]', '/BleedBox [10 10 190 190]')),
  fault(
    'page-box',
    'bleed outside media',
    edit(AT.page, '/BleedBox [0 0 200 200]', '/BleedBox [-9 -9 209 209]'),
    all(
      edit(AT.page, '/BleedBox [0 0 200 200]', '/BleedBox [-9 -9 209 209]'),
      edit(AT.page, '/MediaBox [0 0 200 200]', '/MediaBox [-9 -9 209 209]'),
    ),
  ),
  fault('crop-box', 'a smaller CropBox', onPage('/CropBox [10 10 190 190]'), onPage('/CropBox [0 0 200 200]')),
  fault(
    'page-turned',
    'a quarter turn',
    edit(AT.pages, '/Kids', '/Rotate 90 /Kids'),
    edit(AT.pages, '/Kids', '/Rotate 0 /Kids'),
  ),
  fault('page-turned', 'a unit of its own', onPage('/UserUnit 2'), onPage('/UserUnit 1')),
  fault('trim-size', 'not that of the paper', (draft) => draft, undefined, {
    rules: { trim: { width: 210, height: 200 } },
  }),
  fault('trim-size', 'pages of two sizes', twoPages('[0 0 190 200]'), twoPages('[0 0 200 200]')),
  fault('page-count', 'one page for a press that folds four', (draft) => draft, undefined, {
    rules: { pageCounts: [4, 8] },
  }),
  fault('font-not-embedded', 'no font program', edit(AT.descriptor, '/FontFile2 13 0 R', '')),
  fault('font-damaged', 'half a font program', fontBytes(MONO_FONT.slice(0, 300)), fontBytes(MONO_FONT)),
  fault(
    'font-widths',
    'widths of another font',
    fontBytes(widened()),
    all(fontBytes(widened()), edit(AT.descendant, '/DW 500', '/DW 500 /W [34 [700]]')),
  ),
  fault('no-unicode', 'no ToUnicode', edit(AT.font, '/ToUnicode 14 0 R', '')),
  fault(
    'no-unicode',
    'one code without text',
    stream(AT.unicode, '', '1 beginbfchar <0022> <0041> endbfchar'),
    stream(AT.unicode, '', '2 beginbfchar <0022> <0041> <0023> <0042> endbfchar'),
  ),
  fault('missing-glyph', '.notdef', all(drawing('BT /F1 9 Tf 20 100 Td <00000022> Tj ET'), wideText), wideText),
  fault(
    'missing-glyph',
    'a glyph that is beyond the font',
    all(drawing('BT /F1 9 Tf 20 100 Td <0fff> Tj ET'), wideText),
    wideText,
  ),
  fault('rgb-color', 'an area', area('1 0 0 rg'), area('0 1 1 0 k')),
  fault(
    'rgb-color',
    'a picture',
    plain([0, 0, 0], '/ColorSpace /DeviceRGB /BitsPerComponent 8'),
    plain([0], '/ColorSpace /DeviceGray /BitsPerComponent 8'),
  ),
  fault(
    'rgb-color',
    'a palette',
    plain([0], '/ColorSpace [/Indexed /DeviceRGB 0 <ff0000>] /BitsPerComponent 8'),
    plain([0], '/ColorSpace [/Indexed /DeviceCMYK 0 <00ff0000>] /BitsPerComponent 8'),
  ),
  fault('rgb-color', 'an inline picture', inline('/RGB', 3), inline('/CMYK', 4)),
  fault('lab-color', 'an area', spaced('[/Lab << /WhitePoint [0.96 1 0.82] >>]', '50 0 0')),
  fault('spot-color', 'an area', spaced(separation('Gold'), '1'), spaced(separation('Magenta'), '1')),
  fault(
    'spot-color',
    'two inks',
    spaced(`[/DeviceN [/Black /Gold] /DeviceCMYK ${TINT}]`, '1 1'),
    spaced(`[/DeviceN [/Black /Cyan] /DeviceCMYK ${TINT}]`, '1 1'),
  ),
  fault('icc-color', 'the profile of the intent', spaced('[/ICCBased 8 0 R]', '0 1 0 0'), area('0 1 0 0 k')),
  fault(
    'registration-color',
    'on the page',
    spaced(separation('All'), '0.5'),
    all(
      edit(AT.page, '/MediaBox [0 0 200 200]', '/MediaBox [-30 -30 230 230]'),
      resources(`/ColorSpace << /S ${separation('All')} >>`),
      drawing('q /Off gs /S cs 0.5 scn -20 -20 10 10 re f Q'),
    ),
  ),
  fault('transparency-group', 'opacity without a group', faded, all(faded, group('DeviceCMYK'))),
  fault('transparency-group', 'a group in RGB', group('DeviceRGB'), group('DeviceCMYK')),
  fault(
    'transfer-function',
    'TR',
    edit(AT.overprint, '/OPM 1', '/OPM 1 /TR << /FunctionType 2 /Domain [0 1] /N 1 >>'),
    edit(AT.overprint, '/OPM 1', '/OPM 1 /TR2 /Default'),
  ),
  fault(
    'transfer-function',
    'a halftone of type 6',
    stream(AT.free, '/HalftoneType 6 /Width 1 /Height 1', 'x'),
    (draft) => draft.set(AT.free, '<< /HalftoneType 1 /Frequency 100 /Angle 45 /SpotFunction /Round >>'),
  ),
  fault('forbidden-object', 'PostScript', stream(AT.free, '/Type /XObject /Subtype /PS', 'showpage')),
  fault('forbidden-object', 'a reference', form('/Ref << /F (other.pdf) /Page 0 >>'), form('')),
  fault('forbidden-object', 'OPI', form('/OPI << /2.0 << >> >>'), form('')),
  fault(
    'action',
    'when the file is opened',
    inCatalog('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'),
    inCatalog('/OpenAction [3 0 R /Fit]'),
  ),
  fault('action', 'in the outline', edit(AT.item, '/Dest [3 0 R /Fit]', '/A << /S /GoTo /D [3 0 R /Fit] >>')),
  fault('javascript', 'in a list', inCatalog('/Names << /JavaScript << /Names [] >> >>'), inCatalog('/Names << >>')),
  fault(
    'annotation',
    'a note on the page',
    onPage('/Annots [<< /Subtype /Text /Rect [20 20 40 40] >>]'),
    onPage('/Annots [<< /Subtype /Text /Rect [220 20 240 40] >>]'),
  ),
  fault('form', 'fields', inCatalog('/AcroForm << /Fields [30 0 R] >>')),
  fault('embedded-file', 'a list', inCatalog('/Names << /EmbeddedFiles << /Names [] >> >>')),
  fault(
    'embedded-file',
    'one',
    further(AT.free, '<< /Type /Filespec /F (a.txt) /EF << /F 13 0 R >> >>'),
    further(AT.free, '<< /Type /Filespec /F (a.txt) >>'),
  ),
  fault('black-overprint', 'knocks out', type('0 0 0 1 k', 9, 'Off'), type('0 0 0 1 k', 9)),
  fault('black-overprint', 'gray', type('0 g', 24), type('0 g', 24.5)),
  fault('white-overprint', 'an area', drawing('q /On gs 0 0 0 0 k 20 100 100 20 re f Q'), area('0 0 0 0 k')),
  fault('white-overprint', 'type', type('0 0 0 0 k', 12), type('0 0 0 0 k', 12, 'Off')),
  fault(
    'rich-black',
    'type under display size',
    type('0.5 0.4 0.4 1 k', 20, 'Off'),
    type('0.5 0.4 0.4 1 k', 24, 'Off'),
  ),
  fault('ink-limit', 'an area', area('0.7 0.7 0.7 0.7 k'), area('0.6 0.6 0.6 0.6 k')),
  fault('ink-limit', 'a picture', plain([255, 255, 255, 0]), plain([200, 200, 200, 0])),
  fault(
    'ink-limit',
    'a palette',
    plain([1], '/ColorSpace [/Indexed /DeviceCMYK 1 <00000000ffffff00>] /BitsPerComponent 8'),
    plain([0], '/ColorSpace [/Indexed /DeviceCMYK 1 <00000000ffffff00>] /BitsPerComponent 8'),
  ),
  fault('ink-limit', 'a gradient', gradient('1 1 0 0.5'), gradient('1 1 0 0.3')),
  fault(
    'ink-limit',
    'registration of a picture',
    plain([0, 0, 0, 255], '/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]'),
    plain([60, 60, 60, 255], '/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]'),
  ),
  fault('negative-jpeg', 'Decode without an Adobe marker', jpeg('Other'), jpeg('Adobe'), lightJpeg),
  fault('small-type', 'solid', type('0 0 0 1 k', 4.9), type('0 0 0 1 k', 6)),
  fault('small-type', 'a tint', type('0 0 0 0.5 k', 7.9), type('0 0 0 0.5 k', 8)),
  fault('small-type', 'several inks', type('0 1 1 0 k', 9.9), type('0 1 1 0 k', 10)),
  fault('small-type', 'reversed', type('0 0 0 0 k', 7.9, 'Off'), type('0 0 0 0 k', 8, 'Off')),
  fault(
    'small-type',
    'made small by its matrix',
    drawing('q 0.5 0 0 0.5 0 0 cm BT /F1 9 Tf 0 0 0 1 k 40 200 Td <0022> Tj ET Q'),
    drawing('q 0.5 0 0 0.5 0 0 cm BT /F1 12 Tf 0 0 0 1 k 40 200 Td <0022> Tj ET Q'),
  ),
  fault(
    'small-type',
    'made narrow',
    drawing('BT /F1 9 Tf 50 Tz 0 0 0 1 k 40 100 Td <0022> Tj ET'),
    drawing('BT /F1 9 Tf 97 Tz 0 0 0 1 k 40 100 Td <0022> Tj ET'),
  ),
  fault('tiny-type', 'solid', type('0 0 0 1 k', 5.5), type('0 0 0 1 k', 6)),
  fault('thin-line', 'solid', drawing('0.2 w 20 90 m 90 90 l S'), drawing('0.25 w 20 90 m 90 90 l S')),
  fault('thin-line', 'a hairline', drawing('0 w 20 90 m 90 90 l S')),
  fault(
    'thin-line',
    'a tint',
    drawing('0 0 0 0.5 K 0.4 w 20 90 m 90 90 l S'),
    drawing('0 0 0 0.5 K 0.5 w 20 90 m 90 90 l S'),
  ),
  fault(
    'thin-line',
    'several inks',
    drawing('1 1 0 0 K 0.9 w 20 90 m 90 90 l S'),
    drawing('1 1 0 0 K 1 w 20 90 m 90 90 l S'),
  ),
  fault('thin-line', 'a bar', drawing('0 0 0 1 k 20 90 70 0.2 re f'), drawing('0 0 0 1 k 20 90 70 0.25 re f')),
  fault(
    'low-resolution',
    'a picture',
    picture({ px: [20, 20], pt: [10, 10] }),
    picture({ px: [20, 20], pt: [7.2, 7.2] }),
  ),
  fault(
    'low-resolution',
    'line work',
    picture({
      px: [32, 32],
      pt: [6, 6],
      dict: '/ColorSpace /DeviceGray /BitsPerComponent 1',
      data: new Uint8Array(128),
    }),
    picture({
      px: [56, 56],
      pt: [6, 6],
      dict: '/ColorSpace /DeviceGray /BitsPerComponent 1',
      data: new Uint8Array(392),
    }),
  ),
  fault(
    'poor-resolution',
    'a picture',
    picture({ px: [20, 20], pt: [8, 8] }),
    picture({ px: [20, 20], pt: [7.2, 7.2] }),
  ),
  fault('excess-resolution', 'a picture', picture({ px: [20, 20], pt: [2, 2] }), picture({ px: [20, 20], pt: [6, 6] })),
  fault(
    'distorted-picture',
    'wider than high',
    picture({ px: [20, 20], pt: [5, 6] }),
    picture({ px: [20, 20], pt: [5.9, 6] }),
  ),
  fault('thread', 'no title', edit(AT.thread, '/Title (A story)', '')),
  fault('thread', 'an open ring', edit(AT.secondBead, '/N 16 0 R', '')),
  fault('thread', 'a bead that names another', edit(AT.secondBead, '/V 16 0 R', '/V 17 0 R')),
  fault('thread', 'a bead that its page does not list', edit(AT.page, '/B [16 0 R 17 0 R]', '/B [16 0 R]')),
  fault('thread', 'beads over one another', edit(AT.secondBead, '[115 160', '[15 160')),
  fault('thread', 'a bead without text', edit(AT.secondBead, '/R [115 160 195 195]', '/R [115 10 195 40]')),
  fault('outline', 'an item without a title', edit(AT.item, '/Title (A story)', '')),
  fault(
    'outline',
    'an item that leads nowhere',
    edit(AT.item, '/Dest [3 0 R /Fit]', '/Dest (nowhere)'),
    all(
      edit(AT.item, '/Dest [3 0 R /Fit]', '/Dest (there)'),
      inCatalog('/Names << /Dests << /Names [(there) [3 0 R /Fit]] >> >>'),
    ),
  ),
  fault('outline', 'a circle', edit(AT.item, '/Title', '/Next 19 0 R /Title')),
  fault('page-labels', 'none', edit(AT.catalog, '/PageLabels', '/NoLabels')),
  fault(
    'page-labels',
    'two alike',
    all(twoPages('[0 0 200 200]'), edit(AT.catalog, '/S /D /P (A)', '/P (A)')),
    twoPages('[0 0 200 200]'),
  ),
  fault(
    'layers',
    'a configuration without a name',
    inCatalog('/OCProperties << /OCGs [] /D << /Order [] >> >>'),
    inCatalog('/OCProperties << /OCGs [] /D << /Name (All) >> >>'),
  ),
  fault(
    'layers',
    'switched when printed',
    inCatalog('/OCProperties << /OCGs [] /D << /Name (All) /AS [] >> >>'),
    inCatalog('/OCProperties << /OCGs [] /D << /Name (All) >> >>'),
  ),
  fault(
    'print-area',
    'the TrimBox',
    inCatalog('/ViewerPreferences << /PrintArea /TrimBox >>'),
    inCatalog('/ViewerPreferences << /PrintArea /MediaBox >>'),
  ),
  fault('forbidden-object', 'a presentation', onPage('/PresSteps << >>')),
  fault(
    'output-intent',
    'another with a profile of its own',
    all(
      edit(AT.catalog, '[7 0 R]', '[7 0 R 30 0 R]'),
      further(AT.free, '<< /S /GTS_PDFA1 /DestOutputProfile 31 0 R >>'),
    ),
    all(
      edit(AT.catalog, '[7 0 R]', '[7 0 R 30 0 R]'),
      further(AT.free, '<< /S /GTS_PDFA1 /DestOutputProfile 8 0 R >>'),
    ),
  ),
  fault('unjudged', 'a JPEG without a decoder', jpeg('Adobe'), jpeg('Adobe', '/ColorSpace /DeviceGray')),
];

function editXmp(piece: string, instead: string): Change {
  // The XMP is data, and no text of an object: it is changed in the finished bytes, to the same length.
  const padded = instead.padEnd(piece.length);
  return after((bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    if (!text.includes(piece)) throw new Error(`the XMP has no "${piece}"`);
    return latin(text.replace(piece, () => padded));
  });
}

function twoPages(trim: string): Change {
  return all(
    edit(AT.pages, '[3 0 R]', '[3 0 R 31 0 R]'),
    further(31, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /TrimBox ${trim} >>`),
  );
}

function inline(space: string, components: number): Change {
  const data = 'x'.repeat(400 * components);
  return drawing(`q 6 0 0 6 20 20 cm BI /W 20 /H 20 /BPC 8 /CS ${space} ID ${data}\nEI Q`);
}

function gradient(to: string): Change {
  const shading = `<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 100 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [${to}] /N 1 >> >>`;
  return all(resources(`/Shading << /Sh ${shading} >>`), drawing('q 20 100 100 20 re W n /Sh sh Q'));
}

function jpeg(marker: string, space = '/ColorSpace /DeviceCMYK'): Change {
  const decode = marker === 'Other' || space.includes('CMYK') ? '/Decode [1 0 1 0 1 0 1 0]' : '';
  return picture({
    px: [20, 20],
    pt: [6, 6],
    dict: `${space} /BitsPerComponent 8 ${decode} /Filter /DCTDecode`,
    data: jpegWith(marker),
  });
}
