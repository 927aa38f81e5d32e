/** Looks into a schema, for messages that say what was expected. */
import * as z from 'zod';
import type { Path, Plain } from './yaml-node.js';

type AnySchema = z.core.$ZodType;

/** A schema with the wrappers (optional, default, transform …) that stand around it taken off. */
export function unwrap(schema: AnySchema): AnySchema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    case 'lazy':
      return unwrap(def.getter());
    default:
      return schema;
  }
}

/** Title, description and examples of a schema: its own, or else those of what it wraps. */
export function metaOf(schema: AnySchema): z.core.GlobalMeta {
  const own = z.globalRegistry.get(schema) ?? {};
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('innerType' in def && def.innerType) return { ...metaOf(def.innerType as AnySchema), ...own };
  if (def.type === 'pipe') return { ...metaOf(def.in), ...own };
  return own;
}

/** The schema of the value at a path, or undefined where the schema knows none. */
export function schemaAt(schema: AnySchema, path: Path, plain: Plain | undefined): AnySchema | undefined {
  if (path.length === 0) return schema;
  const [step, ...rest] = path as [PropertyKey, ...PropertyKey[]];
  const inner = unwrap(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  const below = plainAt(plain, [step]);
  switch (def.type) {
    case 'object': {
      const next = (def.shape as Record<PropertyKey, AnySchema>)[step];
      return next && schemaAt(next, rest, below);
    }
    case 'record':
      return schemaAt(def.valueType, rest, below);
    case 'array':
      return schemaAt(def.element, rest, below);
    case 'tuple': {
      const next = def.items[Number(step)];
      return next && schemaAt(next, rest, below);
    }
    case 'union': {
      const next = optionFor(inner, plain);
      return next && schemaAt(next, path, plain);
    }
    default:
      return undefined;
  }
}

/** The option of a union that the value was meant for: the one whose tag it carries, or the first of its shape. */
function optionFor(union: AnySchema, plain: Plain | undefined): AnySchema | undefined {
  const { def } = (union as z.core.$ZodTypes)._zod;
  if (def.type !== 'union') return undefined;
  const options = def.options as readonly AnySchema[];
  const tag = 'discriminator' in def ? (def.discriminator as string) : undefined;
  if (tag === undefined) return options.find((option) => hasShape(option, plain));
  const value = plainAt(plain, [tag]);
  return options.find((option) => (unwrap(option)._zod.propValues?.[tag] as Set<unknown> | undefined)?.has(value));
}

/** Whether a value is of the schema's outermost kind: a mapping for an object, a list for an array. */
function hasShape(schema: AnySchema, plain: Plain | undefined): boolean {
  const { type } = (unwrap(schema) as z.core.$ZodTypes)._zod.def;
  if (Array.isArray(plain)) return type === 'array' || type === 'tuple';
  if (typeof plain === 'object' && plain !== null) return type === 'object' || type === 'record';
  return type === typeof plain;
}

export function plainAt(plain: Plain | undefined, path: Path): Plain | undefined {
  let value = plain;
  for (const step of path) {
    if (value === undefined || value === null || typeof value !== 'object' || !Object.hasOwn(value, step))
      return undefined;
    value = (value as { [key: PropertyKey]: Plain })[step];
  }
  return value;
}
