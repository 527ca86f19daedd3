/** A shop whose every text tries to break something. The adapter must hand each on as it is: the elements show text as text. */
import type { World } from '../world.ts';
import { ordinary } from './ordinary.ts';

const LONG = 'long '.repeat(40).trim();

/** By what each tries. None holds a NUL, which most databases refuse. */
export const HOSTILE = {
  html: '<img src=x onerror="alert(1)"><script>alert(2)</script> &amp; &lt;b&gt;',
  direction: 'safe \u202Egnp.exe\u202C \u2066isolate\u2069 \u200Fend',
  emoji: '👩🏽‍🚀🏳️‍🌈 é vs e\u0301 𝒳',
  prototype: '__proto__ constructor toString',
  quotes: `"double" 'single' \`back\` \\ back\\slash %s {0} \${x} {{y}} -- ; drop table`,
  spaces: 'a\u00A0b  two  c\u200Bd',
  long: LONG,
} as const;

export type Hostile = keyof typeof HOSTILE;
export const HOSTILE_NAMES = Object.keys(HOSTILE) as Hostile[];

export function hostile(now: Date): World {
  const world = ordinary(now);
  const [plain] = world.policies!;
  return {
    ...world,
    faq: { en: HOSTILE_NAMES.map((name) => ({ id: name, question: HOSTILE[name], answer: HOSTILE[name], format: 'text', category: { id: name, name: HOSTILE[name] } })) },
    policies: [{ ...plain!, conditions: HOSTILE_NAMES.map((name) => HOSTILE[name]).join('\n'), exclusions: HOSTILE_NAMES.map((name) => ({ label: HOSTILE[name], reason: 'other' })) }],
    points: {
      ...world.points!,
      name: HOSTILE.html,
      rewards: HOSTILE_NAMES.map((name) => ({ name, title: HOSTILE[name], points: 100, codes: [`CODE-${name}`] })),
    },
    referrals: { ...world.referrals!, terms: HOSTILE.html, friendOffer: { ...world.referrals!.friendOffer, title: HOSTILE.quotes } },
    orders: world.orders.map((order) => ({
      ...order,
      items: order.name === 'delivered' ? HOSTILE_NAMES.map((name) => ({ name: HOSTILE[name], quantity: 1, price: { amount: 100, currency: 'EUR' } })) : order.items,
      parcels: order.name === 'sent' ? order.parcels.slice(0, 1).map((parcel) => ({
        ...parcel,
        events: HOSTILE_NAMES.map((name, index) => ({
          ...parcel.events[0]!, time: { ...parcel.events[0]!.time, value: `${parcel.events[0]!.time.value.slice(0, 14)}${String(index + 10)}` }, description: HOSTILE[name], location: HOSTILE[name],
        })),
      })) : order.parcels,
    })),
  };
}
