import { describe, expect, it } from 'vitest';
import { FIT_SCHEMA } from '../../src/report/fit-schema.js';
import { validateSchema } from '../report/validate-schema.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue, run } = useTinyIssue();

const SENTENCE = 'The council passed its budget on Tuesday without a debate, and the treasurer said so twice. ';

function writeBudget(paragraphs: readonly string[]): void {
  issue.write('articles/budget.md', `---\nheadline: A budget without a gap\n---\n\n${paragraphs.join('\n\n')}\n`);
}

describe('fit', () => {
  it('prints a line a story in the order of the pages, on standard output', async () => {
    const { status, out, err } = await run('fit', '.');
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['story', 'harbour', 'budget', '2']);
    expect(lines.at(-1)).toMatch(/^2 stories: \d to the line, \d under, 0 over$/);
    expect(err).toBe('');
    expect(status).toBe(0);
  });

  it('tells what is over in lines and words, and which paragraph would give a line for the fewest words', async () => {
    writeBudget([SENTENCE.repeat(5), `${SENTENCE.repeat(4)} Twice.`, SENTENCE.repeat(5)]);
    const { status, out, err } = await run('fit', '.');
    expect(out).toMatch(/^budget .* \d+ lines over \(\d+ words\) .* \d+ words? at line \d+/m);
    expect(out).toContain('1 over');
    expect(err).toContain('error overset');
    expect(status).toBe(1);
  });

  it('prints JSON that keeps to its schema', async () => {
    const { out } = await run('fit', '.', '--json');
    const record = JSON.parse(out);
    expect(validateSchema(record, FIT_SCHEMA)).toEqual([]);
    expect(record.stories.map(({ article }: { article: string }) => article)).toEqual(['harbour', 'budget']);
    const slots = JSON.parse((await run('fit', '.', '--slots', '--json')).out);
    expect(validateSchema(slots, FIT_SCHEMA)).toEqual([]);
    expect(slots.slots.map(({ slot }: { slot: string }) => slot)).toEqual(['lead', 'side']);
  });

  it('prints how many words the slots of an issue hold, though nothing stands in them', async () => {
    issue.spoil('issue.yaml', '    slots:\n      lead: harbour\n      side: budget\n', '');
    const { status, out } = await run('fit', '.', '--slots');
    expect(out).toMatch(/^1 +lead +1 +article with picture +\d+-\d+ +\d+-\d+$/m);
    expect(status).toBe(0);
  });

  it('prints how many words the slots of a template hold, with no issue at all', async () => {
    issue.remove('issue.yaml');
    const { status, out } = await run('fit', '--template', 'tiny/front');
    expect(out).toMatch(/^front +side +1 +article +\d+-\d+ +\d+-\d+$/m);
    expect((await run('fit', '--template', 'tiny')).out).toBe(out);
    expect(status).toBe(0);
  });

  it('tells of the slots what the issue then bears out', async () => {
    const [side] = JSON.parse((await run('fit', '--template', 'tiny/front', '--json')).out).slots.slice(1);
    const { min, max } = side.rooms[0].words;
    for (const [words, code] of [
      [max + 10, 'overset'],
      [Math.floor(min * 0.8), 'underset'],
    ] as const) {
      const sentence = SENTENCE.trim().split(' ');
      writeBudget([Array.from({ length: words }, (_, index) => sentence[index % sentence.length]).join(' ')]);
      expect((await run('check', '.')).err, String(words)).toContain(`${code}: "budget"`);
    }
  });

  it.each([
    [['fit'], '"fit" wants an issue'],
    [['fit', '.', '--template', 'tiny'], 'not both'],
    [['fit', '--template', 'a/b/c'], '"a/b/c" is not a paper'],
    [['fit', '.', '--edition', 'evening'], 'the issue has no edition "evening"'],
  ])('refuses %j', async (args, says) => {
    const { status, err } = await run(...args);
    expect(err).toContain(says);
    expect(status).toBe(2);
  });

  it('stops where check does: at a paper that is not there, and at warnings with --strict', async () => {
    expect((await run('fit', '--template', 'tinny')).status).toBe(1);
    writeBudget([SENTENCE]);
    expect((await run('fit', '.')).status).toBe(0);
    const { status, err } = await run('fit', '.', '--strict');
    expect(err).toContain('warning underset');
    expect(status).toBe(1);
  });
});
