/** A YAML value that knows where it stands: offsets are characters into the file's text. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly type: 'scalar';
  readonly offset: number;
  /** Its characters as typed, without the quotation marks about them; none where nothing is written. */
  readonly written: { readonly from: number; readonly to: number };
  readonly value: string | number | boolean | null;
  readonly size: 1;
}

export interface YamlList {
  readonly type: 'list';
  readonly offset: number;
  readonly items: readonly YamlNode[];
  /** Number of values in it, itself and every alias's expansion counted. */
  readonly size: number;
}

export interface YamlMap {
  readonly type: 'map';
  readonly offset: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly size: number;
}

export interface YamlEntry {
  readonly keyOffset: number;
  readonly value: YamlNode;
}

/** A way into a value: keys of mappings, indexes of lists. */
export type Path = readonly PropertyKey[];

/** Plain data as a schema takes it. Objects have no prototype, so that no key of a file can touch one. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

export function plainValue(node: YamlNode): Plain {
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map': {
      const plain: { [key: string]: Plain } = Object.create(null);
      for (const [key, entry] of node.entries) plain[key] = plainValue(entry.value);
      return plain;
    }
  }
}

/** The entry, item or root at a path, or undefined where there is none. `keyOffset` is the value's own in a list. */
export function nodeAt(root: YamlNode, path: Path): YamlEntry | undefined {
  let found: YamlEntry | undefined = { keyOffset: root.offset, value: root };
  for (const step of path) {
    found = found && stepInto(found.value, step);
    if (!found) return undefined;
  }
  return found;
}

function stepInto(node: YamlNode, step: PropertyKey): YamlEntry | undefined {
  if (node.type === 'map') return node.entries.get(String(step));
  if (node.type === 'scalar') return undefined;
  const item = node.items[Number(step)];
  return item && { keyOffset: item.offset, value: item };
}
