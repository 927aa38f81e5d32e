import { localReference, type Refuse, type SvgElement, walkElements } from './svg-element.js';

/*
 * What no drawing for the press may hold, wherever it stands: what lies outside of the file, what would run, and what
 * would move. Handlers of events are passed over: they draw nothing until somebody clicks, and nobody clicks on paper.
 */

const EMBED = 'embed it in the drawing, or take it out';
const STILL = 'save the drawing as it is to look, without scripts and animation';

/** Elements that animate others. */
export const MOVING: ReadonlySet<string> = new Set([
  'animate',
  'animateColor',
  'animateMotion',
  'animateTransform',
  'discard',
  'set',
]);

/** Elements whose reference only says where a click leads. */
const LINKS: ReadonlySet<string> = new Set(['a']);

/** Refuses scripts, animation and references to other files in a whole drawing. */
export function refuseForeign(root: SvgElement, refuse: Refuse): void {
  for (const element of walkElements(root)) {
    const { name, at, attributes } = element;
    if (name === 'script') refuse(at, 'has a script in it', STILL);
    if (MOVING.has(name)) refuse(at, `is animated by <${name}>`, STILL);
    if (name === 'style') refuseImports(element, refuse);
    const href = attributes.get('href');
    if (href !== undefined && !LINKS.has(name) && isForeign(name, href)) {
      refuse(at, `refers to "${shorten(href)}", outside of the file`, EMBED);
    }
    for (const value of attributes.values()) refuseForeignUrls(value, at, refuse);
  }
}

function refuseImports({ text, at }: SvgElement, refuse: Refuse): void {
  if (/@import\b/i.test(text)) refuse(at, 'imports a style sheet', 'put the styles into the drawing');
  refuseForeignUrls(text, at, refuse);
}

function isForeign(name: string, href: string): boolean {
  if (localReference(href) !== undefined || href.trim() === '') return false;
  return name !== 'image' || !/^\s*data:/i.test(href);
}

/** Refuses each `url(…)` that names neither an id nor data within the text. */
function refuseForeignUrls(text: string, at: number, refuse: Refuse): void {
  for (let start = text.indexOf('url('); start >= 0; start = text.indexOf('url(', start + 4)) {
    const target = text.slice(start + 4, start + 4 + 100).replace(/^[\s"']+/, '');
    if (/^(?:#|data:)/i.test(target)) continue;
    refuse(at, `refers to "${shorten(target.replace(/["')\s][\s\S]*$/, ''))}", outside of the file`, EMBED);
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
