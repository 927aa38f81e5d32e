/* What newsprint holds, whoever asks: the pictures that go into a page, and the finished file. */

/** Pixels per inch that black and white line work needs: there is no gray to soften the steps at its edges. */
export const MIN_BITMAP_RESOLUTION = 550;

/** Narrowest line by the way it is printed, in points (ISO 12647-3 practice). */
export const MIN_LINE = { solid: 0.25, tint: 0.5, reversed: 1, several: 1 } as const;
