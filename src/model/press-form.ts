/*
 * Artwork made of lines, type and pictures, as it goes into our PDF: the objects of a Form XObject (ISO 32000-1, 8.10), in
 * no library's types. Who makes one vouches for it: only what may be printed is in it.
 */

/** A name without its slash: its bytes, each a character from 0 to 255. */
export type FormName = string;

/** Stands for another object of the same form. */
export interface FormRef {
  readonly type: 'ref';
  /** Its place in the list of objects, from 0. */
  readonly index: number;
}

/** A dictionary, in the order in which it is to be written. */
export type FormDict = ReadonlyMap<FormName, FormValue>;

/** A value as PDF has them; bytes are a string. */
export type FormValue = null | boolean | number | FormName | Uint8Array | readonly FormValue[] | FormDict | FormRef;

/** A stream. Its `Length` is not given: that is for whoever writes it. */
export interface FormStream {
  readonly type: 'stream';
  readonly dict: FormDict;
  readonly bytes: Uint8Array;
  /** `packed`: the bytes are as the `Filter` of `dict` has them. `plain`: there is none, and the writer may pack them. */
  readonly packing: 'plain' | 'packed';
}

/** An indirect object. */
export type FormObject = FormValue | FormStream;

export interface PressForm {
  /** All objects, none twice. Refs point into this list. */
  readonly objects: readonly FormObject[];
  /**
   * Index of the Form XObject, a stream. Its `BBox` goes through its `Matrix` to the rectangle from [0, 0] to the drawing's
   * natural size in points, y up.
   */
  readonly root: number;
  /** Whether anything in it is blended with what lies under it: the page then needs a transparency group. */
  readonly usesTransparency: boolean;
}

export function isFormRef(value: FormObject): value is FormRef {
  return isTagged(value) && value.type === 'ref';
}

export function isFormStream(object: FormObject | undefined): object is FormStream {
  return object !== undefined && isTagged(object) && object.type === 'stream';
}

/** A dictionary or an array is told by its class, since neither has a tag. */
function isTagged(object: FormObject): object is FormRef | FormStream {
  return typeof object === 'object' && object !== null && 'type' in object;
}
