/**
 * The shops of a page by name. It hangs on a registered symbol, so that two copies of this code, of two versions even,
 * find the same shops.
 */
import type { OnReport } from './report.ts';
import { createShop, type Shop, type ShopOptions } from './shop.ts';

type Waiter = (shop: Shop | undefined) => void;
interface Registry {
  shops: Map<string, Shop>;
  waiters: Map<string, Set<Waiter>>;
}

const KEY = Symbol.for('aftercart.shops');
const registry = (): Registry =>
  ((globalThis as unknown as Record<symbol, Registry>)[KEY] ??= { shops: new Map(), waiters: new Map() });

/** The shop of that name, if it is there already. */
export const getShop = (name = 'default'): Shop | undefined => registry().shops.get(name);

/** Tells everybody who watches a name. One that throws must not keep the others from hearing of it. */
function tell(name: string, shop: Shop | undefined, report: OnReport): void {
  const waiting = registry().waiters.get(name) ?? new Set();
  for (const waiter of [...waiting]) {
    try {
      // One waiter may have made another go.
      if (waiting.has(waiter)) waiter(shop);
    } catch (cause) {
      report({ level: 'error', code: 'SUBSCRIBER_FAULT', where: 'watchShop', message: String(cause), cause });
    }
  }
}

/** Makes a shop and puts it under its name. One that had the name before is replaced. */
export function defineShop(options: ShopOptions): Shop {
  const shop = createShop(options);
  const { shops } = registry();
  const before = shops.get(shop.name);
  shops.set(shop.name, shop);
  // First, so that who is told of the new shop sees that the session of the old one has ended.
  before?.destroy();
  tell(shop.name, shop, shop.report);
  return shop;
}

/** Takes a shop away, if it is still the one under its name. */
export function removeShop(shop: Shop): void {
  const { shops } = registry();
  const isNamed = shops.get(shop.name) === shop;
  if (isNamed) shops.delete(shop.name);
  shop.destroy();
  if (isNamed) tell(shop.name, undefined, shop.report);
}

/** Calls back with the shop of that name: now, when it comes, each time that it is replaced, and with undefined when it goes. */
export function watchShop(name: string, waiter: Waiter): () => void {
  const { shops, waiters } = registry();
  const waiting = waiters.get(name) ?? new Set();
  waiters.set(name, waiting.add(waiter));
  const shop = shops.get(name);
  if (shop) waiter(shop);
  return () => {
    waiting.delete(waiter);
  };
}
