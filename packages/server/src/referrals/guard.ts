/** Claims say whether an e-mail belongs to a customer, so nobody may ask without end. */
import { limitTogether } from '../http/rate-limit.ts';
import type { Runtime } from '../context.ts';
import type { Guard } from '../services.ts';
import { networkOf } from './client.ts';

/** Enough for an office or a dormitory on one address, and too few to try a list of customers. */
const CLAIMS = { name: 'referral_claims', points: 20, duration: 3_600 };

/** Counts every claim of a network, whatever its answer: counting the refused alone would tell by the limit what the answer hides. */
export function guardClaims({ store }: Runtime): Guard {
  const consume = limitTogether(store, CLAIMS);
  return ({ client }) => consume(networkOf(client.ip));
}
