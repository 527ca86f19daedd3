/** What administrators do with points and codes. */
import type { ID, RequestContext } from '@vendure/core';
import type { AftercartMember } from './entities/member.ts';
import { AftercartPointsEntry } from './entities/points-entry.ts';
import { AftercartPoolCode } from './entities/pool-code.ts';
import { memberOf } from './points/account.ts';
import { Account } from './points/ledger.ts';
import { Refusal } from './refusal.ts';
import type { Runtime } from './runtime.ts';

const LONGEST = 255;

/** @throws Refusal CUSTOMER_NOT_ENROLLED */
export const adjust = (runtime: Runtime, asking: RequestContext, { customerId, points, source, description }: { customerId: ID; points: number; source: string; description?: string | null }): Promise<AftercartMember> =>
  runtime.change(asking, async (ctx) => {
    const account = await Account.open(runtime, ctx, customerId);
    if (!account) throw new Refusal('CUSTOMER_NOT_ENROLLED', 'The customer has not joined the program.');
    const line = { source: `adjustment:${source}`, description: description ?? null };
    if (!(await runtime.table(ctx, AftercartPointsEntry).existsBy({ source: line.source }))) await account.adjust(points, line);
    return (await memberOf(runtime, ctx, customerId))!;
  });

/** How many of them are new. @throws Refusal INVALID_REQUEST */
export const addCodes = (runtime: Runtime, asking: RequestContext, { pool, codes }: { pool: string; codes: readonly string[] }): Promise<number> =>
  runtime.change(asking, async (ctx) => {
    const table = runtime.table(ctx, AftercartPoolCode);
    const before = await table.countBy({ pool });
    for (const code of new Set(codes.map((written) => written.trim()))) {
      if (!code || code.length > LONGEST) throw new Refusal('INVALID_REQUEST', `A code has 1 to ${LONGEST} letters.`);
      await table.createQueryBuilder().insert().values({ pool, code, takenAt: null }).orIgnore().execute();
    }
    return (await table.countBy({ pool })) - before;
  });
