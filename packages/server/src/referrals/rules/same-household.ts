import { findShopper } from '../../shoppers/shoppers.ts';
import { isOwnHousehold } from '../advocate.ts';
import { hold, type Rule } from './rule.ts';

export const SAME_HOUSEHOLD = 'same-household';

/** Advocate and friend live at one address. Families do. */
export const sameHousehold: Rule = async ({ context: { db, shopper }, code }) => {
  const household = shopper && (await findShopper(db, shopper.id))?.household_hash;
  return household && (await isOwnHousehold(db, code.shopper_id, household))
    ? hold(SAME_HOUSEHOLD, 'Advocate and friend have the same postal address.', { self: true })
    : undefined;
};
