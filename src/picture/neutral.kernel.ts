/** Samples this much apart still look neutral: rounding of a JPEG's colour conversion, no more. */
const TOLERANCE = 2;

/** Whether every RGB pixel is gray. A gray picture must print in black ink alone: four inks never meet exactly. */
export function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const red = rgb[at] as number;
    const green = rgb[at + 1] as number;
    const blue = rgb[at + 2] as number;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > TOLERANCE) return false;
  }
  return true;
}

/** The green sample of every RGB pixel: the gray of a neutral picture. */
export function takeGray(rgb: Uint8Array): Uint8Array {
  const gray = new Uint8Array(rgb.length / 3);
  for (let at = 0; at < gray.length; at++) gray[at] = rgb[at * 3 + 1] as number;
  return gray;
}
