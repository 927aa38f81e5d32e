import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inflate } from '../../../src/host/inflate.js';
import type { AdArtwork } from '../../../src/model/ad.js';
import { type FormDict, type FormObject, isFormStream, type PressForm } from '../../../src/model/press-form.js';
import { packPressForm, unpackPressForm } from '../../../src/picture/press-form-file.js';
import { readSheet } from '../../../src/preflight/artwork/open-sheet.js';
import { takeArtwork } from '../../../src/preflight/artwork/take-artwork.js';
import { AT, latin, type PdfDraft, soundDraft } from '../pdf-draft.js';
import { drawAd, MM } from './draw-ad.js';

const WIDTH = 48 * MM;
const HEIGHT = 90 * MM;
let ad: Uint8Array;

beforeAll(async () => {
  ad = await drawAd({ width: WIDTH, height: HEIGHT, margin: 20 });
});

async function formOf(file: PdfDraft | Uint8Array): Promise<PressForm> {
  const taken = await takeArtwork(file instanceof Uint8Array ? file : file.bytes(), 'TrimBox', inflate);
  expect(taken).toMatchObject({ type: 'artwork' });
  return (taken as AdArtwork).form;
}

async function refusalOf(file: PdfDraft | Uint8Array): Promise<string> {
  const taken = await takeArtwork(file instanceof Uint8Array ? file : file.bytes(), 'TrimBox', inflate);
  return taken.type === 'refused' ? taken.why : 'taken';
}

function rootOf({ objects, root }: PressForm) {
  const stream = objects[root];
  if (!isFormStream(stream)) throw new Error('the root is no stream');
  return { dict: stream.dict, content: Buffer.from(stream.bytes).toString('latin1') };
}

/** Every name that stands in a form, as a key or a value. */
function namesIn(form: PressForm): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: FormObject): void => {
    if (typeof value === 'string') names.add(value);
    else if (value instanceof Map) {
      for (const [key, inner] of value as FormDict) {
        names.add(key);
        visit(inner);
      }
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (isFormStream(value)) visit(value.dict);
  };
  form.objects.forEach(visit);
  return names;
}

describe('an advertisement as PDF', () => {
  it('has the sizes of its boxes, the likeliest first', async () => {
    const sheet = await readSheet(ad, inflate);
    expect(sheet).toMatchObject({ type: 'sheet', boxes: [{ name: 'TrimBox' }, { name: 'MediaBox' }] });
    const [trim] = (sheet as { boxes: readonly { width: number; height: number }[] }).boxes;
    expect(trim?.width).toBeCloseTo(WIDTH, 2);
    expect(trim?.height).toBeCloseTo(HEIGHT, 2);
  });

  it('is as wide as it is high where its page is turned, and as large as its unit says', async () => {
    const box = '/MediaBox [0 0 200 200] /BleedBox [0 0 200 200] /TrimBox [0 0 200 200]';
    const turned = soundDraft().edit(AT.page, box, '/MediaBox [0 0 100 200] /Rotate 90 /UserUnit 2');
    expect(await readSheet(turned.bytes(), inflate)).toMatchObject({
      boxes: [{ name: 'MediaBox', width: 400, height: 200 }],
    });
  });

  it('is refused where it has more pages than one', async () => {
    const two = await drawAd({ width: WIDTH, height: HEIGHT, margin: 20, pages: 2 });
    expect(await readSheet(two, inflate)).toMatchObject({ type: 'refused', why: 'has 2 pages' });
  });

  it.each([
    ['is empty', new Uint8Array()],
    ['is no PDF', latin('Dear Sirs,\n')],
    ['is encrypted', soundDraft().trailer('/Root', '/Encrypt 5 0 R /Root').bytes()],
  ])('is refused where it %s', async (_, bytes) => {
    expect(await readSheet(bytes, inflate)).toMatchObject({ type: 'refused' });
    expect(await takeArtwork(bytes, 'TrimBox', inflate)).toMatchObject({ type: 'refused' });
  });
});

