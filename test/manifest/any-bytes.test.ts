import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FONTS, FRONT, HARBOUR, ISSUE, PAPER } from '../fixtures/manifest/bad-cases.js';
import { readSample, SAMPLE } from '../fixtures/manifest/sample-issue.js';

const FILES = [ISSUE, PAPER, FRONT, HARBOUR, FONTS];

/** Pieces that YAML means something by, so that chance finds the odd corners of it. */
const piece = fc.constantFrom(
  ...[
    '---\n',
    '...\n',
    '\n',
    '\n  ',
    '\n\t',
    ': ',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '&a',
    '*a',
    '!x ',
    '!!str ',
    '# ',
    '%YAML 1.2\n',
    '@',
    '`',
    '~',
  ],
  ...[
    '\r\n',
    '\r',
    '\uFEFF',
    '\u0000',
    '\u2028',
    '\uD800',
    '1',
    '-1',
    '1e999',
    '.nan',
    '0x',
    'null',
    'true',
    '1-6',
    '9pt',
    '240%',
    '2026-07-08',
  ],
  ...[
    'paper',
    'pages',
    'slots',
    'lead',
    'columns',
    'lines',
    'styles',
    'body',
    'extends',
    'headline',
    'pictures',
    'file',
    '__proto__',
    'constructor',
    'toString',
  ],
);
const yamlish = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any bytes', () => {
  it.each(FILES)('as %s give diagnostics, never a throw', (file) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { issue, diagnostics } = readSample({ [file]: bytes });
        expect(issue === undefined).toBe(diagnostics.some((each) => each.severity === 'error'));
      }),
      { numRuns: 100 },
    );
  });

  it.each(FILES)('that look like YAML as %s give diagnostics, never a throw', (file) => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const { issue, diagnostics } = readSample({ [file]: text });
        expect(issue === undefined).toBe(diagnostics.some((each) => each.severity === 'error'));
        for (const { origin } of diagnostics) expect(origin.line > 0 && origin.column > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(FILES)('put into a sound %s give diagnostics, never a throw', (file) => {
    const sound = SAMPLE[file] as string;
    fc.assert(
      fc.property(yamlish, fc.nat(sound.length), fc.nat(12), (text, at, gone) => {
        const { issue, diagnostics } = readSample({ [file]: sound.slice(0, at) + text + sound.slice(at + gone) });
        expect(issue === undefined).toBe(diagnostics.some((each) => each.severity === 'error'));
        for (const { hint, origin } of diagnostics) {
          expect(hint).toBeTruthy();
          expect(origin.line > 0 && origin.column > 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('as front matter give diagnostics, never a throw', () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const { issue, diagnostics } = readSample({ [HARBOUR]: `---\n${text}\n---\nText.\n` });
        expect(issue === undefined).toBe(diagnostics.some((each) => each.severity === 'error'));
      }),
      { numRuns: 300 },
    );
  });
});
