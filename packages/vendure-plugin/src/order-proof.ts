import { Order, type RequestContext } from '@vendure/core';
import type { Runtime } from './runtime.ts';

interface Proof {
  email?: string | null;
  postcode?: string | null;
}

/**
 * An order by its code, for who knows the e-mail of its customer or the postcode that it went to: all that is given must be right. Wrong, unknown and
 * nothing given are the same: null. Vendure’s own `orderByCode` asks for no proof, and only for two hours.
 *
 * @throws Refusal RATE_LIMITED after too many wrong ones.
 */
export async function provenOrder(runtime: Runtime, ctx: RequestContext, written: string, proof: Proof): Promise<Order | null> {
  const wanted = { email: sameEmail(proof.email), postcode: samePostcode(proof.postcode) };
  if (!wanted.email && !wanted.postcode) return null;
  const code = written.trim();
  const wasRight = runtime.guesses.count(code, runtime.now());
  const order = await runtime.table(ctx, Order).findOne({ where: { code, channels: { id: ctx.channelId } }, relations: { customer: true } });
  if (!order?.orderPlacedAt || !proves(wanted, order)) return null;
  wasRight();
  return order;
}

const proves = ({ email, postcode }: { email: string; postcode: string }, { customer, shippingAddress }: Order): boolean =>
  (!email || email === sameEmail(customer?.emailAddress)) && (!postcode || postcode === samePostcode(shippingAddress.postalCode));

const sameEmail = (email: string | null | undefined): string => (email ?? '').trim().toLowerCase();
/** `105 58` is `10558`. */
const samePostcode = (postcode: string | null | undefined): string => (postcode ?? '').replace(/[\s-]/g, '').toUpperCase();
