/** Coupon codes that the shop made beforehand. */
import { z } from 'zod';
import { Instant } from '../../orders/order-in.ts';
import { required, text, time } from '../columns.ts';
import type { Kind } from '../types.ts';
import { insertInParts } from './insert.ts';

const ImportedCode = z.strictObject({ code: z.string().min(1).max(200), pool: z.string().min(1).max(200), expiresAt: Instant.nullish() });
type ImportedCode = z.infer<typeof ImportedCode>;

export const couponCodes: Kind<ImportedCode> = {
  columns: {
    code: required(text('the code as it is typed at the checkout')),
    pool: required(text('the pool that rewards and offers take it from')),
    expiresAt: time('when it can no longer be used'),
  },
  schema: ImportedCode,
  key: ({ code }) => `The code ${code}`,
  async write({ db }, records) {
    const rows = records.map(({ value: { code, pool, expiresAt } }) => ({
      code, pool, taken_by: null, taken_at: null, expires_at: expiresAt ? new Date(expiresAt).toISOString() : null,
    }));
    const inserted = new Set<string>();
    await insertInParts(rows, async (part) => {
      const codes = await db.insertInto('coupon_codes').values(part).onConflict((conflict) => conflict.column('code').doNothing()).returning('code').execute();
      for (const { code } of codes) inserted.add(code);
    });
    const others = rows.map(({ code }) => code).filter((code) => !inserted.has(code));
    const known = new Map((others.length > 0 ? await db.selectFrom('coupon_codes').selectAll().where('code', 'in', others).execute() : []).map((row) => [row.code, row]));
    return rows.map(({ code, pool, expires_at: expires }, index) => {
      const before = known.get(code);
      if (!before) return 'imported';
      if (before.pool === pool && before.expires_at === expires) return 'skipped';
      return {
        row: records[index]!.row,
        column: before.pool === pool ? 'expiresAt' : 'pool',
        problem: `The code ${code} is known in the pool ${before.pool}, until ${before.expires_at ?? 'for ever'}.`,
        mend: 'A code stays as it was first told, since somebody may have it: take it out of the file.',
      };
    });
  },
};
