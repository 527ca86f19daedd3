/** The shop behind a `fetch`: `POST /points/redeem` and so on, in the contract’s words. */
import { isAdapterError } from '@aftercart/contract';
import { STATUS_OF } from '@aftercart/contract/protocol';
import { referrals, reviews } from './people.ts';
import { points } from './points.ts';
import { faq, returns, tracking } from './service.ts';
import { refuse, type Asking, type Shop } from './state.ts';

type Handler = (input: never, asking: Asking) => unknown;

const HANDLERS = new Map<string, Handler>(
  Object.entries({ points, referrals, reviews, returns, faq, tracking }).flatMap(([service, methods]) =>
    Object.entries(methods).map(([method, handler]): [string, Handler] => [`/${service}/${method}`, handler as Handler])),
);

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const aborted = () => new DOMException('Aborted', 'AbortError');

/** Says what the shop says now. */
export const serve = (shopNow: () => Shop): typeof fetch =>
  async (address, init = {}) => {
    const signal = init.signal ?? undefined;
    if (signal?.aborted) throw aborted();
    const shop = shopNow();
    const headers = new Headers(init.headers);
    const { pathname } = new URL(String(address));
    const name = /^Bearer token-of-(\w+)$/.exec(headers.get('authorization') ?? '')?.[1];
    const who = shop.members.find((member) => member.name === name);
    if (headers.has('authorization') && !who) return json(401, { code: 'UNAUTHENTICATED' });
    const input = JSON.parse(String(init.body ?? '{}')) as never;
    const asking: Asking = { shop, who, locale: headers.get('accept-language') ?? 'en', signal, isCareless: headers.has('x-careless') };
    if (pathname === '/wait') return json(200, await shop.changed((input as { after: number }).after, signal));
    const handler = HANDLERS.get(pathname);
    if (!handler) return json(404, { code: 'UNSUPPORTED' });
    try {
      const answer = await once(asking, headers.get('idempotency-key'), `${pathname} ${JSON.stringify(input)}`, async () => handler(input, asking));
      if (signal?.aborted) throw aborted();
      return answer === null ? new Response(null, { status: 204 }) : json(200, answer);
    } catch (error) {
      if (!isAdapterError(error)) throw error;
      return json(STATUS_OF[error.code], { code: error.code });
    }
  };

/** What a key was answered with, or is being answered with. */
async function once({ shop, who }: Asking, key: string | null, act: string, answer: () => Promise<unknown>): Promise<unknown> {
  if (key === null) return answer();
  const name = `${who?.name ?? ''} ${key}`;
  const known = shop.answered.get(name);
  if (known) return known.act === act ? known.answer : refuse('CONFLICT');
  const made = answer();
  shop.answered.set(name, { act, answer: made });
  // What was refused was not done, so it may be tried again.
  made.catch(() => shop.answered.delete(name));
  return made;
}
