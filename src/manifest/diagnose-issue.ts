import type * as z from 'zod';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic, Origin } from '../diagnostics/diagnostic.js';
import { hintForName, suggestName } from '../diagnostics/suggest.js';
import { problem } from './problem.js';
import { metaOf, plainAt, schemaAt, unwrap } from './schema-at.js';
import type { Path, Plain } from './yaml-node.js';

/** What a zod issue is told against: the schema and value it is about, and where that stands. */
export interface IssueScene {
  readonly schema: z.core.$ZodType;
  readonly plain: Plain;
  origin(path: Path): Origin;
  keyOrigin(path: Path): Origin;
}

/** Says an issue of the schema check as the user must hear it, at the key or value that is wrong. */
export function diagnoseIssue(issue: z.core.$ZodIssue, scene: IssueScene, base: Path = []): readonly Diagnostic[] {
  const path = [...base, ...issue.path];
  const value = plainAt(scene.plain, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => diagnoseUnknownKey(key, path, scene));
    case 'invalid_union':
      return diagnoseUnion(issue, path, scene);
    case 'custom':
      return [diagnoseRefusal(issue, path, scene)];
    case 'invalid_type':
      return [value === undefined ? diagnoseMissing(path, scene) : diagnoseType(path, value, scene)];
    case 'invalid_value':
      return [value === undefined ? diagnoseMissing(path, scene) : diagnoseChoice(issue, path, value, scene)];
    case 'invalid_key':
      return [
        problem(
          'bad-value',
          scene.keyOrigin(path),
          `${label(path)} is not a name that can stand here`,
          keyHint(path, scene),
        ),
      ];
    default:
      return [diagnoseRange(issue, path, value, scene)];
  }
}

function diagnoseUnknownKey(key: string, path: Path, scene: IssueScene): Diagnostic {
  const where = path.length === 0 ? 'this file' : label(path);
  const hint = hintForName(key, keysAt(path, scene), where);
  return problem('unknown-key', scene.keyOrigin([...path, key]), `${where} may not have a key "${key}"`, hint);
}

function keysAt(path: Path, scene: IssueScene): readonly string[] {
  const schema = schemaAt(scene.schema, path, scene.plain);
  if (!schema) return [];
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod;
  if (def.type === 'record') return enumNames(def.keyType);
  const object = objectIn(schema, plainAt(scene.plain, path));
  return object ? Object.keys(object.shape) : [];
}

function enumNames(schema: z.core.$ZodType): readonly string[] {
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod;
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
}

function objectIn(schema: z.core.$ZodType, plain: Plain | undefined): z.core.$ZodObjectDef | undefined {
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return def;
  if (def.type !== 'union') return undefined;
  for (const option of def.options) {
    const found = objectIn(option, plain);
    if (found) return found;
  }
  return undefined;
}

/**
 * Of the options of a union, tells of the one that the value was meant for: the one that got furthest into it. Where
 * no option even has the value's shape, the union as a whole is what was expected.
 */
function diagnoseUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, scene: IssueScene): readonly Diagnostic[] {
  const value = plainAt(scene.plain, path);
  if (value === undefined) return [diagnoseMissing(path, scene)];
  const fitting = issue.errors.filter((errors) => errors.length > 0 && !errors.some((error) => missesShape(error)));
  const best = fitting.sort((a, b) => a.length - b.length)[0];
  if (best) return best.flatMap((inner) => diagnoseIssue(inner, scene, path));
  if (issue.discriminator !== undefined) return [diagnoseTag(path, value, scene)];
  const choice = issue.errors
    .flat()
    .find((error) => error.code === 'invalid_value' && typeof error.values[0] === 'string');
  if (choice?.code === 'invalid_value') return [diagnoseChoice(choice, path, value, scene)];
  return [diagnoseType(path, value, scene)];
}

