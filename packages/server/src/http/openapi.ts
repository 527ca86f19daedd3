/** The protocol’s description, for programs. */
import { openApi, PROTOCOL_VERSION } from '@aftercart/contract/protocol';
import type { Hono } from 'hono';
import type { Env } from './types.ts';

/** Serves the OpenAPI document with the address that it was asked for at. Anybody may read it, from any page. */
export function serveOpenApi(app: Hono<Env>): void {
  let document: ReturnType<typeof openApi> | undefined;
  app.get(`/${PROTOCOL_VERSION}/openapi.json`, (c) => {
    c.header('cache-control', 'public, max-age=300');
    c.header('access-control-allow-origin', '*');
    document ??= openApi();
    return c.json({ ...document, servers: [{ url: new URL(c.req.url).origin }] });
  });
}
