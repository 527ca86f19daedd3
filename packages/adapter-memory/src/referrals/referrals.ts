/** The referrals service. */
import { AdapterError, type ReferralLink, type ReferralsService } from '@aftercart/contract';
import { CURRENCY, MARIA } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { page } from '../page.ts';
import { claim } from './claim.ts';
import { advocateOffer, friendOffer } from './offers.ts';
import { friendsOf } from './seed.ts';

const CHANNELS = ['direct', 'device_share', 'email', 'whatsapp', 'telegram', 'facebook', 'x', 'wechat'] as const satisfies ReferralLink['links'][number]['channel'][];

/** Adds to a URL without resolving it, since the shop may be given site-relative. */
function landing(shop: string, code: string, channel: string): string {
  const [path, fragment] = shop.split('#');
  return `${path}${path!.includes('?') ? '&' : '?'}ref=${code}&via=${channel}${fragment === undefined ? '' : `#${fragment}`}`;
}

export const referrals = (environment: Environment) =>
  ({
    program: (_, context) =>
      environment.read(context, 'anyone', (_state, words) =>
        environment.isEmpty
          ? null
          : {
              active: true,
              advocateOffer: advocateOffer(words),
              friendOffer: friendOffer(words),
              minimumOrder: { amount: 5_000, currency: CURRENCY },
              terms: words.referral.terms,
              termsUrl: environment.links.terms,
              signInUrl: environment.links.signIn,
              attributionDays: 30,
            },
      ),

    link: (_, context) =>
      environment.read(context, 'shopper', (state, words) => {
        const { scenario, isMaria, links } = environment;
        if (environment.isEmpty) return null;
        if (scenario === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'This shopper is blocked.');
        if (scenario === 'candidate' && !state.enrolled) throw new AdapterError('CUSTOMER_NOT_ENROLLED', 'Only members have a link.');
        const code = isMaria ? MARIA.code : 'ALEX3F9Q';
        return { code, links: CHANNELS.map((channel) => ({ channel, url: landing(links.shop, code, channel) })), message: words.referral.message };
      }),

    list: (input, context) =>
      environment.read(context, 'shopper', (state, words) => page(friendsOf(environment, state, words), input)),

    claim: claim(environment),
  }) satisfies ReferralsService;
