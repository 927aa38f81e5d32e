import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { Files } from '../model/files.js';
import { type Checked, checkDocument } from './check-document.js';
import type { FurnitureInput } from './furniture-schema.js';
import { type PageInput, pageSchema, type SlotInput } from './page-schema.js';
import { problem, reportMiss } from './problem.js';
import { decodeSource } from './source-text.js';
import { readYaml } from './yaml-document.js';
import type { Path } from './yaml-node.js';

/** A slot or a piece of furniture with the keys of all templates that it inherits from, each with its place. */
export interface Layered<T> {
  readonly name: string;
  readonly value: T;
  /** Where the value at a key path was written. */
  origin(...path: readonly PropertyKey[]): Origin;
}

type RuleInput = PageInput['rules'][number];

/** A page template with what it inherits, names not yet resolved. */
export interface LayeredTemplate {
  readonly id: string;
  /** Whether a file of the chain had faults and parts of it were left out. */
  readonly partial: boolean;
  readonly section: string | undefined;
  readonly mirror: boolean;
  readonly slots: ReadonlyMap<string, Layered<SlotInput>>;
  readonly furniture: ReadonlyMap<string, Layered<FurnitureInput>>;
  readonly rules: readonly (Layered<RuleInput> & { readonly inherited: boolean })[];
  readonly origin: Origin;
}

/** Reads page templates by name, each once. */
export type TemplateReader = (name: string, at: Origin) => LayeredTemplate | undefined;

/**
 * Makes a reader of the templates `pages/<name>.yaml` of a paper. It reports `missing-template`, `template-cycle` and
 * what is wrong in the files.
 */
export function openTemplates(paperFolder: string, files: Files, report: Report): TemplateReader {
  const layered = new Map<string, LayeredTemplate | undefined>();
  const read = (name: string, at: Origin, below: readonly string[]): LayeredTemplate | undefined => {
    if (below.includes(name)) {
      reportCycle([...below.slice(below.indexOf(name)), name], at, report);
      return undefined;
    }
    if (layered.has(name)) return layered.get(name);
    const file = readTemplate(name, at, paperFolder, files, report);
    const base = file?.value.extends;
    const parent = file && base !== undefined ? read(base, file.origin(['extends']), [...below, name]) : undefined;
    const template = file && (base === undefined || parent) ? layer(name, file, parent) : undefined;
    layered.set(name, template);
    return template;
  };
  return (name, at) => read(name, at, []);
}

function reportCycle(circle: readonly string[], at: Origin, report: Report): void {
  const words = circle.map((name) => `"${name}"`).join(' extends ');
  report(
    problem(
      'template-cycle',
      at,
      `templates extend one another in a circle: ${words}`,
      'let one of them extend another template, or none',
    ),
  );
}

function readTemplate(
  name: string,
  at: Origin,
  folder: string,
  files: Files,
  report: Report,
): Checked<PageInput> | undefined {
  const answer = files.read(folder, `pages/${name}.yaml`);
  if (!answer.ok) {
    const known = files.list(files.join(folder, 'pages')).filter((file) => file.endsWith('.yaml'));
    const hint = hintForName(
      name,
      known.map((file) => file.slice(0, -'.yaml'.length)),
      'the paper',
    );
    reportMiss(answer, { missing: 'missing-template', what: 'page template', name, hint }, at, report);
    return undefined;
  }
  const source = decodeSource(files.display(answer.path), answer.bytes, report);
  const document = source && readYaml(source, report);
  return document && checkDocument(document, pageSchema, report);
}

function layer(id: string, file: Checked<PageInput>, parent: LayeredTemplate | undefined): LayeredTemplate {
  const { value } = file;
  return {
    id,
    partial: file.partial || (parent?.partial ?? false),
    section: value.section ?? parent?.section,
    mirror: value.mirror ?? parent?.mirror ?? false,
    slots: layerEntries('slots', file, parent?.slots),
    furniture: layerEntries('furniture', file, parent?.furniture),
    rules: layerRules(file, parent),
    origin: file.origin([]),
  };
}

/** Puts a template's entries over the inherited ones, key by key. `null` takes an inherited one out. */
function layerEntries<K extends 'slots' | 'furniture', T extends object = NonNullable<PageInput[K][string]>>(
  kind: K,
  file: Checked<PageInput>,
  inherited: ReadonlyMap<string, Layered<T>> | undefined,
): ReadonlyMap<string, Layered<T>> {
  const entries = new Map(inherited);
  for (const [name, own] of Object.entries(file.value[kind])) {
    if (own === null) entries.delete(name);
    else entries.set(name, layerEntry(name, own as T, kind, file, inherited?.get(name)));
  }
  return entries;
}

function layerEntry<T extends object>(
  name: string,
  own: T,
  kind: string,
  file: Checked<PageInput>,
  inherited: Layered<T> | undefined,
): Layered<T> {
  return {
    name,
    value: inherited ? mergeKeys(inherited.value, own) : own,
    origin(...path) {
      const [first] = path;
      if (first === undefined) return file.keyOrigin([kind, name]);
      if (inherited && !writes(own, path)) return inherited.origin(...path);
      return file.origin([kind, name, ...path]);
    },
  };
}

/** Settings of a slot that are themselves merged key by key, so that a template can change one style or one figure. */
const MERGED: readonly string[] = ['styles', 'jump', 'picture'];

function mergeKeys<T extends object>(inherited: T, own: T): T {
  const merged = { ...inherited, ...own } as Record<string, unknown>;
  for (const key of MERGED) {
    const [above, below] = [inherited, own].map((each) => (each as Readonly<Record<string, unknown>>)[key]);
    if (isMapping(above) && isMapping(below)) merged[key] = { ...above, ...below };
  }
  return merged as T;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether an entry itself says what stands at a path; of a key that is merged, its own keys alone. */
function writes(own: object, [first, second]: Path): boolean {
  if (!Object.hasOwn(own, first as PropertyKey)) return false;
  const value = (own as Readonly<Record<PropertyKey, unknown>>)[first as PropertyKey];
  if (second === undefined || !MERGED.includes(String(first)) || !isMapping(value)) return true;
  return Object.hasOwn(value, second);
}

/** A rule between the same two slots as an inherited one takes its place. */
function layerRules(file: Checked<PageInput>, parent: LayeredTemplate | undefined): LayeredTemplate['rules'] {
  const own = file.value.rules.map((value, index) => ({
    name: [...value.between].sort().join('\n'),
    value,
    inherited: false,
    origin: (...path: readonly PropertyKey[]) => file.origin(['rules', index, ...path]),
  }));
  const replaced = new Set(own.map((rule) => rule.name));
  const kept = (parent?.rules ?? []).filter((rule) => !replaced.has(rule.name));
  return [...kept.map((rule) => ({ ...rule, inherited: true })), ...own];
}
