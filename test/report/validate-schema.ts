import type { JsonSchema } from '../../src/report/json-schema.js';

/** The words of draft-07 that our schemas use. A schema with any other word is refused, not passed over. */
const KNOWN = new Set([
  '$schema',
  '$ref',
  'title',
  'description',
  'definitions',
  'type',
  'const',
  'enum',
  'pattern',
  'minimum',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
]);

/** Validates a JSON value; gives what is wrong, each with the path to it. */
export function validateSchema(value: unknown, root: JsonSchema): readonly string[] {
  return check(value, root, '$', root);
}

function check(value: unknown, schema: JsonSchema, path: string, root: JsonSchema): readonly string[] {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word)) throw new Error(`schema word "${word}" is not known`);
  if (schema.$ref !== undefined) return check(value, resolve(schema.$ref, root), path, root);
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${path}: ${what}`);
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) {
    fault(`is not ${[schema.type].flat().join(' or ')}`);
    return faults;
  }
  if (schema.const !== undefined && value !== schema.const) fault(`is not ${String(schema.const)}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) fault('is none of the values allowed');
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
    fault(`does not match ${schema.pattern}`);
  }
  if (typeof value === 'number' && value < (schema.minimum ?? Number.NEGATIVE_INFINITY)) fault('is too small');
  if (Array.isArray(value)) faults.push(...checkItems(value, schema, path, root));
  else if (typeof value === 'object' && value !== null) faults.push(...checkKeys(value, schema, path, root));
  return faults;
}

function resolve(reference: string, root: JsonSchema): JsonSchema {
  const name = /^#\/definitions\/(\w+)$/.exec(reference)?.[1];
  const schema = name === undefined ? undefined : root.definitions?.[name];
  if (!schema) throw new Error(`schema reference "${reference}" leads nowhere`);
  return schema;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function checkItems(items: readonly unknown[], schema: JsonSchema, path: string, root: JsonSchema): readonly string[] {
  const faults = items.flatMap((item, index) =>
    schema.items ? check(item, schema.items, `${path}[${index}]`, root) : [],
  );
  if (items.length < (schema.minItems ?? 0)) faults.push(`${path}: has too few items`);
  if (items.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) faults.push(`${path}: has too many items`);
  return faults;
}

function checkKeys(value: object, schema: JsonSchema, path: string, root: JsonSchema): readonly string[] {
  const faults = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${path}: lacks "${key}"`);
  for (const [key, entry] of Object.entries(value)) {
    const known = schema.properties?.[key];
    const rest = schema.additionalProperties;
    if (known) faults.push(...check(entry, known, `${path}.${key}`, root));
    else if (rest === false) faults.push(`${path}: may not have "${key}"`);
    else if (typeof rest === 'object') faults.push(...check(entry, rest, `${path}.${key}`, root));
  }
  return faults;
}
