/** What a shopper has written so far: in memory always, across reloads where the shopper agreed to it. */
import type { Shop } from '@aftercart/core';
import { DRAFTS } from './review-prompt.ts';

export interface Draft {
  rating?: number | undefined;
  title?: string;
  body?: string;
  displayName?: string;
  /** Ratings by aspect. */
  aspects?: Readonly<Record<string, number | undefined>>;
  /** The review that it changes. */
  reviewId?: string | undefined;
}

type Kept = Record<string, Draft & { at: number }>;

/** A draft that nobody has touched for this long is dropped. */
const KEPT_FOR = 30 * 86_400_000;
const MOST = 20;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isRating = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5;

/** Whatever is on the device was not necessarily written there by us. */
function read(json: string | null, now: number): Kept {
  const kept: Kept = {};
  try {
    for (const [id, value] of Object.entries(JSON.parse(json ?? '{}') as object)) {
      if (!isRecord(value) || typeof value['at'] !== 'number' || now - value['at'] > KEPT_FOR) continue;
      const draft: Draft = {};
      for (const key of ['title', 'body', 'displayName', 'reviewId'] as const) {
        const text = value[key];
        if (typeof text === 'string') draft[key] = text;
      }
      if (isRating(value['rating'])) draft.rating = value['rating'];
      if (isRecord(value['aspects'])) draft.aspects = Object.fromEntries(Object.entries(value['aspects']).filter(([, rating]) => isRating(rating))) as Draft['aspects'] & object;
      kept[id] = { ...draft, at: value['at'] };
    }
  } catch {
    // Nothing that can be read is nothing.
  }
  return kept;
}

export class KeptDrafts {
  readonly #shop: Shop;
  readonly #signal: AbortSignal;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(shop: Shop) {
    this.#shop = shop;
    this.#signal = shop.sessionSignal();
  }

  async #read(): Promise<Kept> {
    return read(await this.#shop.storage.get('drafts', DRAFTS), this.#shop.now());
  }

  async get(requestId: string): Promise<Draft | undefined> {
    const { [requestId]: found } = await this.#read();
    return this.#signal.aborted ? undefined : found;
  }

  /** Keeps a draft, or drops it. One after the other, so that a late write never brings back what was dropped. */
  set(requestId: string, draft: Draft | undefined): void {
    this.#queue = this.#queue.then(async () => {
      const { [requestId]: _, ...others } = await this.#read();
      // What was typed before a sign-out must not be written after it.
      if (this.#signal.aborted) return;
      const entries = Object.entries({ ...others, ...(draft && { [requestId]: { ...draft, at: this.#shop.now() } }) });
      await this.#shop.storage.set('drafts', DRAFTS, entries.length ? JSON.stringify(Object.fromEntries(entries.slice(-MOST))) : null);
    });
  }
}
