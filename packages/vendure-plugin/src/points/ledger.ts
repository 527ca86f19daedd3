/**
 * The ledger: entries that are only ever added, and the member’s sums beside them. Whoever changes an account holds it until the transaction
 * ends, so that no two spend the same points.
 */
import type { ID, RequestContext } from '@vendure/core';
import { LessThanOrEqual } from 'typeorm';
import { AftercartMember } from '../entities/member.ts';
import { AftercartPointsAward } from '../entities/points-award.ts';
import { AftercartPointsEntry, type EntryKind } from '../entities/points-entry.ts';
import type { Runtime } from '../runtime.ts';

/** Nobody waits for what is due. */
type Due = Pick<AftercartPointsAward, 'status' | 'reason' | 'availableAt'>;
const AT_ONCE: Due = { status: 'approved', reason: null, availableAt: null };

export interface Award {
  points: number;
  kind: EntryKind;
  /** Unique: the same cause counts once. */
  source: string;
  description?: string | null;
  /** What the points wait for; spendable at once when left out. */
  pending?: NonNullable<AftercartPointsAward['reason']>;
}

interface Line {
  delta?: number;
  pendingDelta?: number;
  kind: EntryKind;
  source: string;
  description?: string | null;
  awardId?: ID;
  redemptionId?: ID;
  shown?: boolean;
}

/** An account that is held. */
export class Account {
  readonly #runtime: Runtime;
  readonly #ctx: RequestContext;
  readonly #member: AftercartMember;

  private constructor(runtime: Runtime, ctx: RequestContext, member: AftercartMember) {
    this.#runtime = runtime;
    this.#ctx = ctx;
    this.#member = member;
  }

  /** Holds a member’s account until the transaction of `ctx` ends, and brings it up to now; null for who is no member. */
  static async open(runtime: Runtime, ctx: RequestContext, customerId: ID): Promise<Account | null> {
    const members = runtime.table(ctx, AftercartMember);
    // Changing the row is what holds it, in every database.
    await members.increment({ customerId }, 'changes', 0);
    const member = await members.findOneBy({ customerId });
    if (!member) return null;
    const account = new Account(runtime, ctx, member);
    await account.#settle();
    return account;
  }

  get balance(): number {
    return this.#member.balance;
  }

  /** Adds points. The same source again adds nothing. */
  async award({ points, pending, ...award }: Award): Promise<void> {
    const awards = this.#awards();
    const { customerId } = this.#member;
    if (points <= 0 || (await awards.existsBy({ source: award.source }))) return;
    const state: Due = pending ? { status: 'pending', reason: pending, availableAt: null } : AT_ONCE;
    const { id } = await awards.save({ ...award, ...state, points, customerId, takenBack: 0, description: award.description ?? null });
    await this.#write({ ...award, ...(pending ? { pendingDelta: points } : { delta: points }), awardId: id });
  }

  /** From when on pending points can be spent. */
  async release(source: string, availableAt: Date): Promise<void> {
    await this.#awards().update({ source, status: 'pending' }, { availableAt, reason: 'return_window' });
    await this.#settle();
  }

  /**
   * Takes back what an award gave, up to `total` of its points in all: from what is pending, else from the balance, which may fall below
   * zero.
   */
  async takeBack(source: string, total: number, why: Pick<Line, 'source' | 'description'>): Promise<void> {
    const award = await this.#awards().findOneBy({ source });
    const points = award ? Math.min(total, award.points) - award.takenBack : 0;
    if (!award || points <= 0) return;
    const takenBack = award.takenBack + points;
    const isPending = award.status === 'pending';
    const isVoid = isPending && takenBack === award.points;
    await this.#awards().update({ id: award.id }, { takenBack, ...(isVoid && { status: 'void' as const }) });
    // Of what is void as a whole its owner sees one line, that which is void.
    await this.#write({ ...why, kind: 'refund', awardId: award.id, shown: !isVoid, ...(isPending ? { pendingDelta: -points } : { delta: -points }) });
  }

  /** Spends points; whether there are enough has been asked before. */
  spend(points: number, line: Omit<Line, 'kind' | 'delta'>): Promise<void> {
    return this.#write({ ...line, kind: 'redemption', delta: -points });
  }

  giveBack(points: number, line: Omit<Line, 'kind' | 'delta'>): Promise<void> {
    return this.#write({ ...line, kind: 'redemption', delta: points });
  }

  /** What an administrator adds or takes. */
  adjust(points: number, line: Pick<Line, 'source' | 'description'>): Promise<void> {
    return this.#write({ ...line, kind: 'adjustment', delta: points });
  }

  /** Points whose day has come become spendable. */
  async #settle(): Promise<void> {
    const { customerId } = this.#member;
    const due = await this.#awards().findBy({ customerId, status: 'pending', availableAt: LessThanOrEqual(this.#runtime.now()) });
    for (const { id, source, kind, points, takenBack } of due) {
      const rest = points - takenBack;
      await this.#awards().update({ id }, { status: 'approved', reason: null });
      await this.#write({ kind, source: `due:${source}`, awardId: id, delta: rest, pendingDelta: -rest, shown: false });
    }
  }

  async #write({ delta = 0, pendingDelta = 0, description = null, awardId, redemptionId, shown = true, kind, source }: Line): Promise<void> {
    const member = this.#member;
    member.changes += 1;
    member.balance += delta;
    member.pending += pendingDelta;
    if (kind === 'redemption') member.spent -= delta;
    else member.lifetime = Math.max(0, member.lifetime + delta);
    const { id, customerId, changes, balance, pending, lifetime, spent } = member;
    await this.#runtime.table(this.#ctx, AftercartPointsEntry).insert({
      customerId, position: changes, delta, pendingDelta, kind, description, source, shown, awardId: awardId ?? null, redemptionId: redemptionId ?? null, time: this.#runtime.now(),
    });
    await this.#runtime.table(this.#ctx, AftercartMember).update({ id }, { changes, balance, pending, lifetime, spent });
  }

  #awards() {
    return this.#runtime.table(this.#ctx, AftercartPointsAward);
  }
}
