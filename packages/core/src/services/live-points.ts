/** Live updates of the account; loaded when an adapter has them. */
import { guardPointsAccount, type PointsAccount } from '@aftercart/contract';
import type { Resource } from '../resource.ts';
import { sleep } from '../retry.ts';
import type { Shop } from '../shop.ts';
import { follow } from './follow.ts';

/** An account is told whole, so the newer one is all there is. */
const newer = (known: PointsAccount, update: PointsAccount): PointsAccount => (Date.parse(update.asOf) >= Date.parse(known.asOf) ? update : known);

/** In milliseconds. */
const PATIENCE = 5_000;

/** Follows the account of somebody who has one. */
export async function live(shop: Shop, _input: unknown, locale: string, signal: AbortSignal, resource: Resource<PointsAccount>): Promise<void> {
  // A guest may get a token without a sign-in. Who listens to a resource keeps it from ending, so it is looked at instead.
  while (!signal.aborted && resource.value.data?.state === 'guest') await sleep(PATIENCE, signal).catch(() => {});
  const whole = (account: PointsAccount) => account;
  await follow(shop, { where: 'points.subscribe', input: {}, locale, guard: guardPointsAccount, whole, merge: newer }, signal, resource);
}
