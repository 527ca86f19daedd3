/** What the stages mean: which parcel comes first, and how far along it is. */
import type { Shipment } from '@aftercart/contract';

/** Tens: how urgent, 0 first, 8 and 9 once nothing more is going to happen. Ones: the step of four that is reached. */
const STAGES: Readonly<Record<Shipment['status'], number>> = {
  exception: 2,
  attempt_failed: 3,
  out_for_delivery: 23,
  ready_for_pickup: 33,
  in_transit: 42,
  returning: 53,
  expired: 52,
  info_received: 61,
  unknown: 70,
  delivered: 84,
  returned: 84,
  cancelled: 90,
};
const DELAYED = 10;
const OVER = 80;

/** The step of four that is reached; 0 before the first. */
export const stepOf = (status: Shipment['status']): number => STAGES[status] % 10;

/** Whether nothing more is going to happen. */
export const isOver = (status: Shipment['status']): boolean => STAGES[status] >= OVER;

/** Whether the shopper should look at it before anything else. */
export const isProblem = (status: Shipment['status']): boolean => STAGES[status] < DELAYED;

const rank = ({ status, delayed, actionRequired }: Shipment): number =>
  actionRequired || isProblem(status) ? 0 : delayed && !isOver(status) ? DELAYED : STAGES[status];

/** Problems first, what is over last; otherwise in the backend’s order. */
export const byUrgency = (parcels: readonly Shipment[]): Shipment[] => parcels.toSorted((a, b) => rank(a) - rank(b));
