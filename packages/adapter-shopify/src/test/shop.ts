/**
 * A shop as Shopify keeps it: customers, orders, store credit, metaobjects. Its objects are what the resolvers of the published schemas look at, so that a
 * field of another name or type fails there.
 */
import { connection, type ListArguments } from './connection.ts';

export interface FulfillmentFact {
  id: string;
  status?: string;
  latestShipmentStatus?: string | null;
  createdAt: string;
  updatedAt: string;
  estimatedDeliveryAt?: string | null;
  requiresShipping?: boolean;
  trackingInformation: { company: string | null; number: string | null; url: string | null }[];
  /** In the order in which they happened. */
  events: { id: string; status: string; happenedAt: string }[];
  lines?: LineFact[];
}

export interface LineFact {
  name: string;
  quantity: number;
  imageUrl?: string;
  /** Why it can’t be returned, as NonReturnableReason; returnable when left out. */
  refused?: string;
}

export interface OrderFact {
  id: string;
  customer: string | null;
  name: string;
  confirmationNumber?: string;
  processedAt: string;
  fulfillmentStatus: string;
  city?: string;
  country?: string;
  lines: LineFact[];
  fulfillments: FulfillmentFact[];
}

export interface TransactionFact {
  type: 'Credit' | 'Debit' | 'DebitRevert' | 'Expiration';
  id: string;
  /** Decimal. */
  amount: string;
  createdAt: string;
  event: string;
  order?: string;
  expiresAt?: string;
  remaining?: string;
}

export interface AccountFact {
  currency: string;
  balance: string;
  /** Oldest first. */
  transactions: TransactionFact[];
}

export interface CustomerFact {
  name: string;
  token: string;
  accounts: AccountFact[];
}

type Field = { type: string; value: string; reference?: MetaobjectFact };

export interface MetaobjectFact {
  type: string;
  handle: string;
  updatedAt: string;
  /** Fields by LanguageCode. */
  fields: Record<string, Record<string, Field>>;
}

export interface ShopFacts {
  /** LanguageCode of what is not translated. */
  language: string;
  customers: CustomerFact[];
  orders: OrderFact[];
  metaobjects: MetaobjectFact[];
  refundPolicyUrl: string | null;
}

export const emptyShop = (): ShopFacts => ({ language: 'EN', customers: [], orders: [], metaobjects: [], refundPolicyUrl: null });

/** What the Customer Account API resolves queries on, for one customer. */
export function customerRoot(shop: ShopFacts, { name, accounts }: CustomerFact) {
  const own = shop.orders.filter(({ customer }) => customer === name).toSorted((a, b) => a.processedAt.localeCompare(b.processedAt));
  return {
    customer: {
      orders: ({ query, ...list }: ListArguments & { query?: string | null }) => connection(own.filter((order) => matches(order, query)).map(orderObject), list),
      storeCreditAccounts: ({ query, ...list }: ListArguments & { query?: string }) =>
        connection(accounts.filter(({ currency }) => !query || query === `currency_code:${currency}`).map(accountObject), list),
    },
    order: ({ id }: { id: string }) => own.filter((order) => order.id === id).map(orderObject)[0] ?? null,
  };
}

/** The search is for parts of words, as Shopify’s is: it finds more than what is meant. */
function matches({ name, confirmationNumber = '' }: OrderFact, query: string | null | undefined): boolean {
  if (!query) return true;
  const wanted = [...query.matchAll(/(name|confirmation_number):"((?:[^"\\]|\\.)*)"/g)];
  if (!wanted.length) throw new Error(`This search is not understood: ${query}`);
  return wanted.some(([, field, text = '']) => (field === 'name' ? name : confirmationNumber).toUpperCase().includes(text.replace(/\\(.)/g, '$1')));
}

const lineObject = ({ name, quantity, imageUrl }: LineFact) => ({ name, quantity, image: imageUrl ? { url: imageUrl } : null });

const orderObject = ({ city = null, country = null, lines, fulfillments, ...order }: Omit<OrderFact, 'city' | 'country'> & { city?: string | null; country?: string | null }) => ({
  ...order,
  shippingAddress: city || country ? { city, territoryCode: country } : null,
  fulfillments: ({ query, ...list }: ListArguments & { query?: string | null }) =>
    connection(fulfillments.filter(({ id }) => !query || query === `id:${id.split('/').at(-1)}`).map(fulfillmentObject), list),
  returnInformation: {
    returnableLineItems: (list: ListArguments) => connection(lines.filter(({ refused }) => !refused).map((line) => ({ quantity: line.quantity, lineItem: lineObject(line) })), list),
    nonReturnableLineItems: (list: ListArguments) =>
      connection(
        lines.filter(({ refused }) => refused).map((line) => ({
          quantity: line.quantity, lineItem: lineObject(line), quantityDetails: [{ quantity: line.quantity, reasonCode: line.refused }],
        })),
        list,
      ),
  },
});

const fulfillmentObject = ({ events, lines = [], requiresShipping = true, status = 'SUCCESS', ...fulfillment }: FulfillmentFact) => ({
  ...fulfillment,
  status,
  requiresShipping,
  events: (list: ListArguments) => connection(events.toSorted((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt)), list),
  fulfillmentLineItems: (list: ListArguments) => connection(lines.map((line) => ({ quantity: line.quantity, lineItem: lineObject(line) })), list),
});

const accountObject = ({ currency, balance, transactions }: AccountFact) => {
  const money = (amount: string) => ({ amount, currencyCode: currency });
  return {
    balance: money(balance),
    transactions: (list: ListArguments) =>
      connection(
        transactions.map(({ type, id, amount, order, remaining, expiresAt = null, ...rest }) => ({
          ...rest,
          ...(type === 'Expiration' ? { creditTransaction: { id } } : { id }),
          __typename: `StoreCreditAccount${type}Transaction`,
          amount: money(amount),
          origin: order ? { __typename: 'OrderTransaction', order: { name: order } } : null,
          expiresAt,
          remainingAmount: money(remaining ?? '0.0'),
        })),
        list,
      ),
  };
};

/** What the Storefront API resolves queries on, in one language; null for the shop’s own. */
export function storefrontRoot(shop: ShopFacts, language: string | null) {
  const fieldsOf = ({ fields }: MetaobjectFact) => ({ ...fields[shop.language], ...fields[language ?? shop.language] });
  const metaobject = (fact: MetaobjectFact): object => ({
    ...fact,
    __typename: 'Metaobject',
    onlineStoreUrl: null,
    field: ({ key }: { key: string }) => {
      const found = Object.hasOwn(fieldsOf(fact), key) ? fieldsOf(fact)[key] : undefined;
      return found ? { key, type: found.type, value: found.value, reference: found.reference ? metaobject(found.reference) : null } : null;
    },
  });
  return {
    shop: { refundPolicy: shop.refundPolicyUrl ? { url: shop.refundPolicyUrl } : null },
    metaobjects: ({ type, ...list }: ListArguments & { type: string }) => connection(shop.metaobjects.filter((each) => each.type === type).map(metaobject), list),
  };
}
