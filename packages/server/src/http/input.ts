/** The input of an operation, from the query or the body. */
import { AdapterError } from '@aftercart/contract';
import type { Operation } from '@aftercart/contract/protocol';
import type { Context as HonoContext } from 'hono';
import { z } from 'zod';
import { parseInput } from './problem.ts';

/** Bytes of a body that a shopper may send: a review is the longest. */
export const MOST_BYTES = 64 * 1024;

/** Reads and checks the input. @throws AdapterError INVALID_REQUEST */
export function inputReader({ verb, input: schema }: Operation): (c: HonoContext) => Promise<unknown> {
  if (verb === 'POST') return async (c) => parseInput(schema, await readJson(c));
  const { shape } = schema as z.ZodObject;
  // A query knows only text.
  const numeric = new Set(Object.keys(shape).filter((name) => JSON.stringify(z.toJSONSchema(shape[name]!, { unrepresentable: 'any' })).includes('"integer"')));
  return async (c) => {
    const query = Object.entries(c.req.query()).filter(([name]) => Object.hasOwn(shape, name));
    const input = Object.fromEntries(query.map(([name, value]) => [name, numeric.has(name) && value !== '' ? Number(value) : value]));
    refuseNul(input);
    return parseInput(schema, input);
  };
}

/** The body as JSON; an empty one is an empty object. @throws AdapterError INVALID_REQUEST */
export const readJson = async (c: HonoContext): Promise<unknown> => parseJson(await c.req.text());

/** A body that was read already. @throws AdapterError INVALID_REQUEST */
export function parseJson(text: string): unknown {
  if (!text.trim()) return {};
  let body: unknown;
  try {
    body = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new AdapterError('INVALID_REQUEST', 'The body is no JSON.');
  }
  refuseNul(body);
  return body;
}

/** PostgreSQL keeps no NUL in text; nobody means one. */
export function refuseNul(value: unknown): void {
  if (typeof value === 'string' && value.includes('\0')) throw new AdapterError('INVALID_REQUEST', 'A text holds the character U+0000, which can’t be kept.');
  if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      refuseNul(key);
      refuseNul(item);
    }
  }
}
