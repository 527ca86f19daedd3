/** What may be chosen about the demo shop. */

/** Who is looking, and how the backend is today. See the README for what each answers. */
export const SCENARIOS = [
  'member', 'guest', 'candidate', 'new-member', 'negative', 'blocked', 'empty', 'slow', 'failing', 'offline',
] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** Where the demo’s links lead. `{id}` in `product` and `image` is replaced by a product id. */
export interface Links {
  /** Landing page of referral links; the advocate’s code is added to it. */
  shop: string;
  join: string;
  signIn: string;
  terms: string;
  policy: string;
  startReturn: string;
  /** Product page; left out of answers when empty. */
  product: string;
  /** Product picture; left out of answers when empty. */
  image: string;
}

export interface MemoryOptions {
  /** `member` when left out. */
  scenario?: Scenario;
  /** Milliseconds before each answer; 60 when left out, 3,000 in the scenario `slow`. Also as text, which is what a tag gives. */
  latency?: number | string;
  /** The clock, in milliseconds since 1970. All dates of the demo are counted from its first reading. */
  now?: () => number;
  /** Name of an IndexedDB database in which the shopper’s acts outlive a reload. Nothing is kept without it. */
  persist?: string;
  /** Milliseconds between two live tracking updates; 8,000 when left out. Also as text. */
  liveInterval?: number | string;
  links?: Partial<Links>;
}

export const DEFAULT_LINKS: Links = {
  shop: 'https://northpine.example/',
  join: '#join',
  signIn: '#sign-in',
  terms: '#terms',
  policy: '#returns',
  startReturn: '#start-return',
  product: '',
  image: '',
};
