/** Schemas of the OpenAPI documents in the few words that the arbitraries of the contract know. */
import type { Definitions } from '../../../contract/test/arbitrary.ts';
import type { JsonSchema } from '../../../contract/src/protocol/definitions.ts';

type Json = Record<string, unknown>;

/** Keys for objects whose fields are not named, which are by language or by country. */
const KEYS = ['en', 'el', 'GR'];

export function plain(schema: Json): JsonSchema {
  const { type, additionalProperties, pattern, properties, ...rest } = schema;
  if (Array.isArray(type)) return { anyOf: type.map((each) => plain({ ...schema, type: each as unknown })) };
  const out: Json = { ...rest, ...(type !== undefined && { type }) };
  // Text that a program can’t be made to fit is tried as any text.
  if (typeof pattern === 'string' && !/\(\?[=!<]/.test(pattern)) out['pattern'] = pattern;
  const named = properties ?? (isObject(additionalProperties) && Object.keys(additionalProperties).length > 0 ? Object.fromEntries(KEYS.map((key) => [key, additionalProperties])) : {});
  if (type === 'object') out['properties'] = Object.fromEntries(Object.entries(named as Record<string, Json>).map(([name, field]) => [name, plain(field)]));
  for (const list of ['anyOf', 'oneOf', 'prefixItems']) if (Array.isArray(rest[list])) out[list] = (rest[list] as Json[]).map(plain);
  if (isObject(rest['items'])) out['items'] = plain(rest['items']);
  return out as JsonSchema;
}

export const plainAll = (schemas: Record<string, Json>): Definitions => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]));

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
