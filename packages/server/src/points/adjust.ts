/** Points that the merchant gives or takes by hand. */
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import { changeAccount } from './ledger/account.ts';
import { earn } from './ledger/earn.ts';
import { findEntry, writeEntry } from './ledger/entries.ts';
import { takeFromBatches } from './ledger/spend.ts';

export interface Adjustment {
  shopperId: string;
  /** Given, or taken when below zero; scaled by the program’s `decimals`. Never 0. */
  points: number;
  /** In words, for the shopper. */
  reason: string | null;
  /** The merchant’s own name for it: told again, it has no second effect. */
  reference: string;
}

/**
 * Whether it was new.
 *
 * @throws AdapterError CONFLICT when the reference is known with something else; CUSTOMER_BLOCKED when points are given to who is blocked.
 */
export async function adjust(context: Context, { shopperId, points, reason, reference }: Adjustment): Promise<boolean> {
  const source = `adjustment:${reference}`;
  return changeAccount(context, shopperId, async (account) => {
    const known = await findEntry(context.db, source);
    if (known) {
      if (known.shopper_id === shopperId && known.delta === points) return false;
      throw new AdapterError('CONFLICT', `The adjustment ${reference} is known with ${known.delta} points for ${known.shopper_id}: give another one another name.`);
    }
    const entry = { kind: 'adjustment', description: reason, source } as const;
    if (points < 0) await writeEntry(context, account, { ...entry, delta: points }, await takeFromBatches(context, account, -points));
    else if ((await findShopper(context.db, shopperId))?.state === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', `The shopper ${shopperId} is blocked and gets no points.`);
    else await earn(context, account, { ...entry, points });
    return true;
  });
}
