/**
 * The last day for an order. Shopify tells what can still be returned, and no date: the days are the shop’s, the day of receipt is Shopify’s, and
 * where the two contradict each other, no date is told.
 */
import type { ReturnDeadline, ReturnPolicy } from '@aftercart/contract';
import type { Connection } from './api/api.ts';

export interface ReturnableOrder {
  name: string;
  confirmationNumber: string | null;
  processedAt: string;
  fulfillmentStatus: string;
  shippingAddress: { territoryCode: string | null } | null;
  fulfillments: Connection<{ status: string | null; createdAt: string; requiresShipping: boolean; events: Connection<{ status: string; happenedAt: string }> }>;
  returnInformation: {
    returnableLineItems: Connection<unknown>;
    nonReturnableLineItems: Connection<{ lineItem: { name: string }; quantityDetails: { reasonCode: string }[] }>;
  };
}

type Days = Record<ReturnPolicy['windowStart'], string | null>;

const DAY = 86_400_000;
const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const latest = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null;

/** The calendar of a time zone. */
export interface Calendar {
  timeZone: string;
  /** The day of an instant, in milliseconds since 1970. */
  dayOf(instant: number): string;
}

/** @throws TypeError when there is no such time zone. */
export function calendarIn(timeZone: string): Calendar {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    throw new TypeError(`returns.timeZone="${timeZone}" is no IANA time zone, such as “Europe/Athens”`);
  }
  return {
    timeZone,
    dayOf(instant) {
      const parts = format.formatToParts(instant);
      return ['year', 'month', 'day'].map((wanted) => parts.find(({ type }) => type === wanted)!.value).join('-');
    },
  };
}

/** @param policy That of the country of delivery; without one no days are known. */
export function deadlineOf(order: ReturnableOrder, policy: ReturnPolicy | null, { timeZone, dayOf }: Calendar): ReturnDeadline {
  const days = daysOf(order, (instant) => dayOf(Date.parse(instant)));
  const lines = order.returnInformation.nonReturnableLineItems.nodes.map(({ lineItem, quantityDetails }) => ({
    label: lineItem.name, reasons: quantityDetails.map(({ reasonCode }) => reasonCode),
  }));
  const isOpen = order.returnInformation.returnableLineItems.nodes.length > 0;
  const isOver = !isOpen && lines.some(({ reasons }) => reasons.includes('RETURN_WINDOW_EXPIRED'));
  const end = policy && endOf(policy, days);
  const hasPassed = end !== null && end < dayOf(Date.now());
  const goodwillUntil = (isOpen || isOver) && hasPassed === isOver ? end : null;
  return {
    orderNumber: order.name,
    deliveredOn: days.delivery,
    goodwillUntil,
    // It ends later where it falls on a day off, which nobody here knows.
    statutoryUntil: null,
    exceptions: lines.flatMap(({ label, reasons }) => {
      const reason = reasonOf(reasons, goodwillUntil !== null);
      return reason ? [{ label, until: null, reason }] : [];
    }),
    withdrawable: false,
    timeZone,
  };
}

/** Why an item can’t be returned; null for what is not sent yet, what is back already, and what the last day of the order explains. */
function reasonOf(codes: readonly string[], hasLastDay: boolean): 'final_sale' | 'other' | null {
  if (codes.includes('FINAL_SALE')) return 'final_sale';
  return codes.includes('OTHER') || (codes.includes('RETURN_WINDOW_EXPIRED') && !hasLastDay) ? 'other' : null;
}

/** Days on which the last part of the order was sent, and arrived; null while some of it has not. */
function daysOf({ processedAt, fulfillmentStatus, fulfillments }: ReturnableOrder, dayOf: (instant: string) => string): Days {
  const sent = fulfillmentStatus === 'FULFILLED' ? fulfillments.nodes.filter(({ status }) => status === 'SUCCESS') : [];
  const arrivals = sent
    .filter(({ requiresShipping }) => requiresShipping)
    .map(({ events }) => events.nodes.find(({ status }) => status === 'DELIVERED' || status === 'PICKED_UP')?.happenedAt);
  const isHere = arrivals.length > 0 && arrivals.every((at) => at !== undefined);
  return {
    delivery: isHere ? latest(arrivals.map(dayOf)) : null,
    fulfilment: latest(sent.map(({ createdAt }) => dayOf(createdAt))),
    order: dayOf(processedAt),
  };
}

function endOf({ returnPolicyCategory, merchantReturnDays, windowStart, seasonalOverrides }: ReturnPolicy, days: Days): string | null {
  const start = days[windowStart];
  if (returnPolicyCategory !== 'MerchantReturnFiniteReturnWindow' || merchantReturnDays == null || start === null) return null;
  const seasons = seasonalOverrides?.filter(({ startDate, endDate }) => startDate <= days.order! && days.order! <= endDate) ?? [];
  return latest([addDays(start, merchantReturnDays), ...seasons.map(({ returnBy }) => returnBy)]);
}
