/** The last day for an order of the shopper’s own. */
import { pickPolicy, type ReturnDeadline, type ReturnPolicy } from '@aftercart/contract';
import { ask, noSession, type Asking, type ShopApi } from '../shop-api.ts';
import type { Fulfillment, OrderView } from '../tracking/query.ts';
import { eventsOf } from '../tracking/shipment.ts';
import { addDays, dayIn, rollForward } from './days.ts';

type Order = Pick<OrderView, 'code' | 'state' | 'orderPlacedAt' | 'history'> & {
  shippingAddress: { countryCode: string | null } | null;
  lines: { id: string; quantity: number; orderPlacedQuantity: number; productVariant: { name: string } }[];
  fulfillments: Pick<Fulfillment, 'id' | 'state' | 'createdAt' | 'updatedAt'>[] | null;
  payments: { refunds: { state: string; lines: { orderLineId: string; quantity: number }[] }[] }[] | null;
};

const QUERY = /* GraphQL */ `
  query AftercartReturn($options: OrderListOptions) {
    activeCustomer { orders(options: $options) { items {
      code state orderPlacedAt
      shippingAddress { countryCode }
      lines { id quantity orderPlacedQuantity productVariant { name } }
      fulfillments { id state createdAt updatedAt }
      payments { refunds { state lines { orderLineId quantity } } }
      history(options: { sort: { createdAt: DESC, id: DESC }, take: 100 }) { items { type createdAt data } }
    } } }
  }
`;

/** What the shop says of days. */
export interface Terms {
  policies: readonly ReturnPolicy[];
  timeZone: string;
  holidays: readonly string[];
}

export async function deadlineOf(api: ShopApi, { policies, timeZone, holidays }: Terms, orderNumber: string, asking: Asking): Promise<ReturnDeadline | null> {
  const options = { filter: { active: { eq: false }, code: { eq: orderNumber.trim() } }, take: 1 };
  const { activeCustomer } = await ask<{ activeCustomer: { orders: { items: Order[] } } | null }>(api, QUERY, { options }, asking);
  if (!activeCustomer) throw noSession();
  const [order] = activeCustomer.orders.items;
  if (!order) return null;
  const days = daysOf(order, timeZone);
  const policy = order.state === 'Cancelled' ? null : pickPolicy(policies.map((each) => ({ policy: each })), { country: order.shippingAddress?.countryCode ?? null });
  return {
    orderNumber: order.code,
    deliveredOn: days.delivery,
    goodwillUntil: goodwillUntil(policy, days),
    statutoryUntil: policy?.statutory && days.delivery ? rollForward(addDays(days.delivery, policy.statutory.days), holidays) : null,
    exceptions: givenBack(order),
    // Vendure has no place for a declaration.
    withdrawable: false,
    timeZone,
  };
}

type Days = Record<ReturnPolicy['windowStart'], string | null>;

/** The days that a window may start from; of several parcels the last one counts, once all have come so far. */
function daysOf({ state, orderPlacedAt, history, fulfillments }: Order, timeZone: string): Days {
  const parcels = (fulfillments ?? []).filter((parcel) => parcel.state !== 'Cancelled');
  const last = (status: string): string | null => {
    const times = parcels.flatMap((parcel) => eventsOf({ history } as OrderView, parcel as Fulfillment).filter((event) => event.status === status).map(({ time }) => `${time.value}Z`));
    return times.length > 0 ? dayIn(timeZone, times.sort().at(-1)!) : null;
  };
  return {
    order: orderPlacedAt && dayIn(timeZone, orderPlacedAt),
    fulfilment: state === 'Shipped' || state === 'Delivered' ? last('in_transit') : null,
    delivery: state === 'Delivered' ? last('delivered') : null,
  };
}

function goodwillUntil(policy: ReturnPolicy | null, days: Days): string | null {
  if (policy?.returnPolicyCategory !== 'MerchantReturnFiniteReturnWindow' || policy.merchantReturnDays == null) return null;
  const start = days[policy.windowStart];
  const usual = start && addDays(start, policy.merchantReturnDays);
  const season = policy.seasonalOverrides?.find(({ startDate, endDate }) => days.order && days.order >= startDate && days.order <= endDate);
  // A season lengthens the days, and is known before the parcel has arrived.
  return season && (!usual || season.returnBy > usual) ? season.returnBy : usual;
}

/** Lines that came back already, or were never sent. */
function givenBack({ lines, payments }: Order): NonNullable<ReturnDeadline['exceptions']> {
  const refunds = (payments ?? []).flatMap((payment) => payment.refunds).filter(({ state }) => state === 'Settled').flatMap((refund) => refund.lines);
  const refunded = (id: string) => refunds.filter(({ orderLineId }) => orderLineId === id).reduce((sum, { quantity }) => sum + quantity, 0);
  return lines
    .filter(({ id, quantity, orderPlacedQuantity }) => quantity === 0 || refunded(id) >= orderPlacedQuantity)
    .map(({ productVariant }) => ({ label: productVariant.name, until: null, reason: 'other' }));
}
