/** Parcels: the shopper’s own by their session, anybody’s by number and proof. */
import { AdapterError, type Shipments, type ShipmentsInput, type TrackingService } from '@aftercart/contract';
import { ask, askingOf, noSession, type Asking, type ShopApi } from '../shop-api.ts';
import { ORDER, type OrderView } from './query.ts';
import { shipmentsOf } from './shipment.ts';

/** Of the contract. */
const MOST_PARCELS = 100;

const OWN = /* GraphQL */ `
  query AftercartOrders($options: OrderListOptions) { activeCustomer { orders(options: $options) { items { ...Tracked } } } }
  ${ORDER}
`;
const BY_CODE = /* GraphQL */ `
  query AftercartOrderByCode($code: String!) { order: orderByCode(code: $code) { ...Tracked customer { emailAddress } } }
  ${ORDER}
`;
const PROVEN = /* GraphQL */ `
  query AftercartProvenOrder($code: String!, $email: String, $postcode: String) { order: aftercartOrder(code: $code, email: $email, postcode: $postcode) { ...Tracked } }
  ${ORDER}
`;
/** Orders of which parcels are shown when none is named. */
const RECENT = 25;

/** @param hasPlugin Whether Vendure can check a proof itself. */
export const trackingService = (api: ShopApi, hasPlugin: boolean): TrackingService => ({
  async shipments({ orderNumber, proof }, context) {
    const code = orderNumber?.trim();
    const isProven = Boolean(proof?.email?.trim() || proof?.postcode?.trim());
    const asking = await askingOf(context);
    const isGuest = !asking.token;
    if (isGuest && !isProven) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in, and nothing proves the order.');
    if (code && isProven) {
      const order = await (hasPlugin ? provenOrder(api, code, proof!, asking) : comparedOrder(api, code, proof!, asking));
      return order ? parcelsOf([order]) : null;
    }
    // A proof without a number proves nothing.
    if (isGuest) return null;
    const orders = await ownOrders(api, code, asking);
    return code && orders.length === 0 ? null : parcelsOf(orders);
  },
});

const parcelsOf = (orders: readonly OrderView[]): Shipments => ({ items: orders.flatMap(shipmentsOf).slice(0, MOST_PARCELS) });

/** The shopper’s, the latest first; only that of a number when one is given. */
async function ownOrders(api: ShopApi, code: string | undefined, asking: Asking): Promise<OrderView[]> {
  const options = { filter: { active: { eq: false }, ...(code && { code: { eq: code } }) }, sort: { orderPlacedAt: 'DESC' }, take: RECENT };
  const { activeCustomer } = await ask<{ activeCustomer: { orders: { items: OrderView[] } } | null }>(api, OWN, { options }, asking);
  if (!activeCustomer) throw noSession();
  return activeCustomer.orders.items;
}

type Proof = NonNullable<ShipmentsInput['proof']>;

const provenOrder = async (api: ShopApi, code: string, { email, postcode }: Proof, asking: Asking): Promise<OrderView | null> =>
  (await ask<{ order: OrderView | null }>(api, PROVEN, { code, email, postcode }, asking)).order;

/**
 * Vendure shows any order to whoever is not signed in and knows its number, for some hours after it was placed; later, and to who is signed in as
 * somebody else, none. So the proof is compared here, and wrong, unknown and too late are one answer.
 */
async function comparedOrder(api: ShopApi, code: string, { email, postcode }: Proof, asking: Asking): Promise<OrderView | null> {
  const { order } = await ask<{ order: (OrderView & { customer: { emailAddress: string } | null }) | null }>(api, BY_CODE, { code }, asking).catch((error: AdapterError) => {
    if (error.code === 'FORBIDDEN') return { order: null };
    throw error;
  });
  if (!order) return null;
  const isRight =
    (!email?.trim() || sameEmail(email) === sameEmail(order.customer?.emailAddress)) &&
    (!postcode?.trim() || samePostcode(postcode) === samePostcode(order.shippingAddress?.postalCode));
  return isRight ? order : null;
}

const sameEmail = (email: string | null | undefined): string => (email ?? '').trim().toLowerCase();
/** `105 58` is `10558`. */
const samePostcode = (postcode: string | null | undefined): string => (postcode ?? '').replace(/[\s-]/g, '').toUpperCase();
