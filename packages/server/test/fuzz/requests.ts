/** Requests made from an OpenAPI document: good ones, and such with something wrong in the path, the query, the headers or the body. */
import fc from 'fast-check';
import { mutated, valid, type Definitions } from '../../../contract/test/arbitrary.ts';
import type { JsonSchema } from '../../../contract/src/protocol/definitions.ts';
import { plain, plainAll } from './schema.ts';

export interface FuzzRequest {
  verb: string;
  /** As the document writes it. */
  path: string;
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Record<string, unknown>;
}

export interface OpenApi {
  paths: Record<string, Record<string, { parameters: ({ $ref: string } | Parameter)[]; requestBody?: { content: Record<string, { schema?: Record<string, unknown> }> } }>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

export interface Surroundings {
  /** Values of `Authorization`; the first is the right one. */
  authorizations: readonly string[];
  /** Names that mean something to the server, for the field of an operation; none for a field that names nothing. */
  known(path: string, field: string): readonly string[];
}

const junk = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', ' ', '\0', '../..', '%', '%00', 'null', '-1', '1e999', 'NaN', '[]', '{}', "'; drop table orders;--", 'x'.repeat(5_000), '\ud800', 'ﬀ', '𝕏', '\u202e'));
const fromText = (text: string) => Buffer.from(text).toString('base64url');
const cursors = fc.oneof(
  fc.tuple(fc.oneof(junk, fc.constant('2026-11-22T09:00:00.000Z')), junk).map((place) => fromText(JSON.stringify(place))),
  fc.jsonValue().map((value) => fromText(JSON.stringify(value))),
);
// What a header may hold: visible Latin-1, spaces and tabs within.
const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).filter((code) => code < 0x7f || code > 0x9f).map((code) => String.fromCharCode(code)), maxLength: 300 });

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array)),
  fc.constantFrom('{', '[[[', '{"a":1e999}', '"\\ud800"', 'null', '[]', '1', '"x"', '\ufeff{}', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, `{"query":"${'x'.repeat(70_000)}"}`, '{"query":"\\u0000"}', 'a,b\n"'),
);
/** Files for imports, of which most have something wrong. */
const files = fc.oneof(
  fc.constantFrom(
    'shopper,points,reason,reference\nann,1,A gift,r1\nbob,x,,', 'shopper,points,reason,reference\nann,1,"open', 'shopper\tmember\tbirthday\nann\ttrue\t13-45\nzoe\ttrue\t02-29',
    'pool,code\nfive,F-1\nfive,F-1', 'number,placedAt,currency,total\nX-1,2026-11-01T00:00:00Z,EUR,1', '[{"number":"X-2","currency":"EUR","total":5,"placedAt":"2026-11-01T00:00:00Z","lines":[]}]',
    '[{"locale":"en","id":"a","question":"Q?","answer":"A."}]', '[{"locale":"en","words":["a","b"]},null,1]', '{"a":1}', '\ufeff', 'a;b\n1;2',
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify([value])),
  fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }).map((cells) => cells.join(',')), { maxLength: 5 }).map((lines) => lines.join('\n')),
);
const CONTENT_TYPES = ['application/json', 'application/json; charset=utf-8', 'text/csv', 'text/tab-separated-values', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', ''];

const sometimes = <T, N>(value: fc.Arbitrary<T>, times: number, otherwise: N): fc.Arbitrary<T | N> =>
  fc.oneof({ weight: times, arbitrary: value }, { weight: 1, arbitrary: fc.constant(otherwise) });
/** Once in so many times. */
const rarely = <T, N>(value: fc.Arbitrary<T>, times: number, otherwise: N): fc.Arbitrary<T | N> =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: times - 1, arbitrary: fc.constant(otherwise) });

/** Puts known names where names stand, most of the time. */
function named(value: unknown, picks: readonly number[], known: (field: string) => readonly string[], field = ''): unknown {
  let at = 0;
  const walk = (item: unknown, name: string): unknown => {
    const names = typeof item === 'string' ? known(name) : [];
    if (names.length > 0) {
      const pick = picks[at++ % picks.length]!;
      return pick % 6 === 0 ? item : names[pick % names.length];
    }
    if (Array.isArray(item)) return item.map((each) => walk(each, name));
    if (item && typeof item === 'object' && (Object.getPrototypeOf(item) === Object.prototype)) return Object.fromEntries(Object.entries(item).map(([inner, each]) => [inner, walk(each, inner)]));
    return item;
  };
  return walk(value, field);
}

