import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.js';
import { findProductRoot } from '../../src/host/product-root.js';

const text = readFileSync(join(findProductRoot(), 'docs', 'diagnostics.md'), 'utf8');
const sections = text.split(/^## /m).slice(1);

describe('docs/diagnostics.md', () => {
  it('lists every code of the program once, in its order, and no other', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(Object.keys(CODES));
  });

  it.each(Object.entries(CODES))(
    'tells of %s its severity, its meaning, an example with a place, and a hint',
    (code, entry) => {
      const section = sections.find((one) => one.startsWith(`${code}\n`)) ?? '';
      expect(section).toContain(`${entry.severity === 'error' ? 'Error' : 'Warning'}: ${entry.means}.`);
      expect(section).toMatch(new RegExp(`^[^\\s:]+:\\d+:\\d+ ${entry.severity} ${code}: `, 'm'));
      expect(section).toMatch(/^ {2}hint: \S/m);
    },
  );
});
