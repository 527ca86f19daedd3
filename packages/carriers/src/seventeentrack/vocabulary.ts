/** 17TRACK’s main statuses, sub-statuses and stages. */
import { late, lookUp, means, unknown, type CarrierMeaning, type Vocabulary } from '../timeline/meaning.ts';

const STATUSES: Vocabulary = {
  NotFound: unknown,
  InfoReceived: means('info_received'),
  InTransit: means('in_transit'),
  Expired: means('expired'),
  AvailableForPickup: means('ready_for_pickup', 'pick_up'),
  OutForDelivery: means('out_for_delivery'),
  DeliveryFailure: means('attempt_failed'),
  Delivered: means('delivered'),
  Exception: means('exception'),
};

/** Sub-statuses that say more than their main status. */
const SUB_STATUSES: Vocabulary = {
  InTransit_CustomsRequiringInformation: means('in_transit', 'contact_carrier'),
  DeliveryFailure_NoBody: means('attempt_failed', 'reschedule'),
  DeliveryFailure_Security: means('attempt_failed', 'contact_carrier'),
  DeliveryFailure_InvalidAddress: means('attempt_failed', 'fix_address'),
  Exception_Returning: means('returning'),
  Exception_Returned: means('returned'),
  Exception_NoBody: means('exception', 'fix_address'),
  Exception_Security: means('exception', 'contact_carrier'),
  Exception_Damage: means('exception', 'contact_shop'),
  Exception_Delayed: late,
  Exception_Lost: means('exception', 'contact_shop'),
  Exception_Destroyed: means('exception', 'contact_shop'),
  Exception_Cancel: means('cancelled'),
};

/** Stages of a checkpoint that are no main status. */
const STAGES: Vocabulary = {
  PickedUp: means('in_transit'),
  Departure: means('in_transit'),
  Arrival: means('in_transit'),
  Returning: means('returning'),
  Returned: means('returned'),
};

/**
 * What a main status (or the stage of a checkpoint) and a sub-status say. An unknown sub-status is as good as its beginning
 * (`InTransit_Whatever` → in transit), then as its main status.
 */
export function seventeentrackStatus(status: unknown, subStatus?: unknown): CarrierMeaning {
  const parent = typeof subStatus === 'string' ? subStatus.split('_', 1)[0] : undefined;
  return lookUp(SUB_STATUSES, subStatus) ?? lookUp(STATUSES, parent) ?? lookUp(STATUSES, status) ?? lookUp(STAGES, status) ?? unknown;
}
