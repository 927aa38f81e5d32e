import type { Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { Files } from '../model/files.js';
import type { Assignment, IssuePage } from '../model/issue.js';
import type { ContentKind, PageTemplate, Slot } from '../model/template.js';
import type { Checked } from './check-document.js';
import type { IssueInput } from './issue-schema.js';
import type { NumberedPage } from './number-pages.js';
import { problem, reportMiss } from './problem.js';
import type { Content, SlotContents } from './read-contents.js';
import type { PageLook } from './resolve-template.js';

/** What pages are resolved with. */
export interface PageScene {
  readonly manifest: Checked<IssueInput>;
  readonly issueFolder: string;
  /** From an article's name as written to its id; names without a file are not there. */
  readonly ids: ReadonlyMap<string, string>;
  readonly files: Files;
  readonly report: Report;
}

/**
 * Puts a page's contents into the slots of its template. Reports `unknown-slot`, `slot-refuses`, `empty-slot` and
 * advertisements that are missing or of no edition.
 */
export function resolvePage(
  page: NumberedPage,
  slots: readonly SlotContents[],
  look: PageLook,
  scene: PageScene,
): IssuePage {
  const { template } = look;
  const assignments = slots.flatMap((contents) => assignSlot(contents, page, look, scene));
  if (!look.partial && !scene.manifest.partial) reportEmpty(page, slots, template, scene);
  const section = page.entry.section ?? template.section;
  return {
    number: page.number,
    label: page.label,
    template,
    ...(section === undefined ? {} : { section }),
    assignments,
    origin: page.origin,
  };
}

function assignSlot(
  contents: SlotContents,
  page: NumberedPage,
  look: PageLook,
  scene: PageScene,
): readonly Assignment[] {
  const slot = look.template.slots.get(contents.slot);
  if (!slot) {
    if (!look.partial) reportUnknownSlot(contents, page, look.template, scene.report);
    return [];
  }
  return contents.contents.flatMap((content) => assign(content, slot, page, scene));
}

function reportUnknownSlot(contents: SlotContents, page: NumberedPage, template: PageTemplate, report: Report): void {
  const furniture = template.furniture.find((each) => each.name === contents.slot);
  const hint = furniture
    ? `"${contents.slot}" is furniture, which the template fills by itself`
    : hintForName(contents.slot, template.slots.keys(), `template "${template.id}"`);
  report(problem('unknown-slot', contents.origin, `page ${page.label} has no slot "${contents.slot}"`, hint));
}

function assign(content: Content, slot: Slot, page: NumberedPage, scene: PageScene): readonly Assignment[] {
  checkAccepted(content, slot, page, scene.report);
  switch (content.type) {
    case 'auto':
      return [{ type: 'auto', slot, origin: content.origin }];
    case 'ad':
      checkAd(content, scene);
      return [{ ...content, slot }];
    case 'briefs': {
      const articles = content.articles.flatMap(({ article, origin }) => {
        const id = scene.ids.get(article);
        return id === undefined ? [] : [{ article: id, origin }];
      });
      return [{ type: 'briefs', slot, articles, origin: content.origin }];
    }
    default: {
      const article = scene.ids.get(content.article);
      return article === undefined ? [] : [{ type: content.type, slot, article, origin: content.origin }];
    }
  }
}

function checkAccepted(content: Content, slot: Slot, page: NumberedPage, report: Report): void {
  const kind: ContentKind = content.type === 'auto' ? 'continue' : content.type;
  if (slot.accepts.includes(kind)) return;
  const accepted = slot.accepts.join(', ');
  if (kind === 'briefs') {
    const message = `slot "${slot.name}" of page ${page.label} is given a list of articles, but takes one`;
    const hint = `it accepts ${accepted}: put the other articles into slots of their own, or let it accept briefs`;
    report({ ...problem('slot-taken', content.origin, message, hint), page: page.label, slot: slot.name });
    return;
  }
  const message = `slot "${slot.name}" of page ${page.label} does not accept "${kind}"`;
  const hint = `it accepts ${accepted}: use another slot, or let the template accept it`;
  report({ ...problem('slot-refuses', content.origin, message, hint), page: page.label, slot: slot.name });
}

function checkAd(ad: Content & { readonly type: 'ad' }, scene: PageScene): void {
  const { editions } = scene.manifest.value;
  if (ad.edition !== undefined && !editions.includes(ad.edition) && !scene.manifest.partial) {
    const hint = hintForName(ad.edition, editions, 'the issue');
    scene.report(problem('bad-value', ad.origin, `the issue has no edition "${ad.edition}"`, hint));
  }
  if (scene.files.exists(scene.issueFolder, ad.file)) return;
  const answer = scene.files.read(scene.issueFolder, ad.file);
  if (answer.ok) return;
  const hint = 'put it into the issue folder, or correct the name';
  reportMiss(answer, { missing: 'bad-ad', what: 'advertisement', name: ad.file, hint }, ad.origin, scene.report);
}

/** A required slot must be filled in every edition. */
function reportEmpty(
  page: NumberedPage,
  slots: readonly SlotContents[],
  template: PageTemplate,
  scene: PageScene,
): void {
  for (const slot of template.slots.values()) {
    if (!slot.required) continue;
    const filled = slots.find((each) => each.slot === slot.name);
    const hint = 'put something into it, or let the template do without';
    const place = { page: page.label, slot: slot.name };
    if (!filled) {
      const message = `the required slot "${slot.name}" of page ${page.label} is empty`;
      scene.report({ ...problem('empty-slot', page.origin, message, hint), ...place });
      continue;
    }
    for (const edition of scene.manifest.value.editions.filter((each) => isEmptyIn(each, filled.contents))) {
      const message = `the required slot "${slot.name}" of page ${page.label} is empty in edition "${edition}"`;
      scene.report({ ...problem('empty-slot', filled.origin, message, hint), ...place });
    }
  }
}

function isEmptyIn(edition: string, contents: readonly Content[]): boolean {
  if (contents.length === 0) return false;
  return contents.every(
    (content) => content.type === 'ad' && content.edition !== undefined && content.edition !== edition,
  );
}
