/*
 * A session owns everything that is kept from one setting to the next: opened fonts with their shaped words, and
 * pictures that were looked at. Nothing else in the stages remembers anything, so a cold session and a warm one give the
 * same bytes.
 */
import type { Origin, Report } from './diagnostics/diagnostic.js';
import type { Files } from './model/files.js';
import type { FaceId } from './model/font.js';
import type { Issue } from './model/issue.js';
import type { PictureSource } from './model/picture.js';
import { lookAtPicture } from './picture/look-at-picture.js';
import { createShaper, type Shaper } from './shape/create-shaper.js';
import { loadHyphenation } from './shape/load-hyphenation.js';

export interface Session {
  readonly shaper: Shaper;
  fontBytes(face: FaceId): Uint8Array | undefined;
  /** Looks at a picture of the issue folder once, however often it is used. */
  inspectPicture(file: string, origin: Origin): PictureSource | undefined;
  /**
   * Reads a picture that was looked at once more: most conversions come from a cache, so the bytes of a night's pictures
   * are not kept. Undefined, and reported, where the file is gone or no longer what was looked at.
   */
  pictureBytes(source: PictureSource, report: Report): Uint8Array | undefined;
}

/**
 * Opens a session for an issue. Fonts and pictures are read when they are first needed. `languages`: those of runs inside
 * the texts, beside the languages of paper and articles.
 */
export async function openSession(
  issue: Issue,
  files: Files,
  sha256: (bytes: Uint8Array) => string,
  report: Report,
  languages: Iterable<string> = [],
): Promise<Session> {
  const hyphenation = await loadHyphenation([...languagesOf(issue), ...languages], issue.paper.wordBreaks);
  const fonts = new Map<FaceId, Uint8Array | undefined>();
  const pictures = new Map<string, PictureSource | undefined>();
  const fontBytes = (face: FaceId) => {
    if (!fonts.has(face)) fonts.set(face, readFont(face, issue, files, report));
    return fonts.get(face);
  };
  return {
    shaper: createShaper(
      { source: (face) => issue.faces.get(face), bytes: fontBytes },
      issue.paper.justification,
      report,
      hyphenation,
    ),
    fontBytes,
    inspectPicture: (file, origin) => {
      if (!pictures.has(file)) {
        const answer = files.read(issue.folder, file);
        if (!answer.ok) reportUnreadable(file, origin, report);
        const source = answer.ok
          ? lookAtPicture(answer.bytes, { file, origin, hash: sha256(answer.bytes) }, report)
          : undefined;
        pictures.set(file, source);
      }
      return pictures.get(file);
    },
    pictureBytes: (source, tell) => {
      const answer = files.read(issue.folder, source.file);
      if (answer.ok && sha256(answer.bytes) === source.hash) return answer.bytes;
      if (answer.ok) reportChanged(source, tell);
      else reportUnreadable(source.file, source.origin, tell);
      return undefined;
    },
  };
}

function languagesOf(issue: Issue): string[] {
  const languages = new Set([issue.paper.language]);
  for (const article of issue.articles.values()) languages.add(article.language);
  return [...languages];
}

function readFont(face: FaceId, issue: Issue, files: Files, report: Report): Uint8Array | undefined {
  const source = issue.faces.get(face);
  if (!source) return undefined;
  const folder = files.parent(source.file) ?? source.file;
  const answer = files.read(folder, source.file.slice(folder.length).replace(/^\/+/, ''));
  if (answer.ok) return answer.bytes;
  report({
    code: 'missing-font',
    severity: 'error',
    origin: source.origin,
    message: `font file "${files.display(source.file)}" cannot be read`,
    hint: 'install the package that has it, or put the file where the font catalogue says',
  });
  return undefined;
}

function reportUnreadable(file: string, origin: Origin, report: Report): void {
  report({
    code: 'missing-picture',
    severity: 'error',
    origin,
    message: `picture "${file}" cannot be read`,
    hint: 'put the file into the issue folder, or take it out of the article',
  });
}

function reportChanged({ file, origin }: PictureSource, report: Report): void {
  report({
    code: 'bad-picture',
    severity: 'error',
    origin,
    message: `picture "${file}" was changed while the issue was being set`,
    hint: 'run the command again when the file is whole',
  });
}
