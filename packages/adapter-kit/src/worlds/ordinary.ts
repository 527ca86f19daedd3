/** The ordinary shop: a little of everything, and nothing that is hard to store. */
import type { World } from '../world.ts';
import { parcels } from './parcels.ts';
import { FAQ } from './questions.ts';
import { daysAgo, instant } from './time.ts';

const EUR = (amount: number) => ({ amount, currency: 'EUR' });

/** Who there is. Their e-mail addresses are at a domain that nobody can have (RFC 2606). */
export const SHOPPERS = {
  /** A member with points, orders and a parcel on its way. */
  ann: { name: 'ann', email: 'ann@shop.example', member: true, balance: 1_200 },
  /** Another member, whom Ann must never see. */
  ben: { name: 'ben', email: 'ben@shop.example', member: true, balance: 300 },
  /** Signed in, no member, and without anything. */
  cleo: { name: 'cleo', email: 'cleo@shop.example', member: false, balance: 0 },
} as const;

/** The guest’s order, and what proves it. */
const GUEST = { email: 'guest@shop.example', postcode: '10558' };

export function ordinary(now: Date): World {
  return {
    now: instant(now.getTime()),
    shoppers: [SHOPPERS.ann, SHOPPERS.ben, SHOPPERS.cleo],
    orders: [
      {
        name: 'sent', shopper: 'ann', email: SHOPPERS.ann.email, postcode: '11742', placedAt: daysAgo(now, 4),
        items: [{ name: 'Tent', quantity: 1, price: EUR(32_900) }], parcels: parcels(now),
      },
      {
        name: 'delivered', shopper: 'ann', email: SHOPPERS.ann.email, postcode: '11742', placedAt: daysAgo(now, 12), deliveredAt: daysAgo(now, 9),
        items: [{ name: 'Boots', quantity: 1, price: EUR(12_900) }, { name: 'Socks', quantity: 2, price: EUR(1_200) }], parcels: [],
      },
      {
        name: 'bens', shopper: 'ben', email: SHOPPERS.ben.email, postcode: '54622', placedAt: daysAgo(now, 11), deliveredAt: daysAgo(now, 8),
        items: [{ name: 'Lamp', quantity: 1, price: EUR(4_900) }],
        parcels: [{ carrier: 'Parcel Post', trackingNumber: 'BEN000001', events: [] }],
      },
      {
        name: 'guests', shopper: null, ...GUEST, placedAt: daysAgo(now, 3),
        items: [{ name: 'Mug', quantity: 2, price: EUR(1_450) }],
        parcels: [{ carrier: 'Parcel Post', trackingNumber: 'GUEST00001', events: [] }],
      },
    ],
    points: {
      name: 'Trail Club',
      terminology: { one: 'mile', other: 'miles' },
      decimals: 0,
      tiers: [],
      earningRules: [{ id: 'buy', kind: 'purchase', title: 'Shop', points: 1, per: EUR(100) }],
      rewards: [
        { name: 'small', title: 'Five euros off', points: 500, codes: ['SMALL-1', 'SMALL-2', 'SMALL-3', 'SMALL-4', 'SMALL-5', 'SMALL-6'] },
        { name: 'big', title: 'Fifty euros off', points: 5_000, codes: ['BIG-1'] },
        { name: 'last', title: 'The last mug', points: 100, codes: ['LAST-1'] },
      ],
      joinUrl: 'https://shop.example/join',
      signInUrl: 'https://shop.example/sign-in',
    },
    referrals: {
      active: true,
      advocateOffer: { kind: 'points', title: '250 miles', points: 250 },
      friendOffer: { kind: 'amount_off', title: 'Ten euros off', amount: EUR(1_000) },
      terms: 'Once for each friend.',
    },
    policies: [
      {
        id: 'home', applicableCountry: ['GR', 'DE'], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery',
        outcomes: [{ refundType: 'FullRefund' }], customerRemorseReturnFees: { type: 'ReturnShippingFees', amount: EUR(490) },
        itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: ['ReturnByMail'], exclusions: [{ label: 'Opened socks', reason: 'hygiene' }],
        conditions: 'Unworn, with its labels.', statutory: { days: 14 },
      },
      {
        id: 'america', applicableCountry: ['US'], returnPolicyCategory: 'MerchantReturnNotPermitted', windowStart: 'delivery', outcomes: [],
        customerRemorseReturnFees: { type: 'ReturnFeesCustomerResponsibility' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], exclusions: [],
      },
    ],
    faq: FAQ,
    contact: {
      timeZone: 'Europe/Athens',
      channels: [
        { kind: 'phone', label: '+30 21 0000 0000', url: 'tel:+302100000000', openingHours: [{ days: ['Monday', 'Friday'], opens: '09:00', closes: '17:00' }] },
        { kind: 'email', label: 'help@shop.example', url: 'mailto:help@shop.example', replyMinutes: 240 },
      ],
    },
  };
}
