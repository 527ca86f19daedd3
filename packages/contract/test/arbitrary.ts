/** fast-check arbitraries from the JSON Schema of the contract: good values, and values with something wrong in them. */
import fc from 'fast-check';
import type { JsonSchema } from '../src/protocol/definitions.ts';

export type Definitions = Record<string, JsonSchema>;

/** Values that satisfy the schema. */
export function valid(schema: JsonSchema, all: Definitions): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 300, minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
  if (schema.$ref) return valid(all[schema.$ref.split('/').at(-1)!]!, all);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => valid(branch, all)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, ...(schema.minimum !== undefined && { min: minimum, max: maximum }) });
    case 'string':
      if (schema.pattern) {
        return fc.stringMatching(new RegExp(schema.pattern)).filter((text) => [...text].length >= minLength && [...text].length <= maxLength);
      }
      return fc.oneof(
        { weight: 9, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20), unit: 'binary' }) },
        { weight: 1, arbitrary: fc.constantFrom('x'.repeat(maxLength), '🎁'.repeat(maxLength)) },
      );
    case 'array':
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => valid(item, all)));
      return fc.array(valid(schema.items as JsonSchema, all), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([key, field]) => [key, valid(field, all)] as const);
      // What is not required may be left out as well as null.
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [], noNullPrototype: true });
    }
    default:
      throw new Error(`No arbitrary for ${JSON.stringify(schema)}`);
  }
}

const JUNK = [
  null, undefined, true, '', 'nope', 'x'.repeat(30_000), 0, -0, -1, 1.5, 6, 1e13, NaN, Infinity, -Infinity, 2 ** 53, [], [null], [1, 2, 3], {},
  '2026-13-01', '2026-11-22T25:00:00Z', '2026-11-22T09:30:00', '2026-11-22T09:30:60Z', '2026-11-22\n', 'gr', 'GRC', '+2:00', 'javascript:alert(1)', 'a@b@c',
  new Date(0), new Map(), () => 1, Symbol.for('x'), 1n,
];

/** One thing to do to one place of a value. */
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'proto', 'grow', 'shrink', 'edit'),
  with: fc.oneof(fc.constantFrom(...JUNK), fc.jsonValue() as fc.Arbitrary<unknown>),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date || value instanceof Map);

function placesOf(holder: Record<string, unknown>, found: Place[] = []): Place[] {
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    const inner = holder[key];
    if (isPlain(inner)) placesOf(inner, found);
  }
  return found;
}

const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf);
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) : value;
};

function apply(root: Record<string, unknown>, { at, how, with: something }: Change): void {
  // A value of its own each time: what is put into one place may be changed by the next change.
  const junk = copyOf(something);
  const places = placesOf(root);
  const { holder, key } = places[at % places.length]!;
  const value = holder[key];
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (how === 'add' && isPlain(value)) {
    if (Array.isArray(value)) value.push(junk);
    else Object.assign(value, { constructor: junk, somethingNew: copyOf(junk) });
  } else if (how === 'proto' && isPlain(value)) {
    // As JSON.parse makes it: a field of that name, not a prototype.
    Object.defineProperty(value, '__proto__', { value: junk, enumerable: true, configurable: true, writable: true });
  } else if (how === 'grow' && Array.isArray(value)) {
    const [first = null] = value as unknown[];
    while (value.length <= 250) value.push(copyOf(first));
  } else if (how === 'grow' && typeof value === 'string') {
    holder[key] = value.padEnd(400, 'x');
  } else if (how === 'shrink' && Array.isArray(value)) {
    value.pop();
  } else if (how === 'edit' && typeof value === 'string') {
    holder[key] = value.slice(0, at % (value.length + 1)) + String(typeof junk === 'string' ? junk.slice(0, 3) : '');
  } else if (how === 'edit' && typeof value === 'number') {
    holder[key] = value + (at % 2 ? 0.5 : 1e15);
  } else {
    holder[key] = junk;
  }
}

/** Good values with a few things done to them. Some are still good. */
export const mutated = (schema: JsonSchema, all: Definitions): fc.Arbitrary<unknown> =>
  fc.tuple(valid(schema, all), fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) => {
    const root: Record<string, unknown> = { value: copyOf(value) };
    for (const each of changes) if (Object.keys(root).length) apply(root, each);
    return root['value'];
  });
