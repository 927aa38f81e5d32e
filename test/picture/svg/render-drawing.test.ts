import { describe, expect, it } from 'vitest';
import { hasTool, runTool } from '../../pdf/outside-tools.js';
import { difference, pdfOf, svg } from './drawings.js';

/*
 * The same drawings by us and poppler, and by librsvg: two readers of SVG that share no code must see the same. Edges are
 * smoothed differently, which makes a difference of some levels along them.
 */

/** Measured: 0.04 to 0.7, and 1.6 for gradients, whose steps poppler rounds. A shape that is missing makes 5 and more. */
const MOST = 2;

const SPIRAL =
  'M50 50 A10 10 0 0 1 70 50 A20 15 30 1 1 40 70 a25 25 0 0 0 -30 -30 q10 -30 30 -30 t30 10 T95 40 S80 90 60 95 z';
const DRAWINGS: readonly (readonly [name: string, elements: string])[] = [
  ['all commands of paths', `<path d="${SPIRAL}" fill="#777" stroke="black" stroke-width="2"/>`],
  [
    'relative commands and smooth curves',
    '<path d="m10 10h30v20l-10 10c5 5 10 5 15 0s10-5 15 0 10 20 30 10-20 40-60 30z"/>',
  ],
  [
    'rectangles, round and not',
    '<rect x="5" y="5" width="40" height="30"/><rect x="50" y="20" width="40" height="60" rx="12" ry="20" fill="gray"/><rect x="5" y="60" width="30" height="30" rx="50"/>',
  ],
  [
    'circles, ellipses, lines and polygons',
    '<circle cx="30" cy="30" r="22"/><ellipse cx="70" cy="40" rx="25" ry="12" fill="#999"/><line x1="5" y1="95" x2="95" y2="70" stroke="black" stroke-width="3"/><polygon points="10,60 40,60 25,90"/><polyline points="50 60 60 90 70 60 80 90" fill="none" stroke="black" stroke-width="2"/>',
  ],
  [
    'transforms',
    '<g transform="translate(50 50) rotate(33) scale(1.2 .6) skewX(20)"><rect x="-20" y="-20" width="40" height="40" stroke="#555" stroke-width="6" fill="#ccc"/></g><rect transform="rotate(-15 80 80)" x="70" y="70" width="20" height="20"/>',
  ],
  [
    'caps, joins, dashes and mitres',
    '<g fill="none" stroke="black" stroke-width="6"><path d="M10 20h30l-15 15" stroke-linejoin="round" stroke-linecap="round"/><path d="M55 20h30l-25 15" stroke-linejoin="bevel" stroke-linecap="square"/><path d="M10 60 L50 60 L14 70"/><path d="M5 90 H95" stroke-dasharray="10 4 2" stroke-dashoffset="7"/></g>',
  ],
  [
    'holes by both rules',
    '<path fill-rule="evenodd" d="M5 5h40v40h-40z M15 15h20v20h-20z"/><path d="M55 5h40v40h-40z M65 15h20v20h-20z"/><path d="M55 55h40v40h-40z M65 65v20h20v-20z"/>',
  ],
  [
    'clips, several at once',
    '<clipPath id="a"><circle cx="40" cy="40" r="35"/><rect x="60" y="60" width="30" height="30"/></clipPath><clipPath id="b" clipPathUnits="objectBoundingBox"><rect x=".1" y=".1" width=".8" height=".5"/></clipPath><g clip-path="url(#a)"><rect width="100" height="100" fill="#aaa"/><rect x="20" y="20" width="60" height="60" clip-path="url(#b)"/></g><rect x="2" y="90" width="20" height="8"/>',
  ],
  [
    'uses, symbols and nested drawings',
    '<defs><symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="6"/></symbol><path id="p" d="M0 0h10v10z"/></defs><use href="#s" x="5" y="5" width="40" height="40"/><use xlink:href="#p" x="60" y="10" transform="scale(1.1)"/><svg x="50" y="50" width="40" height="20" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid slice"><circle cx="5" cy="5" r="5"/></svg>',
  ],
  [
    'opacity of shapes and of groups',
    '<rect width="60" height="100" fill="#666"/><g opacity=".5"><circle cx="50" cy="40" r="30"/><rect x="40" y="40" width="50" height="30" fill="#888"/></g><circle cx="30" cy="80" r="15" fill="white" fill-opacity=".6" stroke="black" stroke-width="4" stroke-opacity=".5"/>',
  ],
  [
    'linear gradients',
    '<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset=".1" stop-color="white"/><stop offset=".5" stop-color="black"/><stop offset=".5" stop-color="#888"/><stop offset="1" stop-color="#eee"/></linearGradient><linearGradient id="h" href="#g" gradientUnits="userSpaceOnUse" x1="50" x2="60" y1="0" y2="0" gradientTransform="rotate(20)"/><rect x="5" y="5" width="40" height="80" fill="url(#g)"/><path d="M50 5h45v90h-45z" fill="url(#h)"/>',
  ],
  [
    'radial gradients',
    '<radialGradient id="g" cx=".5" cy=".5" r=".5" fx=".3" fy=".3"><stop offset="0" stop-color="white"/><stop offset="1" stop-color="#333"/></radialGradient><ellipse cx="50" cy="50" rx="45" ry="25" fill="url(#g)"/>',
  ],
  [
    'style sheets and currentColor',
    '<style>/* c */ .a, rect { fill: #999 } #x { stroke: black !important; stroke-width: 4px } @media screen { rect { fill: red } } g .b { }</style><rect width="40" height="40"/><circle id="x" class="b a" cx="70" cy="30" r="20" style="stroke: white"/><g color="#555"><path d="M10 60h80v30h-80z" fill="currentColor"/></g>'.replace(
      ' g .b { }',
      '',
    ),
  ],
  [
    'what is hidden',
    '<rect width="30" height="30" display="none"/><g visibility="hidden"><circle cx="60" cy="60" r="20"/><circle cx="80" cy="80" r="8" visibility="visible"/></g><a href="https://example.org/"><rect x="5" y="60" width="20" height="20" opacity="0"/><rect x="5" y="5" width="9" height="9"/></a>',
  ],
];

describe.skipIf(!hasTool('pdftoppm'))('a drawing in our PDF looks as another reader of SVG shows it', () => {
  it.each(DRAWINGS)('with %s', async (_, elements) => {
    expect(await difference(svg(elements))).toBeLessThan(MOST);
  });

  it('with a view box that has other proportions than its size, in millimetres', async () => {
    const attributes = 'viewBox="-10 20 50 30" width="40mm" height="40mm"';
    expect(
      await difference(
        svg('<rect x="-10" y="20" width="50" height="30" fill="#ccc"/><circle cx="15" cy="35" r="12"/>', attributes),
      ),
    ).toBeLessThan(MOST);
  });
});

describe.skipIf(!hasTool('qpdf'))('a drawing in our PDF', () => {
  it.each(DRAWINGS)('is sound to qpdf with %s', async (_, elements) => {
    const { pdf } = await pdfOf(svg(elements));
    expect(() => runTool('qpdf', pdf, ['--check', '@'])).not.toThrow();
  });
});
