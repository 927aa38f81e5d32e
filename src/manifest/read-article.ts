import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { FileAnswer, Files } from '../model/files.js';
import type {
  ArticleSource,
  FindPictures,
  JumpHeadStyle,
  PictureNote,
  TypedText,
  Undivided,
  WrittenPicture,
} from '../model/issue.js';
import { type ArticleInput, articleSchema } from './article-schema.js';
import { type Checked, checkDocument } from './check-document.js';
import { findHeading, type Heading } from './find-heading.js';
import { findPlaceholder } from './placeholder-text.js';
import { problem, reportMiss } from './problem.js';
import { decodeSource, type SourceText } from './source-text.js';
import { splitFrontMatter } from './split-front-matter.js';
import { readYaml, type YamlDocument } from './yaml-document.js';
import { type Plain, plainValue, type YamlNode } from './yaml-node.js';

/** What an article is read with. */
export interface ArticleScene {
  readonly issueFolder: string;
  /** Language of the paper. */
  readonly language: string;
  readonly files: Files;
  readonly findPictures: FindPictures;
  readonly report: Report;
}

/**
 * Reads an article's file: front matter checked, Markdown left as it is. Without a headline in the front matter, a
 * first heading of the text is taken for it, and out of the text. Reports what is wrong with the front matter,
 * `missing-headline`, `placeholder-text` and missing pictures; undefined when there is no article to go on with.
 */
export function readArticle(
  id: string,
  answer: FileAnswer & { readonly ok: true },
  scene: ArticleScene,
): ArticleSource | undefined {
  const { report } = scene;
  const source = decodeSource(scene.files.display(answer.path), answer.bytes, report);
  const parts = source && splitFrontMatter(source, report);
  const document = parts && readFrontMatter(source, parts.yaml, report);
  const checked = document && checkDocument(document, articleSchema, report, withoutEmpty(plainValue(document.root)));
  if (!checked) return undefined;
  reportPlaceholders(document, parts.markdown, source, report);
  const { value } = checked;
  const heading = value.headline === undefined ? findHeading(source.text, parts.markdown) : undefined;
  const headline = value.headline ?? heading?.text;
  if (headline === undefined) {
    const hint = 'write "headline: …" between the lines "---", or begin the text with "# …"';
    if (!checked.partial)
      report(problem('missing-headline', checked.origin([]), `article "${id}" has no headline`, hint));
    return undefined;
  }
  const start = heading?.end ?? parts.markdown;
  const markdown = source.text.slice(start);
  const listed = value.pictures.map((_, index) => resolvePicture(index, checked, scene));
  return {
    id,
    language: value.language ?? scene.language,
    ...optional('kicker', value.kicker),
    headline,
    ...optional('shortHeadline', value.shortHeadline),
    ...optional('deck', value.deck),
    ...(value.byline && { byline: { name: value.byline.name, ...optional('role', value.byline.role) } }),
    ...optional('dateline', value.dateline),
    ...optional('dropCap', value.dropCap),
    ...optional('undivided', resolveUndivided(checked, scene)),
    jumpHead: resolveJumpHead(checked, report),
    pictures: joinPictures(listed, scene.findPictures(markdown, source.originAt(start)), scene),
    pullquotes: value.pullquotes.map((quote, index) => ({
      text: quote.text,
      ...optional('by', quote.by),
      origin: checked.origin(['pullquotes', index]),
    })),
    ...optional('fit', value.fit),
    markdown,
    markdownOrigin: source.originAt(start),
    ...collectPlaces(document, heading),
    origin: source.originAt(0),
  };
}

/** Whether there is anything in the text to set. */
export function hasText(article: ArticleSource): boolean {
  return article.markdown.trim() !== '';
}

function readFrontMatter(
  source: SourceText,
  yaml: { readonly from: number; readonly to: number },
  report: Report,
): YamlDocument | undefined {
  const document = readYaml(source, report, yaml);
  if (document?.root.type !== 'scalar' || document.root.value !== null) return document;
  return { source, root: { type: 'map', offset: yaml.from, entries: new Map(), size: 1 } };
}

