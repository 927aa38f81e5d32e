import type { FormDict, FormName, FormObject, FormRef, FormValue } from '../../model/press-form.js';

/** The objects of a form as they come. */
export interface FormObjects {
  readonly objects: readonly FormObject[];
  /** Adds an object. */
  add(object: FormObject): FormRef;
  /** Adds an object, or gives the one that was added under the same key. */
  addOnce(key: string, make: () => FormObject): FormRef;
}

export function openFormObjects(): FormObjects {
  const objects: FormObject[] = [];
  const known = new Map<string, FormRef>();
  const add = (object: FormObject): FormRef => ({ type: 'ref', index: objects.push(object) - 1 });
  return {
    objects,
    add,
    addOnce: (key, make) => {
      const ref = known.get(key) ?? add(make());
      known.set(key, ref);
      return ref;
    },
  };
}

/** A dictionary of the entries that have a value, in their order. */
export function formDict(entries: Readonly<Record<FormName, FormValue | undefined>>): FormDict {
  return new Map(Object.entries(entries).filter((entry): entry is [FormName, FormValue] => entry[1] !== undefined));
}

/** Named resources of one content stream. */
export interface Resources {
  /** Gives the name of a resource in its category: `ExtGState`, `Pattern`, `XObject`. */
  name(category: FormName, ref: FormRef): FormName;
  dict(): FormDict;
}

const PREFIXES: Readonly<Record<FormName, string>> = { ExtGState: 'G', Pattern: 'P', XObject: 'X' };

export function openResources(): Resources {
  const categories = new Map<FormName, Map<FormName, FormRef>>();
  return {
    name: (category, ref) => {
      const named = categories.get(category) ?? new Map<FormName, FormRef>();
      categories.set(category, named);
      const name = `${PREFIXES[category]}${ref.index}`;
      named.set(name, ref);
      return name;
    },
    dict: () => categories,
  };
}
