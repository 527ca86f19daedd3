/** AfterShip: https://www.aftership.com/docs/tracking (authentication, get trackings). Many parcels in a request. */
import { aftershipShipment, type AftershipTracking } from '@aftercart/carriers';
import { unreadable, type Errand, type UpstreamSource } from '../errand.ts';
import { forgetParcels, markAsked, markAsking, quietParcels, takeNews, type QuietParcel } from '../parcels.ts';

/** Numbers in a request, so that its address stays below what hosts take. */
const AT_ONCE = 40;
/** Trackings in an answer; a number may have several. */
const LIMIT = 100;

export interface AftershipAccess {
  key: string;
  /** Such as `2026-07`. */
  version: string;
  /** Without a slash at its end. */
  endpoint?: string;
}

export const aftershipSource = ({ key, version, endpoint = 'https://api.aftership.com' }: AftershipAccess): UpstreamSource => {
  const name = 'aftership';

  /** All that is known of these parcels, page by page. */
  async function* trackings(errand: Errand, parcels: readonly QuietParcel[]): AsyncGenerator<AftershipTracking, void, undefined> {
    const url = new URL(`${endpoint}/tracking/${version}/trackings`);
    url.searchParams.set('tracking_numbers', [...new Set(parcels.map((parcel) => parcel.tracking_number))].join());
    url.searchParams.set('limit', String(LIMIT));
    for (;;) {
      const { body } = await errand.ask(url, { 'as-api-key': key });
      const { trackings: found, pagination } = (body as { data?: { trackings?: unknown; pagination?: { next_cursor?: unknown } } } | null)?.data ?? {};
      if (!Array.isArray(found)) throw unreadable('AfterShip answered no `trackings`.');
      yield* found as AftershipTracking[];
      const cursor = pagination?.next_cursor;
      if (typeof cursor !== 'string' || !cursor || cursor === url.searchParams.get('cursor') || errand.left() === 0) return;
      url.searchParams.set('cursor', cursor);
    }
  }

  return {
    name,
    async pull(errand) {
      const { runtime } = errand;
      await forgetParcels(runtime);
      // A comma parts numbers.
      const due = (await quietParcels(runtime, name, errand.left() * AT_ONCE)).filter((parcel) => !parcel.tracking_number.includes(','));
      for (let start = 0; start < due.length && errand.left() > 0; start += AT_ONCE) {
        const parcels = due.slice(start, start + AT_ONCE);
        await markAsking(runtime, name, parcels);
        for await (const tracking of trackings(errand, parcels)) {
          await takeNews(runtime, parcels, aftershipShipment(tracking, { now: () => runtime.clock().getTime() }));
        }
        await markAsked(runtime, name, parcels);
      }
    },
  };
};