function missesShape(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((errors) => errors.some(missesShape));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

/** The key that says which option of a union is meant says none of them. */
function diagnoseTag(path: Path, written: Plain, scene: IssueScene): Diagnostic {
  const union = schemaAt(scene.schema, path.slice(0, -1), scene.plain);
  const known = union ? tagsOf(union, String(path.at(-1))) : [];
  const hint = hintForChoice(String(written), known);
  return problem('bad-value', scene.origin(path), `${label(path)} cannot be ${describe(written)}`, hint);
}

function tagsOf(union: z.core.$ZodType, tag: string): readonly string[] {
  const { def } = (unwrap(union) as z.core.$ZodTypes)._zod;
  if (def.type !== 'union') return [];
  return def.options.flatMap((option) => [...(unwrap(option)._zod.propValues?.[tag] ?? [])].map(String));
}

function diagnoseRefusal(issue: z.core.$ZodIssueCustom, path: Path, scene: IssueScene): Diagnostic {
  const { code, hint } = (issue.params ?? {}) as { code?: DiagnosticCode; hint?: string };
  const message = issue.message.startsWith('"') ? issue.message : `${label(path)}: ${issue.message}`;
  return problem(code ?? 'bad-value', scene.origin(path), message, hint ?? exampleHint(path, scene));
}

function diagnoseMissing(path: Path, scene: IssueScene): Diagnostic {
  const above = path.slice(0, -1);
  const owner = above.length === 0 ? 'the file' : label(above);
  const schema = schemaAt(scene.schema, path, scene.plain);
  const about = (schema && metaOf(schema).description) ?? '';
  const hint = `add "${String(path.at(-1))}"${about === '' ? '' : `: ${lowerFirst(about)}`}${exampleTail(path, scene)}`;
  return problem('missing-key', scene.keyOrigin(above), `${owner} lacks "${String(path.at(-1))}"`, hint);
}

function diagnoseType(path: Path, value: Plain, scene: IssueScene): Diagnostic {
  const expected = expectationAt(path, scene);
  const message = `${path.length === 0 ? 'the file' : label(path)} must be ${expected}, not ${describe(value)}`;
  return problem('wrong-type', scene.origin(path), message, typeHint(path, value, scene));
}

function typeHint(path: Path, value: Plain, scene: IssueScene): string {
  if (value === null && path.length > 0) return `write something, or take the key out${exampleTail(path, scene)}`;
  const schema = schemaAt(scene.schema, path, scene.plain);
  const wanted = schema && (unwrap(schema) as z.core.$ZodTypes)._zod.def.type;
  if (wanted === 'number' && typeof value === 'string' && Number.isFinite(Number(value)))
    return `take the quotes off: ${value}`;
  const plain = typeof value === 'number' || typeof value === 'boolean';
  const free = metaOf(schema ?? scene.schema).examples === undefined;
  if (wanted === 'string' && plain && free) return `put it in quotes: "${value}"`;
  return exampleHint(path, scene);
}

function diagnoseChoice(issue: z.core.$ZodIssueInvalidValue, path: Path, value: Plain, scene: IssueScene): Diagnostic {
  const known = issue.values.map(String);
  if (typeof value !== 'string') return diagnoseType(path, value, scene);
  const near = suggestName(value, known);
  const hint = near === undefined ? exampleHint(path, scene) : `did you mean "${near}"?`;
  return problem('bad-value', scene.origin(path), `${label(path)} cannot be ${describe(value)}`, hint);
}

function diagnoseRange(issue: z.core.$ZodIssue, path: Path, value: Plain | undefined, scene: IssueScene): Diagnostic {
  const origin = scene.origin(path);
  if (value === '')
    return problem('bad-value', origin, `${label(path)} is empty`, 'write something, or take the key out');
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
    const items = Array.isArray(value) ? ' values' : '';
    const found = Array.isArray(value) ? `${value.length}` : describe(value ?? null);
    return problem(
      'bad-value',
      origin,
      `${label(path)} must be ${bound}${items}, not ${found}`,
      exampleHint(path, scene),
    );
  }
  if (issue.code === 'not_multiple_of') {
    const message = `${label(path)} must be a multiple of ${issue.divisor}, not ${describe(value ?? null)}`;
    return problem('bad-value', origin, message, exampleHint(path, scene));
  }
  const message = `${label(path)} must be ${expectationAt(path, scene)}, not ${describe(value ?? null)}`;
  return problem('bad-value', origin, message, exampleHint(path, scene));
}

/** What the schema wants at a path, as words: "a length", "a list", "one of …". */
function expectationAt(path: Path, scene: IssueScene): string {
  const schema = schemaAt(scene.schema, path, scene.plain);
  return schema ? expectation(schema) : 'something else';
}

function expectation(schema: z.core.$ZodType): string {
  const { title } = metaOf(schema);
  if (title !== undefined) return withArticle(lowerFirst(title));
  const { def } = (unwrap(schema) as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
    case 'tuple':
      return 'a list';
    case 'object':
    case 'record':
      return 'a mapping of keys to values';
    case 'enum':
      return `one of ${quoteAll(Object.values(def.entries).map(String))}`;
    case 'literal':
      return def.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'union':
      return [...new Set(def.options.map(expectation))].join(' or ');
    case 'null':
      return 'null';
    default:
      return 'something else';
  }
}

function exampleHint(path: Path, scene: IssueScene): string {
  const tail = exampleTail(path, scene);
  if (tail !== '') return `write it${tail}`;
  return `write ${expectationAt(path, scene)}`;
}

function exampleTail(path: Path, scene: IssueScene): string {
  const schema = schemaAt(scene.schema, path, scene.plain);
  const examples = (schema && metaOf(schema).examples) as readonly unknown[] | undefined;
  return examples ? `, as ${examples.map(writeExample).join(' or ')}` : '';
}

/** An example as YAML writes it on one line. */
function writeExample(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(writeExample).join(', ')}]`;
  if (typeof example !== 'object' || example === null) return String(example);
  const entries = Object.entries(example).map(([key, value]) => `${key}: ${writeExample(value)}`);
  return `{ ${entries.join(', ')} }`;
}

function keyHint(path: Path, scene: IssueScene): string {
  const schema = schemaAt(scene.schema, path.slice(0, -1), scene.plain);
  const { def } = (unwrap(schema ?? scene.schema) as z.core.$ZodTypes)._zod;
  return def.type === 'record' ? `write ${expectation(def.keyType)}` : 'choose another name';
}

/** A path as people say it: the last key, with its number where it is an item of a list. */
function label(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last !== 'number') return `"${String(last)}"`;
  return path.length === 1 ? `item ${last + 1}` : `item ${last + 1} of ${label(path.slice(0, -1))}`;
}

function describe(value: Plain): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `the text "${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

function hintForChoice(written: string, known: readonly string[]): string {
  const near = suggestName(written, known);
  return near === undefined ? `write one of ${quoteAll(known)}` : `did you mean "${near}"?`;
}

function withArticle(noun: string): string {
  if (noun === 'text') return noun;
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
