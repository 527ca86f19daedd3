/** AfterShip’s tags and subtags. */
import { late, lookUp, means, unknown, type CarrierMeaning, type Vocabulary } from '../timeline/meaning.ts';

const TAGS: Vocabulary = {
  Pending: unknown,
  InfoReceived: means('info_received'),
  InTransit: means('in_transit'),
  OutForDelivery: means('out_for_delivery'),
  AttemptFail: means('attempt_failed'),
  Delivered: means('delivered'),
  AvailableForPickup: means('ready_for_pickup', 'pick_up'),
  Exception: means('exception'),
  Expired: means('expired'),
};

/** Subtags that say more than their tag. */
const SUBTAGS: Vocabulary = {
  AttemptFail_002: means('attempt_failed', 'reschedule'),
  AttemptFail_003: means('attempt_failed', 'reschedule'),
  Exception_002: means('exception', 'fix_address'),
  Exception_004: late,
  Exception_005: late,
  Exception_006: means('exception', 'pay_duties'),
  Exception_007: means('exception', 'fix_address'),
  Exception_008: means('exception', 'contact_carrier'),
  Exception_009: means('exception', 'contact_shop'),
  Exception_010: means('returning'),
  Exception_011: means('returned'),
  Exception_012: means('exception', 'contact_shop'),
  Exception_013: means('exception', 'contact_shop'),
  Exception_016: late,
  Exception_017: late,
  Exception_018: means('exception', 'contact_carrier'),
  Exception_019: late,
  Exception_020: means('cancelled'),
  // What a pick-up point was called before there was a tag for it.
  OutForDelivery_002: means('ready_for_pickup', 'pick_up'),
};

/** What a tag and a subtag say. An unknown subtag is as good as its beginning (`Exception_999` → exception), then as its tag. */
export function aftershipStatus(tag: unknown, subtag?: unknown): CarrierMeaning {
  const parent = typeof subtag === 'string' ? subtag.split('_', 1)[0] : undefined;
  return lookUp(SUBTAGS, subtag) ?? lookUp(TAGS, parent) ?? lookUp(TAGS, tag) ?? unknown;
}
