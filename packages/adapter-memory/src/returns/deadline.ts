/** The last day for an order. */
import type { ReturnDeadline } from '@aftercart/contract';
import { HOME, PRODUCTS, type Order } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import type { State } from '../state.ts';
import { addDays, DAY, day } from '../time.ts';
import { christmas, termsFor } from './policies.ts';
import { rollForward } from './working-days.ts';

const TERMS = termsFor(HOME);

/** Worn next to the skin: no goodwill return once opened. */
const HYGIENE = ['socks'];

const later = (a: string, b: string) => (a > b ? a : b);

/** Last day of the statutory right; null while the goods have not come, because then it has not begun to run. */
const statutoryUntil = (order: Order, base: number): string | null =>
  order.delivered === undefined ? null : rollForward(addDays(day(base - order.delivered * DAY), TERMS.statutory));

const receiptOf = (state: State, order: Order) => state.receipts.findLast(({ orderNumber }) => orderNumber === order.number);

/** Whether a withdrawal covers everything that was ordered. */
export function isWithdrawn(state: State, order: Order, items: readonly string[] | null): boolean {
  const receipts = state.receipts.filter(({ orderNumber }) => orderNumber === order.number);
  const wanted = items ?? order.items.map((id) => PRODUCTS[id].name);
  return receipts.some((receipt) => !receipt.items) || wanted.every((name) => receipts.some((receipt) => receipt.items?.includes(name)));
}

export const isOpen = (order: Order, { base, now }: Environment): boolean => (statutoryUntil(order, base) ?? '9999') >= day(now());

export function deadlineOf(order: Order, environment: Environment, state: State): Omit<ReturnDeadline, 'receipt'> & { receipt: State['receipts'][number] | null } {
  const { base } = environment;
  const deliveredOn = order.delivered === undefined ? null : day(base - order.delivered * DAY);
  const placedOn = day(base - order.placed * DAY);
  const season = christmas(placedOn);
  const isSeasonal = placedOn >= season.startDate && placedOn <= season.endDate;
  const goodwill = deliveredOn && addDays(deliveredOn, TERMS.goodwill);
  const receipt = receiptOf(state, order);
  return {
    orderNumber: order.number,
    deliveredOn,
    goodwillUntil: goodwill && isSeasonal ? later(goodwill, season.returnBy) : goodwill,
    statutoryUntil: statutoryUntil(order, base),
    exceptions: order.items
      .filter((id) => HYGIENE.includes(id))
      .map((id) => ({ label: PRODUCTS[id].name, until: null, reason: 'hygiene' as const })),
    withdrawable: isOpen(order, environment) && !isWithdrawn(state, order, null),
    receipt: receipt ?? null,
    timeZone: 'Europe/Athens',
  };
}
