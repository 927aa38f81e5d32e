import type { Report } from '../diagnostics/diagnostic.js';
import { problem } from './problem.js';
import type { SourceText } from './source-text.js';

/** Offsets of an article's two parts. */
export interface ArticleParts {
  readonly yaml: { readonly from: number; readonly to: number };
  /** Where the Markdown starts. */
  readonly markdown: number;
}

const FENCE = /^---[ \t]*(?:\r\n|\r|\n|$)/;
const CLOSING = /(?:\r\n|\r|\n|^)---[ \t]*(?:\r\n|\r|\n|$)/;

/**
 * Finds the front matter between a first line `---` and the next one; an article may have none. Reports `broken-yaml`
 * where the second line is missing.
 */
export function splitFrontMatter(source: SourceText, report: Report): ArticleParts | undefined {
  const { text } = source;
  const opening = FENCE.exec(text);
  if (!opening) return { yaml: { from: 0, to: 0 }, markdown: 0 };
  const from = opening[0].length;
  const closing = CLOSING.exec(text.slice(from));
  if (!closing) {
    report(
      problem(
        'broken-yaml',
        source.originAt(0),
        'the front matter does not end',
        'put a line "---" between front matter and text',
      ),
    );
    return undefined;
  }
  return { yaml: { from, to: from + closing.index }, markdown: from + closing.index + closing[0].length };
}
