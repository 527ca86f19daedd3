/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { voucherifyAdapter } from '../index.ts';
import { KEYS } from './host.ts';

export const proof: AdapterProof = {
  adapter: () => voucherifyAdapter({
      ...KEYS,
      loyalty: { campaign: 'Loyalty', program: { decimals: 0, tiers: [], earningRules: [], rewards: [] } },
      referral: { campaign: 'Friends', landingUrl: 'https://shop.example/?ref={code}', program: { active: true, advocateOffer: { kind: 'points', title: '' }, friendOffer: { kind: 'points', title: '' } } },
    }),
  access: 'A',
  proven: 'a mock of the shapes in its SDK; not the live service',
  skip: {},
};
