import { defineAdapter, type PointsService, type ReferralsService } from '@aftercart/contract';
import { points, type SmilePointsOptions } from './points.ts';
import { referrals, type SmileReferralOptions } from './referrals.ts';
import type { Smile } from './sdk.ts';
import { openSession } from './session.ts';

export interface SmileOptions extends SmilePointsOptions, SmileReferralOptions {
  /** The publishable key of the account, such as `pub_0987654321`, which any page may have. */
  publishableKey: string;
  /** Gives Smile.js: `loadSmile` of `@smile-io/smile-js`, or `async () => window.Smile` where its script is in the page. Asked for at the first call. */
  load: () => Promise<Smile>;
}

/** Points, rewards and referral links of Smile.io, through its own SDK. */
export function smileAdapter({ publishableKey, load, ...options }: SmileOptions) {
  if (!publishableKey) throw new TypeError('publishableKey is missing: it is in the settings of the Smile account');
  if (typeof load !== 'function') throw new TypeError('load should be a function that gives Smile.js');
  if (options.vip === 'spend' && !options.rewardUnit) throw new TypeError('vip="spend" needs rewardUnit, which says the currency');
  const as = openSession(load, publishableKey);
  return defineAdapter<{ id: string; points: PointsService; referrals: ReferralsService }>({ id: 'smile', points: points(as, options), referrals: referrals(as, options) });
}
