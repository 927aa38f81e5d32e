import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isFormStream } from '../../../src/model/press-form.js';
import { pngFile } from '../fixtures.js';
import { contentFor, contentOf, convert, formOf, INKS, refusalsOf, rootDict, svg } from './drawings.js';

/** The inks that the first `k` or `K` of a content sets. */
async function inksOf(attributes: string): Promise<readonly number[]> {
  const content = await contentFor(`<rect width="10" height="10" ${attributes}/>`);
  const found = /((?:[\d.]+ ){4})[kK]\b/.exec(content);
  if (!found) throw new Error(content);
  return (found[1] as string).trim().split(' ').map(Number);
}

describe('the form of a drawing', () => {
  it('has the natural size, in points, y up', async () => {
    const form = await formOf(svg('<rect x="10" y="20" width="30" height="40"/>'));
    expect(rootDict(form).get('BBox')).toEqual([0, 0, 75, 75]);
    expect(contentOf(form)).toEqual(['0 0 0 1 k', '7.5 60 m', '30 60 l', '30 30 l', '7.5 30 l', 'h', 'f']);
  });

  it('sets no state twice, and saves none without need', async () => {
    const content = await contentFor('<path d="M0 0h9v9z"/><path d="M20 0h9v9z"/>');
    expect(content.match(/ k /g)).toHaveLength(1);
    expect(content).not.toMatch(/\bq\b|\bcm\b/);
  });

  it('saves one state at once, however deep the clips lie', async () => {
    const clips = Array.from(
      { length: 6 },
      (_, n) => `<clipPath id="c${n}"><circle cx="50" cy="50" r="${50 - n}"/></clipPath>`,
    );
    const open = Array.from({ length: 6 }, (_, n) => `<g clip-path="url(#c${n})">`).join('');
    const content = await contentFor(
      `${clips.join('')}${open}<rect width="99" height="99"/>${'</g>'.repeat(6)}<rect width="5" height="5"/>`,
    );
    expect(content.match(/\bq\b/g)).toHaveLength(1);
    expect(content.match(/W n/g)).toHaveLength(6);
    expect(content.indexOf('Q')).toBeLessThan(content.lastIndexOf('f'));
  });

  it('is not transparent without need', async () => {
    expect((await formOf(svg('<g opacity="1"><circle r="9"/></g>'))).usesTransparency).toBe(false);
    const form = await formOf(svg('<circle r="9" opacity=".5"/>'));
    expect(form.usesTransparency).toBe(true);
    expect(form.objects).toContainEqual(new Map(Object.entries({ Type: 'ExtGState', ca: 0.5, CA: 1 })));
  });

  it('blends what may overlap as one', async () => {
    const form = await formOf(svg('<g opacity=".5"><circle r="9"/><circle r="5"/></g>'));
    const groups = form.objects.filter((object) => isFormStream(object) && object.dict.has('Group'));
    expect(groups).toHaveLength(1);
  });

  it('keeps the weight of a stroke that does not scale', async () => {
    const content = await contentFor(
      '<path transform="scale(4 2)" d="M2 5h20" stroke="black" vector-effect="non-scaling-stroke" stroke-width="4"/>',
    );
    expect(content).toMatch(/\b3 w\b/);
  });

  it('holds a picture of pixels that the drawing carries, in the inks of the press', async () => {
    const png = pngFile(
      { widthPx: 4, heightPx: 2, bits: 8, colorType: 2 },
      deflateSync(Buffer.from([0, ...RED_ROW, 0, ...RED_ROW])),
    );
    const form = await formOf(
      svg(`<image x="10" y="10" width="40" height="20" href="data:image/png;base64,${png.toString('base64')}"/>`),
    );
    const image = form.objects.find((object) => isFormStream(object) && object.dict.get('Subtype') === 'Image');
    expect(isFormStream(image) && image.dict.get('ColorSpace')).toBe('DeviceCMYK');
    expect(contentOf(form)).toEqual([expect.stringMatching(/^q 30 0 0 15 7\.5 52\.5 cm \/X\d+ Do Q$/)]);
  });

  it('is the same bytes each time', async () => {
    const text = svg('<path d="M1 1a20 10 33 1 1 40 40z" transform="rotate(17.3)" fill="#a0522d"/>');
    expect(await formOf(text)).toEqual(await formOf(text));
  });
});

