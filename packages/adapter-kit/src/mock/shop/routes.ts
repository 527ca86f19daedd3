/** Finds who answers a request, does each write once, and says what a refusal means. */
import { fieldsOf, Refusal, refused, type Answer, type Asked } from '../exchange.ts';
import { faq } from './faq.ts';
import { orders } from './orders.ts';
import { points } from './points.ts';
import { referrals } from './referrals.ts';
import { returns } from './returns.ts';
import { reviews } from './reviews.ts';
import { askerOf, type Shop } from './shop.ts';

type Handler = (asked: Asked, shop: Shop, parts: Readonly<Record<string, string>>) => Answer;
/** Handlers by `METHOD /path/{part}`. */
export type Routes = Readonly<Record<string, Handler>>;

const ROUTES: Routes = { ...orders, ...points, ...reviews, ...returns, ...faq, ...referrals };

function find(method: string, path: string): { handler: Handler; parts: Record<string, string> } {
  let isKnownPath = false;
  for (const [route, handler] of Object.entries(ROUTES)) {
    const [routeMethod = '', pattern = ''] = route.split(' ');
    const found = new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (!found) continue;
    isKnownPath = true;
    if (routeMethod === method) return { handler, parts: Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, part]) => [name, decode(part)])) };
  }
  throw isKnownPath ? new Refusal(405, 'method_not_allowed', `${path} has no ${method}.`) : new Refusal(404, 'no_such_path', `There is no ${path}.`);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal(400, 'invalid', 'The address is badly encoded.');
  }
}

/** What the shop answers. */
export function answer(asked: Asked, shop: Shop): Answer {
  try {
    const { handler, parts } = find(asked.method, asked.path);
    // A token that is wrong is refused everywhere, where nobody has to be signed in, too.
    const who = askerOf(shop, asked)?.name ?? '';
    const key = asked.headers['idempotency-key'];
    if (asked.method === 'GET' || key === undefined) return handler(asked, shop, parts);
    const name = `${who} ${String(key)}`;
    const act = `${asked.method} ${asked.path} ${JSON.stringify(fieldsOf(asked.body))}`;
    const before = shop.done.get(name);
    if (before && before.act !== act) throw new Refusal(409, 'key_reused', 'This Idempotency-Key was used for something else.');
    if (before) return before.answer;
    const given = handler(asked, shop, parts);
    shop.done.set(name, { act, answer: given });
    return given;
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown);
    throw thrown;
  }
}
