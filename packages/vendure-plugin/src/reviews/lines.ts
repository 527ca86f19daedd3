/** Lines of orders that have arrived: what may be reviewed. A request has the id of its line. */
import { FulfillmentLine, type Asset, type ID, type Order, type OrderLine, type RequestContext } from '@vendure/core';
import { MoreThanOrEqual, Not } from 'typeorm';
import type { Runtime } from '../runtime.ts';

const DAY = 86_400_000;
/** Lines of so many parts of parcels are looked at, the newest first. */
const MOST = 200;

export interface DeliveredLine {
  id: ID;
  order: Order;
  deliveredAt: Date;
  product: { id: ID; name: string; variant: string | null; image: Asset | null };
}

/** The customer’s, kept at least in part, that arrived since a day; the latest first. */
export async function deliveredLines(runtime: Runtime, ctx: RequestContext, customerId: ID, lineId?: ID): Promise<DeliveredLine[]> {
  const since = new Date(runtime.now().getTime() - (runtime.options.reviews?.lastDay ?? 0) * DAY);
  const parts = await runtime.table(ctx, FulfillmentLine).find({
    where: {
      fulfillment: { state: 'Delivered', ...(lineId === undefined && { updatedAt: MoreThanOrEqual(since) }) },
      orderLine: { ...(lineId !== undefined && { id: lineId }), order: { customer: { id: customerId }, state: Not('Cancelled') } },
    },
    relations: { fulfillment: true, orderLine: { order: true, featuredAsset: true, productVariant: { translations: true, product: { translations: true } } } },
    order: { fulfillment: { updatedAt: 'DESC' }, orderLine: { id: 'ASC' } },
    take: MOST,
  });
  const lines = new Map<ID, DeliveredLine>();
  for (const { fulfillment, orderLine } of parts) {
    // What was given back is no longer counted in the line.
    if (orderLine.quantity > 0 && !lines.has(orderLine.id)) lines.set(orderLine.id, viewLine(ctx, orderLine, fulfillment.updatedAt));
  }
  return [...lines.values()];
}

/** Whether a review of it is asked for now. */
export const isAskedFor = (runtime: Runtime, { deliveredAt }: DeliveredLine): boolean =>
  deliveredAt.getTime() >= runtime.now().getTime() - (runtime.options.reviews?.lastDay ?? 0) * DAY;

function viewLine(ctx: RequestContext, { id, order, featuredAsset, productVariant }: OrderLine, deliveredAt: Date): DeliveredLine {
  const { product } = productVariant;
  const name = nameOf(ctx, product.translations);
  const variant = nameOf(ctx, productVariant.translations);
  return { id, order, deliveredAt, product: { id: product.id, name: name || variant, variant: variant && variant !== name ? variant : null, image: featuredAsset ?? null } };
}

function nameOf({ languageCode, channel }: RequestContext, translations: readonly { languageCode: string; name: string }[]): string {
  const inLanguage = (code: string) => translations.find((translation) => translation.languageCode === code);
  return (inLanguage(languageCode) ?? inLanguage(channel.defaultLanguageCode) ?? translations[0])?.name ?? '';
}
