/** Every change of the tables, oldest first. One that was released is never edited: what follows is a new one. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createDocuments } from '../documents/migration.ts';
import { createFaq } from '../faq/migration.ts';
import { renewFaqWords } from '../faq/words-migration.ts';
import { createIdempotency } from '../http/idempotency/migration.ts';
import { createRateLimits } from '../http/rate-limit-migration.ts';
import { createLive } from '../live/migration.ts';
import { createOrders } from '../orders/migration.ts';
import { createPoints } from '../points/migration.ts';
import { createReferrals } from '../referrals/migration.ts';
import { createReturns } from '../returns/migration.ts';
import { createReviews } from '../reviews/migration.ts';
import { createShoppers } from '../shoppers/migration.ts';
import { createTracking } from '../tracking/migration.ts';
import { createUpstream } from '../upstream/migration.ts';
import { createWebhooks } from '../webhooks/migration.ts';
import type { Engine } from './database.ts';

/** A step that makes tables. The few that need words of one engine get its name. */
export type Step = (db: Kysely<never>, engine: Engine) => Promise<void>;

const steps: Readonly<Record<string, Step>> = {
  '001-shoppers': createShoppers,
  '002-orders': createOrders,
  '003-documents': createDocuments,
  '004-idempotency': createIdempotency,
  '005-live': createLive,
  '006-points': createPoints,
  '007-referrals': createReferrals,
  '008-reviews': createReviews,
  '009-returns': createReturns,
  '010-faq': createFaq,
  '011-tracking': createTracking,
  '012-webhooks': createWebhooks,
  '013-rate-limits': createRateLimits,
  '014-upstream': createUpstream,
  '015-faq-words': renewFaqWords,
};

export const migrations = (engine: Engine): Record<string, Migration> =>
  Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, { up: (db: Kysely<never>) => step(db, engine) }]));
