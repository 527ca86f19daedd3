/** What the friend’s first order says of a referral: an order knows an address, and who really bought. */
import type { Context } from '../context.ts';
import type { OrderRow } from '../orders/tables.ts';
import { isOwnEmail, isOwnHousehold } from './advocate.ts';
import { SAME_HOUSEHOLD } from './rules/same-household.ts';
import type { Finding } from './rules/rule.ts';
import { findingsOf, promisedOf, type Ending } from './state.ts';
import type { ReferralRow } from './tables.ts';

export type OrderVerdict = { end: Ending } | { hold: Finding } | undefined;

const declined = (reason: string, why: string): OrderVerdict => ({ end: { status: 'declined', reason, why } });

export async function checkOrder(context: Context, referral: ReferralRow, order: OrderRow): Promise<OrderVerdict> {
  const { db } = context;
  if (referral.expires_at !== null && order.placed_at > referral.expires_at) {
    return { end: { status: 'void', reason: 'expired', why: `The order ${order.number} was placed after the offer had expired.` } };
  }
  if (order.shopper_id === referral.advocate_id || (order.email_hash !== null && (await isOwnEmail(db, referral.advocate_id, order.email_hash)))) {
    return declined('self_referral', `The order ${order.number} is the advocate’s own.`);
  }
  if (await boughtBefore(context, referral, order)) return declined('already_customer', `Whoever placed the order ${order.number} had bought before.`);
  return checkMinimum(referral, order) ?? checkHousehold(context, referral, order);
}

async function boughtBefore({ db }: Context, referral: ReferralRow, order: OrderRow): Promise<boolean> {
  if (order.placed_at < referral.created_at) return true;
  const { email_hash: email, shopper_id: shopper } = order;
  if (email === null && shopper === null) return false;
  const earlier = await db
    .selectFrom('orders')
    .select('number')
    .where('number', '!=', order.number)
    .where('placed_at', '<', order.placed_at)
    .where('cancelled_at', 'is', null)
    .where((eb) => eb.or([...(email === null ? [] : [eb('email_hash', '=', email)]), ...(shopper === null ? [] : [eb('shopper_id', '=', shopper)])]))
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}

function checkMinimum(referral: ReferralRow, { number, total, currency }: OrderRow): OrderVerdict {
  const { minimumOrder } = promisedOf(referral);
  if (!minimumOrder) return undefined;
  if (currency !== minimumOrder.currency) return { hold: { rule: 'other-currency', reason: `The order ${number} is in ${currency}, the minimum in ${minimumOrder.currency}.` } };
  return total < minimumOrder.amount
    ? { end: { status: 'void', reason: 'other', why: `The order ${number} is of ${total}; at least ${minimumOrder.amount} ${currency} (minor units) are needed.` } }
    : undefined;
}

/** Families live together, so the address alone is for the merchant to judge; with another sign that nobody has looked at yet it is plain. */
async function checkHousehold({ db }: Context, referral: ReferralRow, order: OrderRow): Promise<OrderVerdict> {
  if (order.household_hash === null || !(await isOwnHousehold(db, referral.advocate_id, order.household_hash))) return undefined;
  const findings = findingsOf(referral);
  if (findings.some(({ rule }) => rule === SAME_HOUSEHOLD)) return undefined;
  const reason = `The order ${order.number} goes to the address of the advocate.`;
  const sign = referral.held ? findings.find(({ self }) => self) : undefined;
  return sign ? declined('self_referral', `${reason} ${sign.reason}`) : { hold: { rule: SAME_HOUSEHOLD, reason, self: true } };
}
