/** The last days of an order and of each of its lines. */
import type { Context } from '../context.ts';
import type { DateText } from '../database/columns.ts';
import { readDocument } from '../documents/documents.ts';
import { linesOf } from '../orders/orders.ts';
import type { OrderLineRow, OrderRow } from '../orders/tables.ts';
import { addDays, dayIn, rollForward, type Calendar } from './calendar.ts';
import { calendarOf, choosePolicy, exclusionOf } from './choose-policy.ts';
import { statutoryDays } from './law.ts';
import { RETURN_POLICIES, type Policy } from './policy-document.ts';

export interface Terms {
  /** Whether the shop takes it back of its own accord, for how long whatever. */
  hasGoodwill: boolean;
  /** Last day of the goodwill return; null while it is not known, or when there is no end or none at all. */
  goodwillUntil: DateText | null;
  hasRight: boolean;
  /** Last day of the right of withdrawal; null before receipt, when it has not begun to run. */
  statutoryUntil: DateText | null;
  /** Why the goodwill return leaves it out. */
  reason: Policy['exclusions'][number]['reason'] | null;
}

export interface OrderTerms {
  timeZone: string;
  today: DateText;
  placedOn: DateText;
  deliveredOn: DateText | null;
  /** Of the order as such. */
  terms: Terms;
  lines: { line: OrderLineRow; terms: Terms }[];
}

interface Days {
  placedOn: DateText;
  deliveredOn: DateText | null;
  country: string | null;
  calendar: Calendar;
}

export const later = (a: DateText | null, b: DateText | null): DateText | null => (a === null || (b !== null && b > a) ? b : a);

/**
 * When the goodwill return ends. Days from fulfilment are counted from receipt, which is never earlier: the day on which a parcel was made
 * ready is not known here, and the doubt is for the shopper.
 */
function goodwillUntil(policy: Policy, { placedOn, deliveredOn }: Days): DateText | null {
  const { returnPolicyCategory, merchantReturnDays, windowStart, seasonalOverrides } = policy;
  if (deliveredOn === null || returnPolicyCategory !== 'MerchantReturnFiniteReturnWindow' || merchantReturnDays == null) return null;
  const until = addDays(windowStart === 'order' ? placedOn : deliveredOn, merchantReturnDays);
  const seasons = seasonalOverrides?.filter(({ startDate, endDate }) => startDate <= placedOn && placedOn <= endDate) ?? [];
  return seasons.reduce<DateText | null>((end, { returnBy }) => later(end, returnBy), until);
}

function termsOf(policy: Policy | null, productId: string | null, days: Days): Terms {
  const excluded = exclusionOf(policy, productId);
  const right = excluded?.alsoStatutory ? 0 : statutoryDays(policy?.statutory, days.country);
  const { deliveredOn, calendar } = days;
  const isRefused = policy?.returnPolicyCategory === 'MerchantReturnNotPermitted';
  return {
    hasGoodwill: policy !== null && !excluded && !isRefused,
    goodwillUntil: policy === null || excluded ? null : goodwillUntil(policy, days),
    hasRight: right > 0,
    statutoryUntil: right > 0 && deliveredOn !== null ? rollForward(addDays(deliveredOn, right), calendar) : null,
    reason: excluded?.reason ?? (isRefused ? (policy.exclusions[0]?.reason ?? null) : null),
  };
}

/** The tier of who bought, as it is now: what it was is not kept. */
async function tierOf({ db }: Pick<Context, 'db'>, shopperId: string | null): Promise<string | null> {
  if (shopperId === null) return null;
  const account = await db.selectFrom('points_accounts').select('tier_id').where('shopper_id', '=', shopperId).executeTakeFirst();
  return account?.tier_id ?? null;
}

export async function termsOfOrder(context: Pick<Context, 'db' | 'now'>, order: OrderRow): Promise<OrderTerms> {
  const document = (await readDocument(context, RETURN_POLICIES))?.body;
  const country = order.country ?? document?.homeCountry ?? null;
  const calendar = calendarOf(document, country);
  const { timeZone } = calendar;
  const placedOn = dayIn(timeZone, order.placed_at);
  const deliveredOn = order.delivered_at === null ? null : dayIn(timeZone, order.delivered_at);
  const days: Days = { placedOn, deliveredOn, country, calendar };
  const tier = await tierOf(context, order.shopper_id);
  const termsFor = (productId: string | null): Terms =>
    termsOf(choosePolicy(document?.policies ?? [], { country, productId, tier, date: placedOn }), productId, days);
  const lines = await linesOf(context.db, order.number);
  return {
    timeZone, placedOn, deliveredOn,
    today: dayIn(timeZone, context.now),
    terms: termsFor(null),
    lines: lines.map((line) => ({ line, terms: termsFor(line.product_id) })),
  };
}
