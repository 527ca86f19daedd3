import { answersPrivacy } from '../http/idempotency/privacy.ts';
import { livePrivacy } from '../live/privacy.ts';
import { ordersPrivacy } from '../orders/privacy.ts';
import { webhooksPrivacy } from '../webhooks/privacy.ts';
import { faqPrivacy } from '../faq/privacy.ts';
import { pointsPrivacy } from '../points/privacy.ts';
import { returnsPrivacy } from '../returns/privacy.ts';
import { referralsPrivacy } from '../referrals/privacy.ts';
import { reviewsPrivacy } from '../reviews/privacy.ts';
import { trackingPrivacy } from '../tracking/privacy.ts';
import { shoppersPrivacy } from '../shoppers/privacy.ts';
import type { PrivacyPart } from './part.ts';

/** Every part of the server that knows something of a shopper. Orders come after those that find the shopper’s things by them. */
export const PRIVACY_PARTS: readonly PrivacyPart[] = [
  trackingPrivacy, referralsPrivacy, reviewsPrivacy, returnsPrivacy, faqPrivacy, pointsPrivacy, webhooksPrivacy, livePrivacy, answersPrivacy, ordersPrivacy,
  shoppersPrivacy,
];
