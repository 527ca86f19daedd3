/** The merchant API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html), made from its operations. */
import { Problem, STATUS_OF } from '@aftercart/contract/protocol';
import { createDefinitions, type JsonSchema } from './definitions.ts';
import type { MerchantOperation } from './operation.ts';

/** Statuses of problems, and when. */
const PROBLEMS: Readonly<Record<number, string>> = {
  401: 'The merchant’s key is missing or wrong.',
  403: 'The shop’s own rules say no.',
  404: 'There is no such operation.',
  409: 'Something else was told before, or the idempotency key was used for something else.',
  413: 'The body is too long.',
  415: 'The body is of a type that is not taken.',
  422: 'The input is refused; `errors` names each thing by its path.',
  429: 'Too many wrong keys.',
  500: 'The server has a fault.',
  503: 'The database can’t answer now; nothing was changed.',
};

const codesOf = (status: string): string =>
  Object.entries(STATUS_OF)
    .filter(([, its]) => String(its) === status)
    .map(([code]) => `\`${code}\``)
    .join(', ');

/** The paths below `base`, and what they refer to. */
function merchantPaths(operations: readonly MerchantOperation[], base = '/merchant/v1') {
  const definitions = createDefinitions();
  const problem = definitions.write(Problem, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) (paths[base + operation.path] ??= {})[operation.verb.toLowerCase()] = describe(operation, definitions);
  return {
    paths,
    components: {
      schemas: definitions.schemas,
      parameters: {
        MerchantIdempotencyKey: {
          name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' },
          description: 'New for each act, the same for each attempt at it. Not needed by what names its effect itself, such as a refund with its id.',
        },
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `MerchantProblem${status}`,
          { description: [description, codesOf(status) && `Codes: ${codesOf(status)}.`].filter(Boolean).join(' '), content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
      securitySchemes: { merchant: { type: 'http', scheme: 'bearer', description: 'The merchant’s key. Never in a page.' } },
    },
  };
}

type Definitions = ReturnType<typeof createDefinitions>;

function describe({ verb, path, summary, parameters, body, upload, answer }: MerchantOperation, definitions: Definitions) {
  const bodied = body !== undefined || upload !== undefined;
  const statuses = Object.keys(PROBLEMS).filter((status) => (status !== '413' || bodied) && (status !== '415' || upload) && (status !== '409' || verb !== 'GET'));
  return {
    operationId: nameOf(verb, path),
    tags: [`merchant ${path.split('/')[1]}`],
    summary,
    parameters: [
      ...(verb === 'GET' || upload ? [] : [{ $ref: '#/components/parameters/MerchantIdempotencyKey' }]),
      ...(parameters ? parametersOf(path, definitions.write(parameters, 'input')) : []),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: definitions.write(body, 'input') } } } }),
    ...(upload && { requestBody: { required: true, content: Object.fromEntries(upload.map((type) => [type, {}])) } }),
    security: [{ merchant: [] }],
    responses: {
      ...(answer
        ? { 200: { description: 'Done.', content: { 'application/json': { schema: definitions.write(answer, 'output') } } } }
        : { 204: { description: 'Done.' } }),
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/MerchantProblem${status}` }])),
    },
  };
}

/** `PUT /orders/{number}` is `merchant.put.orders.number`. */
const nameOf = (verb: string, path: string): string => ['merchant', verb.toLowerCase(), ...path.replace(/[{}]/g, '').split('/').filter(Boolean)].join('.');

function parametersOf(path: string, { properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, { description, ...schema }]) => {
    const inPath = path.includes(`{${name}}`);
    return { name, in: inPath ? 'path' : 'query', required: inPath || (required as string[]).includes(name), ...(description !== undefined && { description }), schema };
  });
}

/**
 * The whole document.
 *
 * @param server Address that the paths stand below.
 */
export const merchantOpenApi = (operations: readonly MerchantOperation[], server: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Aftercart merchant API',
    version: 'v1',
    description: 'What the shop’s own back end tells the server, and sets up.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: server }],
  ...merchantPaths(operations),
});
