import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../adapter.ts';
import { ERROR_CODES } from '../errors.ts';
import { openApi } from './openapi.ts';
import { OPERATIONS } from './operations.ts';
import { STATUS_OF } from './problem.ts';

const document = openApi('https://api.shop.example') as any;
const at = ({ path, verb }: { path: string; verb: string }) => document.paths[path][verb.toLowerCase()];
const named = (operation: any) =>
  operation.parameters.map((parameter: any) => (parameter.$ref ? document.components.parameters[parameter.$ref.split('/').at(-1)] : parameter).name);

describe('the table of operations', () => {
  it('has every method of the contract once, in its order', () => {
    const methods = Object.entries(METHODS).flatMap(([service, all]) => Object.keys(all).map((name) => `${service}.${name}`));
    expect(OPERATIONS.map(({ method }) => method)).toEqual(methods);
  });

  it('sends nothing in the address of a write', () => {
    expect(OPERATIONS.filter(({ write, verb }) => write && verb !== 'POST')).toEqual([]);
  });

  it('gives a status to every code', () => {
    expect(Object.keys(STATUS_OF).sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('the OpenAPI document', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref]) => ref!))];
    expect(refs.length).toBeGreaterThan(30);
    expect(refs.filter((ref) => !ref.split('/').reduce((place: any, step) => place?.[step], document))).toEqual([]);
  });

  it.each(OPERATIONS.map((operation) => [operation.method, operation] as const))('describes %s as the table does', (method, operation) => {
    const described = at(operation);
    expect(described.operationId).toBe(method);
    expect(described.security).toEqual(operation.access === 'shopper' ? [{ shopper: [] }] : [{}, { shopper: [] }]);
    const headers = named(described);
    expect(headers).toContain('Accept-Language');
    expect(headers.includes('Idempotency-Key')).toBe(operation.write);
    expect(headers.includes('Last-Event-ID')).toBe(operation.stream);
    expect(headers.includes('If-None-Match')).toBe(operation.shared);
    expect('requestBody' in described).toBe(operation.verb === 'POST');
    const { responses } = described;
    expect(Object.keys(responses[200].content)).toEqual([operation.stream ? 'text/event-stream' : 'application/json']);
    expect('204' in responses).toBe(operation.nullable);
    expect('304' in responses).toBe(operation.shared);
    expect('ETag' in (responses[200].headers ?? {})).toBe(operation.shared);
    expect('409' in responses).toBe(operation.write);
    for (const status of [401, 403, 404, 422, 429, 500, 503]) expect(responses).toHaveProperty(String(status));
  });

  it('puts the fields of a GET into the query, without null', () => {
    const { parameters } = at({ path: '/v1/points/history', verb: 'GET' });
    const limit = parameters.find(({ name }: { name: string }) => name === 'limit');
    expect(limit).toMatchObject({ in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } });
  });

  it('answers refusals as problems that name the codes', () => {
    const { description, content } = document.components.responses.Problem422;
    expect(description).toContain('`INSUFFICIENT_POINTS`');
    expect(content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
    expect(document.components.responses.Problem429.headers).toHaveProperty('Retry-After');
  });
});
