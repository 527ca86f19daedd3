/** Errors as problem details (RFC 9457). */
import { AdapterError, isAdapterError } from '@aftercart/contract';
import { problemType, STATUS_OF, type Problem } from '@aftercart/contract/protocol';
import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Runtime } from '../context.ts';
import { toUnavailable } from '../database/failure.ts';
import type { Env } from './types.ts';

const PROBLEM_JSON = 'application/problem+json';
const MOST_ISSUES = 20;

const titleOf = (code: string) => `${code[0]}${code.slice(1).toLowerCase().replaceAll('_', ' ')}`;
const pointer = (path: readonly PropertyKey[]) => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A field that is none is named by its own path: it is most often a typo in the name of one. */
const toIssues = (issue: z.core.$ZodIssue): { path: string; detail: string }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: pointer([...issue.path, key]), detail: 'There is no such field.' }))
    : [{ path: pointer(issue.path), detail: issue.message }];

/** What is wrong with an input, thing by thing. */
export class InvalidInput extends AdapterError {
  readonly issues: { path: string; detail: string }[];

  constructor(error: z.ZodError) {
    super('INVALID_REQUEST', 'The input breaks the contract: see `errors`.');
    this.issues = error.issues.flatMap(toIssues).slice(0, MOST_ISSUES);
  }
}

/** The input by its schema. @throws InvalidInput */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input);
  if (!read.success) throw new InvalidInput(read.error);
  return read.data;
}

/** The answer to anything that was thrown. What is our own fault is logged, and told without its inside. */
export function answerError(c: HonoContext<Env>, thrown: unknown, { log }: Runtime): Response {
  const requestId = c.get('requestId');
  const error = toAdapterError(thrown);
  // A client that went away needs no answer, and is no fault of ours.
  if (!error) log.error({ requestId, err: thrown }, 'a request failed');
  else if (error.cause) log.warn({ requestId, err: error.cause }, error.message);
  const code = error?.code ?? 'UNAVAILABLE';
  const status = error ? ((thrown as { status?: number }).status ?? STATUS_OF[code]) : 500;
  const problem: Problem = {
    type: problemType(code),
    title: titleOf(code),
    status,
    code,
    detail: error ? error.message : 'This server has a fault; its log knows more.',
    instance: requestId,
    ...(error instanceof InvalidInput && { errors: error.issues }),
    // Members of its own (RFC 9457, section 3.2).
    ...(thrown as { members?: object }).members,
  };
  const headers: Record<string, string> = { 'content-type': PROBLEM_JSON, 'cache-control': 'no-store' };
  if (error?.retryAfter !== undefined) headers['retry-after'] = String(Math.max(1, Math.ceil(error.retryAfter)));
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  return c.body(JSON.stringify(problem), status as 400, headers);
}

function toAdapterError(thrown: unknown): AdapterError | undefined {
  if (isAdapterError(thrown)) return thrown;
  // Of Hono’s own middleware, such as a body that is too large.
  if (thrown instanceof HTTPException) return new AdapterError('INVALID_REQUEST', thrown.message);
  return toUnavailable(thrown);
}
