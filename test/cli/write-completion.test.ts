import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { fakeTerminal } from './fake-terminal.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue } = useTinyIssue();
const scripts: Record<string, string> = {};

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const terminal = fakeTerminal('.');
    expect(await runCommandLine(['completion', shell], terminal)).toBe(0);
    scripts[shell] = terminal.said.out;
  }
});

/** What bash offers for the last of the words. */
function complete(...words: readonly string[]): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const program = `${scripts.bash}
    COMP_WORDS=(broadsheet ${quoted}); COMP_CWORD=${words.length}
    _broadsheet; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const lines = execFileSync('bash', ['-c', program], { cwd: issue.folder, encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line !== '').sort();
}

describe('completion in bash', () => {
  it('offers every command first, and the options of the program', () => {
    expect(complete('')).toEqual(
      ['build', 'check', 'fit', 'preflight', 'schema', 'completion', 'manual', 'help', '--version', '--help'].sort(),
    );
    expect(complete('che')).toEqual(['check']);
  });

  it('offers the options of the command once a dash is typed, and paths before', () => {
    expect(complete('build', '--sp')).toEqual(['--split', '--spreads']);
    expect(complete('check', '--sp')).toEqual([]);
    expect(complete('build', 'i')).toEqual(['issue.yaml']);
    expect(complete('build', '.', '--quiet', '--report', 'art')).toEqual(['articles']);
  });

  it('offers the choices of an option or argument, and nothing where anything may be typed', () => {
    expect(complete('build', '--profile', '')).toEqual(['press', 'proof', 'reader']);
    expect(complete('preflight', '--as', 'a')).toEqual(['ad']);
    expect(complete('completion', '')).toEqual(['bash', 'fish', 'zsh']);
    expect(complete('build', '--pages', '')).toEqual([]);
  });
});

const isInstalled = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

describe.skipIf(!isInstalled('zsh'))('completion in zsh (skipped where zsh is not installed)', () => {
  it('is a script that zsh can read', () => {
    writeFileSync(issue.path('_broadsheet'), scripts.zsh as string);
    const { status, stderr } = spawnSync('zsh', ['-n', '_broadsheet'], { cwd: issue.folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe.skipIf(!isInstalled('fish'))('completion in fish (skipped where fish is not installed)', () => {
  const complete = (line: string) => {
    const program = `${scripts.fish}\ncomplete -C '${line}'`;
    const env = { ...process.env, HOME: issue.folder };
    return execFileSync('fish', ['--no-config', '-c', program], { cwd: issue.folder, env, encoding: 'utf8' });
  };

  it('offers commands, options, choices and paths', () => {
    expect(complete('broadsheet che')).toBe('check\tdo everything but write the PDF\n');
    expect(complete('broadsheet build --spr')).toBe('--spreads\tshow a proof as spreads\n');
    expect(complete('broadsheet build --profile p').split('\n')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^press/), expect.stringMatching(/^proof/)]),
    );
    expect(complete('broadsheet build iss')).toContain('issue.yaml');
  });
});
