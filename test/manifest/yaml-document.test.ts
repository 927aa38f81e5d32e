import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { sourceText } from '../../src/manifest/source-text.js';
import { readYaml } from '../../src/manifest/yaml-document.js';
import { nodeAt, type Path, plainValue } from '../../src/manifest/yaml-node.js';

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  const document = readYaml(sourceText('a.yaml', text), (each) => diagnostics.push(each));
  const told = diagnostics.map(({ code, origin }) => `${code} ${origin.line}:${origin.column}`);
  return { document, told, diagnostics };
}

function plain(text: string): unknown {
  const { document, diagnostics } = read(text);
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return plainValue(document.root);
}

function placeOf(text: string, path: Path) {
  const { document } = read(text);
  const found = document && nodeAt(document.root, path);
  const at = (offset: number | undefined) => {
    const origin = document?.source.originAt(offset ?? -1);
    return `${origin?.line}:${origin?.column}`;
  };
  return { key: at(found?.keyOffset), value: at(found?.value.offset) };
}

describe('a YAML document', () => {
  it('has the types of the core schema', () => {
    expect(
      plain('[1, -2.5, .5, 1e3, 0o17, 0xff, true, False, null, ~, , .inf, -.inf, .nan]'.replace(', ,', ', "",')),
    ).toEqual([
      1,
      -2.5,
      0.5,
      1000,
      15,
      255,
      true,
      false,
      null,
      null,
      '',
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ]);
  });

  it('keeps dates, times, yes and no, and everything in quotes as text', () => {
    expect(plain('[2026-07-08, 12:30, yes, no, "1", \'true\', 1-6, 240%, 1p6, "null"]')).toEqual([
      '2026-07-08',
      '12:30',
      'yes',
      'no',
      '1',
      'true',
      '1-6',
      '240%',
      '1p6',
      'null',
    ]);
  });

  it('reads text over several lines, folded and as it stands', () => {
    expect(plain('a: >\n  one\n  two\nb: |\n  one\n  two\nc: one\n  two\n')).toEqual({
      a: 'one two\n',
      b: 'one\ntwo\n',
      c: 'one two',
    });
  });

  it('knows where every key and value starts', () => {
    const text = '# comment\npages:\n  1:\n    slots: { lead: "a", side: [b, c] }\n';
    expect(placeOf(text, ['pages'])).toEqual({ key: '2:1', value: '3:3' });
    expect(placeOf(text, ['pages', '1'])).toEqual({ key: '3:3', value: '4:5' });
    expect(placeOf(text, ['pages', '1', 'slots'])).toEqual({ key: '4:5', value: '4:12' });
    expect(placeOf(text, ['pages', '1', 'slots', 'lead'])).toEqual({ key: '4:14', value: '4:20' });
    expect(placeOf(text, ['pages', '1', 'slots', 'side', 1])).toEqual({ key: '4:35', value: '4:35' });
  });

  it('has the same places with a byte order mark left in and with CRLF or CR line ends', () => {
    for (const end of ['\r\n', '\r']) {
      expect(placeOf(`a: 1${end}b:${end}  c: 2${end}`, ['b', 'c'])).toEqual({ key: '3:3', value: '3:6' });
    }
    expect(plain('\uFEFFa: 1\n')).toEqual({ a: 1 });
  });

  it('gives an empty value the place of its key', () => {
    expect(placeOf('a: 1\n  \nb:\n', ['b'])).toEqual({ key: '3:1', value: '3:1' });
  });

  it('is null when it is empty or holds only comments', () => {
    expect(plain('')).toBeNull();
    expect(plain('# nothing\n')).toBeNull();
  });

  it('puts in a value again where an alias names it', () => {
    expect(plain('a: &x [1, 2]\nb: *x\n')).toEqual({ a: [1, 2], b: [1, 2] });
  });

  it('refuses aliases that blow it up', () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      levels.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    const { document, told } = read(levels.join('\n'));
    expect(document).toBeUndefined();
    expect(told).toEqual(['broken-yaml 5:9']);
  });

  it('refuses an alias inside the value that it names', () => {
    expect(read('a: &x [1, *x]\n').told).toEqual(['broken-yaml 1:11']);
  });

  it.each([
    ['a list as a key', '? [a]\n: 1\n', 'broken-yaml 1:3'],
    ['a mapping as a key', '{ { a: 1 }: 2 }\n', 'broken-yaml 1:3'],
    ['a tag', 'a: !custom 1\n', 'broken-yaml 1:4'],
    ['a tag on a mapping', '!custom\na: 1\n', 'broken-yaml 1:1'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'broken-yaml 1:1'],
    ['a null character', 'a: 1\u0000\n', 'broken-yaml 1:5'],
    ['nesting without end', '['.repeat(500), 'broken-yaml 1:100'],
    ['a key given twice', 'a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1'],
    ['a key given twice deep inside', 'x: { y: { a: 1, a: 2 } }\n', 'duplicate-key 1:17'],
    ['a number given twice as a key', '1: a\n01: b\n', 'duplicate-key 2:1'],
  ])('refuses %s', (_, text, told) => {
    const result = read(text);
    expect(result.document).toBeUndefined();
    expect(result.told[0]).toBe(told);
  });

  it('takes "!!str" for what quotes would say', () => {
    expect(plain('a: !!str 12\n')).toEqual({ a: '12' });
  });

  it('keeps keys that JavaScript knows from touching anything', () => {
    const value = plain('__proto__: { polluted: true }\nconstructor: 1\ntoString: 2\n') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
