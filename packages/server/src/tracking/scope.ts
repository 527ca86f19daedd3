/** The privacy check: whose parcels the caller may see. Whoever fails it learns nothing, not even whether there is such an order. */
import { AdapterError, type ShipmentsInput } from '@aftercart/contract';
import type { Context, ShopperContext } from '../context.ts';
import { sameFingerprint, type Fingerprints } from '../identity/fingerprint.ts';
import { parcelsTopic } from '../live/topics.ts';
import { findOrder, findOwnOrder, normaliseOrderNumber } from '../orders/orders.ts';
import type { OrderRow } from '../orders/tables.ts';
import { countGuess } from './guesses.ts';

/** Parcels that the caller may see: all of a shopper, or those of one order; and the topic that tells of their changes. */
export type Scope = { topic: string } & ({ shopperId: string } | { orderNumber: string });

/** What of the proof was filled in. */
interface Proof {
  email: string | undefined;
  postcode: string | undefined;
}

const filledIn = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

function proofOf({ proof }: ShipmentsInput): Proof | undefined {
  const [email, postcode] = [filledIn(proof?.email), filledIn(proof?.postcode)];
  return email || postcode ? { email, postcode } : undefined;
}

/**
 * What the caller may see; null for nothing.
 *
 * - With an order number and a proof: that order, for guests and the signed-in alike. All that is given of the proof must be right.
 * - With an order number alone: the shopper’s own order.
 * - With neither: all orders of the shopper. A proof without an order number proves nothing.
 *
 * @throws AdapterError UNAUTHENTICATED when there is neither a token nor a proof; RATE_LIMITED after too many wrong proofs.
 */
export async function scopeOf(input: ShipmentsInput, context: Context): Promise<Scope | null> {
  const proof = proofOf(input);
  const number = filledIn(input.orderNumber);
  if (!context.shopper && !proof) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in, and nothing proves the order.');
  if (number && proof) return provenOrder(context, normaliseOrderNumber(number), proof);
  if (!context.shopper) return null;
  const own = context as ShopperContext;
  if (!number) return { topic: parcelsTopic({ shopper_id: own.shopper.id, number: '' }), shopperId: own.shopper.id };
  const order = await findOwnOrder(own, number);
  return order ? ofOrder(order) : null;
}

const ofOrder = (order: OrderRow): Scope => ({ topic: parcelsTopic(order), orderNumber: order.number });

async function provenOrder(context: Context, number: string, proof: Proof): Promise<Scope | null> {
  const wasRight = await countGuess(context, number);
  const order = await findOrder(context.db, number);
  const isRight = proves(context.runtime.fingerprints, proof, order ?? NO_ORDER);
  if (!order || !isRight) return null;
  await wasRight();
  return ofOrder(order);
}

/** What a proof is compared with when there is no such order. No fingerprint looks like this. */
const NOBODY = '.'.repeat(43);
const NO_ORDER = { email_hash: NOBODY, postcode_hash: NOBODY };

/** Compares all that is given, without telling by its time how much was right. */
function proves(fingerprints: Fingerprints, { email, postcode }: Proof, { email_hash, postcode_hash }: Pick<OrderRow, 'email_hash' | 'postcode_hash'>): boolean {
  const sameEmail = email === undefined || sameFingerprint(fingerprints.email(email), email_hash ?? NOBODY);
  const samePostcode = postcode === undefined || sameFingerprint(fingerprints.postcode(postcode), postcode_hash ?? NOBODY);
  return sameEmail && samePostcode;
}