/** Desks copy front matter with keys left empty: an empty value says the same as none. */
function withoutEmpty(plain: Plain): Plain {
  if (plain === null || typeof plain !== 'object') return plain;
  if (Array.isArray(plain)) return plain.map(withoutEmpty);
  const kept: { [key: string]: Plain } = Object.create(null);
  for (const [key, value] of Object.entries(plain)) {
    if (value !== null && value !== '') kept[key] = withoutEmpty(value);
  }
  return kept;
}

/** What of the article is not divided. In German every noun has a capital, so nothing tells a name from it. */
function resolveUndivided(checked: Checked<ArticleInput>, scene: ArticleScene): Undivided | undefined {
  const { hyphenate, language = scene.language } = checked.value;
  if (hyphenate === undefined || hyphenate === true) return undefined;
  if (hyphenate === false) return { type: 'all' };
  if (hyphenate.names !== false) return { type: 'listed', names: hyphenate.names };
  if (!/^(?:de|lb)(?:-|$)/i.test(language)) return { type: 'names' };
  const at = checked.origin(['hyphenate', 'names']);
  const message = `names cannot be told by their capitals in "${language}", where every noun has one`;
  scene.report(problem('bad-value', at, message, 'list them: "hyphenate: { names: [Khosravi, Skerrow] }"'));
  return undefined;
}

function resolveJumpHead({ value, origin, partial }: Checked<ArticleInput>, report: Report): ArticleSource['jumpHead'] {
  const { head, keyword } = value.jump ?? {};
  const style: JumpHeadStyle = head ?? (keyword === undefined ? 'headline' : 'keyword');
  const lacks =
    style === 'keyword' && keyword === undefined
      ? 'keyword'
      : style === 'deck' && value.deck === undefined
        ? 'deck'
        : undefined;
  if (lacks !== undefined && !partial) {
    const hint =
      lacks === 'keyword'
        ? 'add "keyword" beside it, a word that readers find the story by'
        : 'add "deck" to the front matter, or choose another head';
    report(
      problem(
        'missing-key',
        origin(['jump', 'head']),
        `the jump head is the ${lacks}, but there is no "${lacks}"`,
        hint,
      ),
    );
  }
  return { style, ...optional('keyword', keyword) };
}

function resolvePicture(index: number, checked: Checked<ArticleInput>, scene: ArticleScene): PictureNote {
  const picture = checked.value.pictures[index] as ArticleInput['pictures'][number];
  const { caption, lead, credit, alt, focus } = picture;
  if (!checked.partial) warnOfBarePicture(picture, checked.origin(['pictures', index]), LISTED_HINTS, scene.report);
  return {
    file: findPictureFile(picture.file, checked.origin(['pictures', index, 'file']), scene),
    ...optional('caption', caption),
    ...optional('lead', lead),
    ...(credit && { credit: { name: credit.name, ...optional('url', credit.url) } }),
    ...optional('alt', alt),
    focus,
    origin: checked.origin(['pictures', index]),
  };
}

/**
 * The pictures of the front matter, then those that only the text shows. One that is in both has its caption and credit
 * in the front matter, and is not doubled.
 */
function joinPictures(
  listed: readonly PictureNote[],
  written: readonly WrittenPicture[],
  scene: ArticleScene,
): readonly PictureNote[] {
  const shown = new Map<string, WrittenPicture>();
  for (const picture of written) {
    const file = findPictureFile(picture.file, picture.origin, scene);
    if (!shown.has(file)) shown.set(file, picture);
  }
  const notes = listed.map((note): PictureNote => (shown.has(note.file) ? { ...note, inText: true } : note));
  for (const { file } of listed) shown.delete(file);
  return [...notes, ...[...shown].map(([file, picture]) => noteWritten(picture, file, scene.report))];
}

function noteWritten({ caption, alt, origin }: WrittenPicture, file: string, report: Report): PictureNote {
  warnOfBarePicture({ file, caption, alt }, origin, WRITTEN_HINTS, report);
  return { file, ...optional('caption', caption), ...optional('alt', alt), focus: [0.5, 0.5], inText: true, origin };
}

/** What may be missing of a picture. */
interface BarePicture {
  readonly file: string;
  readonly caption?: string | undefined;
  readonly credit?: unknown;
  readonly alt?: string | undefined;
}

