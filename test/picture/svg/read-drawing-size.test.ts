import { describe, expect, it } from 'vitest';
import { readDrawingSize } from '../../../src/picture/svg/read-drawing-size.js';

const sizeOf = (text: string) => readDrawingSize(new TextEncoder().encode(text));
const size = (attributes: string) => sizeOf(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>`);

describe('the natural size of a drawing', () => {
  it.each<readonly [string, string, number, number]>([
    ['width and height, pixels being 1/96 inch', 'width="96" height="48px"', 72, 36],
    ['points, picas, inches and millimetres', 'width="20mm" height="2in"', 56.692913, 144],
    ['the view box where there is no more', "viewBox='0 0 200 100'", 150, 75],
    ['the view box in place of shares of a page', 'width="100%" height="100%" viewBox="-5,-5 40 20"', 30, 15],
    ['one side and the proportions of the view box', 'height="50pt" viewBox="0 0 300 100"', 150, 50],
  ])('comes from %s', (_, attributes, width, height) => {
    const found = size(attributes);
    if (found.type === 'trouble') throw new Error(found.why);
    expect(found.width).toBeCloseTo(width, 4);
    expect(found.height).toBeCloseTo(height, 4);
  });

  it('is found behind a declaration, comments and a document type', () => {
    const found = sizeOf(
      '\ufeff<?xml version="1.0"?>\n<!-- <svg width="1"> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<x:svg title="a > b" width="96" height="96"/>',
    );
    expect(found).toEqual({ type: 'drawing', width: 72, height: 72 });
  });

  it.each<readonly [string, string]>([
    ['no size', ''],
    ['a size of nothing', 'width="0" height="10"'],
    ['a size in ems', 'width="2em" height="3em"'],
    ['a size of miles', 'width="1e9" height="1e9"'],
    ['a view box of nothing', 'viewBox="0 0 0 0"'],
  ])('is refused where it is %s', (_, attributes) => {
    expect(size(attributes)).toMatchObject({ type: 'trouble', why: 'is a drawing without a size' });
  });

  it('is refused in a drawing that is no UTF-8, or larger than any drawing', () => {
    expect(readDrawingSize(Uint8Array.of(60, 0xff, 62))).toMatchObject({ why: 'is an SVG drawing in no UTF-8' });
    expect(readDrawingSize(new Uint8Array(5_000_001))).toMatchObject({ why: 'is a drawing of more than 5 MB' });
  });
});
