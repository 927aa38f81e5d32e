import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProductRoot } from '../../src/host/product-root.js';
import { RULES, type RuleCode } from '../../src/preflight/rules.js';

const text = readFileSync(join(findProductRoot(), 'docs', 'preflight.md'), 'utf8');
const rows = [...text.matchAll(/^\| `([a-z][a-z-]+)` \| .* \|$/gm)];
const codes = Object.keys(RULES) as RuleCode[];
const IN_WORDS = { error: 'stops', warning: 'warns', off: '–' } as const;

describe('docs/preflight.md', () => {
  it('lists every rule once, in the order of the program, and no other', () => {
    expect(rows.map(([, code]) => code)).toEqual(codes);
  });

  it.each(codes)('says of %s what it asks, and how grave a breach is', (code) => {
    const { asks, press, ad } = RULES[code];
    expect(text).toContain(`| \`${code}\` | ${asks} | ${IN_WORDS[press]} | ${IN_WORDS[ad]} |`);
  });
});
