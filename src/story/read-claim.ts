/** Typed page references ("Page 3 >", "8 >", "< From page 1"): told apart from paragraphs that merely hold a number. */
import type { Claim } from '../model/story.js';
import { primaryLanguage } from '../units/language.js';
import { type ClaimWording, claimWordingsOf } from './claim-wording.js';

/** A reference is a handful of words; nothing longer is looked at. */
const LONGEST = 60;

const ARROWS_BEFORE = /^(?:[<>‹›«»◂◀◄←▸▶►→⇒]|<-+|-+>|=>|\s)+/;
const ARROWS_AFTER = /(?:[>›»▸▶►▷→⇒⟶➔➜➤]|-+>|=>|[<‹«◂◀◄←]|\s)+$/;
/** "3", "12", "A3", "B-12". */
const LABEL = /(?:^|\s)([a-z]{0,2}-?\d{1,3})$/i;

/**
 * Reads a paragraph that is nothing but a page reference. The page comes back as a label ("3", "A3") in Western digits
 * and capitals. Undefined for any other text.
 */
export function readClaim(text: string, language: string): Pick<Claim, 'kind' | 'page' | 'text'> | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST || !/[\d۰-۹٠-٩]/.test(typed)) return undefined;
  const { words, arrow } = stripArrows(unwrap(westernDigits(typed.replace(/\s+/g, ' '))));
  const label = LABEL.exec(words);
  if (!label) return undefined;
  const page = (label[1] as string).toUpperCase();
  const lead = words.slice(0, label.index).trim().toLowerCase();
  const kind = kindOf(lead, { arrow, page }, claimWordingsOf(primaryLanguage(language)));
  return kind && { kind, page, text: typed };
}

/** Parentheses and a full stop around the whole reference: "(Continued on page 3.)" */
function unwrap(text: string): string {
  const inside = /^[([](.*)[)\]]\.?$/.exec(text)?.[1] ?? text;
  return inside.trim().replace(/[.:…]$/, '');
}

function stripArrows(text: string): { readonly words: string; readonly arrow: boolean } {
  const lead = text.replace(ARROWS_BEFORE, '');
  const words = lead.replace(ARROWS_AFTER, '');
  return { words, arrow: /\S/.test(lead.slice(words.length)) };
}

interface Signs {
  /** Whether an arrow follows the number. */
  readonly arrow: boolean;
  readonly page: string;
}

function kindOf(lead: string, signs: Signs, wordings: readonly ClaimWording[]): Claim['kind'] | undefined {
  if (lead === '') return signs.arrow ? 'to' : undefined;
  for (const wording of wordings) {
    if (endsInPage(lead, wording.from, wording)) return 'from';
    if (wording.page.includes(lead) || endsInPage(lead, wording.to, wording)) return 'to';
    if (namesNoPage(lead, signs, wording)) return 'to';
  }
  return undefined;
}

/** "continued on" + "page". */
function endsInPage(lead: string, phrases: readonly string[], wording: ClaimWording): boolean {
  return wording.page.some((page) => lead.endsWith(` ${page}`) && phrases.includes(lead.slice(0, -page.length - 1)));
}

/** "Continued on A3", "See 3 >": without the word "page" it takes a section letter or an arrow to be sure. */
function namesNoPage(lead: string, signs: Signs, wording: ClaimWording): boolean {
  return (signs.arrow || /^[A-Z]/.test(signs.page)) && wording.to.includes(lead);
}

/** Persian and Arabic digits as 0 to 9. */
function westernDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
