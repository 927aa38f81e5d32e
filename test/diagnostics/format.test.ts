import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { COLORED, formatDiagnostic, PLAIN, recordDiagnostic } from '../../src/diagnostics/format.js';
import { orderDiagnostics, stopsPress } from '../../src/diagnostics/order.js';

const unknownSlot: Diagnostic = {
  code: 'unknown-slot',
  severity: 'error',
  origin: { file: 'issues/2026-07-08/issue.yaml', line: 31, column: 9 },
  message: 'page 3 has no slot "lead-left"',
  hint: 'template "front" has lead, opinion, skybox',
  page: '3',
};
const loose: Diagnostic = {
  code: 'loose-line',
  severity: 'warning',
  origin: { file: 'articles/budget.md', line: 4, column: 1 },
  message: 'a loose line',
};

describe('a diagnostic for people', () => {
  it('says place, severity, code and message in one line, and the hint in the next', () => {
    expect(formatDiagnostic(unknownSlot, PLAIN)).toBe(
      'issues/2026-07-08/issue.yaml:31:9 error unknown-slot: page 3 has no slot "lead-left"\n' +
        '  hint: template "front" has lead, opinion, skybox',
    );
  });

  it('has one line without a hint', () => {
    expect(formatDiagnostic(loose, PLAIN)).toBe('articles/budget.md:4:1 warning loose-line: a loose line');
  });

  it('reads the same in colour once the colours are taken away', () => {
    const colored = formatDiagnostic(unknownSlot, COLORED);
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(formatDiagnostic(unknownSlot, PLAIN));
  });

  it('lets no quoted text steer the terminal or break the line', () => {
    const sly = { ...loose, message: 'unknown key "a\u001b[2Jb\nc"' };
    expect(formatDiagnostic(sly, PLAIN)).toBe(
      'articles/budget.md:4:1 warning loose-line: unknown key "a\\u001b[2Jb\\u000ac"',
    );
  });
});

describe('a diagnostic for programs', () => {
  it('is flat and leaves out what it does not have', () => {
    expect(recordDiagnostic(unknownSlot)).toEqual({
      file: 'issues/2026-07-08/issue.yaml',
      line: 31,
      column: 9,
      severity: 'error',
      code: 'unknown-slot',
      message: 'page 3 has no slot "lead-left"',
      hint: 'template "front" has lead, opinion, skybox',
      page: '3',
    });
    expect(Object.keys(recordDiagnostic(loose))).toEqual(['file', 'line', 'column', 'severity', 'code', 'message']);
  });
});

describe('several diagnostics', () => {
  const at = (file: string, line: number, column: number): Diagnostic => ({ ...loose, origin: { file, line, column } });

  it('stand in the order of the text, by numbers and not by digits', () => {
    const mixed = [at('b.md', 1, 1), at('a.md', 10, 1), at('a.md', 9, 12), at('a.md', 9, 2)];
    const places = orderDiagnostics(mixed).map(({ origin }) => `${origin.file}:${origin.line}:${origin.column}`);
    expect(places).toEqual(['a.md:9:2', 'a.md:9:12', 'a.md:10:1', 'b.md:1:1']);
  });

  it('are told once where place, code and message are the same, and twice where one differs', () => {
    expect(orderDiagnostics([loose, { ...loose }, unknownSlot, loose])).toEqual([loose, unknownSlot]);
    expect(orderDiagnostics([loose, { ...loose, message: 'another' }])).toHaveLength(2);
  });

  it('stop the press for any error, and for a warning only where that is asked for', () => {
    expect(stopsPress([loose, unknownSlot], { strict: false })).toBe(true);
    expect(stopsPress([loose], { strict: false })).toBe(false);
    expect(stopsPress([loose], { strict: true })).toBe(true);
    expect(stopsPress([], { strict: true })).toBe(false);
  });
});
