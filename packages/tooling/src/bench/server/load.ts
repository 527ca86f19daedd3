/** A shop with a history, written straight into its tables. */
import type { Place } from './engines.ts';

/** Entries of each shopper: what was earned, one batch each; of these some expired and some were spent on rewards. */
const EARNED = 30;
const EXPIRED = 10;
const REDEEMED = 10;
export const ENTRIES = EARNED + EXPIRED + REDEEMED;
/** Points of each batch. */
export const POINTS = 100;
/** Rewards that each shopper may still redeem. */
export const REDEEMABLE = EARNED - EXPIRED - REDEEMED;
const CODES_PER_SHOPPER = REDEEMABLE;
export const POOL = 'five';
export const REWARD = 'five-off';

const DAY = 86_400_000;
const EVERY = 7;
const TABLES = ['shoppers', 'points_accounts', 'points_batches', 'points_entries', 'points_allocations', 'redemptions', 'coupon_codes'];

export const shopperName = (index: number): string => `shopper-${index.toString(16).padStart(12, '0')}`;

/** A time so many days from now, as the tables have it. */
const inDays = (days: number): string => `'${new Date(Date.now() + days * DAY).toISOString()}'`;

/**
 * Writes the history in the order in which it would have come about: the first entry of every shopper, then the second of every one, and so
 * on, so that the rows of one shopper lie far apart. Where it does no harm, indices are taken away and made again, which is faster by far.
 */
export async function loadHistory({ sql, dialect }: Place, shoppers: number): Promise<void> {
  const hex = dialect.hex('g.n');
  const all = dialect.series(shoppers);
  const shopper = `'shopper-' || ${hex}`;
  // As long as the ids that the server makes.
  const id = (kind: number, step: number) => `'${kind.toString(16).padStart(8, '0')}-${step.toString(16).padStart(4, '0')}-7000-8000-' || ${hex}`;
  const [ENTRY, BATCH, REDEMPTION] = [1, 2, 3] as const;

  const entry = (step: number, kind: string, delta: number, source: string, at: string, more: { batch?: string; redemption?: string }) =>
    `insert into points_entries (id, shopper_id, delta, pending_delta, kind, source, batch_id, redemption_id, created_at, shown)
     select ${id(ENTRY, step)}, ${shopper}, ${delta}, 0, '${kind}', ${source}, ${more.batch ?? 'null'}, ${more.redemption ?? 'null'}, ${at}, 1 from ${all}`;
  const allocation = (step: number, batch: string) => `insert into points_allocations (entry_id, batch_id, points) select ${id(ENTRY, step)}, ${batch}, ${POINTS} from ${all}`;

  const statements = [
    `insert into shoppers (id, state, enrolled_at, created_at) select ${shopper}, 'member', ${inDays(-500)}, ${inDays(-500)} from ${all}`,
    `insert into points_accounts (shopper_id, balance, pending, lifetime, spent, due_at, change)
     select ${shopper}, ${REDEEMABLE * POINTS}, 0, ${EARNED * POINTS}, ${REDEEMED * POINTS}, ${inDays(30)}, ${ENTRIES} from ${all}`,
    `insert into coupon_codes (code, pool) select 'CODE-' || ${hex}, '${POOL}' from ${dialect.series(shoppers * CODES_PER_SHOPPER)}`,
  ];
  for (let step = 0; step < EARNED; step++) {
    const [batch, at] = [id(BATCH, step), inDays(-EVERY * (ENTRIES - step))];
    const [status, remaining, lapsed] = step < EXPIRED ? ['expired', 0, POINTS] : step < EXPIRED + REDEEMED ? ['approved', 0, 0] : ['approved', POINTS, 0];
    const expires = step < EXPIRED ? inDays(-EVERY * (ENTRIES - EARNED - step)) : inDays(30 + step);
    statements.push(
      `insert into points_batches (id, shopper_id, kind, points, remaining, lapsed, status, available_at, expires_at, created_at)
       select ${batch}, ${shopper}, 'purchase', ${POINTS}, ${remaining}, ${lapsed}, '${status}', ${at}, ${expires}, ${at} from ${all}`,
      entry(step, 'purchase', POINTS, `'order:' || ${batch}`, at, { batch }),
    );
  }
  for (let step = 0; step < EXPIRED; step++) {
    const batch = id(BATCH, step);
    statements.push(entry(EARNED + step, 'expiry', -POINTS, `'expired:' || ${batch}`, inDays(-EVERY * (ENTRIES - EARNED - step)), { batch }), allocation(EARNED + step, batch));
  }
  for (let step = 0; step < REDEEMED; step++) {
    const [redemption, at, number] = [id(REDEMPTION, step), inDays(-EVERY * (REDEEMED - step)), EARNED + EXPIRED + step];
    statements.push(
      `insert into redemptions (id, shopper_id, reward_id, title, points_spent, fulfilment, usage, code, created_at)
       select ${redemption}, ${shopper}, '${REWARD}', 'Five off', ${POINTS}, 'issued', 'used', 'USED-${step}-' || ${hex}, ${at} from ${all}`,
      entry(number, 'redemption', -POINTS, `'redemption:' || ${redemption}`, at, { redemption }),
      allocation(number, id(BATCH, EXPIRED + step)),
    );
  }
  const indices = await sql(dialect.indices(TABLES));
  await sql(`begin;\n${[...indices.map(([name]) => `drop index ${name}`), ...statements, ...indices.map(([, definition]) => definition!)].join(';\n')};\ncommit;`);
  for (const statement of dialect.settle) await sql(statement);
}
