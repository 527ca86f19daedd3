/** Everything that the merchant API can do. */
import { faqMerchant } from '../faq/merchant.ts';
import { importsMerchant } from '../imports/merchant.ts';
import { ordersMerchant } from '../orders/merchant.ts';
import { pointsMerchant } from '../points/merchant.ts';
import { privacyMerchant } from '../privacy/merchant.ts';
import { referralsMerchant } from '../referrals/merchant.ts';
import { returnsMerchant } from '../returns/merchant.ts';
import { reviewsMerchant } from '../reviews/merchant.ts';
import { shoppersMerchant } from '../shoppers/merchant.ts';
import { trackingMerchant } from '../tracking/merchant.ts';
import { webhooksMerchant } from '../webhooks/merchant.ts';
import type { MerchantOperation } from './operation.ts';

export const MERCHANT_OPERATIONS: readonly MerchantOperation[] = [
  ...ordersMerchant, ...shoppersMerchant, ...pointsMerchant, ...referralsMerchant, ...reviewsMerchant, ...returnsMerchant, ...faqMerchant,
  ...trackingMerchant, ...webhooksMerchant, ...importsMerchant, ...privacyMerchant,
];
