/** Which parcels a source is asked about: those that are on their way and of which nothing was heard for a while. */
import type { Shipment } from '@aftercart/contract';
import type { Runtime } from '../context.ts';
import { normaliseTrackingNumber } from '../tracking/parcel.ts';
import { isOf } from '../tracking/pending.ts';
import type { ShipmentRow } from '../tracking/tables.ts';
import { takeUpdate } from '../tracking/update.ts';
import { DAY } from '../time.ts';
import { transactAsSystem } from '../transact.ts';

const HOUR = 3_600_000;
/** After these, nothing more is awaited. */
const OVER = ['delivered', 'returned', 'cancelled'];
/** Days of silence after which nothing more will be said. */
const GIVEN_UP_AFTER = 60;
/** Days after which it is forgotten when a parcel was to be asked about that no longer is. */
const FORGOTTEN_AFTER = 30;

export type QuietParcel = Pick<ShipmentRow, 'id' | 'tracking_number' | 'carrier_key' | 'order_number' | 'updated_at'>;

const before = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();

/** The parcels that are due, those that have waited longest first. */
export function quietParcels({ store: { db }, clock, config }: Runtime, source: string, most: number): Promise<QuietParcel[]> {
  const now = clock();
  return db
    .selectFrom('shipments')
    .leftJoin('upstream_parcels as asked', (join) => join.onRef('asked.shipment_id', '=', 'shipments.id').on('asked.source', '=', source))
    .select(['shipments.id', 'shipments.tracking_number', 'shipments.carrier_key', 'shipments.order_number', 'shipments.updated_at'])
    .where('shipments.status', 'not in', OVER)
    .where('shipments.updated_at', '<=', before(now, config.upstream.quietHours * HOUR))
    .where('shipments.updated_at', '>', before(now, GIVEN_UP_AFTER * DAY))
    .where((eb) => eb.or([eb('asked.next_at', 'is', null), eb('asked.next_at', '<=', now.toISOString())]))
    .orderBy((eb) => eb.fn.coalesce('asked.next_at', 'shipments.updated_at'))
    .orderBy('shipments.id')
    .limit(most)
    .execute();
}

/** Before the request, so that a parcel which makes it fail does not stand before the others again. */
export const markAsking = (runtime: Runtime, source: string, parcels: readonly QuietParcel[]): Promise<void> => mark(runtime, source, parcels, () => HOUR);

/** After the answer. The longer a parcel has been silent, the longer it is left alone, up to a day. */
export const markAsked = (runtime: Runtime, source: string, parcels: readonly QuietParcel[]): Promise<void> =>
  mark(runtime, source, parcels, ({ updated_at: since }) => {
    const silence = runtime.clock().getTime() - Date.parse(since);
    return Math.min(Math.max(silence, runtime.config.upstream.quietHours * HOUR), DAY);
  });

async function mark(runtime: Runtime, source: string, parcels: readonly QuietParcel[], waitOf: (parcel: QuietParcel) => number): Promise<void> {
  await transactAsSystem(runtime, async ({ db, now }) => {
    for (const parcel of parcels) {
      await db
        .insertInto('upstream_parcels')
        .columns(['source', 'shipment_id', 'next_at'])
        // Of a parcel that was removed or forgotten meanwhile nothing is kept.
        .expression((eb) => eb.selectFrom('shipments').select((row) => [row.val(source).as('source'), 'id', row.val(before(now, -waitOf(parcel))).as('next_at')]).where('id', '=', parcel.id))
        .onConflict((conflict) => conflict.columns(['source', 'shipment_id']).doUpdateSet((eb) => ({ next_at: eb.ref('excluded.next_at') })))
        .execute();
    }
  });
}

/** Forgets when parcels that have arrived were to be asked about. */
export const forgetParcels = async ({ store: { db }, clock }: Runtime): Promise<void> =>
  void (await db.deleteFrom('upstream_parcels').where('next_at', '<', before(clock(), FORGOTTEN_AFTER * DAY)).execute());

/** Takes news in as if the service had sent them, when they are of one of these parcels. Others may have the same number: numbers are recycled. */
export async function takeNews(runtime: Runtime, parcels: readonly QuietParcel[], news: Shipment): Promise<void> {
  const number = normaliseTrackingNumber(news.trackingNumber ?? '');
  if (!parcels.some((parcel) => parcel.tracking_number === number && isOf(parcel, news))) return;
  await transactAsSystem(runtime, (context) => takeUpdate(context, news));
}