const toJson = (value: unknown): string => JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item)) ?? '';

/** How often an operation is tried, compared to others: what is deleted can’t be tried any more. */
const weightOf = (verb: string): number => (verb === 'delete' ? 1 : 5);

/** Requests for all operations of a document. */
export function requestsOf(document: OpenApi, around: Surroundings): fc.Arbitrary<FuzzRequest> {
  const all = plainAll(document.components.schemas);
  const each = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, { parameters, requestBody }]) => {
      const own = parameters.filter((parameter): parameter is Parameter => 'schema' in parameter);
      const content = requestBody?.content['application/json']?.schema;
      return { weight: weightOf(verb), arbitrary: request(verb.toUpperCase(), path, own, content ? plain(content) : undefined, requestBody !== undefined, all, around) };
    }),
  );
  return fc.oneof(...each);
}

function request(
  verb: string, path: string, parameters: readonly Parameter[], schema: JsonSchema | undefined, hasBody: boolean, all: Definitions, { authorizations, known: knownAt }: Surroundings,
): fc.Arbitrary<FuzzRequest> {
  const known = (field: string) => knownAt(path, field);
  const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 8 });
  const given = parameters.map(({ name, schema: its, required }) => {
    const good = fc.tuple(valid(plain(its), all), picks).map(([value, pick]) => String(named(value, pick, known, name)));
    const value = fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: junk }, { weight: name === 'cursor' ? 9 : 0, arbitrary: cursors });
    return sometimes(value, required ? 20 : 2, undefined);
  });
  const json = schema
    ? fc.tuple(fc.oneof({ weight: 4, arbitrary: valid(schema, all) }, { weight: 4, arbitrary: mutated(schema, all) }), picks).map(([value, pick]) => toJson(named(value, pick, known)))
    : files;
  const body = hasBody ? fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: bytes }) : fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: bytes });
  return fc
    .record({
      values: fc.tuple(...given),
      more: rarely(fc.dictionary(fc.string({ maxLength: 10 }), junk, { maxKeys: 2 }), 10, {}),
      wrongPath: rarely(junk, 50, ''),
      authorization: fc.oneof({ weight: 20, arbitrary: fc.constant(authorizations[0]) }, { weight: 2, arbitrary: fc.constantFrom(...authorizations) }, { weight: 1, arbitrary: headerText }, { weight: 1, arbitrary: fc.constant(undefined) }),
      key: fc.oneof({ weight: 12, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('the-same-key', 'short', 'x'.repeat(201)) }, { weight: 1, arbitrary: headerText }, { weight: 1, arbitrary: fc.constant(undefined) }),
      language: fc.oneof(fc.constantFrom(undefined, 'en', 'el', 'de-AT', 'zh-Hant-TW', 'xx-12345678', 'a', 'en-a-a', 'i-klingon', 'x-private', '*', 'en;q=0', 'de;q=2,fr;q=x'), headerText),
      last: rarely(fc.oneof(headerText, fc.constantFrom('0', '-1', '99999999999999999999', '1-AAAAAAAA')), 3, undefined),
      match: rarely(fc.oneof(headerText, fc.constantFrom('*', 'W/"x"', '"')), 3, undefined),
      contentType: fc.oneof({ weight: 9, arbitrary: fc.constant('application/json') }, { weight: hasBody && !schema ? 20 : 2, arbitrary: fc.constantFrom(...CONTENT_TYPES) }),
      body,
    })
    .map(({ values, more, wrongPath, authorization, key, language, last, match, contentType, body: content }) => {
      const query = new URLSearchParams(more);
      let url = path;
      for (const [index, { name, in: where }] of parameters.entries()) {
        const value = values[index];
        if (where === 'path') url = url.replace(`{${name}}`, encodePath(value ?? 'x'));
        else if (value !== undefined) query.append(name, value);
      }
      const headers = Object.entries({
        authorization, 'idempotency-key': key, 'accept-language': language, 'last-event-id': last, 'if-none-match': match, 'content-type': content === undefined ? undefined : contentType,
      }).filter((header): header is [string, string] => header[1] !== undefined);
      return { verb, path, url: `${url}${wrongPath && encodePath(wrongPath)}?${query}`, headers: Object.fromEntries(headers), body: verb === 'GET' ? undefined : content };
    });
}

/** Lone surrogates can’t be written in an address. */
const encodePath = (text: string): string => encodeURIComponent(Buffer.from(text).toString()) || '%20';
