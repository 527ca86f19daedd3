/**
 * The friend’s invitation on this device, for a later visit without the parameter. It is there only when the friend asked
 * for it and the shop’s consent hook agreed (purpose `attribution`).
 */
import type { Shop } from '@aftercart/core';

/** Keeps a code until an instant, or nothing when it is left out. Tells whether that worked. */
export const remember = (shop: Shop, code?: string, until?: number): Promise<boolean> =>
  shop.storage.set('attribution', 'referral', code ? `${until} ${code}` : null);

/** The code that is kept, unless its time is over. */
export async function recall(shop: Shop): Promise<string | undefined> {
  const [until, code] = (await shop.storage.get('attribution', 'referral'))?.split(/ (.*)/) ?? [];
  if (Number(until) > shop.now()) return code;
  if (until !== undefined) await remember(shop);
  return undefined;
}
