/** A code of a referral campaign as a link. */
import type { ReferralProgram, ReferralsService } from '@aftercart/contract';
import { inLanguage, sourceId, type Api, type Localised } from './api.ts';
import { publish } from './publish.ts';

export interface ReferralOptions {
  /** Name of the referral campaign. */
  campaign: string;
  /** Where friends land, such as `https://shop.example/?ref={code}`. */
  landingUrl: string;
  /** What it gives to both sides: the client-side API does not tell. */
  program: Localised<ReferralProgram>;
}

export const referrals = (api: Api, { campaign, landingUrl, program }: ReferralOptions): ReferralsService => ({
  program: async (_, context) => inLanguage(program, context),

  async link(_, context) {
    const code = await publish(api, campaign, await sourceId(context), context);
    return { code, links: [{ channel: 'direct', url: landingUrl.replaceAll('{code}', () => encodeURIComponent(code)) }] };
  },
});
