/** The last day for an order. */
import type { ReturnDeadline, ReturnPolicy } from '@aftercart/contract';
import { recordOf, textOf, type Json } from '../read.ts';
import { addDays, dayIn, rollForward } from './days.ts';
import { pick, type MedusaReturns } from './options.ts';

interface Days {
  placedOn: string;
  /** Null until the last item has come. */
  deliveredOn: string | null;
}

function goodwillUntil({ returnPolicyCategory, merchantReturnDays, windowStart, seasonalOverrides }: ReturnPolicy, { placedOn, deliveredOn }: Days): string | null {
  if (deliveredOn === null || returnPolicyCategory !== 'MerchantReturnFiniteReturnWindow' || merchantReturnDays == null) return null;
  // Days from fulfilment are counted from receipt, which is never earlier: the doubt is for the shopper.
  const until = addDays(windowStart === 'order' ? placedOn : deliveredOn, merchantReturnDays);
  const seasons = seasonalOverrides?.filter(({ startDate, endDate }) => startDate <= placedOn && placedOn <= endDate) ?? [];
  return [until, ...seasons.map(({ returnBy }) => returnBy)].sort().at(-1)!;
}

export function deadlineOf(order: Json, policies: readonly ReturnPolicy[], options: MedusaReturns): ReturnDeadline {
  const { timeZone = 'UTC', holidays = [] } = options;
  const day = (value: unknown): string | null => {
    const instant = textOf(value);
    return instant === null ? null : dayIn(timeZone, instant);
  };
  const days = { placedOn: day(order['created_at']) ?? '', deliveredOn: day(order['delivered_at']) };
  const country = textOf(recordOf(order['shipping_address'])['country_code'])?.toUpperCase() ?? options.country ?? null;
  // What is cancelled is not sent back.
  const policy = textOf(order['canceled_at']) ? null : pick(policies, { country, date: days.placedOn });
  const statutory = policy?.statutory?.days;
  return {
    orderNumber: textOf(order['number']) ?? '',
    deliveredOn: days.deliveredOn,
    goodwillUntil: policy && goodwillUntil(policy, days),
    statutoryUntil: statutory && days.deliveredOn ? rollForward(addDays(days.deliveredOn, statutory), holidays) : null,
    // Medusa’s returns are no declarations: this adapter takes none.
    withdrawable: false,
    timeZone,
  };
}
