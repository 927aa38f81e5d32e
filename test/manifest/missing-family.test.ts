import { afterAll, describe, expect, it } from 'vitest';
import { check, makeFolder } from '../pipeline/issue-folder.js';

describe('a font family that no catalogue has', () => {
  const folder = makeFolder();
  afterAll(() => folder.remove());

  it('is told once, and not again by every template that uses a style of it', async () => {
    folder.spoil('templates/harbour/paper.yaml', 'nameplate: UnifrakturCook', 'nameplate: UnifrakturBook');
    folder.write('issue.yaml', 'paper: harbour\ndate: 2026-07-08\nnumber: 1\npages: { 1: { template: front } }\n');
    const { diagnostics } = await check(folder.path);
    expect(diagnostics.map(({ code }) => code)).toContain('missing-font');
    expect(diagnostics.map(({ code }) => code)).not.toContain('unknown-style');
  });
});
