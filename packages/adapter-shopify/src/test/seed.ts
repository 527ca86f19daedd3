/** The kit’s world as a Shopify shop, and what of it Shopify can keep. */
import type { OrderFact as OrderOfWorld, Seeded, World } from '@aftercart/adapter-kit';
import type { FaqEntry, TrackingEvent } from '@aftercart/contract';
import type { FulfillmentFact, MetaobjectFact, OrderFact, ShopFacts, TransactionFact } from './shop.ts';

/** Canonical stages in Shopify’s words. */
const EVENT_STATUS: Readonly<Record<string, string>> = {
  info_received: 'LABEL_PRINTED', in_transit: 'IN_TRANSIT', out_for_delivery: 'OUT_FOR_DELIVERY', ready_for_pickup: 'READY_FOR_PICKUP', attempt_failed: 'ATTEMPTED_DELIVERY',
  delivered: 'DELIVERED', exception: 'FAILURE',
};

const tokenOf = (name: string): string => `shcat_${name}`;
const gid = (type: string, ...parts: (string | number)[]): string => `gid://shopify/${type}/${parts.join('')}`;
const cents = (amount: number): string => (amount / 100).toFixed(2);

/** Shopify keeps instants, and neither words nor places: a time without an offset becomes one in UTC. */
const instantOf = ({ time: { value, offset } }: Pick<TrackingEvent, 'time'>): string => `${new Date(`${value.length === 10 ? `${value}T00:00` : value}${offset ?? 'Z'}`).toISOString().slice(0, 19)}Z`;

function fulfillments(order: OrderOfWorld, number: number): FulfillmentFact[] {
  const { placedAt, deliveredAt, parcels, items } = order;
  const base = { createdAt: placedAt, updatedAt: deliveredAt ?? placedAt, lines: items };
  const arrival = deliveredAt ? [{ id: gid('FulfillmentEvent', number, 999), status: 'DELIVERED', happenedAt: deliveredAt }] : [];
  if (!parcels.length) return deliveredAt ? [{ ...base, id: gid('Fulfillment', number), trackingInformation: [], events: arrival }] : [];
  return parcels.map(({ carrier, trackingNumber, events }, index) => ({
    ...base,
    id: gid('Fulfillment', number, index + 1),
    trackingInformation: [{ company: carrier, number: trackingNumber, url: `https://carrier.example/${trackingNumber}` }],
    events: [
      ...events.map((event, i) => ({ id: gid('FulfillmentEvent', number, index, i), status: EVENT_STATUS[event.status] ?? 'CONFIRMED', happenedAt: instantOf(event) })),
      ...arrival,
    ],
  }));
}

const orderFact = (order: OrderOfWorld, index: number): OrderFact => ({
  id: gid('Order', 1001 + index),
  customer: order.shopper,
  name: `#${1001 + index}`,
  confirmationNumber: `XPAV${284 + index}CT`,
  processedAt: order.placedAt,
  fulfillmentStatus: order.parcels.length || order.deliveredAt ? 'FULFILLED' : 'UNFULFILLED',
  city: 'Athens',
  country: 'GR',
  lines: order.items,
  fulfillments: fulfillments(order, 1001 + index),
});

