/** Redemptions, for the merchant: handing them out, and telling that a code was used. */
import { AdapterError } from '@aftercart/contract';
import { id, instant, line, Redemption } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';
import { changeAccount, touchAccount } from '../ledger/account.ts';
import { giveBack } from '../ledger/give-back.ts';
import { findRedemption, noSuchRedemption, viewRedemption } from '../redemptions.ts';
import { close } from '../revoke.ts';
import type { RedemptionRow } from '../tables.ts';

const parameters = z.object({ redemptionId: id() });

const Fulfilment = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('issued'),
    code: line().min(1).nullish().describe('Coupon code, when there is one.'),
    expiresAt: instant().nullish().describe('Last moment to use it.'),
  }),
  z.object({ status: z.literal('failed') }),
]);

async function requireRedemption(context: Context, redemptionId: string): Promise<RedemptionRow> {
  const row = await findRedemption(context, redemptionId);
  if (!row) throw noSuchRedemption();
  return row;
}

/** Told again, it has no second effect. */
async function fulfil(context: Context, redemptionId: string, fulfilment: z.infer<typeof Fulfilment>): Promise<RedemptionRow> {
  const { shopper_id: shopperId } = await requireRedemption(context, redemptionId);
  return changeAccount(context, shopperId, async (account) => {
    const row = await requireRedemption(context, redemptionId);
    if (row.fulfilment === fulfilment.status) return row;
    if (row.fulfilment !== 'pending') throw new AdapterError('CONFLICT', `The redemption is ${row.fulfilment} already.`);
    if (fulfilment.status === 'failed') {
      await giveBack(context, account, row);
      return close(context, row, 'failed');
    }
    const { code, expiresAt } = fulfilment;
    if (code) await claimCode(context, code, row);
    account.changed = true;
    return context.db
      .updateTable('redemptions')
      .set({ fulfilment: 'issued', usage: code ? 'unused' : 'untracked', code: code ?? null, expires_at: expiresAt ? new Date(expiresAt).toISOString() : null })
      .where('id', '=', redemptionId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** A code of the shop’s own making, which no pool may give to anybody else. */
async function claimCode({ db, now }: Context, code: string, { id: redemptionId, reward_id: rewardId }: RedemptionRow): Promise<void> {
  const claimed = await db
    .insertInto('coupon_codes')
    .values({ code, pool: `reward:${rewardId}`, taken_by: `redemption:${redemptionId}`, taken_at: now.toISOString(), expires_at: null })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .executeTakeFirst();
  if (!claimed) throw new AdapterError('CONFLICT', `The code ${code} is known already: each is given to one, once.`);
}

async function use({ db }: Context, code: string): Promise<RedemptionRow> {
  const used = await db
    .updateTable('redemptions')
    .set({ usage: 'used' })
    .where('code', '=', code)
    .where('fulfilment', '=', 'issued')
    .returningAll()
    .executeTakeFirst();
  if (used) return used;
  const row = await db.selectFrom('redemptions').select('fulfilment').where('code', '=', code).executeTakeFirst();
  if (row) throw new AdapterError('CONFLICT', 'The code was given back: don’t accept it.');
  throw new AdapterError('INVALID_REQUEST', 'No redemption has this code.');
}

export const redemptionOperations: readonly MerchantOperation[] = [
  merchantOperation('POST /points/redemptions/{redemptionId}/fulfilment', {
    summary: 'Says that a reward without a pool was handed out, or could not be: then the points go back.',
    parameters,
    body: Fulfilment,
    answer: Redemption,
    handle: async ({ parameters: { redemptionId }, body }, context) => viewRedemption(await fulfil(context, redemptionId, body), context.now),
  }),
  merchantOperation('POST /points/redemptions/used', {
    summary: 'Says that a code was used, so that it can’t be given back. Refused with CONFLICT when it was.',
    body: z.object({ code: line().min(1) }),
    answer: Redemption,
    async handle({ body }, context) {
      const row = await use(context, body.code);
      await touchAccount(context, row.shopper_id);
      return viewRedemption(row, context.now);
    },
  }),
];
