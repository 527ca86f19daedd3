/** Live updates of the account; loaded when an adapter has them. */
import { guardPointsAccount, type PointsAccount } from '@aftercart/contract';
import type { Resource } from '../resource.ts';
import type { Shop } from '../shop.ts';
import { follow } from './follow.ts';

/** An account is told whole, so the newer one is all there is. */
const newer = (known: PointsAccount, update: PointsAccount): PointsAccount => (Date.parse(update.asOf) >= Date.parse(known.asOf) ? update : known);

/** Follows the account of somebody who has one. */
export async function live(shop: Shop, _input: unknown, locale: string, signal: AbortSignal, resource: Resource<PointsAccount>): Promise<void> {
  if (resource.value.data?.state === 'guest') return;
  await follow(shop, { where: 'points.subscribe', input: {}, locale, guard: guardPointsAccount, merge: newer }, signal, resource);
}
