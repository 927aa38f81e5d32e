import { IDENTITY, type Matrix } from '../../units/matrix.js';
import type { Rect, Size } from '../../units/rect.js';
import { lengthOf, SHAPES, shapePath } from './basic-shapes.js';
import { type ComputedStyle, computeStyle, ROOT_STYLE } from './computed-style.js';
import type { Drawing, Mark } from './drawing.js';
import { readImage } from './embedded-image.js';
import { chain, moveBy, readTransforms, scaleBy } from './matrix.js';
import { pathBounds } from './path.js';
import {
  boxClip,
  DEEPEST_READING,
  MOST_ELEMENTS,
  MOST_SEGMENTS,
  type Reading,
  roomOf,
  type Surroundings,
  spend,
  spendShape,
} from './reading.js';
import { MOVING, refuseForeign } from './refuse-foreign.js';
import { seeThrough, type Visit } from './see-through.js';
import { readShape } from './shape-marks.js';
import { readStyleSheets } from './style-sheet.js';
import { localReference, type Refuse, type SvgElement, walkElements } from './svg-element.js';
import { POINTS_PER_UNIT } from './svg-length.js';
import { fitViewBox, readViewBox } from './view-box.js';

/*
 * From the tree of elements to what shows. Goes down the tree with what each element finds around it: matrix, style and
 * clips. Whatever cannot be printed as it looks is refused and told; reading goes on, so that all of it is told at once.
 */

/** Elements that show nothing where they stand. */
const UNSEEN: ReadonlySet<string> = new Set([
  'clipPath',
  'defs',
  'desc',
  'filter',
  'font',
  'font-face',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'script',
  'stop',
  'style',
  'symbol',
  'title',
  'view',
]);
const GROUPS: ReadonlySet<string> = new Set(['a', 'g', 'svg']);
const TEXTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);

/** Reads a whole drawing of the given natural size, in points. */
export function readDrawing(root: SvgElement, size: Size, refuse: Refuse): Drawing {
  refuseForeign(root, refuse);
  const reading: Reading = {
    ids: indexIds(root),
    sheet: readStyleSheets(root, refuse),
    rootStyle: ROOT_STYLE,
    refuse,
    budget: { elements: MOST_ELEMENTS, segments: MOST_SEGMENTS, clips: [] },
  };
  const box: Rect = { x: 0, y: 0, width: size.width / POINTS_PER_UNIT, height: size.height / POINTS_PER_UNIT };
  const toPoints = chain([1, 0, 0, -1, 0, size.height], scaleBy(POINTS_PER_UNIT, POINTS_PER_UNIT));
  const surroundings: Surroundings = {
    matrix: toPoints,
    style: ROOT_STYLE,
    clips: reading.budget.clips,
    viewport: box,
    followed: [],
    depth: 0,
  };
  return { size, marks: readViewport(root, box, surroundings, reading, 'root') };
}

function indexIds(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const ids = new Map<string, SvgElement>();
  for (const element of walkElements(root)) {
    const id = element.attributes.get('id');
    // Of two elements with one id, the first is meant.
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
  }
  return ids;
}

/** What an `svg` or `symbol` shows in the room that it has, in the units around it. */
function readViewport(
  element: SvgElement,
  box: Rect,
  surroundings: Surroundings,
  reading: Reading,
  place: 'root' | 'inside',
): readonly Mark[] {
  if (!(box.width > 0 && box.height > 0)) return [];
  const viewBox = readViewBox(element.attributes.get('viewBox'));
  const style = computeStyle(element, surroundings.style, reading.sheet);
  const matrix = chain(surroundings.matrix, fitViewBox(element, viewBox, box));
  const viewport = viewBox ?? box;
  const overflows = /^(?:visible|auto)$/.test(style.read('overflow'));
  // The form itself ends at the drawing's edge.
  const { clips: outer } = surroundings;
  const clips = place === 'root' || overflows ? outer : [...outer, boxClip(box, surroundings.matrix)];
  const inside = { ...surroundings, matrix, viewport, clips };
  return readContainer({ element, style, surroundings: inside, reading });
}

/** What an element shows, with all below it. */
function readElement(element: SvgElement, surroundings: Surroundings, reading: Reading): readonly Mark[] {
  const { name, at } = element;
  if (UNSEEN.has(name) || MOVING.has(name) || !spend(reading, { elements: 1, segments: 0 }, at)) return [];
  const style = computeStyle(element, surroundings.style, reading.sheet);
  if (style.read('display') === 'none') return [];
  const matrix = placeElement(element, style, surroundings, reading);
  if (!matrix) return [];
  const inside: Surroundings = { ...surroundings, matrix, depth: surroundings.depth + 1 };
  if (inside.depth > DEEPEST_READING) {
    reading.refuse(at, `has elements more than ${DEEPEST_READING} deep`, 'simplify the drawing in its editor');
    return [];
  }
  const visit: Visit = { element, style, surroundings: inside, reading };
  if (name === 'svg') return readViewport(element, ownBox(element, inside, reading), inside, reading, 'inside');
  if (GROUPS.has(name)) return readContainer(visit);
  if (name === 'switch') return readSwitch(visit);
  if (name === 'use') return readUse(visit);
  if (SHAPES.has(name)) return readOneShape(visit);
  if (name === 'image') return readOneImage(visit);
  refuseElement(element, reading.refuse);
  return [];
}

