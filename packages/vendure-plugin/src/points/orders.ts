/** What orders do to points. Every handler runs in the transaction of its event: an order and its points are written together or not at all. */
import { Order, OrderPlacedEvent, OrderStateTransitionEvent, RefundStateTransitionEvent, type EventBus, type ID, type RequestContext } from '@vendure/core';
import type { Runtime } from '../runtime.ts';
import { Account } from './ledger.ts';
import { pointsFor } from './program.ts';

const DAY = 86_400_000;
const sourceOf = (orderId: ID): string => `order:${orderId}`;

export function followOrders(runtime: Runtime, bus: EventBus): void {
  bus.registerBlockingEventHandler({ event: OrderPlacedEvent, id: 'aftercart-order-placed', handler: ({ ctx, order }) => placed(runtime, ctx, order.id) });
  bus.registerBlockingEventHandler({
    event: OrderStateTransitionEvent,
    id: 'aftercart-order-state',
    handler: async ({ ctx, order, toState }) => {
      if (toState === 'Delivered') await delivered(runtime, ctx, order.id);
      if (toState === 'Cancelled') await cancelled(runtime, ctx, order.id);
    },
  });
  bus.registerBlockingEventHandler({
    event: RefundStateTransitionEvent,
    id: 'aftercart-refund-state',
    handler: async ({ ctx, order, refund, toState }) => {
      if (toState === 'Settled') await refunded(runtime, ctx, order.id, refund.id);
    },
  });
}

const read = (runtime: Runtime, ctx: RequestContext, id: ID): Promise<Order> =>
  runtime.table(ctx, Order).findOneOrFail({ where: { id }, relations: { customer: true, payments: { refunds: true } } });

/** Holds the account of the order’s customer, if they are a member. */
async function withAccount(runtime: Runtime, ctx: RequestContext, orderId: ID, work: (account: Account, order: Order) => Promise<void>): Promise<void> {
  const order = await read(runtime, ctx, orderId);
  const customerId = order.customer?.id;
  if (customerId === undefined) return;
  await runtime.change(ctx, async (within) => {
    const account = await Account.open(runtime, within, customerId);
    if (account) await work(account, order);
  });
}

const placed = (runtime: Runtime, ctx: RequestContext, orderId: ID): Promise<void> =>
  withAccount(runtime, ctx, orderId, async (account, { code, currencyCode, subTotalWithTax }) => {
    const purchase = runtime.options.points?.purchase;
    if (purchase?.per.currency !== currencyCode) return;
    await account.award({ points: pointsFor(purchase, subTotalWithTax), kind: 'purchase', source: sourceOf(orderId), description: code, pending: 'delivery' });
  });

const delivered = (runtime: Runtime, ctx: RequestContext, orderId: ID): Promise<void> =>
  withAccount(runtime, ctx, orderId, (account) => {
    const days = runtime.options.points?.purchase?.pendingDays ?? 0;
    return account.release(sourceOf(orderId), new Date(runtime.now().getTime() + days * DAY));
  });

const cancelled = (runtime: Runtime, ctx: RequestContext, orderId: ID): Promise<void> =>
  withAccount(runtime, ctx, orderId, (account, { code }) => account.takeBack(sourceOf(orderId), Infinity, { source: `cancelled:${orderId}`, description: code }));

/** Of a part that was paid back, that part of the points goes. */
const refunded = (runtime: Runtime, ctx: RequestContext, orderId: ID, refundId: ID): Promise<void> =>
  withAccount(runtime, ctx, orderId, async (account, { code, payments, subTotalWithTax, totalWithTax }) => {
    const purchase = runtime.options.points?.purchase;
    if (!purchase || totalWithTax <= 0) return;
    const back = payments.flatMap(({ refunds }) => refunds).filter(({ state }) => state === 'Settled').reduce((sum, { total }) => sum + total, 0);
    const kept = pointsFor(purchase, Math.floor((subTotalWithTax * Math.max(0, totalWithTax - back)) / totalWithTax));
    await account.takeBack(sourceOf(orderId), pointsFor(purchase, subTotalWithTax) - kept, { source: `refund:${refundId}`, description: code });
  });
