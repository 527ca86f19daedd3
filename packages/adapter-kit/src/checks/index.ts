/** Every check of the kit, in the order in which they run. */
import type { Check } from '../check.ts';
import { answerChecks } from './answers.ts';
import { faqChecks } from './faq.ts';
import { hostileChecks } from './hostile.ts';
import { identityChecks } from './identity.ts';
import { pointsChecks } from './points.ts';
import { referralsChecks } from './referrals.ts';
import { returnsChecks } from './returns.ts';
import { reviewsChecks } from './reviews.ts';
import { setupChecks } from './setup.ts';
import { shapeChecks } from './shape.ts';
import { trackingChecks } from './tracking.ts';
import { transportChecks } from './transport.ts';
import { writesChecks } from './writes.ts';

export const CHECKS: readonly Check[] = [
  ...setupChecks, ...shapeChecks, ...answerChecks, ...pointsChecks, ...referralsChecks, ...reviewsChecks, ...returnsChecks, ...faqChecks,
  ...trackingChecks, ...transportChecks, ...identityChecks, ...writesChecks, ...hostileChecks,
];
