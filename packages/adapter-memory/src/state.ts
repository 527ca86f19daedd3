/**
 * What shoppers did, and nothing else: the shop itself is computed afresh from the clock, so that a demo that is kept for
 * weeks never looks old. Plain data, for IndexedDB.
 */
import type { Review, WithdrawalReceipt } from '@aftercart/contract';
import type { Entry } from './points/entry.ts';

export interface StoredRedemption {
  id: string;
  rewardId: string;
  points: number;
  at: number;
  fulfilment: 'pending' | 'issued';
  usage: 'unused' | 'used' | 'untracked';
  expiresAt: number | null;
}

export interface StoredClaim {
  /** Hash of the friend’s normalised e-mail. */
  friend: string;
  /** What the advocate sees. */
  mask: string;
  code: string;
  at: number;
  status: 'claimed' | 'pending';
}

export interface Declaration {
  confirmation: string;
  orderNumber: string;
  name: string;
  email: string;
  items: string[] | null;
  content: string;
}

export interface State {
  version: 1;
  /** Makes ids. */
  count: number;
  enrolled: boolean;
  entries: Entry[];
  redemptions: StoredRedemption[];
  /** Ids of redemptions that were given back. */
  revoked: string[];
  claims: StoredClaim[];
  reviews: Review[];
  declarations: Declaration[];
  receipts: (WithdrawalReceipt & { confirmation: string })[];
  /** Answers by idempotency key, without their codes. */
  answers: { key: string; intent: string; answer: unknown }[];
}

export const freshState = (): State => ({
  version: 1,
  count: 0,
  enrolled: false,
  entries: [],
  redemptions: [],
  revoked: [],
  claims: [],
  reviews: [],
  declarations: [],
  receipts: [],
  answers: [],
});
