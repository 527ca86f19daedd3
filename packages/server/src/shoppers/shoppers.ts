/** Finding and remembering shoppers. */
import { AdapterError } from '@aftercart/contract';
import type { Context, ShopperContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { ShopperRow } from './tables.ts';

export const findShopper = (db: Database, id: string): Promise<ShopperRow | undefined> =>
  db.selectFrom('shoppers').selectAll().where('id', '=', id).executeTakeFirst();

/** The row of a shopper, made as a candidate when there is none, and held until the transaction ends. Only in writes. */
export function rememberShopper({ db, now }: Pick<Context, 'db' | 'now'>, id: string): Promise<ShopperRow> {
  return db
    .insertInto('shoppers')
    .values({ id, state: 'candidate', created_at: now.toISOString(), blocked_reason: null, enrolled_at: null, birthday: null, email_hash: null, household_hash: null, birthday_rewarded_on: null })
    // Changes nothing, but nobody erases meanwhile what is there.
    .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ id: eb.ref('shoppers.id') })))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Makes a candidate a member. Whether that changed anything: a member stays one.
 *
 * @throws AdapterError CUSTOMER_BLOCKED.
 */
export async function enrolShopper(context: Pick<Context, 'db' | 'now'>, id: string): Promise<boolean> {
  await rememberShopper(context, id);
  const enrolled = await context.db
    .updateTable('shoppers')
    .set({ state: 'member', enrolled_at: context.now.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'candidate')
    .returning('id')
    .executeTakeFirst();
  if (!enrolled && (await findShopper(context.db, id))?.state === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'The merchant blocked this account.');
  return enrolled !== undefined;
}

/** The shopper as a member. @throws AdapterError CUSTOMER_BLOCKED or CUSTOMER_NOT_ENROLLED. */
export async function requireMember(context: ShopperContext): Promise<ShopperRow> {
  const row = await findShopper(context.db, context.shopper.id);
  if (row?.state === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'The merchant blocked this account.');
  if (row?.state !== 'member') throw new AdapterError('CUSTOMER_NOT_ENROLLED', 'The shopper is not in the program: `points.enrol` first.');
  return row;
}

/** @throws AdapterError CUSTOMER_BLOCKED. */
export async function refuseBlocked(context: ShopperContext): Promise<void> {
  const row = await findShopper(context.db, context.shopper.id);
  if (row?.state === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'The merchant blocked this account.');
}
