/** What one customer has, and their ledger. */
import type { HistoryInput, LedgerEntry, LedgerPage, PointsAccount } from '@aftercart/contract';
import type { Customer, ID, RequestContext } from '@vendure/core';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { AftercartMember } from '../entities/member.ts';
import { AftercartPointsAward } from '../entities/points-award.ts';
import { AftercartPointsEntry } from '../entities/points-entry.ts';
import { AftercartRedemption } from '../entities/redemption.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import { Account } from './ledger.ts';
import { viewRedemptions } from './redemptions.ts';

const NOTHING = { balance: 0, pending: 0, lifetime: 0, spent: 0, pendingBatches: [], expiringBatches: [] };
const MOST_PENDING = 200;
const PAGE = 20;
const LONGEST_PAGE = 200;

/** For guests and candidates zeros. */
export async function accountOf(runtime: Runtime, ctx: RequestContext): Promise<PointsAccount> {
  const asOf = runtime.now().toISOString();
  const customer = await runtime.customer(ctx);
  if (!customer) return { ...NOTHING, state: 'guest', asOf };
  const member = await memberOf(runtime, ctx, customer.id);
  if (!member) return { ...NOTHING, state: 'candidate', asOf };
  const waiting = await runtime.table(ctx, AftercartPointsAward).findBy({ customerId: customer.id, status: 'pending' });
  const when = ({ availableAt }: AftercartPointsAward) => availableAt?.getTime() ?? Infinity;
  return {
    ...NOTHING,
    state: 'member',
    balance: member.balance,
    pending: member.pending,
    lifetime: member.lifetime,
    spent: member.spent,
    pendingBatches: waiting
      .sort((a, b) => when(a) - when(b))
      .slice(0, MOST_PENDING)
      .map(({ points, takenBack, availableAt, reason, description }) => ({ points: points - takenBack, availableAt: availableAt?.toISOString() ?? null, reason: reason ?? 'other', description })),
    asOf,
  };
}

/** With all that is due in the balance. */
export async function memberOf(runtime: Runtime, ctx: RequestContext, customerId: ID): Promise<AftercartMember | null> {
  const isDue = await runtime.table(ctx, AftercartPointsAward).existsBy({ customerId, status: 'pending', availableAt: LessThanOrEqual(runtime.now()) });
  if (isDue) await runtime.change(ctx, (within) => Account.open(runtime, within, customerId));
  return runtime.table(ctx, AftercartMember).findOneBy({ customerId });
}

/**
 * Makes the customer a member; joining again changes nothing.
 *
 * @throws Refusal NOT_ELIGIBLE when the shop has no program.
 */
export async function enrol(runtime: Runtime, ctx: RequestContext, { id: customerId }: Customer): Promise<PointsAccount> {
  const { points } = runtime.options;
  if (!points) throw new Refusal('NOT_ELIGIBLE', 'The shop has no points program.');
  await runtime.table(ctx, AftercartMember).createQueryBuilder().insert().values({ customerId, balance: 0, pending: 0, lifetime: 0, spent: 0, changes: 0 }).orIgnore().execute();
  if (points.signUp) {
    const account = await Account.open(runtime, ctx, customerId);
    await account!.award({ points: points.signUp.points, kind: 'sign_up', source: `sign_up:${customerId}` });
  }
  return accountOf(runtime, ctx);
}

/** The newest first. @throws Refusal UNAUTHENTICATED, INVALID_REQUEST */
export async function historyOf(runtime: Runtime, ctx: RequestContext, { cursor, limit }: HistoryInput): Promise<LedgerPage> {
  const { id: customerId } = await runtime.requireCustomer(ctx);
  const size = limit ?? PAGE;
  const before = cursor == null ? Number.MAX_SAFE_INTEGER : Number(cursor);
  if (!(size >= 1 && size <= LONGEST_PAGE)) throw new Refusal('INVALID_REQUEST', `\`limit\` must be from 1 to ${LONGEST_PAGE}.`);
  if (!Number.isSafeInteger(before)) throw new Refusal('INVALID_REQUEST', '`cursor` is none of ours.');
  await memberOf(runtime, ctx, customerId);
  const rows = await runtime.table(ctx, AftercartPointsEntry).find({
    where: { customerId, shown: true, ...(cursor != null && { position: LessThan(before) }) },
    order: { position: 'DESC' },
    take: size + 1,
  });
  const page = rows.slice(0, size);
  const awards = await byId(runtime.table(ctx, AftercartPointsAward).findBy({ id: In(page.flatMap(({ awardId }) => awardId ?? [])) }));
  const taken = await runtime.table(ctx, AftercartRedemption).findBy({ id: In(page.flatMap(({ redemptionId }) => redemptionId ?? [])) });
  const redemptions = await byId(viewRedemptions(runtime, ctx, taken));
  return {
    items: page.map((entry) => viewEntry(entry, awards.get(String(entry.awardId)), redemptions.get(String(entry.redemptionId)))),
    nextCursor: rows.length > size ? String(page.at(-1)!.position) : null,
  };
}

const byId = async <T extends { id: ID }>(rows: Promise<T[]>): Promise<Map<string, T>> => new Map((await rows).map((row) => [String(row.id), row]));

/** An entry stands where its award stands, as far as the award’s fate is its own. */
function viewEntry(entry: AftercartPointsEntry, award: AftercartPointsAward | undefined, redemption: LedgerEntry['redemption'] | undefined): LedgerEntry {
  const delta = entry.delta + entry.pendingDelta;
  const status = award && (delta > 0 || entry.pendingDelta !== 0) ? award.status : 'approved';
  return {
    id: String(entry.id),
    delta,
    status,
    kind: entry.kind,
    description: entry.description,
    createdAt: entry.time.toISOString(),
    availableAt: status === 'pending' ? (award?.availableAt?.toISOString() ?? null) : null,
    redemption: redemption ?? null,
  };
}
