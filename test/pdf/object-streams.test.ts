import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDeflate } from '../../src/pdf/deflate.kernel.js';
import { packObjects, xrefEntries } from '../../src/pdf/object-streams.js';
import { openPdf, textString } from '../../src/pdf/pdfkit-internals.js';
import { hasTool, runTool } from './outside-tools.js';

/** A file of `count` objects and one stream, as bytes. */
function makeFile(count: number, objects: 'plain' | 'packed'): Buffer {
  const chunks: Uint8Array[] = [];
  const body = openPdf((bytes) => void chunks.push(bytes), makeDeflate(), objects);
  const page = body.reserve();
  for (let n = 0; n < count; n++) body.add({ Number: n, Text: textString(`(${n})`) });
  const contents = body.addStream({}, new Uint8Array(40).fill(0x20), 'deflate');
  body.write(page, { Type: 'Page', Parent: body.pages, MediaBox: [0, 0, 10, 10], Contents: contents });
  body.write(body.pages, { Type: 'Pages', Count: 1, Kids: [page] });
  body.write(body.outline, {});
  body.flush();
  body.write(body.catalog, { Type: 'Catalog', Pages: body.pages });
  body.close({ Title: textString('Packed') }, new Uint8Array(16).fill(7));
  return Buffer.concat(chunks);
}

const packedFile = (count: number): Buffer => makeFile(count, 'packed');

/** The dictionary and the plain bytes of the stream that starts at `offset`. */
function streamAt(file: Buffer, offset: number): { dictionary: string; bytes: Buffer } {
  const start = file.indexOf('stream\n', offset) + 7;
  const dictionary = file.subarray(offset, start).toString('latin1');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  return { dictionary, bytes: inflateSync(file.subarray(start, start + length)) };
}

/** Every object's text by its number, found the way a reader finds it: from the end of the file. */
function readObjects(file: Buffer): Map<number, string> {
  const xref = streamAt(file, Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.toString('latin1'))?.[1]));
  const found = new Map<number, string>();
  for (let id = 1; id * 7 < xref.bytes.length; id++) {
    const [type, where, index] = [
      xref.bytes[id * 7],
      xref.bytes.readUInt32BE(id * 7 + 1),
      xref.bytes.readUInt16BE(id * 7 + 5),
    ];
    if (type === 1) found.set(id, file.subarray(where, where + 60).toString('latin1'));
    else {
      const stream = streamAt(file, xref.bytes.readUInt32BE(where * 7 + 1));
      const first = Number(/\/First (\d+)/.exec(stream.dictionary)?.[1]);
      const numbers = stream.bytes.subarray(0, first).toString().trim().split(' ').map(Number);
      expect(numbers[2 * index]).toBe(id);
      found.set(id, stream.bytes.subarray(first + (numbers[2 * index + 1] as number)).toString('latin1'));
    }
  }
  return found;
}

describe('a file of packed objects', () => {
  it('has every object where its cross-reference stream says, over more than one object stream', () => {
    const file = packedFile(900);
    expect(file.toString('latin1').match(/\/Type \/ObjStm/g)).toHaveLength(3);
    const objects = [...readObjects(file)];
    const numbered = objects.flatMap(
      ([, text]) => /^<<\n\/Number (\d+)\n\/Text \(\\\((\d+)\\\)\)\n>>\n/.exec(text) ?? [],
    );
    expect(numbered).toHaveLength(2700);
    const plain = objects.filter(([id, text]) => text.startsWith(`${id} 0 obj\n`));
    // Three object streams, the contents, the cross-reference stream, and the four that pdfkit makes before all others.
    expect(plain).toHaveLength(9);
  });

  it('is the same bytes again, and far fewer than plain ones', () => {
    const file = packedFile(900);
    expect(file.equals(packedFile(900))).toBe(true);
    expect(file.length).toBeLessThan(makeFile(900, 'plain').length / 4);
  });

  it.skipIf(!hasTool('qpdf'))('is sound to qpdf', () => {
    expect(runTool('qpdf', packedFile(500), ['--check', '@']).toString()).toContain(
      'No syntax or stream encoding errors',
    );
  });
});

describe('packObjects', () => {
  it('keeps every object, in order, at the place that the head of its stream tells', () => {
    const objects = fc.array(
      fc.record({ id: fc.integer({ min: 1, max: 9e6 }), text: fc.stringMatching(/^[ -~]{1,9}$/) }),
    );
    fc.assert(
      fc.property(objects, (all) => {
        const read = packObjects(all).flatMap(({ ids, first, bytes }) => {
          const numbers = Buffer.from(bytes.subarray(0, first)).toString().trim().split(' ').map(Number);
          return ids.map((id, index) => {
            expect(numbers[2 * index]).toBe(id);
            const start = first + (numbers[2 * index + 1] as number);
            const next = numbers[2 * index + 3];
            const end = next === undefined ? bytes.length : first + next;
            return { id, text: Buffer.from(bytes.subarray(start, end - 1)).toString() };
          });
        });
        expect(read).toEqual(all);
      }),
    );
  });
});

describe('xrefEntries', () => {
  it('tells free, plain and packed objects apart', () => {
    const entries = xrefEntries([258, 0], new Map([[2, { stream: 9, index: 3 }]]));
    expect([...entries]).toEqual([0, 0, 0, 0, 0, 255, 255, 1, 0, 0, 1, 2, 0, 0, 2, 0, 0, 0, 9, 0, 3]);
  });
});
