import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { CODES, type DiagnosticCode } from '../../src/diagnostics/codes.js';
import { findProductRoot } from '../../src/host/product-root.js';
import { fakeTerminal } from '../cli/fake-terminal.js';
import { writeTinyIssue } from '../cli/tiny-issue.js';
import { SPOILT } from './spoilt-issues.js';

const text = readFileSync(join(findProductRoot(), 'docs', 'diagnostics.md'), 'utf8');
const sections = text.split(/^### /m).slice(1);
const codes = Object.keys(CODES) as DiagnosticCode[];

describe('docs/diagnostics.md', () => {
  it('lists every code of the program once, in its order, and no other', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(codes);
  });

  it.each(codes)('tells the severity and the meaning of %s, and what to do about it', (code) => {
    const { severity, means } = CODES[code];
    expect(sectionOf(code)).toContain(`\n\n${severity === 'error' ? 'Error' : 'Warning'}: ${means}.\n\n\`\`\`\n`);
    expect(sectionOf(code)).toMatch(/\n```\n\n[A-Z][^`]*\S/);
  });

  it.each(codes)('shows %s as it is printed', async (code) => {
    const printed = await printSpoilt(code);
    const [example] = /(?<=\n```\n)[\s\S]*?(?=\n```)/.exec(sectionOf(code)) ?? [''];
    expect(example).toMatch(new RegExp(`^\\S+:\\d+:\\d+ ${CODES[code].severity} ${code}: .*\n {2}hint: \\S`));
    expect(printed).toContain(`${example}\n`);
  });
});

function sectionOf(code: DiagnosticCode): string {
  return sections.find((section) => section.startsWith(`${code}\n`)) ?? '';
}

/** What building the issue says once it was spoilt in the way that this code stands for. */
async function printSpoilt(code: DiagnosticCode): Promise<string> {
  const issue = await writeTinyIssue();
  try {
    SPOILT[code](issue);
    const terminal = fakeTerminal(issue.folder, { environment: { BROADSHEET_CACHE: issue.path('cache') } });
    await runCommandLine(['build', '.'], terminal);
    return terminal.said.err;
  } finally {
    issue.discard();
  }
}
