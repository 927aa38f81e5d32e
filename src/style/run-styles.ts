/** Run styles, shared: within one text style, equal looks are one object, so that shaping can tell them apart by identity. */
import type { FaceId } from '../model/font.js';
import type { TextStyle } from '../model/style.js';
import type { RunStyle } from '../model/styled.js';

/** What a run adds to the style of its paragraph. */
export interface RunMarks {
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly link?: string;
  /** BCP 47 tag, where it is not that of the text around it. */
  readonly language?: string;
  readonly smallCaps?: true;
  readonly undivided?: true;
  /** The run is a fraction, in a style that sets them as one sign. */
  readonly fraction?: true;
}

export const PLAIN: RunMarks = { emphasis: false, strong: false };
export const BOLD: RunMarks = { emphasis: false, strong: true };

// Lives as long as the paper's styles do and holds nothing that they do not decide.
const looks = new WeakMap<TextStyle, Map<string, RunStyle>>();

/** The look of a run inside a paragraph of the style. The same arguments always give the same object. */
export function runStyleOf(style: TextStyle, marks: RunMarks, language: string): RunStyle {
  let known = looks.get(style);
  if (!known) {
    known = new Map();
    looks.set(style, known);
  }
  const signs = `${marks.emphasis ? 'i' : ''}${marks.strong ? 'b' : ''}${marks.smallCaps ? 'c' : ''}${marks.undivided ? 'u' : ''}${marks.fraction ? 'f' : ''}`;
  const key = `${signs} ${marks.language ?? language} ${marks.link ?? ''}`;
  let look = known.get(key);
  if (!look) {
    look = makeRunStyle(style, marks, marks.language ?? language);
    known.set(key, look);
  }
  return look;
}

function makeRunStyle(style: TextStyle, marks: RunMarks, language: string): RunStyle {
  const look = {
    face: faceOf(style, marks),
    fallback: style.faces.fallback,
    size: style.size,
    color: style.color,
    tracking: style.tracking,
    features: featuresOf(style, marks),
    language,
    hyphenate: style.hyphenate && !marks.undivided,
  };
  return marks.link === undefined ? look : { ...look, link: marks.link };
}

/** Emphasis turns italic text upright. A style's own weight is that of its plain faces; strong text is a weight up. */
function faceOf(style: TextStyle, marks: RunMarks): FaceId {
  const italic = style.italic !== marks.emphasis;
  if (marks.strong) return italic ? style.faces.boldItalic : style.faces.bold;
  return italic ? style.faces.italic : style.faces.regular;
}

/** What fonts call fractions. It is on in fractions alone: in other figures some fonts make numerators of it. */
export const FRACTIONS = 'frac';

function featuresOf(style: TextStyle, marks: RunMarks): readonly string[] {
  const isPlain = marks.fraction || !style.features.includes(FRACTIONS);
  const features = isPlain ? style.features : style.features.filter((feature) => feature !== FRACTIONS);
  const smallCaps = style.transform === 'smallcaps' || marks.smallCaps === true;
  return smallCaps && !features.includes('smcp') ? [...features, 'smcp'] : features;
}
