/** What the merchant may do with shoppers. Contact details go in and never come out: only fingerprints of them are kept. */
import { AdapterError } from '@aftercart/contract';
import { id } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { householdOf } from '../orders/household.ts';
import { enrol } from '../points/enrol.ts';
import { touchAccount } from '../points/ledger/account.ts';
import { isBirthday } from './birthday.ts';
import { findShopper, rememberShopper } from './shoppers.ts';
import type { ShopperRow } from './tables.ts';

const parameters = z.object({ shopperId: id().describe('The `sub` of the shop’s tokens.') });

const ShopperOut = z.object({
  id: z.string(),
  state: z.enum(['candidate', 'member', 'blocked']),
  blockedReason: z.string().nullable(),
  enrolledAt: z.string().nullable(),
  birthday: z.string().nullable().describe('`MM-DD`.'),
  known: z.object({ email: z.boolean(), address: z.boolean() }).describe('Whether a fingerprint is kept.'),
});

const ShopperIn = z.object({
  email: z.email().max(320).nullish().describe('Kept as a fingerprint. Null forgets it; left out, it stays.'),
  address: z.string().min(1).max(1_000).nullish().describe('Whole postal address; kept as a fingerprint. Null forgets it; left out, it stays.'),
  birthday: z.string().refine(isBirthday, 'must be a day of the year such as 11-22 (MM-DD)').nullish().describe('`MM-DD`. Null forgets it; left out, it stays.'),
  member: z.literal(true).nullish().describe('Enrols the shopper, with the points for joining.'),
});

const out = (row: ShopperRow): z.infer<typeof ShopperOut> => ({
  id: row.id,
  state: row.state,
  blockedReason: row.blocked_reason,
  enrolledAt: row.enrolled_at,
  birthday: row.birthday,
  known: { email: row.email_hash !== null, address: row.household_hash !== null },
});

const requireShopper = async ({ db }: Context, shopperId: string): Promise<ShopperRow> => {
  const row = await findShopper(db, shopperId);
  if (!row) throw new AdapterError('INVALID_REQUEST', `There is no shopper ${shopperId}: \`PUT /shoppers/${shopperId}\` makes one.`);
  return row;
};

async function write(context: Context, shopperId: string, { email, address, birthday, member }: z.infer<typeof ShopperIn>): Promise<ShopperRow> {
  const { db, runtime: { fingerprints } } = context;
  await rememberShopper(context, shopperId);
  const changes = {
    ...(email !== undefined && { email_hash: email && fingerprints.email(email) }),
    ...(address !== undefined && { household_hash: address && householdOf(fingerprints, address) }),
    ...(birthday !== undefined && { birthday }),
  };
  if (Object.keys(changes).length > 0) await db.updateTable('shoppers').set(changes).where('id', '=', shopperId).execute();
  if (member) await enrol(context, shopperId);
  return requireShopper(context, shopperId);
}

async function setState(context: Context, shopperId: string, change: Pick<ShopperRow, 'state' | 'blocked_reason'>): Promise<ShopperRow> {
  const row = await context.db.updateTable('shoppers').set(change).where('id', '=', shopperId).returningAll().executeTakeFirst();
  // Erased by somebody else in this very moment.
  if (!row) return requireShopper(context, shopperId);
  await touchAccount(context, shopperId);
  return row;
}

export const shoppersMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /shoppers/{shopperId}', {
    summary: 'Reads what is known of a shopper.',
    parameters,
    answer: ShopperOut,
    handle: async ({ parameters: { shopperId } }, context) => out(await requireShopper(context, shopperId)),
  }),
  merchantOperation('PUT /shoppers/{shopperId}', {
    summary: 'Says who a shopper is: e-mail, address, birthday, membership. What is left out stays.',
    parameters,
    body: ShopperIn,
    answer: ShopperOut,
    handle: async ({ parameters: { shopperId }, body }, context) => out(await write(context, shopperId, body)),
  }),
  merchantOperation('POST /shoppers/{shopperId}/block', {
    summary: 'Blocks a shopper: no points, rewards or referrals until unblocked. What the shopper has stays.',
    parameters,
    body: z.object({ reason: z.string().min(1).max(1_000).describe('For the merchant; shoppers never read it.') }),
    answer: ShopperOut,
    async handle({ parameters: { shopperId }, body: { reason } }, context) {
      await rememberShopper(context, shopperId);
      return out(await setState(context, shopperId, { state: 'blocked', blocked_reason: reason }));
    },
  }),
  merchantOperation('POST /shoppers/{shopperId}/unblock', {
    summary: 'Lets a blocked shopper in again, as what they were.',
    parameters,
    answer: ShopperOut,
    async handle({ parameters: { shopperId } }, context) {
      const row = await requireShopper(context, shopperId);
      if (row.state !== 'blocked') return out(row);
      return out(await setState(context, shopperId, { state: row.enrolled_at ? 'member' : 'candidate', blocked_reason: null }));
    },
  }),
];
