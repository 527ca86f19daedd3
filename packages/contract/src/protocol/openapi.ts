/** The protocol as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html), made from the table of operations. */
import { definitions, type JsonSchema } from './definitions.ts';
import { OPERATIONS, PROTOCOL_VERSION, type Operation } from './operations.ts';
import { Problem, STATUS_OF } from './problem.ts';

const REFS = '#/components/schemas/';
const ref = (name: string): JsonSchema => ({ $ref: REFS + name });

/** Statuses of problems that any operation may answer with, and when. */
const ALWAYS: Readonly<Record<number, string>> = {
  401: 'Nobody is signed in, or the token is refused.',
  403: 'This shopper may not.',
  404: 'This backend has no such operation.',
  422: 'The input is refused, or the shop’s rules say no.',
  429: 'Too many requests.',
  500: 'The backend has a fault.',
  503: 'The backend can’t answer now.',
};
const OF_WRITES = { 409: 'What this is about has changed meanwhile, or the idempotency key was used for something else.' };
const OF_BODIES = { 413: 'The body is too long.' };

const codesOf = (status: number): string =>
  Object.entries(STATUS_OF)
    .filter(([, its]) => its === status)
    .map(([code]) => `\`${code}\``)
    .join(', ');

function problemResponse([status, description]: [string, string]) {
  const codes = codesOf(Number(status));
  const waits = status === '429' || status === '503';
  return [
    `Problem${status}`,
    {
      description: codes ? `${description} Codes: ${codes}.` : description,
      ...(waits && { headers: { 'Retry-After': { description: 'Seconds to wait, or a date.', schema: { type: 'string' } } } }),
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  ] as const;
}

const header = (name: string, description: string, schema: JsonSchema, required = false) => ({ name, in: 'header', required, description, schema });

const PARAMETERS = {
  AcceptLanguage: header('Accept-Language', 'Language to answer in, as a BCP 47 tag.', { type: 'string' }),
  IdempotencyKey: header('Idempotency-Key', 'New for each act, the same for each attempt at it.', { type: 'string', pattern: '^[!-~]{8,200}$' }, true),
  LastEventId: header('Last-Event-ID', 'Id of the last event that arrived: the stream goes on after it.', { type: 'string', maxLength: 200 }),
  IfNoneMatch: header('If-None-Match', '`ETag` of an answer that is kept.', { type: 'string' }),
};
const parameter = (name: keyof typeof PARAMETERS) => ({ $ref: `#/components/parameters/${name}` });

/** A field of the input in the query, where “not known” is left out. */
function queryParameters({ inputName }: Operation, schemas: Record<string, JsonSchema>) {
  const { properties = {}, required = [] } = (inputName && schemas[inputName]) || {};
  return Object.entries(properties).map(([name, { description = '', anyOf, ...rest }]) => {
    const schema = anyOf?.find(({ type }) => type !== 'null') ?? rest;
    return { name, in: 'query', required: required.includes(name), description, schema };
  });
}

function answers(operation: Operation) {
  const { outputName, stream, nullable, shared, write, verb } = operation;
  const headers = {
    'Content-Language': { description: 'Language of the answer.', schema: { type: 'string' } },
    ...(shared && { ETag: { description: 'Version of the answer.', schema: { type: 'string' } } }),
  };
  const statuses = { ...ALWAYS, ...(write && OF_WRITES), ...(verb === 'POST' && OF_BODIES) };
  return {
    200: stream
      ? {
          description: `Server-sent events without end; the data of each is a ${outputName} as JSON in one line.`,
          content: { 'text/event-stream': { schema: { type: 'string' }, 'x-event-data': ref(outputName) } },
        }
      : { description: `A ${outputName}.`, headers, content: { 'application/json': { schema: ref(outputName) } } },
    ...(nullable && { 204: { description: 'There is no such thing.' } }),
    ...(shared && { 304: { description: 'What is kept is still right.', headers: { ETag: headers.ETag } } }),
    ...Object.fromEntries(Object.keys(statuses).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
  };
}

function describe(operation: Operation, schemas: Record<string, JsonSchema>) {
  const { method, verb, access, inputName, summary, write, stream, shared } = operation;
  return {
    operationId: method,
    tags: [method.split('.')[0]],
    summary,
    parameters: [
      parameter('AcceptLanguage'),
      ...(write ? [parameter('IdempotencyKey')] : []),
      ...(stream ? [parameter('LastEventId')] : []),
      ...(shared ? [parameter('IfNoneMatch')] : []),
      ...(verb === 'GET' ? queryParameters(operation, schemas) : []),
    ],
    ...(verb === 'POST' && { requestBody: { required: true, content: { 'application/json': { schema: inputName ? ref(inputName) : { type: 'object' } } } } }),
    security: access === 'shopper' ? [{ shopper: [] }] : [{}, { shopper: [] }],
    responses: answers(operation),
  };
}

/**
 * The whole document.
 *
 * @param server Address that the paths stand below; relative to the document when left out.
 */
export function openApi(server = '..') {
  const schemas = definitions(REFS, [Problem]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Aftercart open HTTP protocol',
      version: PROTOCOL_VERSION,
      description: 'What `@aftercart/adapter-http` speaks: one resource for each method of the contract.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: [...new Set(OPERATIONS.map(({ method }) => method.split('.')[0]))].map((name) => ({ name })),
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { [operation.verb.toLowerCase()]: describe(operation, schemas) }])),
    components: {
      schemas,
      parameters: PARAMETERS,
      responses: Object.fromEntries(Object.entries({ ...ALWAYS, ...OF_WRITES, ...OF_BODIES }).map(problemResponse)),
      securitySchemes: {
        shopper: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The shopper’s token, which the shop signs. The shopper is its `sub`.' },
      },
    },
  };
}
