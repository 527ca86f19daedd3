/** Returns, questions and answers, and tracking. */
import type { Shipment, WithdrawInput, WithdrawalResult } from '@aftercart/contract';
import type { OrderFact } from '../../world.ts';
import { refuse, signedIn, type Asking } from './state.ts';

/** Milliseconds in which an order can be withdrawn from: 14 days. */
const WITHDRAWAL = 14 * 86_400_000;

const ownOrder = (number: string, asking: Asking): OrderFact | undefined => {
  const order = asking.shop.orders.get(number);
  return order && order.shopper === signedIn(asking).name ? order : undefined;
};

export const returns = {
  policy: ({ country }: { country?: string }, { shop }: Asking) =>
    shop.world.policies?.find(({ applicableCountry: all }) => !all.length || (country && all.includes(country))) ?? null,

  deadline({ orderNumber }: { orderNumber: string }, asking: Asking) {
    const order = ownOrder(orderNumber, asking);
    if (!order) return null;
    const last = Date.parse(order.deliveredAt ?? order.placedAt) + WITHDRAWAL;
    return { orderNumber, deliveredOn: order.deliveredAt?.slice(0, 10) ?? null, withdrawable: asking.shop.now() <= last };
  },

  withdraw(input: WithdrawInput, { shop }: Asking): WithdrawalResult {
    if (input.step === 'declare') {
      const { orderNumber, name, email } = input;
      if (!shop.orders.has(orderNumber)) refuse('INVALID_REQUEST');
      const confirmation = `declaration-${shop.next()}`;
      shop.declarations.set(confirmation, { orderNumber, name, email });
      return { step: 'confirm', declaration: `I withdraw from the order ${orderNumber}.`, confirmation };
    }
    const declared = shop.declarations.get(input.confirmation) ?? refuse('INVALID_REQUEST');
    const receipt = shop.receipts.get(input.confirmation) ?? { id: `receipt-${shop.next()}`, receivedAt: shop.world.now, content: `I withdraw from the order ${declared.orderNumber}.`, ...declared };
    shop.receipts.set(input.confirmation, receipt);
    return { step: 'done', receipt };
  },
};

const PAGE = 200;

const entriesIn = ({ shop, locale }: Asking) => {
  const all = new Map(Object.entries(shop.world.faq ?? {}));
  return all.get(locale) ?? all.get(locale.split('-')[0]!) ?? all.get('en') ?? [];
};

export const faq = {
  entries({ category, page = 0 }: { category?: string; page?: number }, asking: Asking) {
    const found = entriesIn(asking).filter((entry) => !category || entry.category?.id === category);
    return { items: found.slice(page * PAGE, (page + 1) * PAGE), more: found.length > (page + 1) * PAGE };
  },

  search({ query, limit }: { query: string; limit?: number }, asking: Asking) {
    const words = query.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
    const items = entriesIn(asking)
      .map((entry) => ({ entry, score: words.filter((word) => entry.question.toLowerCase().includes(word)).length }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return { items: items.slice(0, limit ?? 10) };
  },

  vote({ entryId, helpful }: { entryId: string; helpful: boolean }, { shop, who }: Asking) {
    if (!Object.values(shop.world.faq ?? {}).flat().some(({ id }) => id === entryId)) refuse('INVALID_REQUEST');
    shop.votes.push({ entryId, helpful, who: who?.name ?? '' });
    return { recorded: true };
  },

  contact: (_: object, { shop }: Asking) => shop.world.contact ?? null,
};

const momentOf = ({ value, offset }: { value: string; offset?: string | null | undefined }) => Date.parse(value.length > 10 ? `${value}${offset ?? 'Z'}` : value);

const parcelsOf = (number: string, { parcels }: OrderFact, now: string): Shipment[] =>
  parcels.map(({ carrier, trackingNumber, events }) => ({
    id: `${number}:${trackingNumber}`, orderNumber: number, carrier, trackingNumber, delayed: false, asOf: now,
    status: events.toSorted((a, b) => momentOf(b.time) - momentOf(a.time))[0]?.status ?? 'unknown',
    events: events.map((event) => ({ id: `${event.status}:${event.time.value}:${event.description}`.slice(0, 200), ...event })),
  }));

interface Wanted {
  orderNumber?: string;
  proof?: { email?: string; postcode?: string };
}

export const tracking = {
  shipments({ orderNumber, proof }: Wanted, asking: Asking) {
    const { shop } = asking;
    if (orderNumber && proof) {
      const order = shop.orders.get(orderNumber);
      return order && order.email === proof.email && order.postcode === proof.postcode ? { items: parcelsOf(orderNumber, order, shop.world.now) } : null;
    }
    const { name } = signedIn(asking);
    if (!orderNumber) return { items: [...shop.orders].flatMap(([number, order]) => (order.shopper === name ? parcelsOf(number, order, shop.world.now) : [])) };
    const order = ownOrder(orderNumber, asking);
    return order ? { items: parcelsOf(orderNumber, order, shop.world.now) } : null;
  },
};
