/**
 * Modules of our dependencies that the bundle carries in another form, because they do work at start-up whose result
 * is rarely or never wanted. Together they cost more than setting a page (docs/decisions/0001-one-bundle.md has the
 * figures). Each replacement keeps the module's contract, or says loudly that it was left out.
 */
import { dirname } from 'node:path';

/** Inflates with zlib in place of JavaScript: inflating has one right answer, whoever does it. CommonJS, as its importer is. */
const TINY_INFLATE = `
  const { inflateRawSync } = require('node:zlib');
  module.exports = function inflate(source, target) {
    const bytes = inflateRawSync(source);
    target.set(bytes.subarray(0, target.length));
    return target.subarray(0, bytes.length);
  };`;

/** Brotli, for WOFF2 fonts, by zlib: saves a dictionary of 460 kB that is decoded at start-up. */
const BROTLI = `
  import { brotliDecompressSync } from 'node:zlib';
  export default function decompress(bytes) {
    return brotliDecompressSync(bytes);
  }`;

/** Unicode tables unpacked when they are first asked for: most runs never ask. */
const UNICODE_TRIE = `
  import UnicodeTrie from 'unicode-trie?real';
  export default class LateTrie {
    constructor(data) {
      this.data = data;
    }
    get(codePoint) {
      this.trie ??= new UnicodeTrie(this.data);
      return this.trie.get(codePoint);
    }
  }`;

/**
 * The encoder of bwip-js by itself, for bars that are noted and not drawn: what draws them brings a reader of TrueType and
 * two fonts along, is three times as large, and checks the dress of a text that nobody asked for. Draws bars as it does.
 */
const BARS = `
  import { bwipp_ean13, bwipp_encode } from './bwipp.mjs';
  export function ean13({ bcid, text, scaleX, scaleY, ...options }, drawing) {
    const [{ sbs, bhs }] = bwipp_encode({}, bwipp_ean13, text, options, true).map((one) => Object.fromEntries(one));
    let at = 0;
    for (let index = 0; index < sbs.length; index += 1) {
      const width = sbs[index] * scaleX;
      if (index % 2 === 0) drawing.line(at + width / 2, bhs[index / 2] * 72 * scaleY, at + width / 2, 0, width, '000000');
      at += width;
    }
    return drawing.end();
  }`;

/** A part of pdfkit that \`src/pdf/\` does without. Using it is our own bug, and must not go unnoticed. */
const leftOut = (what, names) => `
  function leftOut() {
    throw new Error(${JSON.stringify(`${what} is left out of the bundle`)});
  }
  export default leftOut;
  ${names.map((name) => `export { leftOut as ${name} };`).join('\n')}`;

const REPLACEMENTS = new Map([
  ['tiny-inflate', TINY_INFLATE],
  ['brotli/decompress.js', BROTLI],
  ['unicode-trie', UNICODE_TRIE],
  ['bwip-js/generic', BARS],
  ['linebreak', leftOut("pdfkit's line breaking", [])],
  ['png-js', leftOut("pdfkit's PNG reader", [])],
  ['@noble/ciphers/aes', leftOut("pdfkit's encryption", ['cbc', 'ecb'])],
]);

const REAL = '?real';

/** An esbuild plugin that puts the replacements in. */
export const replacements = {
  name: 'replacements',
  setup(build) {
    const names = new RegExp(`^(${[...REPLACEMENTS.keys()].map(escapeForRegExp).join('|')})(\\?real)?$`);
    build.onResolve({ filter: names }, async ({ path, resolveDir, importer, kind, pluginData }) => {
      if (pluginData === REAL) return undefined;
      const name = path.replace(REAL, '');
      const real = await build.resolve(name, { resolveDir, importer, kind, pluginData: REAL });
      if (path.endsWith(REAL)) return real;
      // Beside the real module, so that a replacement can use the parts that it is made of.
      return { path: name, namespace: 'replacement', pluginData: { resolveDir: dirname(real.path) } };
    });
    build.onLoad({ filter: /.*/, namespace: 'replacement' }, ({ path, pluginData }) => {
      return { contents: REPLACEMENTS.get(path), loader: 'js', resolveDir: pluginData.resolveDir };
    });
  },
};

function escapeForRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
