/* Judges transparency: a page that uses any must say in which inks it is blended (ISO 15930-7). */
import { type ColorSpace, readColorSpace, type SpaceContext } from './color-space.js';
import type { Accuse } from './finding.js';
import { describeMark, placeOfMark } from './judge-color.js';
import type { Mark } from './marks.js';
import { at, dictAt, nameAt } from './pdf-objects.js';
import { type PdfPage, pageOnly } from './read-pages.js';
import type { Unpack } from './unpack-stream.js';

/** Judges one page: notes its marks as they are made, and judges when all are. */
export interface TransparencyJudge {
  note(mark: Mark): void;
  judge(): void;
}

export function openTransparencyJudge(page: PdfPage, unpack: Unpack, accuse: Accuse): TransparencyJudge {
  let transparent: Mark | undefined;
  return {
    note(mark) {
      if (mark.transparency !== undefined) transparent ??= mark;
    },
    judge: () => judgePage(page, transparent, unpack, accuse),
  };
}

function judgePage(page: PdfPage, transparent: Mark | undefined, unpack: Unpack, accuse: Accuse): void {
  const group = groupOf(page, unpack);
  if (group?.type === 'rgb' || (group?.type === 'icc' && group.components === 3)) {
    const hint = 'set the blending space of the page to CMYK';
    accuse('transparency-group', pageOnly(page), 'the page blends in RGB', hint);
    return;
  }
  if (transparent === undefined || group?.type === 'cmyk') return;
  const why = `${describeMark(transparent)} is transparent (${transparent.transparency})`;
  const hint = 'flatten the transparency, or export with CMYK as blending space';
  accuse('transparency-group', placeOfMark(transparent), `${why}, and the page has no group in DeviceCMYK`, hint);
}

function groupOf(page: PdfPage, unpack: Unpack): ColorSpace | undefined {
  const group = dictAt(page.dict, 'Group');
  if (group === undefined || nameAt(group, 'S') !== 'Transparency') return undefined;
  const space = at(group, 'CS');
  const where: SpaceContext = { context: page.dict.context, resources: page.resources, unpack };
  return space === undefined ? undefined : readColorSpace(space, where);
}
