/** What a service’s code means in the canonical vocabulary. */
import type { Shipment } from '@aftercart/contract';

export type ShipmentStatus = Shipment['status'];
export type ActionKind = NonNullable<Shipment['actionRequired']>['kind'];

/** What one code of a service says. */
export interface CarrierMeaning {
  /** Canonical stage; `unknown` when the code says nothing of it. */
  readonly status: ShipmentStatus;
  /** Whether the code says that the parcel is late. A flag beside the stage, not a stage. */
  readonly delayed: boolean;
  /** What the shopper has to do, when the code says so. */
  readonly action: ActionKind | null;
}

export type Vocabulary = Readonly<Record<string, CarrierMeaning>>;

export const means = (status: ShipmentStatus, action: ActionKind | null = null): CarrierMeaning => ({ status, delayed: false, action });

/** Late, and still on its way. */
export const late: CarrierMeaning = { status: 'in_transit', delayed: true, action: null };

export const unknown: CarrierMeaning = means('unknown');

/** The meaning of a code, whatever the code is: `constructor` is not in any vocabulary. */
export const lookUp = (vocabulary: Vocabulary, code: unknown): CarrierMeaning | undefined =>
  typeof code === 'string' && Object.hasOwn(vocabulary, code) ? vocabulary[code] : undefined;

/**
 * Stages from the beginning to the end. Of two things that happened at the same time, the one further on is the later one:
 * an attempt before the pick-up point that it leads to, a delivery before the return.
 */
export const STAGE_ORDER: readonly ShipmentStatus[] = [
  'unknown', 'info_received', 'in_transit', 'exception', 'expired', 'cancelled', 'out_for_delivery', 'attempt_failed', 'ready_for_pickup',
  'delivered', 'returning', 'returned',
];

/** Whether nothing more is going to happen. */
export const isOver = (status: ShipmentStatus): boolean => status === 'delivered' || status === 'returned' || status === 'cancelled';
