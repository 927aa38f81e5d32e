import type { Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { Files } from '../model/files.js';
import type { FaceId, FaceSource } from '../model/font.js';
import type { TextStyle } from '../model/style.js';
import type { Color } from '../units/color.js';
import { formatLength, type Pt } from '../units/length.js';
import type { Checked } from './check-document.js';
import { findColor } from './colors.js';
import { DEFAULT_FONTS, DEFAULT_STYLES, ROOT_STYLE } from './default-styles.js';
import { chooseFaces } from './face-set.js';
import { type Family, type FontCatalogue, findFaceFile } from './font-catalogue.js';
import type { PaperInput } from './paper-schema.js';
import { problem } from './problem.js';
import type { StyleInput } from './style-schema.js';
import { checkWording, FURNITURE_WORDS, PAGE_WORDS } from './wording.js';

/** What styles are resolved with. */
export interface StyleScene {
  readonly paper: Checked<PaperInput>;
  readonly colors: ReadonlyMap<string, Color>;
  readonly catalogue: FontCatalogue;
  readonly files: Files;
  /** Leading of the grid. */
  readonly leading: Pt;
  readonly report: Report;
}

export interface ResolvedStyles {
  readonly styles: ReadonlyMap<string, TextStyle>;
  /** Every face that a style may need. */
  readonly faces: ReadonlyMap<FaceId, FaceSource>;
}

/** A setting's value, with the style that it was written in: for the place of a problem. */
type Layered = {
  readonly [K in keyof StyleInput]?: { readonly value: NonNullable<StyleInput[K]>; readonly style: string };
};

/** Styles whose wording makes no sense without a page number. */
const NAMES_A_PAGE = new Set(['jumpTo', 'jumpFrom', 'refer']);

/**
 * Resolves every style of a paper: its own over those that it extends over the defaults. Reports `unknown-style`,
 * `style-cycle`, `unknown-color`, `missing-font` and impossible leadings.
 */
export function resolveStyles(scene: StyleScene): ResolvedStyles {
  const faces = new Map<FaceId, FaceSource>();
  const styles = new Map<string, TextStyle>();
  const written = scene.paper.value.styles;
  for (const name of new Set([...Object.keys(DEFAULT_STYLES), ...Object.keys(written)])) {
    const style = resolveStyle(name, scene, faces);
    if (style) styles.set(name, style);
  }
  for (const [name, style] of styles) styles.set(name, withDropCap(style, styles, scene));
  return { styles, faces };
}

/** Gives a style its drop cap, now that the style of the letter is known. */
function withDropCap(style: TextStyle, styles: ReadonlyMap<string, TextStyle>, scene: StyleScene): TextStyle {
  const layers = layerStyle(style.name, { ...scene, report: () => {} }, []);
  const plan = layers?.dropCap?.value;
  if (!plan) return style;
  const letter = styles.get(plan.style);
  if (!letter) {
    const owner = layers?.dropCap?.style ?? style.name;
    const message = `the paper has no style "${plan.style}"`;
    const hint = hintForName(plan.style, styleNames(scene), 'the paper');
    // A style that inherits the drop cap says the same again, at the same place: that is reported once.
    if (owner === style.name)
      scene.report(problem('unknown-style', scene.paper.origin(['styles', owner, 'dropCap', 'style']), message, hint));
    return style;
  }
  const { lines, top, firstWord } = plan;
  const { faces, color, features } = letter;
  const face = letter.italic ? faces.italic : faces.regular;
  return { ...style, dropCap: { lines, top, firstWord, face, fallback: faces.fallback, color, features } };
}

function resolveStyle(name: string, scene: StyleScene, faces: Map<FaceId, FaceSource>): TextStyle | undefined {
  const layers = layerStyle(name, scene, []);
  const family = layers && findFamily(name, layers, scene);
  const color =
    layers &&
    findColor(
      layers.color?.value ?? ROOT_STYLE.color,
      scene.colors,
      originOf('color', layers, name, scene),
      scene.report,
    );
  if (!layers || !family || !color) return undefined;
  const weight = layers.weight?.value ?? ROOT_STYLE.weight;
  const chosen = chooseFaces(family, weight, scene.catalogue);
  for (const { face, family: owner } of chosen.faces) addFace(face, owner, scene, faces);
  const size = layers.size?.value ?? ROOT_STYLE.size;
  const wording = wordingOf(name, layers, scene);
  return {
    name,
    faces: chosen.set,
    italic: layers.style?.value === 'italic',
    size,
    leading: resolveLeading(name, layers, size, scene),
    align: layers.align?.value ?? ROOT_STYLE.align,
    indent: resolveIndent(layers.indent?.value ?? ROOT_STYLE.indent, size),
    tracking: layers.tracking?.value ?? ROOT_STYLE.tracking,
    hyphenate: (layers.hyphenate?.value ?? ROOT_STYLE.hyphenate) !== false,
    color,
    transform: layers.transform?.value ?? ROOT_STYLE.transform,
    features: featuresOf(layers),
    above: layers.above?.value ?? ROOT_STYLE.above,
    below: layers.below?.value ?? ROOT_STYLE.below,
    ...(layers.rules && { rules: layers.rules.value }),
    ...(wording === undefined ? {} : { text: wording }),
  };
}

/**
 * The settings of a style, nearest first. A style of the paper that extends nothing starts from the default of the
 * same name, if there is one; one that extends another starts from that alone.
 */
function layerStyle(name: string, scene: StyleScene, below: readonly string[]): Layered | undefined {
  const written = ownEntry(scene.paper.value.styles, name);
  const initial = ownEntry(DEFAULT_STYLES, name);
  const own = written?.extends === undefined ? { ...initial, ...written } : written;
  const base = own.extends;
  const settings = layerOf(own, name);
  if (base === undefined) return settings;
  const trail = [...below, name];
  const origin = scene.paper.origin(['styles', name, 'extends']);
  if (trail.includes(base)) {
    // Every style of the circle comes by here; the report takes the one that closes it at its own place.
    const circle = [...trail.slice(trail.indexOf(base)), base].map((each) => `"${each}"`).join(' extends ');
    scene.report(
      problem(
        'style-cycle',
        origin,
        `styles extend one another in a circle: ${circle}`,
        `let "${name}" extend another style, or none`,
      ),
    );
    return undefined;
  }
  if (!ownEntry(scene.paper.value.styles, base) && !ownEntry(DEFAULT_STYLES, base)) {
    if (scene.paper.partial) return undefined;
    scene.report(
      problem(
        'unknown-style',
        origin,
        `the paper has no style "${base}"`,
        hintForName(base, styleNames(scene), 'the paper'),
      ),
    );
    return undefined;
  }
  const inherited = layerStyle(base, scene, trail);
  return inherited && { ...inherited, ...settings };
}

function layerOf(own: StyleInput, style: string): Layered {
  const entries = Object.entries(own).filter(([key, value]) => key !== 'extends' && value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, { value, style }]));
}

