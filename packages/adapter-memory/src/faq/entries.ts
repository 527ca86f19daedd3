/** What the answers are about; their words are in `locales/`. */
export const CATEGORIES = ['delivery', 'returns', 'miles', 'friends', 'gear', 'account'] as const;
export type Category = (typeof CATEGORIES)[number];

export const ENTRIES = [
  { id: 'delivery-time', category: 'delivery', popularity: 920, contexts: ['cart', 'product'] },
  { id: 'delivery-cost', category: 'delivery', popularity: 610, contexts: ['cart', 'product'] },
  { id: 'track-parcel', category: 'delivery', popularity: 880, contexts: ['order', 'account'] },
  { id: 'change-address', category: 'delivery', popularity: 340, contexts: ['order'] },
  { id: 'missing-parcel', category: 'delivery', popularity: 290, contexts: ['order'], html: true },
  { id: 'return-how', category: 'returns', popularity: 850, contexts: ['order', 'account'], html: true },
  { id: 'return-days', category: 'returns', popularity: 720, contexts: ['product', 'cart', 'order'] },
  { id: 'refund-time', category: 'returns', popularity: 560, contexts: ['order'] },
  { id: 'withdraw', category: 'returns', popularity: 210, contexts: ['order'] },
  { id: 'defect', category: 'returns', popularity: 260, contexts: ['order'] },
  { id: 'miles-earn', category: 'miles', popularity: 480, contexts: ['account', 'product'] },
  { id: 'miles-pending', category: 'miles', popularity: 330, contexts: ['account'] },
  { id: 'miles-expire', category: 'miles', popularity: 300, contexts: ['account'] },
  { id: 'miles-redeem', category: 'miles', popularity: 450, contexts: ['account', 'cart'] },
  { id: 'friend-invite', category: 'friends', popularity: 190, contexts: ['account'] },
  { id: 'friend-reward', category: 'friends', popularity: 150, contexts: ['account'] },
  { id: 'size', category: 'gear', popularity: 540, contexts: ['product'] },
  { id: 'wash-merino', category: 'gear', popularity: 230, contexts: ['product'], html: true },
  { id: 'waterproof', category: 'gear', popularity: 170, contexts: ['product'] },
  { id: 'repair', category: 'gear', popularity: 160, contexts: ['product', 'account'] },
  { id: 'payment', category: 'account', popularity: 400, contexts: ['cart'] },
  { id: 'invoice', category: 'account', popularity: 280, contexts: ['order', 'account'] },
  { id: 'password', category: 'account', popularity: 320, contexts: ['account'] },
  { id: 'delete-account', category: 'account', popularity: 90, contexts: ['account'] },
] as const satisfies readonly { id: string; category: Category; popularity: number; contexts?: readonly string[]; html?: true }[];

type EntryId = (typeof ENTRIES)[number]['id'];

export interface FaqWords {
  categories: Record<Category, string>;
  /** Question, answer, then other words for it. */
  entries: Record<EntryId, readonly [question: string, answer: string, ...keywords: string[]]>;
  synonyms: readonly (readonly string[])[];
  contact: { chat: string; store: string };
}