describe('the artwork of an advertisement', () => {
  it('is a form cut to its box, with the font, the picture, the gradient and the transparency that it uses', async () => {
    const form = await formOf(ad);
    const { dict } = rootOf(form);
    expect(dict.get('Subtype')).toBe('Form');
    expect((dict.get('BBox') as number[]).map(Math.round)).toEqual([20, 20, 156, 275]);
    expect([...(dict.get('Resources') as FormDict).keys()]).toEqual(['ExtGState', 'Pattern', 'XObject', 'Font']);
    expect(form.usesTransparency).toBe(true);
    expect(namesIn(form)).toContain('DCTDecode');
    expect(namesIn(form)).toContain('FontFile2');
  });

  it('is the same form every time', async () => {
    const hash = (form: PressForm) => createHash('sha256').update(packPressForm(form)).digest('hex');
    expect(hash(await formOf(ad))).toBe(hash(await formOf(Uint8Array.from(ad))));
  });

  it('comes back from the bytes that a cache keeps, and not at all from damaged ones', async () => {
    const form = await formOf(ad);
    const packed = packPressForm(form);
    expect(unpackPressForm(packed)).toEqual({ ...form, objects: form.objects.map(plain) });
    expect(unpackPressForm(packed.subarray(0, packed.length - 1))).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), (at, byte) => {
        const spoilt = Uint8Array.from(packed);
        spoilt[at] = byte;
        expect(() => unpackPressForm(spoilt)).not.toThrow();
      }),
    );
  });

  it('leaves behind what marks, acts, hides or is attached', async () => {
    const file = soundDraft()
      .resources(`/Properties << /P << /MCID 3 >> >> /XObject << /X ${AT.free} 0 R >>`)
      .content('/Span /P BDC /Span << /MCID 1 >> BDC q 0 0 0 1 k 20 20 60 60 re f /X Do EMC EMC /Note MP')
      .stream(
        AT.free,
        `/Subtype /Form /BBox [0 0 9 9] /StructParents 4 /PieceInfo << >> /OPI << >> /Metadata ${AT.xmp} 0 R /LastModified (D:2026)`,
        '0 0 0 1 k 0 0 9 9 re f',
      )
      .edit(AT.page, '/Type /Page ', '/Type /Page /AA << /O << /S /JavaScript /JS (app.alert) >> >> /Annots [5 0 R] ');
    const form = await formOf(file);
    const names = namesIn(form);
    for (const name of ['Properties', 'StructParents', 'PieceInfo', 'OPI', 'Metadata', 'AA', 'Annots', 'JavaScript']) {
      expect(names).not.toContain(name);
    }
    expect(rootOf(form).content).not.toMatch(/BDC|BMC|EMC|MP|MCID/);
    // What was left open is closed.
    expect(rootOf(form).content.trimEnd().endsWith('\nQ')).toBe(true);
  });

  it('has no transfer function, halftone or smoothed picture', async () => {
    const file = soundDraft()
      .edit(AT.overprint, '/OPM 1', '/OPM 1 /TR /Identity /HT << /HalftoneType 1 >> /BG2 /Default')
      .resources(`/XObject << /X ${AT.free} 0 R >>`)
      .content('/On gs /X Do BI /W 1 /H 1 /BPC 8 /CS /G /I true ID \x7f EI')
      .stream(
        AT.free,
        '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Interpolate true',
        'x',
      );
    const form = await formOf(file);
    for (const name of ['TR', 'HT', 'BG2', 'Interpolate']) expect(namesIn(form)).not.toContain(name);
    expect(rootOf(form).content).toContain('/I null ID');
  });

  it('finds what it uses where forms share the resources of the page, themselves among them', async () => {
    const file = soundDraft()
      .set(AT.free + 1, `<< /XObject << /X ${AT.free} 0 R >> /Font << /F1 ${AT.font} 0 R >> >>`)
      .edit(AT.page, '/Resources <<', `/Resources ${AT.free + 1} 0 R /Unused <<`)
      .content('/X Do')
      .stream(AT.free, `/Subtype /Form /BBox [0 0 9 9] /Resources ${AT.free + 1} 0 R`, 'BT /F1 9 Tf <0022> Tj ET');
    expect(namesIn(await formOf(file))).toContain('Type0');
  });

  it.each([
    ['shows itself', 'has drawings that show themselves', '/Subtype /Form /BBox [0 0 9 9]', '/X Do'],
    ['is PostScript', 'has a PostScript XObject, or one of an unknown kind', '/Subtype /PS', 'showpage'],
    [
      'is a page of another file',
      'shows a page of another file',
      '/Subtype /Form /BBox [0 0 9 9] /Ref << /F (b.pdf) /Page 0 >>',
      '',
    ],
    ['lies in another file', 'has a part that lies in another file', '/Subtype /Image /F (b.jpg)', ''],
    ['is packed with LZW', 'is packed with LZWDecode', '/Subtype /Image /Filter /LZWDecode', 'x'],
  ])('is refused where a drawing in it %s', async (_, why, dict, data) => {
    const file = soundDraft()
      .resources(`/XObject << /X ${AT.free} 0 R >>`)
      .content('/X Do')
      .stream(AT.free, dict, data);
    expect(await refusalOf(file)).toBe(why);
  });

  it('is refused where a layer in it is switched off, and taken where all are on', async () => {
    const layered = (off: string) =>
      soundDraft()
        .set(AT.free, '<< /Type /OCG /Name (Prices) >>')
        .edit(
          AT.catalog,
          '/Type /Catalog',
          `/Type /Catalog /OCProperties << /OCGs [30 0 R] /D << /Name (All) ${off} >> >>`,
        )
        .resources('/Properties << /L 30 0 R >>')
        .content('/OC /L BDC 0 0 0 1 k 20 20 60 60 re f EMC');
    expect(await refusalOf(layered('/OFF [30 0 R]'))).toBe('has a layer that is switched off');
    expect(await refusalOf(layered(''))).toBe('taken');
  });

  it('is refused before it fills the memory', async () => {
    const bomb = deflateSync(new Uint8Array(130_000_000), { level: 9 });
    const before = process.memoryUsage().rss;
    expect(await refusalOf(soundDraft().stream(AT.content, '/Filter /FlateDecode', bomb))).toMatch(
      /^asks for more work or memory/,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('never throws, whatever bytes of a file are others', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
    const sound = fc.constantFrom(ad, soundDraft().bytes());
    await fc.assert(
      fc.asyncProperty(sound, fc.array(change, { minLength: 1, maxLength: 20 }), async (bytes, changes) => {
        const spoilt = Uint8Array.from(bytes);
        for (const { at, byte } of changes) spoilt[at % spoilt.length] = byte;
        for (const answer of [await readSheet(spoilt, inflate), await takeArtwork(spoilt, 'TrimBox', inflate)]) {
          expect(['sheet', 'artwork', 'refused']).toContain(answer.type);
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

/** Packing keeps bytes, whatever class of array they came in. */
function plain(object: FormObject): FormObject {
  return isFormStream(object) ? { ...object, bytes: Uint8Array.from(object.bytes) } : object;
}