function styleNames(scene: StyleScene): readonly string[] {
  return [...new Set([...Object.keys(DEFAULT_STYLES), ...Object.keys(scene.paper.value.styles)])];
}

function findFamily(name: string, layers: Layered, scene: StyleScene): Family | undefined {
  const font = layers.font?.value ?? ROOT_STYLE.font;
  const { fonts } = scene.paper.value;
  const role = roleFamily(font, fonts);
  const family = scene.catalogue.get(role ?? font);
  if (family) return family;
  const origin =
    role !== undefined && ownEntry(fonts, font) !== undefined
      ? scene.paper.origin(['fonts', font])
      : originOf('font', layers, name, scene);
  const known = [...Object.keys(fonts), ...DEFAULT_FONTS.keys(), ...scene.catalogue.keys()];
  const message = `no font catalogue has a family "${role ?? font}"`;
  scene.report(
    problem(
      'missing-font',
      origin,
      message,
      `${hintForName(role ?? font, new Set(known), 'the catalogue')} (families are listed in fonts/*.yaml)`,
    ),
  );
  // Any family stands in: the issue is refused, but templates may name the style without a complaint of their own.
  return scene.catalogue.values().next().value;
}

/** Family of a role. Roles that a paper does not name follow the nearest one that it does. */
function roleFamily(role: string, fonts: Readonly<Record<string, string>>): string | undefined {
  const named = ownEntry(fonts, role);
  if (named !== undefined) return named;
  if (role === 'subhead') return ownEntry(fonts, 'headline') ?? DEFAULT_FONTS.get(role);
  if (role === 'agate') return ownEntry(fonts, 'text') ?? DEFAULT_FONTS.get(role);
  return DEFAULT_FONTS.get(role);
}