const RED_ROW = [200, 30, 20, 200, 30, 20, 20, 90, 200, 20, 90, 200];

describe('the colours of a drawing', () => {
  it('are black ink alone where they are gray', async () => {
    expect(await inksOf('')).toEqual([0, 0, 0, 1]);
    expect(await inksOf('fill="#333"')).toEqual([0, 0, 0, 0.8]);
    expect(await inksOf('fill="white"')).toEqual([0, 0, 0, 0]);
    expect(await inksOf('fill="none" stroke="rgb(50%, 50%, 50%)"')).toEqual([0, 0, 0, 0.498]);
  });

  it('are the inks that the profile gives by perceptual intent, as in pictures', async () => {
    const inks = await inksOf('fill="#c89678"');
    [0, 69, 108, 48].forEach((level, index) => {
      expect(Math.abs((inks[index] as number) * 255 - level)).toBeLessThanOrEqual(2);
    });
  });

  it.each([
    '#FF0000',
    '#f00',
    'red',
    'rgb(255 0 0)',
    'hsl(0, 100%, 50%)',
    'rgba(255,0,0,1)',
    '#ff0000ff',
    'hsl(360deg 100% 50% / 1)',
  ])('are read as %s', async (color) => {
    expect(await inksOf(`fill="${color}"`)).toEqual(await inksOf('fill="rgb(255,0,0)"'));
  });

  it('are as given where they are inks, within the limit', async () => {
    expect(await inksOf('fill="device-cmyk(0 90% 0.8 5%)"')).toEqual([0, 0.9, 0.8, 0.05]);
    const rich = await inksOf('fill="device-cmyk(1 1 1 1)"');
    expect(rich.reduce((sum, share) => sum + share, 0)).toBeCloseTo(INKS.inkLimit, 3);
    expect(rich[3]).toBe(1);
  });

  it('stay within the ink limit', async () => {
    for (const color of ['#010300', '#100008', '#00122b', '#2b0012', '#081808']) {
      const inks = await inksOf(`fill="${color}"`);
      expect(
        inks.reduce((sum, share) => sum + share, 0),
        color,
      ).toBeLessThanOrEqual(INKS.inkLimit + 0.001);
    }
  });

  it('go through a gradient by way of their mixtures', async () => {
    const form = await formOf(
      svg(
        '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
      ),
    );
    const pattern = form.objects.find((object) => object instanceof Map && object.get('PatternType') === 2);
    const shading = (pattern as ReadonlyMap<string, ReadonlyMap<string, unknown>>).get('Shading');
    expect(shading?.get('ColorSpace')).toBe('DeviceCMYK');
    const stitched = shading?.get('Function') as ReadonlyMap<string, readonly unknown[]> | undefined;
    expect(stitched?.get('Functions')).toHaveLength(8);
  });
});

