/** Shippo’s statuses and substatuses. */
import { late, lookUp, means, unknown, type CarrierMeaning, type Vocabulary } from '../timeline/meaning.ts';

const STATUSES: Vocabulary = {
  UNKNOWN: unknown,
  PRE_TRANSIT: means('info_received'),
  TRANSIT: means('in_transit'),
  DELIVERED: means('delivered'),
  // On its way back, or back already: Shippo does not say which, so the weaker one.
  RETURNED: means('returning'),
  FAILURE: means('exception'),
};

/** Substatuses that say more than their status. */
const SUBSTATUSES: Vocabulary = {
  address_issue: means('exception', 'fix_address'),
  contact_carrier: means('exception', 'contact_carrier'),
  delayed: late,
  delivery_attempted: means('attempt_failed', 'reschedule'),
  location_inaccessible: means('attempt_failed', 'contact_carrier'),
  notice_left: means('attempt_failed', 'reschedule'),
  out_for_delivery: means('out_for_delivery'),
  package_damaged: means('exception', 'contact_carrier'),
  package_held: means('exception', 'contact_carrier'),
  package_lost: means('exception', 'contact_carrier'),
  package_unclaimed: means('returning', 'contact_carrier'),
  package_undeliverable: means('exception', 'contact_carrier'),
  pickup_available: means('ready_for_pickup', 'pick_up'),
  reschedule_delivery: means('attempt_failed', 'reschedule'),
};

/**
 * What a status and the code of its substatus say. An unknown code is as good as its status, and what Shippo marks as in need
 * of action stays so.
 */
export function shippoStatus(status: unknown, code?: unknown, actionRequired?: unknown): CarrierMeaning {
  const parent = lookUp(STATUSES, status);
  const known = lookUp(SUBSTATUSES, code);
  // A substatus tells more of a parcel that is underway, or of which nothing is known; it does not undo a delivery or a return.
  const isOpen = parent?.status !== 'delivered' && (parent?.status !== 'returning' || known?.status === 'returning');
  const meaning = (isOpen && known) || parent || unknown;
  return actionRequired === true && !meaning.action ? { ...meaning, action: 'other' } : meaning;
}
