/** The tracking service. Without the right proof nobody learns whether an order exists. */
import { AdapterError, type AdapterContext, type Shipment, type ShipmentsInput, type TrackingService } from '@aftercart/contract';
import { MARIA, normalOrder } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { wait } from '../fail.ts';
import { normalEmail } from '../referrals/friends.ts';
import type { Words } from '../words.ts';
import { LIVE, PARCELS, shipmentOf } from './parcels.ts';

const postcode = (code: string) => code.replace(/\s/g, '').toUpperCase();

/** Whether all that the guest says of the order is right. */
function isProven({ email, postcode: code }: NonNullable<ShipmentsInput['proof']>): boolean {
  if (!email && !code) return false;
  return (!email || normalEmail(email) === MARIA.email) && (!code || postcode(code) === MARIA.postcode);
}

/** The parcels that the shopper may see, by their place in the list; null where there is nothing to tell. */
function visible({ orderNumber, proof }: ShipmentsInput, { scenario, isMaria, isEmpty }: Environment): number[] | null {
  const hasProof = proof?.email || proof?.postcode;
  if (scenario === 'guest' && !hasProof) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in, and nothing proves the order.');
  if (orderNumber) {
    if (isEmpty || (hasProof ? !isProven(proof) : !isMaria)) return null;
    const found = PARCELS.flatMap(({ order }, i) => (order === normalOrder(orderNumber) ? [i] : []));
    return found.length ? found : null;
  }
  if (scenario === 'guest') return null;
  return isMaria ? PARCELS.map((_, i) => i) : [];
}

export function tracking(environment: Environment) {
  /** When each live step happened. It moves on while somebody watches, and is the same for all who do. */
  const happened: number[] = [];

  const tell = (index: number, words: Words): Shipment =>
    shipmentOf(index, { base: environment.base, now: environment.now(), happened, image: environment.links.image }, words);

  async function* subscribe(input: ShipmentsInput, context: AdapterContext): AsyncGenerator<Shipment, void, undefined> {
    try {
      const words = await environment.enter(context);
      const parcels = visible(input, environment) ?? [];
      for (let seen = happened.length; ; ) {
        await wait(Math.max(environment.liveInterval, 1), context.signal);
        if (seen === happened.length && seen < LIVE.length && parcels.length) happened.push(environment.now());
        while (seen < happened.length) {
          const [index] = LIVE[seen++]!;
          if (parcels.includes(index)) yield tell(index, words);
        }
      }
    } catch (error) {
      // Being told to stop is the ordinary end of a stream, not a failure.
      if (!context.signal.aborted) throw error;
    }
  }

  return {
    shipments: (input, context) =>
      environment.read(context, 'anyone', (_, words) => {
        const parcels = visible(input, environment);
        return parcels && { items: parcels.map((index) => tell(index, words)) };
      }),
    subscribe,
  } satisfies TrackingService;
}
