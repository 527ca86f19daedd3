/** What of an order goes to the page: named one by one, since the address in full, the amounts and the shop’s own notes stay here. */
import type { FulfilmentRow, ItemRow, OrderRow } from './medusa.ts';

export const FIELDS: readonly string[] = [
  'id', 'display_id', 'custom_display_id', 'created_at', 'canceled_at',
  'shipping_address.city', 'shipping_address.country_code',
  'items.id', 'items.title', 'items.product_title', 'items.variant_title', 'items.product_id', 'items.product_handle', 'items.thumbnail', 'items.quantity',
  'items.detail.delivered_quantity', 'items.detail.return_received_quantity',
  'fulfillments.id', 'fulfillments.packed_at', 'fulfillments.shipped_at', 'fulfillments.delivered_at', 'fulfillments.canceled_at', 'fulfillments.updated_at',
  'fulfillments.provider_id', 'fulfillments.metadata', 'fulfillments.shipping_option.name',
  'fulfillments.items.title', 'fulfillments.items.quantity', 'fulfillments.items.line_item_id',
  'fulfillments.labels.tracking_number', 'fulfillments.labels.tracking_url',
];

const fulfilmentsOf = ({ fulfillments }: OrderRow): FulfilmentRow[] => (fulfillments ?? []).filter((fulfilment) => fulfilment !== null);

const amount = (value: number | string | null | undefined): number => Number(value ?? 0);

const instant = (value: Date | string | null): string | null => (value ? new Date(value).toISOString() : null);

/** When the last item came; null while one is missing. */
function deliveredAt(order: OrderRow): string | null {
  const items = order.items ?? [];
  const isWhole = items.length > 0 && items.every((item) => amount(item.detail?.delivered_quantity) >= amount(item.quantity));
  const moments = fulfilmentsOf(order).flatMap(({ delivered_at: at }) => instant(at) ?? []);
  return isWhole ? (moments.sort().at(-1) ?? null) : null;
}

export const shown = (order: OrderRow) => ({
  id: order.id,
  /** The number that the shopper knows. */
  number: order.custom_display_id ?? String(order.display_id),
  created_at: instant(order.created_at),
  canceled_at: instant(order.canceled_at),
  delivered_at: deliveredAt(order),
  shipping_address: { city: order.shipping_address?.city ?? null, country_code: order.shipping_address?.country_code ?? null },
  items: (order.items ?? []).map(shownItem),
  fulfillments: fulfilmentsOf(order).map(shownFulfilment),
});

export type ShownOrder = ReturnType<typeof shown>;
export type ShownItem = ReturnType<typeof shownItem>;

const shownItem = ({ id, title, product_title, variant_title, product_id, product_handle, thumbnail, quantity, detail }: ItemRow) => ({
  id, title, product_title, variant_title, product_id, product_handle, thumbnail,
  quantity: amount(quantity),
  delivered_quantity: amount(detail?.delivered_quantity),
  returned_quantity: amount(detail?.return_received_quantity),
});

/** Where in a fulfilment’s metadata the shop keeps the carriers’ news of its parcels, by tracking number. */
const KEPT_IN = 'aftercart';

function shownFulfilment({ id, provider_id, shipping_option, metadata, items, labels, ...moments }: FulfilmentRow) {
  const told = (metadata?.[KEPT_IN] ?? {}) as Record<string, unknown>;
  return {
    id,
    carrier: shipping_option?.name ?? provider_id,
    packed_at: instant(moments.packed_at),
    shipped_at: instant(moments.shipped_at),
    delivered_at: instant(moments.delivered_at),
    canceled_at: instant(moments.canceled_at),
    updated_at: instant(moments.updated_at),
    items: (items ?? []).map(({ title, quantity, line_item_id }) => ({ title, quantity: amount(quantity), line_item_id })),
    labels: (labels ?? []).map(({ tracking_number, tracking_url }) => ({
      tracking_number, tracking_url, ...(Object.hasOwn(told, tracking_number) && { told: told[tracking_number] }),
    })),
  };
}
