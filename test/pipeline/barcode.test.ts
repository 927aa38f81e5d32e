import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTinyIssue } from '../cli/use-tiny-issue.js';
import { hasTool } from '../pdf/outside-tools.js';

const hasReader = hasTool('zbarimg') && hasTool('pdftoppm');
const { issue, run } = useTinyIssue();

const FRONT = `furniture: { code: { background: gray(20), barcode: {} } }
slots:
  lead: { columns: 1, lines: 1-28, accepts: article, shape: pictureOverHead, picture: { lines: 6-12 } }
  code: { columns: 2, lines: 20-28, furniture: code }
  side: { columns: 2, lines: 1-15, accepts: article, shape: headOverLegs }
`;

async function printCode(barcode: string, profile: 'press' | 'reader' = 'press'): Promise<string> {
  issue.spoil('templates/tiny/paper.yaml', 'styles:\n', `barcode: ${barcode}\nstyles:\n`);
  issue.write('templates/tiny/pages/front.yaml', FRONT);
  const file = issue.path('out/tiny.pdf');
  mkdirSync(issue.path('out'), { recursive: true });
  const { status, err } = await run('build', '.', '--profile', profile, '-o', file);
  expect(err).not.toContain('error');
  expect(status).toBe(0);
  return file;
}

/** Prints the page at so many dots an inch, and reads the codes on it. */
function readCodes(pdf: string, resolution: number): string[] {
  spawnSync('pdftoppm', ['-r', String(resolution), '-gray', '-singlefile', pdf, issue.path('out/page')]);
  const { stdout } = spawnSync('zbarimg', ['-q', '-Sean2.enable', issue.path('out/page.pgm')]);
  return stdout.toString().trim().split('\n').sort();
}

describe('the bar code of a printed page', () => {
  it.skipIf(!hasReader)('is read by another program, with its add-on, at the smallest size and on a tint', async () => {
    const pdf = await printCode('{ issn: 1234-5679, scale: 80% }');
    expect(readCodes(pdf, 300)).toEqual(['EAN-13:9771234567034', 'EAN-2:28']);
  });

  it.skipIf(!hasReader)('is read with bars made narrower, and in the reader’s copy', async () => {
    const code = '{ issn: 0317-8471, variant: 2, reduce: 0.05mm }';
    const pdf = await printCode(code, 'reader');
    expect(readCodes(pdf, 300)).toEqual(['EAN-13:9770317847230', 'EAN-2:28']);
  });

  it('has the same bytes when it is set again', async () => {
    const file = await printCode('{ issn: 1234-5679 }');
    const first = readFileSync(file);
    expect((await run('build', '.', '-o', file)).status).toBe(0);
    expect(readFileSync(file).equals(first)).toBe(true);
  });
});
