/** The words of JSON Schema (draft-07) that our schemas need, as functions that keep them short and alike. */

export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

export const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** An object with these keys and no others; those in `optional` may be missing. */
export function object(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    description,
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

export function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', items };
}

/** A list of exactly `length` numbers. */
export function numbers(description: string, length: number): JsonSchema {
  return { description, type: 'array', items: { type: 'number' }, minItems: length, maxItems: length };
}

export function text(description: string): JsonSchema {
  return { description, type: 'string' };
}

export function number(description: string): JsonSchema {
  return { description, type: 'number' };
}

/** A whole number, 0 or more unless `minimum` says otherwise. */
export function count(description: string, minimum = 0): JsonSchema {
  return { description, type: 'integer', minimum };
}

export function truth(description: string): JsonSchema {
  return { description, type: 'boolean' };
}

export function oneOf(description: string, values: readonly string[]): JsonSchema {
  return { description, enum: values };
}

/** A schema from `definitions`. */
export function refer(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

export const VERSION: JsonSchema = { description: 'Version of this format.', const: 1 };

export const PAGE_NAME: JsonSchema = {
  description: 'The page as printed: a number where the label is one, else the label, as "A3".',
  type: ['integer', 'string'],
};

export const DATE: JsonSchema = {
  description: 'Day of the issue, as ISO 8601 writes it.',
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
};
