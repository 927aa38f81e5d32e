import type { Jump, Refer } from '../model/edition.js';
import type { Paper } from '../model/paper.js';
import type { Claim, Story } from '../model/story.js';
import type { Room } from './room.js';

/** What a typed reference may mean: a jump's page, or the page that a refer names. */
type ClaimKind = 'jump' | 'refer' | 'any';

/**
 * Holds page references typed in the text against the computed ones. Old pages carry them ("Page 3 >"); they are
 * replaced by the computed line, and a difference stops the press.
 */
export function checkClaims(
  stories: Iterable<Story>,
  jumps: readonly Jump[],
  refers: readonly Refer[],
  room: Room,
): void {
  for (const story of stories) for (const claim of story.claims) checkClaim(story, claim, jumps, refers, room);
}

function checkClaim(story: Story, claim: Claim, jumps: readonly Jump[], refers: readonly Refer[], room: Room): void {
  const id = story.source.id;
  const kind = kindOf(claim, room.issue.paper);
  const computed = new Set<string>();
  for (const jump of jumps) {
    if (jump.article === id && kind !== 'refer') computed.add(claim.kind === 'from' ? jump.from.page : jump.to.page);
  }
  for (const refer of refers) if (refer.article === id && kind !== 'jump') computed.add(refer.page);
  if (computed.has(claim.page)) return;
  const pages = [...computed];
  room.report({
    code: 'wrong-claim',
    severity: 'error',
    origin: claim.origin,
    message:
      pages.length === 0
        ? `the text says "${claim.text}", but nothing of "${id}" leads to another page`
        : `the text says "${claim.text}", but the page is ${pages.map((page) => `"${page}"`).join(' or ')}`,
    hint: pages.length === 0 ? 'take the line out of the text' : 'take the line out of the text: it is computed',
  });
}

/** Tells a jump line from a refer's by the paper's own wording; other wordings may be either. */
function kindOf(claim: Claim, paper: Paper): ClaimKind {
  if (sameWording(claim, paper.styles.get('jumpTo')?.text)) return 'jump';
  if (sameWording(claim, paper.styles.get('jumpFrom')?.text)) return 'jump';
  if (sameWording(claim, paper.styles.get('refer')?.text)) return 'refer';
  return 'any';
}

function sameWording(claim: Claim, wording: string | undefined): boolean {
  return wording !== undefined && bare(wording.replace('{page}', claim.page)) === bare(claim.text);
}

/** Only letters and digits count: arrows and spaces are typed in many ways. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