function refuseElement({ name, at, children, text }: SvgElement, refuse: Refuse): void {
  if (!TEXTS.has(name)) {
    refuse(at, `has <${name}> in it, which cannot be printed as lines`, 'take it out, or turn it into outlines');
  } else if (children.length > 0 || text.trim() !== '') {
    refuse(at, 'has text that is not outlines', 'convert text to outlines (paths) in the drawing program');
  }
}

/** The element's matrix; undefined, and told, where its transform cannot be read. */
function placeElement(
  element: SvgElement,
  style: ComputedStyle,
  { matrix }: Surroundings,
  { refuse }: Reading,
): Matrix | undefined {
  const text = style.read('transform');
  const own = text === 'none' ? IDENTITY : readTransforms(text);
  if (own) return chain(matrix, own);
  refuse(element.at, `has the transform "${text.slice(0, 30)}"`, 'write the transform as matrix(a b c d e f)');
  return undefined;
}

function readContainer(visit: Visit): readonly Mark[] {
  const { element, reading } = visit;
  return seeThrough(visit, (inside) => element.children.flatMap((child) => readElement(child, inside, reading)));
}

/** The first child that asks for nothing special; editors put what only they can read before it. */
function readSwitch(visit: Visit): readonly Mark[] {
  const { element, reading } = visit;
  const chosen = element.children.find(
    ({ name, attributes }) => name !== 'foreignObject' && !attributes.has('requiredExtensions'),
  );
  return seeThrough(visit, (inside) => (chosen ? readElement(chosen, inside, reading) : []));
}

function readUse(visit: Visit): readonly Mark[] {
  const { element, surroundings, reading } = visit;
  const id = localReference(element.attributes.get('href') ?? '');
  const target = id === undefined ? undefined : reading.ids.get(id);
  if (!target) {
    reading.refuse(
      element.at,
      `uses "${(element.attributes.get('href') ?? '').slice(0, 40)}", which it does not have`,
      'take the <use> out, or draw what it names',
    );
    return [];
  }
  if (surroundings.followed.includes(target)) {
    reading.refuse(element.at, `uses "#${id}" inside of itself`, 'take the <use> out');
    return [];
  }
  const room = roomOf(surroundings, reading);
  const move = moveBy(lengthOf(element, 'x', 'across', room), lengthOf(element, 'y', 'down', room));
  const moved = {
    ...surroundings,
    matrix: chain(surroundings.matrix, move),
    followed: [...surroundings.followed, target],
  };
  return seeThrough({ ...visit, surroundings: moved }, (inside) => {
    if (target.name !== 'symbol' && target.name !== 'svg') return readElement(target, inside, reading);
    const sized = ownBox(element, inside, reading, target);
    return readViewport(target, { ...sized, x: 0, y: 0 }, inside, reading, 'inside');
  });
}

/** The room of a nested drawing: all there is, where it does not say. A `use` says it for its symbol. */
function ownBox(element: SvgElement, surroundings: Surroundings, reading: Reading, symbol = element): Rect {
  const { viewport } = surroundings;
  const room = roomOf(surroundings, reading);
  const side = (name: 'width' | 'height') => {
    const owner = element.attributes.has(name) ? element : symbol;
    const stated = owner.attributes.has(name) && owner.attributes.get(name) !== 'auto';
    return stated ? lengthOf(owner, name, name === 'width' ? 'across' : 'down', room) : viewport[name];
  };
  const x = lengthOf(element, 'x', 'across', room);
  const y = lengthOf(element, 'y', 'down', room);
  return { x, y, width: side('width'), height: side('height') };
}

function readOneShape(visit: Visit): readonly Mark[] {
  const { element, surroundings, reading } = visit;
  const path = shapePath(element, roomOf(surroundings, reading));
  if (path.length === 0) return [];
  return seeThrough(
    visit,
    (inside) => (spendShape(reading, path, inside.clips, element.at) ? readShape(element, path, inside, reading) : []),
    () => pathBounds(path),
  );
}

function readOneImage(visit: Visit): readonly Mark[] {
  const { element, style, surroundings, reading } = visit;
  const room = roomOf(surroundings, reading);
  return seeThrough(visit, (inside) =>
    style.read('visibility') === 'visible' ? readImage(element, room, inside, reading.refuse) : [],
  );
}
