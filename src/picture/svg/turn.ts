/*
 * Sine and cosine for the transforms of a drawing. Those of `Math` may differ in the last bit from one machine or version
 * of the language's engine to the next, and a bit can tip the rounding of a coordinate: then the same drawing would give
 * other bytes. + - × ÷ are exact to the bit everywhere, so these are made of them alone.
 */

/** Sine and cosine of an angle. */
export interface Turn {
  readonly sin: number;
  readonly cos: number;
}

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Sine and cosine of an angle in degrees, right to within 1e-15; those of multiples of 90° are exact. */
export function turnBy(degrees: number): Turn {
  // The remainder is exact; so is the difference from a multiple of 90 where the angle has few digits.
  const turned = degrees % 360;
  const quarters = Math.round(turned / 90);
  const { sin, cos } = smallTurn((turned - quarters * 90) * RADIANS_PER_DEGREE);
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: -sin };
    case 2:
      return { sin: -sin, cos: -cos };
    default:
      return { sin: -cos, cos: sin };
  }
}

/** Terms of the series: at 45° the first one left out is under 1e-17. */
const TERMS = 9;

/** The Taylor series about 0, for angles of at most 45°, in radians. */
function smallTurn(angle: number): Turn {
  const square = angle * angle;
  let sin = 1;
  let cos = 1;
  for (let term = TERMS; term >= 1; term--) {
    sin = 1 - (sin * square) / (2 * term * (2 * term + 1));
    cos = 1 - (cos * square) / (2 * term * (2 * term - 1));
  }
  return { sin: angle * sin, cos };
}
