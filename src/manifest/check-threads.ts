import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { ArticleSource, Assignment, IssuePage } from '../model/issue.js';
import { problem } from './problem.js';
import { hasText } from './read-article.js';

/** Where an article starts. */
interface Start {
  readonly page: IssuePage;
  readonly slot: string;
}

/** What the threads of an issue are checked against. */
export interface ThreadScene {
  readonly articles: ReadonlyMap<string, ArticleSource>;
  /** False where parts of the manifest or of a template were left out: then what is absent says nothing. */
  readonly whole: boolean;
  readonly report: Report;
}

/**
 * Checks how articles run through the pages: each starts once (`duplicate-article`), with text where its slot sets
 * text (`empty-article`); continuations come after the start (`dangling-jump`); refers lead to an article that is on
 * a page (`dangling-refer`).
 */
export function checkThreads(pages: readonly IssuePage[], scene: ThreadScene): void {
  const starts = collectStarts(pages, scene);
  for (const page of pages) {
    for (const assignment of page.assignments) checkAssignment(assignment, page, starts, scene);
  }
}

function collectStarts(pages: readonly IssuePage[], scene: ThreadScene): ReadonlyMap<string, Start> {
  const starts = new Map<string, Start>();
  for (const page of pages) {
    for (const { assignment, article, origin } of page.assignments.flatMap(startsOf)) {
      const slot = assignment.slot.name;
      checkText(article, assignment, scene);
      const first = starts.get(article);
      if (!first) starts.set(article, { page, slot });
      else {
        const message = `article "${article}" starts twice, in slot "${first.slot}" of page ${first.page.label} and slot "${slot}" of page ${page.label}`;
        const hint = `write { continue: ${article} } where it goes on, or { refer: ${article} } for a teaser`;
        scene.report({ ...problem('duplicate-article', origin, message, hint), page: page.label, slot });
      }
    }
  }
  return starts;
}

interface Started {
  readonly assignment: Assignment;
  readonly article: string;
  readonly origin: Origin;
}

function startsOf(assignment: Assignment): readonly Started[] {
  if (assignment.type === 'article') return [{ assignment, article: assignment.article, origin: assignment.origin }];
  if (assignment.type === 'briefs') return assignment.articles.map((brief) => ({ assignment, ...brief }));
  return [];
}

function checkText(id: string, { slot }: Assignment, { articles, report }: ThreadScene): void {
  const article = articles.get(id);
  if (!article || slot.shape === 'pictureStory' || hasText(article)) return;
  const hint = `write the text below the front matter, or put the article into a slot of the shape "pictureStory"`;
  report(
    problem(
      'empty-article',
      article.markdownOrigin,
      `article "${id}" has no text, which slot "${slot.name}" sets`,
      hint,
    ),
  );
}

function checkAssignment(
  assignment: Assignment,
  page: IssuePage,
  starts: ReadonlyMap<string, Start>,
  { whole, report }: ThreadScene,
): void {
  const place = { page: page.label, slot: assignment.slot.name };
  const refuse = (code: 'dangling-jump' | 'dangling-refer', message: string, hint: string): void =>
    report({ ...problem(code, assignment.origin, message, hint), ...place });
  if (assignment.type === 'continue') {
    const { article } = assignment;
    const start = starts.get(article);
    if (!start && whole)
      refuse(
        'dangling-jump',
        `article "${article}" goes on here, but starts on no page`,
        'let it start in a slot on a page before this one',
      );
    if (start && start.page.number > page.number) {
      const message = `article "${article}" goes on on page ${page.label}, but starts on page ${start.page.label}`;
      refuse('dangling-jump', message, 'a jump goes forward only: let the article start first');
    }
  }
  if (assignment.type === 'refer' && whole && !starts.has(assignment.article)) {
    const hint = `put "${assignment.article}" into a slot, or take the refer out`;
    refuse('dangling-refer', `the refer leads to article "${assignment.article}", which is on no page`, hint);
  }
  if (assignment.type === 'auto' && whole && ![...starts.values()].some((start) => start.page.number <= page.number)) {
    refuse(
      'dangling-jump',
      'no article starts before this slot, so none can go on in it',
      'put an article here, or leave the slot empty',
    );
  }
}
