import type { FaceId } from '../model/font.js';
import type { RunStyle } from '../model/styled.js';

/** A run style with another face. */
export type StyleByFace = (style: RunStyle, face: FaceId) => RunStyle;

/** Gives the same object each time, as two runs that look alike must hold one. */
export function createStyleByFace(): StyleByFace {
  const styles = new Map<RunStyle, Map<FaceId, RunStyle>>();
  return (style, face) => {
    if (face === style.face) return style;
    const faces = styles.get(style) ?? new Map<FaceId, RunStyle>();
    styles.set(style, faces);
    const known = faces.get(face) ?? { ...style, face };
    faces.set(face, known);
    return known;
  };
}
