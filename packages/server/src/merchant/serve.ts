/** The merchant API: the secret key, then the operations. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { AdapterError } from '@aftercart/contract';
import type { Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context, Runtime } from '../context.ts';
import { once } from '../http/idempotency/idempotency.ts';
import { readJson, refuseNul } from '../http/input.ts';
import { localeOf } from '../http/locale.ts';
import { answerError, parseInput } from '../http/problem.ts';
import { limitTogether } from '../http/rate-limit.ts';
import type { Env } from '../http/types.ts';
import { noPublish, systemContext, transact } from '../transact.ts';
import { merchantOpenApi } from './openapi.ts';
import type { MerchantOperation } from './operation.ts';
import { MERCHANT_OPERATIONS } from './operations.ts';
import { withUpload } from './upload.ts';

export const MERCHANT_BASE = '/merchant/v1';
const MOST_BYTES = 1024 * 1024;
/** Wrong keys from one address. */
const WRONG_KEYS = { name: 'merchant_key', points: 20, duration: 60 };

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether it is the merchant’s key, compared without telling by time how much was right. */
export const isMerchantKey = (runtime: Runtime, key: string): boolean => timingSafeEqual(digest(key), digest(runtime.secrets.merchantKey));

/** Lets only the merchant pass; who guesses is slowed down. */
function merchantGuard(runtime: Runtime): (c: HonoContext<Env>) => Promise<void> {
  const countWrongKey = limitTogether(runtime.store, WRONG_KEYS);
  return async (c) => {
    const [, key = ''] = /^bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (isMerchantKey(runtime, key)) return;
    await countWrongKey(c.get('client').ip);
    throw new AdapterError('UNAUTHENTICATED', 'The merchant API needs its key: `Authorization: Bearer …`.');
  };
}

export function serveMerchant(app: Hono<Env>, runtime: Runtime): void {
  const guard = merchantGuard(runtime);
  app.get(`${MERCHANT_BASE}/openapi.json`, (c) => {
    c.header('cache-control', 'public, max-age=300');
    return c.json(merchantOpenApi(MERCHANT_OPERATIONS, new URL(c.req.url).origin));
  });
  for (const operation of MERCHANT_OPERATIONS) {
    const path = MERCHANT_BASE + operation.path.replace(/\{(\w+)\}/g, ':$1');
    const maxSize = operation.mostBytes ?? MOST_BYTES;
    const tooLarge = Object.assign(new AdapterError('INVALID_REQUEST', `The body is longer than ${maxSize} bytes.`), { status: 413 });
    // The key first: a stranger’s body is not even read.
    const guarded = async (c: HonoContext<Env>, next: () => Promise<void>) => {
      await guard(c);
      await next();
    };
    app.on(operation.verb, [path], guarded, bodyLimit({ maxSize, onError: (c) => answerError(c, tooLarge, runtime) }), async (c) => {
      const result = await run(c, runtime, operation);
      c.header('cache-control', 'no-store');
      return result === undefined || result === null ? c.body(null, 204) : c.json(result);
    });
  }
}

async function run(c: HonoContext<Env>, runtime: Runtime, operation: MerchantOperation): Promise<unknown> {
  const given = { ...c.req.query(), ...c.req.param() };
  refuseNul(given);
  const parameters = operation.parameters ? parseInput(operation.parameters, given) : {};
  const base: Context = { ...systemContext(runtime, { db: runtime.store.db, publish: noPublish }), locale: localeOf(c.req.header('accept-language')), client: c.get('client') };
  if (operation.upload) return withUpload(c, operation.upload, (body) => operation.handle({ parameters, body }, base));
  const body = operation.body ? parseInput(operation.body, await readJson(c)) : undefined;
  if (operation.verb === 'GET') return operation.handle({ parameters, body }, base);
  const key = c.req.header('idempotency-key');
  return transact(runtime, (work) => {
    const handle = async () => (await operation.handle({ parameters, body }, { ...base, ...work })) ?? null;
    // A merchant’s writes are idempotent by what they name; the key is for those that are not, such as an adjustment.
    if (!key) return handle();
    return once({ ...work, now: base.now }, { scope: 'merchant', key, method: `${operation.verb} ${operation.path}`, input: { parameters, body } }, handle);
  });
}
