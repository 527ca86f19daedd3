/** The HTTP face: every request gets an id, a log line, limits, and either an answer or a problem. */
import { AdapterError } from '@aftercart/contract';
import { OPERATIONS } from '@aftercart/contract/protocol';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { v7 as uuid } from 'uuid';
import { serveCarriers } from '../carriers/serve.ts';
import type { Runtime } from '../context.ts';
import { ping } from '../database/database.ts';
import { LOCAL_ORIGIN, serveDemo } from '../demo/serve.ts';
import { createVerifier } from '../identity/shopper.ts';
import { serveMerchant } from '../merchant/serve.ts';
import { serveMerchantPage } from '../page/serve.ts';
import { clientOf } from './client.ts';
import { MOST_BYTES } from './input.ts';
import { serveOpenApi } from './openapi.ts';
import { serveOperations } from './operations.ts';
import { answerError } from './problem.ts';
import { limitHere } from './rate-limit.ts';
import type { Env } from './types.ts';

const MINUTE = 60;
/** Seconds that a browser remembers what it may send; more than two hours no browser keeps. */
const PREFLIGHT_AGE = 7_200;

export type App = Hono<Env>;

export function createApp(runtime: Runtime): App {
  const { config, log, metrics } = runtime;
  const app: App = new Hono();

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', uuid());
    c.set('client', clientOf(c, config.trustedProxies));
    await next();
    const ms = performance.now() - started;
    // The pattern, never the address: addresses hold ids.
    const route = routePath(c, -1);
    const labels = { method: c.req.method, route };
    metrics.requests.inc({ ...labels, status: c.res.status });
    metrics.duration.observe(labels, ms / 1000);
    log.info({ requestId: c.get('requestId'), ...labels, status: c.res.status, ms: Math.round(ms) }, 'request');
  });
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }));
  app.onError((error, c) => answerError(c, error, runtime));
  app.notFound((c) => answerError(c, new AdapterError('UNSUPPORTED', `${c.req.method} here is no operation of this server.`), runtime));

  app.get('/healthz', async (c) => {
    await ping(runtime.store.db);
    return c.json({ status: 'ok' });
  });
  app.get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }));

  const consume = limitHere({ name: 'requests', points: config.rateLimit, duration: MINUTE });
  app.use(
    '/v1/*',
    cors({
      // Nothing here is told by cookies, so none are wanted: `credentials` stays off.
      origin: (origin) => (config.origins.includes(origin) || (config.demo && LOCAL_ORIGIN.test(origin)) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
      exposeHeaders: ['retry-after', 'etag'],
      maxAge: PREFLIGHT_AGE,
    }),
    async (c, next) => {
      await consume(c.get('client').ip);
      await next();
    },
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => answerError(c, Object.assign(new AdapterError('INVALID_REQUEST', `The body is longer than ${MOST_BYTES} bytes.`), { status: 413 }), runtime),
    }),
  );
  for (const { path, shared } of OPERATIONS) if (shared) app.use(path, etag());
  serveOpenApi(app);
  serveOperations(app, runtime, createVerifier(config, runtime.secrets.tokenSecret));
  serveMerchantPage(app, runtime);
  serveMerchant(app, runtime);
  serveCarriers(app, runtime);
  if (config.demo) serveDemo(app, runtime);
  return app;
}
