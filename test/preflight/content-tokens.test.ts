import { describe, expect, it } from 'vitest';
import { type Operand, readContent } from '../../src/preflight/content-tokens.kernel.js';
import { latin } from './pdf-draft.js';

/** Operands and operators as text, one operator a line; strings in hex. */
function read(text: string): readonly string[] {
  const lines: string[] = [];
  readContent(latin(text), {
    operator: (name, operands) => void lines.push([...operands.map(show), name].join(' ')),
    inlineImage: ({ dict, data }) => void lines.push(`${show(dict)} ${data.length} bytes`),
  });
  return lines;
}

function show(operand: Operand): string {
  if (operand instanceof Uint8Array) return `<${Buffer.from(operand).toString('hex')}>`;
  if (operand instanceof Map) return `<<${[...operand].map(([key, value]) => `${key}=${show(value)}`).join(' ')}>>`;
  if (Array.isArray(operand)) return `[${operand.map(show).join(' ')}]`;
  return typeof operand === 'object' && operand !== null && 'name' in operand ? `/${operand.name}` : String(operand);
}

describe('readContent', () => {
  it.each([
    ['1 0 0 1 20.5 -.25 cm', ['1 0 0 1 20.5 -0.25 cm']],
    ['q% a comment\nQ', ['q', 'Q']],
    ['/F#31 9 Tf', ['/F1 9 Tf']],
    ['(a\\)b(c)\\101\\\r\n) Tj', ['<61296228632941> Tj']],
    ['<0022 0 > Tj', ['<002200> Tj']],
    ['[(A) -120 <42>] TJ', ['[<41> -120 <42>] TJ']],
    ['/Span << /ActualText (x) /MCID 3 /On true >> BDC', ['/Span <<ActualText=<78> MCID=3 On=true>> BDC']],
    ['] > } ) q', ['q']],
  ])('reads %j', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  it('takes an inline image as one, whatever letters are in its data', () => {
    expect(read('BI /W 2 /H 2 /BPC 8 /CS /G ID \u0001 EI\u0002\nEI Q')).toEqual([
      '<<W=2 H=2 BPC=8 CS=/G>> 5 bytes',
      'Q',
    ]);
  });

  it('ends at the end, however deep arrays are open', () => {
    expect(read('['.repeat(10_000))).toEqual([]);
  });
});
