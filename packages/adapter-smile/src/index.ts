export { smileAdapter, type SmileOptions } from './adapter.ts';
export type { SmilePointsOptions } from './points.ts';
export type { SmileReferralOptions } from './referrals.ts';
export type * from './sdk.ts';
