/** Parcels of the demo, as the shop and its carriers told of them. */
import type { Shipment } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { ask, type Northpine } from './northpine.ts';
import { tell } from './tell.ts';

/** Carriers speak one language; the elements say the stages in the shopper’s. */
export const shipmentsOf = async (northpine: Northpine): Promise<Shipment[]> => (await ask((context) => northpine.tracking.shipments({}, context))).en.items;

/** The parcel that goes on while somebody watches: one of two of its order, so that the order itself never arrives. */
export const isLive = ({ status }: Shipment): boolean => status === 'out_for_delivery';
/** Stages that it has behind it before anybody watches. */
const BEHIND = 2;

/** The parcel at the beginning of its way. */
export const atStart = (shipment: Shipment): Shipment => ({ ...shipment, status: shipment.events[BEHIND - 1]!.status, events: shipment.events.slice(0, BEHIND) });

export async function tellOfParcels(context: Context, northpine: Northpine): Promise<void> {
  for (const shipment of await shipmentsOf(northpine)) await tellOfParcel(context, isLive(shipment) ? atStart(shipment) : shipment);
}

async function tellOfParcel(context: Context, shipment: Shipment): Promise<void> {
  const { orderNumber, carrier, trackingNumber, trackingUrl, items, destination, firstEstimate, estimate, events, delayed, actionRequired, asOf } = shipment;
  const parameters = { orderNumber: orderNumber!, carrier, trackingNumber: trackingNumber! };
  const put = (expected: Shipment['estimate']) =>
    tell(context, 'PUT /orders/{orderNumber}/shipments/{carrier}/{trackingNumber}', { parameters, body: { trackingUrl, items, destination, estimate: expected } });
  // What was promised stays; what is expected now may be nothing.
  await put(firstEstimate);
  await put(estimate);
  await tell(context, 'POST /orders/{orderNumber}/shipments/{carrier}/{trackingNumber}/events', { parameters, body: { events, delayed, estimate, actionRequired, asOf } });
}
