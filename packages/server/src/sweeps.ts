/** Work that time brings: expiry, deliveries that failed, answers that are too old to keep. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Runtime } from './context.ts';
import { faqSweeps } from './faq/questions/sweeps.ts';
import { forgetOldAnswers } from './http/idempotency/idempotency.ts';
import { settleDueAccounts } from './points/sweep.ts';
import { settleReferrals } from './referrals/settle.ts';
import { forgetPending } from './tracking/pending.ts';
import { settleReviews } from './reviews/settle.ts';
import { rewardBirthdays } from './shoppers/birthday.ts';
import { pruneOutbox } from './webhooks/prune.ts';
import { sendDue } from './webhooks/send.ts';

/** Every process runs every sweep, so one that runs twice at once must do no harm. */
export interface Sweep {
  name: string;
  /** Seconds between the end of one and the start of the next. */
  every: number;
  run(runtime: Runtime): Promise<void>;
}

const SWEEPS: readonly Sweep[] = [
  { name: 'idempotency', every: 3_600, run: ({ store, clock }) => forgetOldAnswers(store.db, clock()) },
  { name: 'webhooks', every: 1, run: sendDue },
  { name: 'delivered webhooks', every: 3_600, run: pruneOutbox },
  { name: 'points that are due', every: 10, run: settleDueAccounts },
  { name: 'birthdays', every: 3_600, run: rewardBirthdays },
  settleReferrals,
  settleReviews,
  { name: 'pending parcels', every: 3_600, run: forgetPending },
  ...faqSweeps,
];

/** Runs each sweep, and `more` of them, now and again until the server stops. Answers when all have stopped. */
export const startSweeps = (runtime: Runtime, more: readonly Sweep[] = []): Promise<unknown> =>
  Promise.all([...SWEEPS, ...more].map((sweep) => repeat(sweep, runtime)));

async function repeat({ name, every, run }: Sweep, runtime: Runtime): Promise<void> {
  const { stopping, log } = runtime;
  while (!stopping.aborted) {
    try {
      await run(runtime);
    } catch (error) {
      log.error({ err: error, sweep: name }, 'a sweep failed; it runs again');
    }
    await wait(every * 1000, undefined, { signal: stopping }).catch(() => {});
  }
}
