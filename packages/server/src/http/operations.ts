/** The shoppers’ API: every operation of the protocol, answered by the services. */
import { AdapterError, type Capability } from '@aftercart/contract';
import { OPERATIONS, type Operation } from '@aftercart/contract/protocol';
import type { Context as HonoContext, Hono } from 'hono';
import type { Context, Runtime } from '../context.ts';
import { changesNothing, GUARDS, services } from '../services.ts';
import { noPublish, transact, type Work } from '../transact.ts';
import type { VerifyShopper } from '../identity/shopper.ts';
import { answerEvents, type OpenEvents } from './event-stream.ts';
import { once } from './idempotency/idempotency.ts';
import { inputReader } from './input.ts';
import { localeOf } from './locale.ts';
import { RememberedRefusal } from './remembered-refusal.ts';
import type { Env } from './types.ts';

type Answer = (input: unknown, context: Context) => Promise<unknown>;
type Stream = (input: unknown, context: Context, live: { last: string | undefined; signal: AbortSignal }) => ReturnType<OpenEvents>;

const BEARER = /^bearer +(\S+)$/i;
const KEY = /^[\x21-\x7e]{8,200}$/;
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

export function serveOperations(app: Hono<Env>, runtime: Runtime, verify: VerifyShopper): void {
  for (const operation of OPERATIONS) {
    const readInput = inputReader(operation);
    const guard = GUARDS[operation.method]?.(runtime);
    const handle = async (c: HonoContext<Env>): Promise<Response> => {
      const context = await contextOf(c, runtime, operation, verify);
      const input = await readInput(c);
      const serve = serviceOf(operation);
      await guard?.(context);
      if (operation.stream) return stream(c, context, (live) => (serve as Stream)(input, context, live));
      const run = (work: Work) => (serve as Answer)(input, { ...context, ...work });
      const result = operation.write ? await write(c, context, operation.method, input, run) : await run(context);
      return answer(c, operation, context, result);
    };
    app.on(operation.verb, [operation.path], handle);
  }
}

function serviceOf({ method }: Operation): unknown {
  const [service, name] = method.split('.') as [keyof typeof services, string];
  return (services[service] as unknown as Record<string, unknown>)[name];
}

async function contextOf(c: HonoContext<Env>, runtime: Runtime, { access }: Operation, verify: VerifyShopper): Promise<Context> {
  const header = c.req.header('authorization');
  const [, token] = BEARER.exec(header ?? '') ?? [];
  if (header !== undefined && token === undefined) throw new AdapterError('UNAUTHENTICATED', 'Send the token as `Authorization: Bearer …`.');
  const shopper = token === undefined ? null : await verify(token);
  if (access === 'shopper' && !shopper) throw new AdapterError('UNAUTHENTICATED', 'This needs a shopper’s token.');
  return {
    runtime, shopper,
    db: runtime.store.db,
    now: runtime.clock(),
    locale: localeOf(c.req.header('accept-language')),
    client: c.get('client'),
    publish: noPublish,
  };
}

function write(c: HonoContext, context: Context, method: Capability, input: unknown, run: (work: Work) => Promise<unknown>): Promise<unknown> {
  const key = c.req.header('idempotency-key') ?? '';
  if (!KEY.test(key)) throw new AdapterError('INVALID_REQUEST', 'A write needs the header `Idempotency-Key`: 8 to 200 visible ASCII characters, new for each act.');
  // Without an effect there is nothing to keep an answer for, which may hold what a person typed.
  if (changesNothing(method, input)) return transact(context.runtime, run);
  const scope = context.shopper ? `shopper:${context.shopper.id}` : 'guest';
  return transact(context.runtime, (work) => once({ ...work, now: context.now }, { scope, key, method, input }, () => run(work))).catch(async (error: unknown) => {
    if (error instanceof RememberedRefusal) await transact(context.runtime, (work) => error.remember({ ...context, ...work }));
    throw error;
  });
}

function stream(c: HonoContext, { runtime, shopper }: Context, open: (live: { last: string | undefined; signal: AbortSignal }) => ReturnType<OpenEvents>): Promise<Response> {
  const last = c.req.header('last-event-id');
  return answerEvents(c, runtime, shopper, (signal) => open({ last: last && EVENT_ID.test(last) ? last : undefined, signal }));
}

function answer(c: HonoContext, operation: Operation, { locale }: Context, result: unknown): Response {
  c.header('cache-control', operation.shared ? 'public, max-age=60, stale-while-revalidate=600' : 'no-store');
  c.header('vary', operation.shared ? 'accept-language' : 'accept-language, authorization', { append: true });
  c.header('content-language', locale);
  if (result === null || result === undefined) return c.body(null, 204);
  return c.json(result);
}
