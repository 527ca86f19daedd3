/** The worked examples in docs/protocol.md are what the protocol says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from './operations.ts';
import { Problem, problemType, STATUS_OF } from './problem.ts';

const docs = readFileSync(new URL('../../../../docs/protocol.md', import.meta.url), 'utf8');
const messages = [...docs.matchAll(/```http\n(.*?)```/gs)].map(([, text]) => {
  const [start = '', ...rest] = text!.trimEnd().split('\n');
  const gap = rest.indexOf('');
  const headers = new Headers((gap < 0 ? rest : rest.slice(0, gap)).map((line) => line.split(': ') as [string, string]));
  return { start, headers, body: gap < 0 ? '' : rest.slice(gap + 1).join('\n') };
});
const examples = messages.flatMap((request, i) => (i % 2 ? [] : [{ request, answer: messages[i + 1]! }]));

it('there is an example of each kind', () => {
  expect(examples.length).toBeGreaterThan(8);
  const statuses = examples.map(({ answer }) => Number(answer.start.split(' ')[1]));
  expect(new Set(statuses)).toEqual(new Set([200, 204, 304, 422, 429]));
});

describe.each(examples)('$request.start → $answer.start', ({ request, answer }) => {
  const [verb, address = ''] = request.start.split(' ');
  const url = new URL(address, 'https://api.shop.example');
  const operation = OPERATIONS.find(({ path }) => path === url.pathname)!;
  const status = Number(answer.start.split(' ')[1]);

  it('asks as the table says', () => {
    expect(verb).toBe(operation.verb);
    expect(request.headers.has('idempotency-key')).toBe(operation.write);
    if (operation.access === 'shopper') expect(request.headers.get('authorization')).toMatch(/^Bearer /);
    const query = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]));
    const input = verb === 'POST' ? (JSON.parse(request.body) as object) : query;
    expect(operation.input.safeParse(input).success).toBe(!answer.body.includes('INVALID_REQUEST'));
  });

  it('answers as the schemas say', () => {
    if (status === 204) expect([operation.nullable, answer.body]).toEqual([true, '']);
    else if (status === 304) expect([operation.shared, answer.headers.has('etag'), answer.body]).toEqual([true, true, '']);
    else if (operation.stream) {
      const [, data = ''] = /^data: (.*)$/m.exec(answer.body)!;
      operation.output.parse(JSON.parse(data));
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
    } else if (status === 200) operation.output.parse(JSON.parse(answer.body));
    else {
      const problem = Problem.parse(JSON.parse(answer.body));
      expect(problem).toMatchObject({ status, type: problemType(problem.code) });
      expect(STATUS_OF[problem.code]).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });
});
