/** EasyPost: https://docs.easypost.com/docs/trackers#retrieve-a-list-of-trackers. One parcel in a request. */
import { easypostShipment, type EasypostTracker } from '@aftercart/carriers';
import { unreadable, type UpstreamSource } from '../errand.ts';
import { forgetParcels, markAsked, markAsking, quietParcels, takeNews } from '../parcels.ts';

/** Trackers of one number: one of each carrier that has given it out. */
const LIMIT = 20;

export interface EasypostAccess {
  key: string;
  /** Without a slash at its end. */
  endpoint?: string;
}

export const easypostSource = ({ key, endpoint = 'https://api.easypost.com' }: EasypostAccess): UpstreamSource => {
  const name = 'easypost';
  // The key is the user of Basic authentication, without a password: https://docs.easypost.com/docs/authentication
  const headers = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
  return {
    name,
    async pull(errand) {
      const { runtime } = errand;
      await forgetParcels(runtime);
      for (const parcel of await quietParcels(runtime, name, errand.left())) {
        await markAsking(runtime, name, [parcel]);
        const url = new URL(`${endpoint}/v2/trackers`);
        url.searchParams.set('tracking_code', parcel.tracking_number);
        url.searchParams.set('page_size', String(LIMIT));
        const { body } = await errand.ask(url, headers);
        const trackers = (body as { trackers?: unknown } | null)?.trackers;
        if (!Array.isArray(trackers)) throw unreadable('EasyPost answered no `trackers`.');
        for (const tracker of trackers as EasypostTracker[]) {
          await takeNews(runtime, [parcel], easypostShipment(tracker, { now: () => runtime.clock().getTime() }));
        }
        await markAsked(runtime, name, [parcel]);
      }
    },
  };
};