function addFace(
  face: Family['faces'][number],
  family: Family,
  scene: StyleScene,
  faces: Map<FaceId, FaceSource>,
): void {
  if (faces.has(face.id)) return;
  const file = findFaceFile(face, family, scene.files, scene.report);
  const { id, weight, italic, origin } = face;
  if (file !== undefined) faces.set(id, { id, family: face.family, weight, italic, file, origin });
}

/** Least leading as a share of the size under which lines of type would run into one another. */
const LEAST_LEADING = 0.7;

function resolveLeading(name: string, layers: Layered, size: Pt, scene: StyleScene): Pt {
  const written = layers.leading?.value;
  if (written === undefined) {
    // Text of about the size of the body stands on the grid; display type has no leading until it is given a size.
    return size <= scene.leading ? scene.leading : size * ROOT_STYLE.leading.share;
  }
  if (written.type === 'share') return roundHundredths(size * written.share);
  if (written.length < size * LEAST_LEADING) {
    const message = `style "${name}" has a leading of ${formatLength(written.length)} at a size of ${formatLength(size)}`;
    scene.report(
      problem(
        'bad-value',
        originOf('leading', layers, name, scene),
        message,
        'write the leading in per cent of the size, as 105%, so that it grows with it',
      ),
    );
  }
  return written.length;
}

function roundHundredths(length: Pt): Pt {
  return Math.round(length * 100) / 100;
}

const CAPS = { normal: [], small: ['smcp'], allSmall: ['smcp', 'c2sc'] } as const;

/** OpenType features of a style: those listed, and those that its other settings stand for. */
function featuresOf({ features, caps, figures, fractions }: Layered): readonly string[] {
  const named = [...CAPS[caps?.value ?? 'normal'], ...(figures?.value ?? []), ...(fractions?.value ? ['frac'] : [])];
  return [...new Set([...(features?.value ?? ROOT_STYLE.features), ...named])];
}

function resolveIndent(indent: NonNullable<StyleInput['indent']>, size: Pt): Pt {
  return indent.type === 'em' ? indent.em * size : indent.length;
}

function wordingOf(name: string, layers: Layered, scene: StyleScene): string | undefined {
  const wording = layers.text?.value ?? ownEntry(DEFAULT_STYLES, name)?.text;
  if (wording === undefined) return undefined;
  const origin = originOf('text', layers, name, scene);
  checkWording(wording, NAMES_A_PAGE.has(name) ? PAGE_WORDS : FURNITURE_WORDS, origin, scene.report);
  if (NAMES_A_PAGE.has(name) && !wording.includes('{page}')) {
    scene.report(
      problem(
        'bad-value',
        origin,
        `the wording "${wording}" names no page`,
        'write {page} where the page number stands',
      ),
    );
  }
  return wording;
}

/** Where a setting of a style was written: in itself, in one that it extends, or nowhere but in the defaults. */
function originOf(key: keyof StyleInput, layers: Layered, name: string, scene: StyleScene) {
  const style = layers[key]?.style ?? name;
  return scene.paper.origin(['styles', style, key]);
}

function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
