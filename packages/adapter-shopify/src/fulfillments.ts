/** All fulfilments of an order, whole: whatever did not fit into the first answer is asked for. */
import type { ShopifyFulfillment, ShopifyFulfillmentEvent } from '@aftercart/carriers';
import type { AdapterContext } from '@aftercart/contract';
import { ask, everyPage, nextCursor, type Api, type Connection } from './api/api.ts';
import { FURTHER_EVENTS, FURTHER_ITEMS, FURTHER_PARCELS } from './queries/parcels.ts';

type Item = NonNullable<NonNullable<ShopifyFulfillment['fulfillmentLineItems']>['nodes']>[number];

interface Fulfillment extends Omit<ShopifyFulfillment, 'events' | 'fulfillmentLineItems'> {
  id: string;
  requiresShipping: boolean;
  events: Connection<ShopifyFulfillmentEvent>;
  fulfillmentLineItems: Connection<Item>;
}

export interface OrderWithFulfillments {
  id: string;
  fulfillments: Connection<Fulfillment>;
}

/** A fulfilment as the carriers’ vocabulary reads it. */
export type WholeFulfillment = ShopifyFulfillment & Pick<Fulfillment, 'requiresShipping'>;

export async function fulfillmentsOf({ id, fulfillments }: OrderWithFulfillments, api: Api, language: string | null, context: AdapterContext): Promise<WholeFulfillment[]> {
  type Part<T> = { order: { fulfillments: T } | null };
  const all = await rest(fulfillments, async (after) => {
    const { order } = await ask<Part<Connection<Fulfillment>>>(api, FURTHER_PARCELS, { id, after, language }, context);
    return order?.fulfillments;
  });

  return Promise.all(
    all.map(async (fulfillment): Promise<WholeFulfillment> => {
      // A search knows the number in `gid://shopify/Fulfillment/123`.
      const which = { id, query: `id:${fulfillment.id.split('/').at(-1)}` };
      const [events, items] = await Promise.all([
        rest(fulfillment.events, async (after) => {
          const { order } = await ask<Part<Connection<Pick<Fulfillment, 'events'>>>>(api, FURTHER_EVENTS, { ...which, after }, context);
          return order?.fulfillments.nodes[0]?.events;
        }),
        rest(fulfillment.fulfillmentLineItems, async (after) => {
          const { order } = await ask<Part<Connection<Pick<Fulfillment, 'fulfillmentLineItems'>>>>(api, FURTHER_ITEMS, { ...which, after, language }, context);
          return order?.fulfillments.nodes[0]?.fulfillmentLineItems;
        }),
      ]);
      return { ...fulfillment, events: { nodes: events }, fulfillmentLineItems: { nodes: items } };
    }),
  );
}

/** A list whose first page is here already. */
async function rest<T>(first: Connection<T>, page: (after: string | null) => Promise<Connection<T> | undefined>): Promise<T[]> {
  const next = nextCursor(first, null);
  return next === null ? [...first.nodes] : [...first.nodes, ...(await everyPage(page, next))];
}
