import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../src/diagnostics/codes.js';
import { summariseBuild } from '../../src/report/summary.js';
import { edition, extras, LOOSE, OVERSET, outcome, storyFit } from './fixtures.js';

describe('the summary of a build', () => {
  it('tells what was set, what is wrong and what was written', () => {
    expect(summariseBuild(edition(), extras())).toEqual([
      'The Harbour Courier, 2026-07-08, no. 8123, national edition',
      '  set      2 pages, 1 story, 699 words, 163 lines',
      '  leads    1 jump, 1 refer',
      '  trouble  1 error (overset), 1 warning (loose-line)',
      '  wrote    out/courier.pdf (1.2 MB)',
    ]);
  });

  it('says so where nothing is wrong and nothing was written', () => {
    const lines = summariseBuild(edition(), extras({ diagnostics: [], outputs: [] }));
    expect(lines).toContain('  trouble  none');
    expect(lines.join('\n')).not.toContain('wrote');
  });

  it('names the stories that do not fit, the worst first', () => {
    const stories = [
      outcome({ article: 'a', fit: storyFit({ lines: -3, words: -20 }) }),
      outcome({ article: 'b', fit: storyFit({ lines: 4, words: 27 }) }),
      outcome({ article: 'c' }),
    ];
    expect(summariseBuild(edition({ stories }), extras()).filter((line) => line.startsWith('  fit'))).toEqual([
      '  fit      b: 4 lines over (about 27 words)',
      '  fit      a: 3 lines under (about 20 words)',
    ]);
  });

  it('counts codes, the most frequent first', () => {
    const diagnostics = [OVERSET, LOOSE, { ...LOOSE, code: 'hyphen-run' as const }, LOOSE];
    expect(summariseBuild(edition(), extras({ diagnostics }))).toContain(
      '  trouble  1 error (overset), 3 warnings (loose-line 2, hyphen-run)',
    );
  });

  it('parts thousands', () => {
    const stories = [outcome({ words: 48_012, lines: 1_234_567 })];
    expect(summariseBuild(edition({ stories }), extras())[1]).toBe(
      '  set      2 pages, 1 story, 48,012 words, 1,234,567 lines',
    );
  });

  it('fits on one screen whatever there is to tell', () => {
    const stories = Array.from({ length: 150 }, (_, index) =>
      outcome({ article: `story-${index}`, fit: storyFit({ lines: index + 1, words: 7 * index }) }),
    );
    const codes: DiagnosticCode[] = ['overset', 'underset', 'missing-alt', 'bad-ad', 'loose-line', 'missing-file'];
    const diagnostics = Array.from({ length: 900 }, (_, index) => ({ ...OVERSET, code: codes[index % 6]! }));
    const outputs = Array.from({ length: 24 }, (_, index) => ({ file: `out/${index}.pdf`, sha256: '', bytes: 1 }));
    const lines = summariseBuild(edition({ stories }), extras({ diagnostics, outputs }));
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines).toContain('  fit      and 146 more stories');
    expect(lines).toContain('  wrote    and 21 more files');
    expect(lines.join('\n')).toContain('and 3 more kinds');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });
});
