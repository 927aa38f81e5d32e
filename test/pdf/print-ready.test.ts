import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const document = readFileSync(new URL('docs/print-ready.md', root), 'utf8');
const files = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' }).map(
  (file) => new URL(`test/${file}`, root),
);
const tests = files
  .filter((file) => file.pathname.endsWith('.test.ts') && !file.pathname.endsWith('print-ready.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('docs/print-ready.md', () => {
  const names = [...document.matchAll(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g)].map((match) => match[1] as string);

  it('names tests', () => {
    expect(names.length).toBeGreaterThan(30);
  });

  it('names no test that does not exist', () => {
    const wanted = names.filter((name) => name !== 'italics').map((name) => name.replace(/ ?…$/, ''));
    expect(wanted.filter((name) => !tests.includes(`'${name}`))).toEqual([]);
  });

  it('names no test file that does not exist', () => {
    const named = [...document.matchAll(/`((?:test\/[\w/]+\/)?[\w.-]+\.test\.ts)`/g)].map(
      (match) => match[1] as string,
    );
    const exists = (file: string): boolean => {
      const [, folder, name] = /^(?:(.*)\/)?([^/]+)$/.exec(file) as unknown as [string, string | undefined, string];
      return ['test/pdf', 'test/picture', ...(folder ? [folder] : [])].some((place) =>
        readdirSync(new URL(`${place}/`, root)).includes(name),
      );
    };
    expect(named.filter((file) => !exists(file))).toEqual([]);
  });

  it('gives every requirement a state in the press file and in the reader’s copy', () => {
    const rows = document.split('\n').filter((line) => /^\| (?!requirement)/.test(line));
    expect(rows.length).toBeGreaterThan(60);
    const state = /^(checked|cannot occur|the user's duty|stops|warns|the same|not asked for|not yet)\b/;
    const unsettled = rows.filter((row) => {
      const [, requirement, ...states] = row
        .split(' | ')
        .join('|')
        .split('|')
        .map((cell) => cell.trim());
      return !requirement || states.length !== 3 || !states.slice(0, 2).every((cell) => state.test(cell));
    });
    expect(unsettled).toEqual([]);
  });
});