const LISTED_HINTS = {
  caption: 'add "caption", what the picture shows',
  credit: 'add "credit", whose picture it is',
  alt: 'add "alt", a description for those who cannot see it',
};

const WRITTEN_HINTS = {
  caption: 'write it after the file: ![…](file "what the picture shows")',
  credit: 'list the picture under "pictures:" in the front matter, with its credit',
  alt: 'write a description between the brackets: ![…](file)',
};

/** A picture goes to print without them, but readers, its owner, and those who cannot see it want them. */
function warnOfBarePicture(picture: BarePicture, at: Origin, hints: typeof LISTED_HINTS, report: Report): void {
  for (const key of ['caption', 'credit', 'alt'] as const) {
    if (picture[key] !== undefined) continue;
    report(problem(`missing-${key}`, at, `picture "${picture.file}" has no ${key}`, hints[key]));
  }
}

/** Path of a picture in the issue folder: as written, or in its folder `pictures/`. Reports where there is none. */
function findPictureFile(written: string, at: Origin, { issueFolder, files, report }: ArticleScene): string {
  const candidates = [written, `pictures/${written}`];
  const found = candidates.find((path) => files.exists(issueFolder, path));
  if (found !== undefined) return found;
  const answers = candidates.map((path) => files.read(issueFolder, path));
  // A link that leads out of the folder is there, if not to be read: that is the thing to say.
  const answer = answers.find((one) => !one.ok && one.why !== 'missing') ?? (answers[0] as FileAnswer);
  if (!answer.ok) {
    const hint = 'put it into the issue folder or its folder "pictures", or correct the name';
    reportMiss(answer, { missing: 'missing-picture', what: 'picture', name: written, hint }, at, report);
  }
  return written;
}

function reportPlaceholders(document: YamlDocument, markdown: number, source: SourceText, report: Report): void {
  for (const { offset, text } of frontMatterTexts(document.root)) {
    const found = findPlaceholder(text);
    if (found) reportPlaceholder(found.text, source.originAt(offset), report);
  }
  const found = findPlaceholder(source.text.slice(markdown));
  if (found) reportPlaceholder(found.text, source.originAt(markdown + found.offset), report);
}

function reportPlaceholder(text: string, at: Origin, report: Report): void {
  report(
    problem(
      'placeholder-text',
      at,
      `"${text}" was meant to be replaced`,
      'write what is to be printed, or take it out',
    ),
  );
}

function frontMatterTexts(node: YamlNode): readonly { readonly offset: number; readonly text: string }[] {
  switch (node.type) {
    case 'scalar':
      return typeof node.value === 'string' ? [{ offset: node.offset, text: node.value }] : [];
    case 'list':
      return node.items.flatMap(frontMatterTexts);
    case 'map':
      return [...node.entries.values()].flatMap((entry) => frontMatterTexts(entry.value));
  }
}

/**
 * Origins of all front-matter values by their key path, as `byline.name`, and scalars as they were typed; of
 * a heading that serves as headline, too.
 */
function collectPlaces(
  { source, root }: YamlDocument,
  heading: Heading | undefined,
): Pick<ArticleSource, 'origins' | 'typed'> {
  const origins = new Map<string, Origin>();
  const typed = new Map<string, TypedText>();
  const typedBetween = (from: number, to: number) => ({
    text: source.text.slice(from, to),
    origin: source.originAt(from),
  });
  const visit = (node: YamlNode, path: string): void => {
    if (path !== '') origins.set(path, source.originAt(node.offset));
    if (node.type === 'scalar') typed.set(path, typedBetween(node.written.from, node.written.to));
    const prefix = path === '' ? '' : `${path}.`;
    if (node.type === 'map') for (const [key, entry] of node.entries) visit(entry.value, prefix + key);
    if (node.type === 'list') for (const [index, item] of node.items.entries()) visit(item, prefix + index);
  };
  visit(root, '');
  if (heading) {
    origins.set('headline', source.originAt(heading.start));
    typed.set('headline', typedBetween(heading.start, heading.end));
  }
  return { origins, typed };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
