/** Redemptions: finding and showing them. */
import type { Redemption } from '@aftercart/contract';
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { RedemptionRow } from './tables.ts';

export const viewRedemption = (row: RedemptionRow, now: Date): Redemption => ({
  id: row.id,
  rewardId: row.reward_id,
  title: row.title,
  pointsSpent: row.points_spent,
  fulfilment: row.fulfilment,
  usage: row.usage,
  // A code that was given back is no good any more.
  code: row.fulfilment === 'issued' ? row.code : null,
  expiresAt: row.expires_at,
  revocable: isRevocable(row, now),
  createdAt: row.created_at,
});

/** Only a code that nobody has used and that could still be used is worth its points. */
export const isRevocable = ({ fulfilment, usage, expires_at: expiresAt }: RedemptionRow, now: Date): boolean =>
  fulfilment === 'issued' && usage === 'unused' && (expiresAt === null || expiresAt > now.toISOString());

export const findRedemption = ({ db }: Pick<Context, 'db'>, id: string): Promise<RedemptionRow | undefined> =>
  db.selectFrom('redemptions').selectAll().where('id', '=', id).executeTakeFirst();

/** Said to those who may not know of it, too. */
export const noSuchRedemption = (): AdapterError => new AdapterError('INVALID_REQUEST', 'There is no such redemption.');
