export { voucherifyAdapter, type VoucherifyOptions } from './adapter.ts';
export type { Localised } from './api.ts';
export type { LoyaltyOptions } from './points.ts';
export type { ReferralOptions } from './referrals.ts';
