import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, PermissionDefinition, type ID, type RequestContext } from '@vendure/core';
import { IsNull } from 'typeorm';
import { addCodes, adjust } from '../admin.ts';
import { describeClass, describeConstructor, describeMethod } from '../decorate.ts';
import { AftercartPoolCode } from '../entities/pool-code.ts';
import { AftercartReview } from '../entities/review.ts';
import { memberOf } from '../points/account.ts';
import { moderate } from '../reviews/reviews.ts';
import { Runtime } from '../runtime.ts';

export const manageAftercart = new PermissionDefinition({ name: 'ManageAftercart', description: 'Moderates reviews, adjusts points, adds codes' });

const MOST = 100;

export class AdminResolver {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  async aftercartReviews(ctx: RequestContext, { status, skip, take }: { status?: AftercartReview['status'] | null; skip?: number | null; take?: number | null }) {
    const [items, totalItems] = await this.#runtime.table(ctx, AftercartReview).findAndCount({
      where: status ? { status } : {},
      order: { submittedAt: 'ASC', id: 'ASC' },
      skip: Math.max(0, skip ?? 0),
      take: Math.min(MOST, Math.max(1, take ?? MOST)),
    });
    return { items, totalItems };
  }
  aftercartMember(ctx: RequestContext, { customerId }: { customerId: ID }) {
    return memberOf(this.#runtime, ctx, customerId);
  }
  aftercartFreeCodes(ctx: RequestContext, { pool }: { pool: string }) {
    return this.#runtime.table(ctx, AftercartPoolCode).countBy({ pool, takenAt: IsNull() });
  }

  publishAftercartReview(asking: RequestContext, { id }: { id: ID }) {
    return this.#runtime.change(asking, (ctx) => moderate(this.#runtime, ctx, id, 'published', null));
  }
  rejectAftercartReview(asking: RequestContext, { id, reason }: { id: ID; reason?: string | null }) {
    return this.#runtime.change(asking, (ctx) => moderate(this.#runtime, ctx, id, 'rejected', reason ?? null));
  }
  adjustAftercartPoints(ctx: RequestContext, input: Parameters<typeof adjust>[2]) {
    return adjust(this.#runtime, ctx, input);
  }
  addAftercartCodes(ctx: RequestContext, input: Parameters<typeof addCodes>[2]) {
    return addCodes(this.#runtime, ctx, input);
  }
}

describeClass(AdminResolver, Resolver());
describeConstructor(AdminResolver, Runtime);
for (const name of ['aftercartReviews', 'aftercartMember', 'aftercartFreeCodes'] as const) {
  describeMethod(AdminResolver, name, [Query(), Allow(manageAftercart.Permission)], [Ctx(), Args()]);
}
for (const name of ['publishAftercartReview', 'rejectAftercartReview', 'adjustAftercartPoints', 'addAftercartCodes'] as const) {
  describeMethod(AdminResolver, name, [Mutation(), Allow(manageAftercart.Permission)], [Ctx(), Args()]);
}