describe('a drawing is refused', () => {
  it.each<readonly [string, string]>([
    ['refers to "http://example.org/a.png", outside of the file, at 2:1', '<image href="http://example.org/a.png"/>'],
    ['refers to "../secret.svg#a", outside of the file, at 2:1', '<use xlink:href="../secret.svg#a"/>'],
    ['refers to "file:///etc/passwd", outside of the file, at 2:1', '<image xlink:href="file:///etc/passwd"/>'],
    ['refers to "https://example.org/x", outside of the file, at 2:1', '<rect fill="url(https://example.org/x)"/>'],
    [
      'refers to "//example.org/f.woff", outside of the file, at 2:1',
      '<style>@font-face { src: url("//example.org/f.woff") }</style>',
    ],
    ['imports a style sheet, at 2:1', '<style>@import "a.css";</style>'],
    ['has a script in it, at 2:4', '<g><script>alert(1)</script></g>'],
    ['is animated by <animate>, at 2:7', '<rect><animate attributeName="x" to="9"/></rect>'],
    ['has <foreignObject> in it, which cannot be printed as lines, at 2:1', '<foreignObject/>'],
    ['has text that is not outlines, at 3:1', '<g/>\n<text x="1" y="9">Tide</text>'],
    ['has the filter "url(#f)" on <g>, at 2:25', '<filter id="f"></filter><g filter="url(#f)"/>'],
    ['has the mask "url(#m)" on <rect>, at 2:19', '<mask id="m"/><g/><rect width="9" height="9" mask="url(#m)"/>'],
    ['is filled with a pattern, at 2:20', '<pattern id="p"/>  <rect width="9" height="9" fill="url(#p)"/>'],
    ['has the marker-end "url(#a)" on <path>, at 2:1', '<path d="M0 0h9" marker-end="url(#a)"/>'],
    [
      'has a gradient that goes on as "repeat", at 2:1',
      '<linearGradient id="g" spreadMethod="repeat"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
    ],
    [
      'has a gradient that fades out, at 2:1',
      '<linearGradient id="g"><stop/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>',
    ],
    ['has the fill "var(--ink)", at 2:1', '<rect width="9" height="9" fill="var(--ink)"/>'],
    ['has a path that breaks off after 7 characters, at 2:1', '<path d="M0 0h9 wobble"/>'],
    ['has the transform "wobble(3)", at 2:1', '<g transform="wobble(3)"/>'],
    ['has a style rule for "g > rect", at 2:1', '<style>g > rect { fill: red }</style>'],
    ['uses "#a" inside of itself, at 2:11', '<g id="a"><use href="#a"/></g>'],
    ['uses "#b", which it does not have, at 2:1', '<use href="#b"/>'],
    [
      'has a picture in it that is an SVG drawing, not a JPEG, PNG, TIFF or WebP, at 2:1',
      `<image href="data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}"/>`,
    ],
  ])('because it %s', async (message, elements) => {
    expect(await refusalsOf(svg(elements))).toContain(message);
  });

  it('with all causes at once, each with what to do', async () => {
    const { problems } = await convert(svg('<text>a</text><text>b</text><g filter="url(#a)"/>'));
    expect(problems).toHaveLength(2);
    for (const { code, hint } of problems)
      expect([code, hint?.length ?? 0]).toEqual(['bad-picture', expect.any(Number)]);
    expect(problems[0]?.hint).toContain('convert text to outlines');
  });

  it.each<readonly [string, string]>([
    [
      'it declares entities',
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&a;</svg>',
    ],
    ['it has no size', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'],
    ['its XML is broken', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g></svg>'],
    ['it is in another namespace', '<svg xmlns="urn:other" viewBox="0 0 9 9"><g/></svg>'],
    ['it is nested without end', `<svg viewBox="0 0 9 9">${'<g>'.repeat(60_000)}${'</g>'.repeat(60_000)}</svg>`],
    ['its uses multiply', bomb()],
    [
      'its uses lead to uses without end',
      `<svg viewBox="0 0 9 9">${Array.from({ length: 5000 }, (_, n) => `<use id="u${n}" href="#u${n + 1}"/>`).join('')}<rect id="u5000"/></svg>`,
    ],
    ['it has too many tags', `<svg viewBox="0 0 9 9">${'<g/>'.repeat(100_001)}</svg>`],
  ])('where %s', async (_, text) => {
    const started = process.cpuUsage();
    expect((await refusalsOf(text)).length).toBeGreaterThan(0);
    // Generous: the machine that tests is busy.
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });

  it('not for a document type that says nothing, nor for what editors note for themselves', async () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('<x:data xmlns:x="urn:x"><x:text>no</x:text></x:data><metadata/><g onclick="run()"><rect width="9" height="9"/></g>')}`;
    expect(contentOf(await formOf(text)).at(-1)).toBe('f');
  });
});

/** Ten levels of ten uses each: ten thousand million rectangles. */
function bomb(): string {
  const levels = Array.from({ length: 10 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`);
  return `<svg viewBox="0 0 9 9"><defs><rect id="l0" width="1" height="1"/>${levels.join('')}</defs><use href="#l10"/></svg>`;
}
