/** A parcel that goes on while somebody watches, by news as a carrier’s webhook brings them. */
import type { Shipment, TrackingEvent } from '@aftercart/contract';
import type { Context, Runtime } from '../context.ts';
import { parcelsTopic } from '../live/topics.ts';
import { lockOrder } from '../orders/place.ts';
import type { OrderRow } from '../orders/tables.ts';
import type { Sweep } from '../sweeps.ts';
import { saveShipment } from '../tracking/change.ts';
import { isOver } from '../tracking/parcel.ts';
import type { ShipmentRow } from '../tracking/tables.ts';
import { factsOf, mergeTold, takeUpdate, toldOf } from '../tracking/update.ts';
import { transactAsSystem } from '../transact.ts';
import { northpineAt } from './northpine.ts';
import { atStart, isLive, shipmentsOf } from './parcels.ts';
import type { PersonId } from './people.ts';

const WATCHED: PersonId = 'ann';
/** Milliseconds between two pieces of news. */
const STEP = 8_000;
/** Seconds between two looks whether somebody watches; shorter than it takes to open a page again. */
const LOOK_EVERY = 0.1;
/** What a process may be early by when several count. */
const LEEWAY = 1_000;

/**
 * Moves Ann’s parcel on every few seconds while somebody watches. When it has arrived and nobody looks any more it starts over: a page keeps
 * what it was told of a parcel, so it must not see that.
 */
export function liveDemo(): Sweep {
  const topic = parcelsTopic({ shopper_id: WATCHED, number: '' });
  let since: number | undefined;
  return {
    name: 'demo parcel',
    every: LOOK_EVERY,
    async run(runtime) {
      const isWatched = runtime.hub.hears(topic);
      const now = runtime.clock().getTime();
      if (!isWatched) {
        if (since !== undefined) await change(runtime, startOver);
        since = undefined;
      } else if (since === undefined) since = now;
      else if (now - since >= STEP) {
        since = now;
        await change(runtime, goOn);
      }
    },
  };
}

interface Parcel {
  order: OrderRow;
  row: ShipmentRow;
  /** All that Northpine tells, of this parcel and of others. */
  shipment: Shipment;
  others: readonly Shipment[];
}

/** Runs a change of the parcel with its order locked. */
async function change(runtime: Runtime, act: (context: Context, parcel: Parcel) => Promise<unknown>): Promise<void> {
  const shipments = await shipmentsOf(northpineAt(runtime.clock()));
  const shipment = shipments.find(isLive)!;
  await transactAsSystem(runtime, async (context) => {
    const order = await lockOrder(context.db, shipment.orderNumber!);
    const rows = await context.db.selectFrom('shipments').selectAll().where('order_number', '=', shipment.orderNumber!).execute();
    const row = rows.find(({ tracking_number: number }) => number === shipment.trackingNumber!.replaceAll(' ', ''));
    if (order && row) await act(context, { order, row, shipment, others: shipments });
  });
}

/** The next piece of news: what became of a parcel that has arrived, one after the other. */
async function goOn(context: Context, { row, shipment, others }: Parcel): Promise<void> {
  if (isOver(row.status) || context.now.getTime() - Date.parse(row.updated_at) < STEP - LEEWAY) return;
  const told = toldOf(row)!;
  const news = others.find(({ status }) => status === 'delivered')!.events[told.events.length];
  if (!news) return;
  const event: TrackingEvent = { ...news, id: `${shipment.id}:live:${told.events.length}`, time: { value: context.now.toISOString().slice(0, 19), precision: 'second', offset: '+00:00' } };
  const { carrier, trackingNumber } = shipment;
  await takeUpdate(context, { ...told, id: shipment.id, carrier, trackingNumber, status: event.status, events: [event], asOf: context.now.toISOString() });
}

async function startOver(context: Context, { order, row, shipment }: Parcel): Promise<void> {
  if (isOver(row.status)) await saveShipment(context, order, row, factsOf(row), mergeTold(row.id, null, { ...atStart(shipment), asOf: context.now.toISOString() }));
}
