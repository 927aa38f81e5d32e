import type { Origin } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { FileAnswer } from '../model/files.js';
import type { ArticleSource } from '../model/issue.js';
import { problem, reportMiss } from './problem.js';
import { type ArticleScene, readArticle } from './read-article.js';
import type { SlotContents } from './read-contents.js';

/** The articles that a manifest names. */
export interface Collected {
  readonly articles: ReadonlyMap<string, ArticleSource>;
  /** From a name as the manifest writes it to the article's id. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Reads every article that the manifest names, each once, from `articles/` in the issue folder or else from the
 * folder itself. Reports `missing-article` at its first mention, and what is wrong in the files.
 */
export function collectArticles(slots: readonly SlotContents[], scene: ArticleScene): Collected {
  const articles = new Map<string, ArticleSource>();
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [name, at] of mentions(slots)) {
    const answer = openArticle(name, at, scene);
    if (!answer) continue;
    const id = name.slice(name.lastIndexOf('/') + 1);
    const other = names.get(id);
    if (other !== undefined) {
      const message = `articles "${other}" and "${name}" have one name`;
      scene.report(
        problem('duplicate-article', at, message, `give one of the files another name: "${id}" must be one article`),
      );
      continue;
    }
    names.set(id, name);
    ids.set(name, id);
    const article = readArticle(id, answer, scene);
    if (article) articles.set(id, article);
  }
  return { articles, ids };
}

/** Names with the place of their first mention, in the manifest's order. */
function mentions(slots: readonly SlotContents[]): ReadonlyMap<string, Origin> {
  const places = new Map<string, Origin>();
  for (const content of slots.flatMap((slot) => slot.contents)) {
    const mentioned = content.type === 'briefs' ? content.articles : 'article' in content ? [content] : [];
    for (const { article, origin } of mentioned) if (!places.has(article)) places.set(article, origin);
  }
  return places;
}

function openArticle(name: string, at: Origin, scene: ArticleScene): (FileAnswer & { readonly ok: true }) | undefined {
  const { issueFolder, files, report } = scene;
  const inFolder = files.read(issueFolder, `articles/${name}.md`);
  if (inFolder.ok) return inFolder;
  const beside = inFolder.why === 'missing' ? files.read(issueFolder, `${name}.md`) : inFolder;
  if (beside.ok) return beside;
  const hint = name.endsWith('.md')
    ? `write it without the ending: "${name.slice(0, -3)}"`
    : suggestArticle(name, scene);
  reportMiss(beside, { missing: 'missing-article', what: 'article', name, hint }, at, report);
  return undefined;
}

function suggestArticle(name: string, { issueFolder, files }: ArticleScene): string {
  const known = [...files.list(files.join(issueFolder, 'articles')), ...files.list(issueFolder)];
  const names = known.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3));
  const hint = hintForName(name, names, 'the issue');
  return hint.startsWith('did you mean') ? hint : `write a file articles/${name}.md, or correct the name`;
}
