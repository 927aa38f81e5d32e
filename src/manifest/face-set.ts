import type { FaceSet } from '../model/font.js';
import type { CatalogueFace, Family, FontCatalogue } from './font-catalogue.js';

/** Least weight that people call bold. */
const BOLD = 700;
/** Least difference of weight that is seen in running text. */
const SEEN_STEP = 200;

/** The faces that a style in this family and weight may need. */
export interface ChosenFaces {
  readonly set: FaceSet;
  /** All of the set, with their families, each once. */
  readonly faces: readonly { readonly face: CatalogueFace; readonly family: Family }[];
}

/**
 * Chooses faces for a style: those of its own weight, or the nearest that the family has; for strong words the next
 * weight up that can be told from it. A slope that the family lacks is set in the other one.
 */
export function chooseFaces(family: Family, weight: number, catalogue: FontCatalogue): ChosenFaces {
  const regular = nearestFace(family, weight, 'upright');
  const italic = nearestFace(family, weight, 'italic');
  const strong = strongWeight(family, regular.weight);
  const bold = nearestFace(family, strong, 'upright');
  const boldItalic = nearestFace(family, strong, 'italic');
  const own = [regular, italic, bold, boldItalic].map((face) => ({ face, family }));
  const fallback = family.fallback.flatMap((name) => {
    const other = catalogue.get(name);
    return other && other !== family ? [{ face: nearestFace(other, weight, 'upright'), family: other }] : [];
  });
  const set = {
    regular: regular.id,
    italic: italic.id,
    bold: bold.id,
    boldItalic: boldItalic.id,
    fallback: fallback.map(({ face }) => face.id),
  };
  const byId = new Map([...own, ...fallback].map((chosen) => [chosen.face.id, chosen]));
  return { set, faces: [...byId.values()] };
}

/** The face nearest in weight, of the slope asked for where there is one; the heavier one of two equally near. */
function nearestFace(family: Family, weight: number, slope: 'upright' | 'italic'): CatalogueFace {
  const sloped = family.faces.filter((face) => face.italic === (slope === 'italic'));
  const among = sloped.length > 0 ? sloped : family.faces;
  return among.reduce((best, face) => (Math.abs(face.weight - weight) <= Math.abs(best.weight - weight) ? face : best));
}

function strongWeight(family: Family, own: number): number {
  const heavier = family.faces.map((face) => face.weight).filter((weight) => weight > own);
  const seen = heavier.find((weight) => weight >= BOLD && weight >= own + SEEN_STEP);
  return seen ?? heavier.at(-1) ?? own;
}
