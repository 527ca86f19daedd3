/** Shoppers of another program, with the points that they bring along. */
import { AdapterError } from '@aftercart/contract';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { Email, Instant, ShopperId } from '../../orders/order-in.ts';
import { householdOf } from '../../orders/household.ts';
import { award } from '../../points/award.ts';
import { touchAccount } from '../../points/ledger/account.ts';
import { findEntry } from '../../points/ledger/entries.ts';
import { isBirthday } from '../../shoppers/birthday.ts';
import { rememberShopper } from '../../shoppers/shoppers.ts';
import type { ShopperRow } from '../../shoppers/tables.ts';
import { required, text, time, whole } from '../columns.ts';
import type { Kind } from '../types.ts';
import { writeEach } from './refusals.ts';

const ImportedShopper = z
  .strictObject({
    id: ShopperId,
    state: z.enum(['candidate', 'member', 'blocked'], 'must be candidate, member or blocked').nullish(),
    blockedReason: z.string().min(1).max(1_000).nullish(),
    enrolledAt: Instant.nullish(),
    birthday: z.string().refine((day) => isBirthday(day.replace(/^\d{4}-/, '')), 'must be MM-DD or YYYY-MM-DD').nullish(),
    email: Email.nullish(),
    address: z.string().min(1).max(1_000).nullish(),
    points: z.int().min(0).max(1_000_000_000_000).nullish(),
  })
  .refine(({ points, state }) => !points || state === 'member', { path: ['points'], error: 'only a member has points: state must be member' });
type ImportedShopper = z.infer<typeof ImportedShopper>;

export const shoppers: Kind<ImportedShopper> = {
  columns: {
    id: required(text('the `sub` of the shopper’s tokens')),
    state: text('candidate (has an account with the shop), member (is in the program) or blocked'),
    blockedReason: text('why the shopper is blocked, for the merchant'),
    enrolledAt: time('when a member joined'),
    birthday: text('the birthday as MM-DD or YYYY-MM-DD; the year is not kept'),
    email: text('an e-mail address; only its fingerprint is kept'),
    address: text('the whole postal address in one cell; only its fingerprint is kept'),
    points: whole('the opening balance of a member as a whole number, in the program’s smallest unit'),
  },
  schema: ImportedShopper,
  key: (shopper) => `The shopper ${shopper.id}`,
  write: (context, records) => writeEach(records, (value) => writeShopper(context, value)),
};

async function writeShopper(context: Context, told: ImportedShopper): Promise<'imported' | 'skipped'> {
  const before = await context.db.selectFrom('shoppers').select('id').where('id', '=', told.id).executeTakeFirst();
  const known = await rememberShopper(context, told.id);
  const changes = changesOf(context, told, known);
  if (changes) await context.db.updateTable('shoppers').set(changes).where('id', '=', told.id).execute();
  if (before && changes?.state) await touchAccount(context, told.id);
  const opened = await open(context, told);
  return !before || changes || opened ? 'imported' : 'skipped';
}

/** What is left out stays as it is known. */
function changesOf({ now, runtime: { fingerprints } }: Context, told: ImportedShopper, known: ShopperRow): Partial<ShopperRow> | undefined {
  const wanted: Partial<ShopperRow> = {
    ...(told.state && { state: told.state }),
    ...(told.blockedReason && { blocked_reason: told.blockedReason }),
    ...(told.state === 'member' && { enrolled_at: told.enrolledAt ? new Date(told.enrolledAt).toISOString() : (known.enrolled_at ?? now.toISOString()) }),
    ...(told.birthday && { birthday: told.birthday.slice(-5) }),
    ...(told.email && { email_hash: fingerprints.email(told.email) }),
    ...(told.address && { household_hash: householdOf(fingerprints, told.address) }),
  };
  const changed = Object.entries(wanted).filter(([name, value]) => known[name as keyof ShopperRow] !== value);
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/** Gives the opening balance, once. */
async function open(context: Context, { id: shopperId, points }: ImportedShopper): Promise<boolean> {
  if (!points) return false;
  const source = `opening:${shopperId}`;
  const given = await findEntry(context.db, source);
  if (given && given.delta !== points) {
    throw new AdapterError('CONFLICT', `The shopper ${shopperId} came with ${given.delta} points, not ${points}: a balance that was given is changed by an adjustment.`);
  }
  if (!given) await award(context, { shopperId, points, kind: 'adjustment', description: null, source });
  return !given;
}
