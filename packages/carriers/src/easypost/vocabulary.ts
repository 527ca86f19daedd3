/** EasyPost’s statuses and status details. */
import { late, lookUp, means, unknown, type CarrierMeaning, type Vocabulary } from '../timeline/meaning.ts';

const STATUSES: Vocabulary = {
  unknown,
  pre_transit: means('info_received'),
  in_transit: means('in_transit'),
  out_for_delivery: means('out_for_delivery'),
  delivered: means('delivered'),
  available_for_pickup: means('ready_for_pickup', 'pick_up'),
  return_to_sender: means('returning'),
  failure: means('exception'),
  cancelled: means('cancelled'),
  error: means('exception'),
};

/** Details that say more than a status of a parcel on its way. */
const DETAILS: Vocabulary = {
  arrived_at_pickup_location: means('ready_for_pickup', 'pick_up'),
  cancelled: means('cancelled'),
  damaged: means('exception', 'contact_shop'),
  delayed: late,
  delivery_exception: means('attempt_failed'),
  expired: means('expired'),
  failure: means('exception'),
  held: means('exception', 'contact_carrier'),
  lost: means('exception', 'contact_shop'),
  out_for_delivery: means('out_for_delivery'),
  refused: means('exception'),
  return: means('returning'),
  transit_exception: means('exception'),
  weather_delay: late,
};

/** Details that say more than “failed”. */
const FAILURES: Vocabulary = {
  address_correction: means('exception', 'fix_address'),
  cancelled: means('cancelled'),
  damaged: means('exception', 'contact_shop'),
  delayed: late,
  expired: means('expired'),
  held: means('exception', 'contact_carrier'),
  lost: means('exception', 'contact_shop'),
  return: means('returning'),
  weather_delay: late,
};

/** Details that say of what nobody knows what the rest is. */
const BEGINNINGS: Vocabulary = {
  ...DETAILS,
  arrived_at_destination: means('in_transit'),
  arrived_at_facility: means('in_transit'),
  departed_facility: means('in_transit'),
  departed_origin_facility: means('in_transit'),
  in_transit: means('in_transit'),
  label_created: means('info_received'),
  missorted: means('in_transit'),
  received_at_destination_facility: means('in_transit'),
  received_at_origin_facility: means('in_transit'),
  transferred_to_destination_carrier: means('in_transit'),
};

/** A detail is read together with its status: a return that is held is still a return. */
const DETAILS_BY_STATUS: Readonly<Record<string, Vocabulary>> = {
  unknown: BEGINNINGS,
  pre_transit: { cancelled: means('cancelled'), delayed: { ...late, status: 'info_received' }, expired: means('expired') },
  in_transit: DETAILS,
  out_for_delivery: { ...DETAILS, refused: means('attempt_failed') },
  failure: FAILURES,
  error: FAILURES,
};

/** What a status and its detail say. An unknown detail is as good as its status; an unknown status, as what the detail says. */
export function easypostStatus(status: unknown, detail?: unknown): CarrierMeaning {
  const known = lookUp(STATUSES, status);
  const details = known ? DETAILS_BY_STATUS[status as string] : BEGINNINGS;
  return (details && lookUp(details, detail)) ?? known ?? unknown;
}
