/** The last day for an order of the shopper’s own. */
import type { DeadlineInput, ReturnDeadline } from '@aftercart/contract';
import type { ShopperContext } from '../context.ts';
import { findOwnOrder } from '../orders/orders.ts';
import type { OrderLineRow } from '../orders/tables.ts';
import { later, termsOfOrder, type OrderTerms, type Terms } from './terms.ts';
import { isWithdrawn, labelOf, OWNER, toReceipt, withdrawalsOf } from './withdrawals.ts';

type Exceptions = NonNullable<ReturnDeadline['exceptions']>;

const MOST_EXCEPTIONS = 200;
const LONGEST_LABEL = 300;

export async function deadline({ orderNumber }: DeadlineInput, context: ShopperContext): Promise<ReturnDeadline | null> {
  const order = await findOwnOrder(context, orderNumber);
  if (!order) return null;
  const known = await termsOfOrder(context, order);
  const before = await withdrawalsOf(context.db, order.number, OWNER);
  const { terms, lines, deliveredOn, timeZone } = known;
  const last = before.at(-1);
  const isOpenLine = (line: OrderLineRow) => !isWithdrawn(before, [line.name], []) && !isWithdrawn(before, [labelOf(line)], []);
  const withdrawable = lines.length
    ? lines.some(({ line, terms: own }) => isOpen(own, known) && isOpenLine(line))
    : isOpen(terms, known) && !before.length;
  return {
    orderNumber: order.number,
    deliveredOn,
    goodwillUntil: terms.goodwillUntil,
    statutoryUntil: terms.statutoryUntil,
    exceptions: exceptions(known),
    withdrawable: withdrawable && order.cancelled_at === null,
    receipt: last ? toReceipt(last) : null,
    timeZone,
  };
}

/** Whether the right of withdrawal still stands; before receipt it has not begun to end. */
const isOpen = ({ hasRight, statutoryUntil }: Terms, { today }: OrderTerms): boolean =>
  hasRight && (statutoryUntil === null || today <= statutoryUntil);

/** Whether the days had passed; not known before receipt, nor where there is no such right. */
export const isOver = ({ statutoryUntil }: Terms, { today }: Pick<OrderTerms, 'today'>): boolean => statutoryUntil !== null && today > statutoryUntil;

function exceptions({ terms, lines, deliveredOn }: OrderTerms): Exceptions {
  const end = ({ goodwillUntil, statutoryUntil }: Terms) => later(goodwillUntil, statutoryUntil);
  return lines
    .filter(({ terms: own }) => {
      const never = !own.hasGoodwill && !own.hasRight;
      // Of days that are not known yet nobody can say that they differ, and an end that there is not is no exception.
      if (end(own) === null) return never && (terms.hasGoodwill || terms.hasRight);
      return deliveredOn !== null && (own.reason !== null || end(own) !== end(terms));
    })
    .map(({ line, terms: own }) => ({ label: labelOf(line).slice(0, LONGEST_LABEL), until: end(own), reason: own.reason }))
    .slice(0, MOST_EXCEPTIONS);
}
