/** Coupon codes, for the merchant: putting them into pools, and looking at what is left. */
import { id, instant, line } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { decodeCursor, DEFAULT_PAGE, encodeCursor } from '../../database/page.ts';
import { InvalidInput } from '../../http/problem.ts';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';

const MOST_CODES = 10_000;
/** Codes that one statement asks about or adds; engines have a most number of parameters. */
const PORTION = 500;

const code = () => line().min(1);
const NewCodes = z.object({
  pool: id().describe('Which rewards or offers they are for: the `pool` of a reward.'),
  codes: z.array(code()).min(1).max(MOST_CODES),
  expiresAt: instant().nullish().describe('Last moment to use them.'),
});

const Pool = z.object({ pool: z.string(), free: z.int(), taken: z.int(), expired: z.int().describe('Not taken, and too old to be given.') });

/** Adds all of them or, when one is known already, none: then `errors` names each that stands in the way. */
async function addCodes({ db }: Context, { pool, codes, expiresAt }: z.infer<typeof NewCodes>): Promise<void> {
  const rows = codes.map((text) => ({ code: text, pool, taken_by: null, taken_at: null, expires_at: expiresAt ? new Date(expiresAt).toISOString() : null }));
  const refused = new Map<number, string>();
  const seen = new Set<string>();
  for (const [index, text] of codes.entries()) {
    if (seen.has(text)) refused.set(index, 'is twice in the list');
    seen.add(text);
  }
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION);
    const added = await db.insertInto('coupon_codes').values(portion).onConflict((conflict) => conflict.column('code').doNothing()).returning('code').execute();
    const fresh = new Set(added.map((row) => row.code));
    for (const [index, row] of portion.entries()) {
      if (!fresh.has(row.code) && !refused.has(from + index)) refused.set(from + index, 'is known already');
    }
  }
  // Thrown after all was tried, so that all is named; the transaction undoes what was added.
  if (refused.size > 0) {
    throw new InvalidInput(new z.ZodError([...refused].map(([index, message]) => ({ code: 'custom', path: ['codes', index], message: `${codes[index]} ${message}`, input: codes[index] }))));
  }
}

async function countPools({ db, now }: Context, pool?: string): Promise<z.infer<typeof Pool>[]> {
  const at = now.toISOString();
  let query = db.selectFrom('coupon_codes');
  if (pool !== undefined) query = query.where('pool', '=', pool);
  const rows = await query
    .select((eb) => [
      'pool',
      eb.fn.countAll<number>().as('all'),
      eb.fn.count<number>('taken_by').as('taken'),
      eb.fn.sum<number>(eb.case().when('taken_by', 'is not', null).then(0).when('expires_at', '<=', at).then(1).else(0).end()).as('expired'),
    ])
    .groupBy('pool')
    .orderBy('pool')
    .execute();
  return rows.map(({ pool, all, taken, expired }) => ({ pool, taken, expired, free: all - taken - expired }));
}

export const codeOperations: readonly MerchantOperation[] = [
  merchantOperation('POST /points/coupon-codes', {
    summary: 'Adds coupon codes to a pool: all of them, or none when one is known already.',
    body: NewCodes,
    answer: Pool,
    mostBytes: 4 * 1024 * 1024,
    async handle({ body }, context) {
      await addCodes(context, body);
      return (await countPools(context, body.pool))[0]!;
    },
  }),
  merchantOperation('GET /points/coupon-codes', {
    summary: 'How many codes each pool has.',
    answer: z.object({ pools: z.array(Pool) }),
    handle: async (_, context) => ({ pools: await countPools(context) }),
  }),
  merchantOperation('GET /points/coupon-codes/{pool}', {
    summary: 'The codes of a pool.',
    parameters: z.object({ pool: id(), cursor: z.string().max(2_000).optional(), limit: z.coerce.number().pipe(z.int().min(1).max(200)).optional() }),
    answer: z.object({
      items: z.array(z.object({ code: z.string(), takenBy: z.string().nullable(), takenAt: z.string().nullable(), expiresAt: z.string().nullable() })),
      nextCursor: z.string().nullable(),
    }),
    async handle({ parameters: { pool, cursor, limit = DEFAULT_PAGE } }, { db }) {
      const [, after = ''] = decodeCursor(cursor) ?? [];
      const rows = await db.selectFrom('coupon_codes').selectAll().where('pool', '=', pool).where('code', '>', after).orderBy('code').limit(limit + 1).execute();
      const items = rows.slice(0, limit).map((row) => ({ code: row.code, takenBy: row.taken_by, takenAt: row.taken_at, expiresAt: row.expires_at }));
      return { items, nextCursor: rows.length > limit ? encodeCursor([pool, items.at(-1)!.code]) : null };
    },
  }),
];
