/** What names a parcel. */

/** Spaces and case mean nothing in a tracking number; carriers print them as they like. */
export const normaliseTrackingNumber = (number: string): string => number.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** `DHL Express`, `DHLExpress` and `dhl-express` are one carrier. */
export const carrierKeyOf = (carrier: string): string => carrier.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The shortest name that may stand for those which begin with it. */
const SHORTEST_FAMILY = 3;

/** Whether two names may be one carrier’s: services say `dhl` where shops say `DHL Express`. */
export function sameCarrier(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long ? short !== '' : short.length >= SHORTEST_FAMILY && long.startsWith(short);
}

/** At most 40 + 50 + 100 characters and two between them, which the contract’s ids have room for. */
export const shipmentIdOf = (carrier: string, number: string, orderNumber: string): string =>
  `${carrierKeyOf(carrier)}:${normaliseTrackingNumber(number)}:${orderNumber}`;

/** After these, nothing more is awaited. */
export const isOver = (status: string): boolean => status === 'delivered' || status === 'returned' || status === 'cancelled';
