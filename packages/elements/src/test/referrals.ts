/** A referral program for the tests of the referral panel, and stand-ins for what browsers do not let tests use. */
import { AdapterError, type Adapter, type Referral, type ReferralLink, type ReferralProgram } from '@aftercart/contract';

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const program: ReferralProgram = {
  active: true,
  advocateOffer: { kind: 'points', title: '250 miles', points: 250 },
  friendOffer: { kind: 'amount_off', title: '€10 off', amount: { amount: 1000, currency: 'EUR' } },
  minimumOrder: { amount: 5000, currency: 'EUR' },
  terms: 'Up to 20 friends a year.',
  termsUrl: '/terms',
  signInUrl: '/sign-in',
  attributionDays: 30,
};

export const linkOf = (...channels: ReferralLink['links'][number]['channel'][]): ReferralLink => ({
  code: 'MARIA7K2M',
  links: channels.map((channel) => ({ channel, url: `https://shop.example/?ref=MARIA7K2M&via=${channel}` })),
  message: 'My shop & yours:',
});

export const friend = (id: string, status: Referral['status'], reason?: Referral['reason'], more: Partial<Referral> = {}): Referral => ({
  id, friend: `${id}•••@e•••.gr`, status, reason: reason ?? null, createdAt: inDays(-3), offer: program.advocateOffer, ...more,
});

export const claimed = {
  status: 'claimed' as const, offer: program.friendOffer, code: 'FRIEND-8X2K', expiresAt: inDays(30), shopUrl: '/shop',
};

export const referrals = {
  program: async () => program,
  link: async () => linkOf('direct', 'email', 'telegram', 'wechat'),
  list: async () => ({ items: [friend('a', 'clicked')], nextCursor: null as string | null }),
  claim: async () => claimed as Record<string, unknown>,
};

export const shopWith = (over: Record<string, unknown> = {}) => ({ id: 'test', referrals: { ...referrals, ...over } }) as unknown as Adapter;

export const refusing = (...failure: ConstructorParameters<typeof AdapterError>) => async () => Promise.reject(new AdapterError(...failure));

const replaced: string[] = [];

/** Replaces something of `navigator` until the test is over. */
export function stub(name: string, value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
  replaced.push(name);
}

afterEach(() => {
  for (const name of replaced.splice(0)) delete (navigator as unknown as Record<string, unknown>)[name];
});
