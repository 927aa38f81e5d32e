/** Where the words of an article were typed, for what is wrong with a character of them. */
import type { ArticleSource, TypedText } from '../model/issue.js';

/** The article's Markdown. */
export function typedBody({ markdown, markdownOrigin }: ArticleSource): readonly TypedText[] {
  return [{ text: markdown, origin: markdownOrigin }];
}

/** The front-matter texts under these key paths, in this order; what is not there is passed over. */
export function typedUnder({ typed }: ArticleSource, keys: readonly string[]): readonly TypedText[] {
  return keys.flatMap((key) => typed.get(key) ?? []);
}

/** The words of a picture: in the front matter, or in the Markdown where only that shows it. */
export function typedCaption(article: ArticleSource, picture: number): readonly TypedText[] {
  const path = `pictures.${picture}`;
  if (!article.origins.has(path)) return typedBody(article);
  return typedUnder(article, [`${path}.lead`, `${path}.caption`, `${path}.credit`, `${path}.credit.name`]);
}

/** A pullquote and whose words it is. */
export function typedPullquote(article: ArticleSource, index: number): readonly TypedText[] {
  const path = `pullquotes.${index}`;
  return typedUnder(article, [path, `${path}.text`, `${path}.by`]);
}