function account({ name, balance, smallEntries = 0 }: World['shoppers'][number], now: string) {
  const at = (minutes: number): string => `${new Date(Date.parse(now) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const credit = (amount: number, minutes: number): TransactionFact => ({
    type: 'Credit', id: gid('StoreCreditAccountCreditTransaction', name, minutes), amount: cents(amount), remaining: cents(amount), createdAt: at(minutes), event: 'ADJUSTMENT',
  });
  const small = Array.from({ length: smallEntries }, (_, index) => credit(1, 100 + smallEntries - index));
  return { currency: 'EUR', balance: cents(balance + smallEntries), transactions: [...small, ...(balance ? [credit(balance, 60)] : [])] };
}

/** A paragraph in Shopify’s rich text: all that the worlds have of HTML. */
function richText(html: string): string {
  const children = [...html.replace(/<\/?p>/g, '').matchAll(/<b>(.*?)<\/b>|([^<]+)/g)].map(([, bold, plain]) => ({ type: 'text', value: bold ?? plain, ...(bold && { bold: true }) }));
  return JSON.stringify({ type: 'root', children: [{ type: 'paragraph', children }] });
}

const languageOf = (locale: string): string => locale.toUpperCase();
const text = (value: string) => ({ type: 'multi_line_text_field', value });

function metaobjects({ faq = {}, now }: World): MetaobjectFact[] {
  const categories = new Map<string, MetaobjectFact>();
  const questions = new Map<string, MetaobjectFact>();
  const get = (map: Map<string, MetaobjectFact>, type: string, handle: string): MetaobjectFact => {
    if (!map.has(handle)) map.set(handle, { type, handle, updatedAt: now, fields: {} });
    return map.get(handle)!;
  };
  for (const [locale, entries] of Object.entries(faq)) {
    for (const { id, question, answer, format, category, keywords } of entries) {
      const reference = category && get(categories, 'category', category.id);
      if (category) reference!.fields[languageOf(locale)] = { name: text(category.name) };
      get(questions, 'faq', id).fields[languageOf(locale)] = {
        question: text(question),
        answer: format === 'html' ? { type: 'rich_text_field', value: richText(answer) } : text(answer),
        ...(reference && { category: { type: 'metaobject_reference', value: gid('Metaobject', reference.handle), reference } }),
        ...(keywords && { keywords: { type: 'list.single_line_text_field', value: JSON.stringify(keywords) } }),
      };
    }
  }
  return [...categories.values(), ...questions.values()];
}

/** What is not translated comes in the shop’s own language; bold is `strong`. */
function faqAsKept({ en = [], ...others }: Record<string, FaqEntry[]>): Record<string, FaqEntry[]> {
  const written = (entry: FaqEntry): FaqEntry => ({ ...entry, answer: entry.format === 'html' ? entry.answer.replace(/(<\/?)b>/g, '$1strong>') : entry.answer });
  const translated = Object.entries(others).map(([locale, entries]) => {
    const category = ({ category: own }: FaqEntry): FaqEntry['category'] => entries.find((entry) => entry.category?.id === own?.id)?.category ?? own;
    return [locale, en.map((entry) => written(entries.find(({ id }) => id === entry.id) ?? { ...entry, category: category(entry) }))];
  });
  return { en: en.map(written), ...Object.fromEntries(translated) };
}

const eventAsKept = (event: Omit<TrackingEvent, 'id'>): Omit<TrackingEvent, 'id'> => ({
  status: event.status, time: { value: instantOf(event).slice(0, 19), precision: 'second', offset: 'Z' }, description: null, location: null,
});

/** Writes a world over what a shop holds. */
export function fill(shop: ShopFacts, world: World): Seeded {
  const orders = world.orders.map(orderFact);
  Object.assign(shop, {
    customers: world.shoppers.map((shopper) => ({ name: shopper.name, token: tokenOf(shopper.name), accounts: shopper.member ? [account(shopper, world.now)] : [] })),
    orders,
    metaobjects: metaobjects(world),
    refundPolicyUrl: 'https://northpine.myshopify.com/policies/refund-policy',
  });
  return {
    tokens: Object.fromEntries(world.shoppers.map(({ name }) => [name, tokenOf(name)])),
    orders: Object.fromEntries(world.orders.map(({ name }, index) => [name, orders[index]!.name])),
    rewards: {},
    world: {
      orders: world.orders.map((order) => ({ ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, events: parcel.events.map(eventAsKept) })) })),
      ...(world.points && { points: { ...world.points, name: 'Store credit', decimals: 2, rewards: [] } }),
      ...(world.faq && { faq: faqAsKept(world.faq) }),
    },
  };
}
