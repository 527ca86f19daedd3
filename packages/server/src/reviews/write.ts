/** Submitting, changing and taking back a review. One star and five take the same way. */
import { AdapterError, type ReviewInput } from '@aftercart/contract';
import { v7 as uuid } from 'uuid';
import type { Context, ShopperContext } from '../context.ts';
import type { ServedReviews } from '../services.ts';
import { refuseBlocked, rememberShopper } from '../shoppers/shoppers.ts';
import { announce } from '../webhooks/outbox.ts';
import { hasRoom, settleReward, type PromisedIncentive } from './incentive.ts';
import { isOpen, ownLines } from './lines.ts';
import { sayIncentive, sayReview } from './say.ts';
import { aspectsOf, readSettings, type ReviewSettings } from './settings.ts';
import type { ReviewRow } from './tables.ts';

type Text = Omit<ReviewInput, 'requestId' | 'incentivised'>;

export const submit: ServedReviews['submit'] = async ({ requestId, incentivised, ...text }, context) => {
  const { db, shopper } = context;
  await holdShopper(context);
  const settings = await readSettings(context);
  const [line] = await ownLines(context, [requestId]);
  if (!line) throw new AdapterError('INVALID_REQUEST', 'There is no such request.');
  const known = await db.selectFrom('reviews').selectAll().where('order_line_id', '=', line.id).executeTakeFirst();
  if (known && known.status !== 'withdrawn') throw new AdapterError('CONFLICT', 'This was reviewed already.');
  if (!(await isOpen(context, settings, line))) throw new AdapterError('NOT_ELIGIBLE', 'A review of this is not asked for now: too early, too late, or it was given back.');
  const promised = incentivised && known?.reward !== 'given' ? await promise(context, settings) : null;
  const values = {
    ...written(text, settings, line.product_id, context.now),
    created_at: context.now.toISOString(),
    // What was earned stays earned, and said.
    ...(known?.reward !== 'given' && { incentivised: incentivised ? 1 : 0, incentive: promised && JSON.stringify(promised) } as const),
  };
  const row = known
    ? await db.updateTable('reviews').set({ ...values, version: known.version + 1 }).where('id', '=', known.id).returningAll().executeTakeFirstOrThrow()
    : await db
        .insertInto('reviews')
        .values({
          id: uuid(), order_line_id: line.id, shopper_id: shopper.id, product_id: line.product_id, version: 1,
          incentivised: 0, incentive: null, reward: 'none', reward_count: 0, reward_code: null, published_at: null, ...values,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  return sayReview(await tell(context, row));
};

export const edit: ServedReviews['edit'] = async ({ reviewId, ...text }, context) => {
  await holdShopper(context);
  const before = await own(context, reviewId);
  if (before.status === 'withdrawn') throw new AdapterError('CONFLICT', 'This review was taken back.');
  const row = await context.db
    .updateTable('reviews')
    .set({ ...written(text, await readSettings(context), before.product_id, context.now), version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return sayReview(await tell(context, row));
};

export const withdraw: ServedReviews['withdraw'] = async ({ reviewId }, context) => {
  await holdShopper(context);
  const before = await own(context, reviewId);
  if (before.status === 'withdrawn') return sayReview(before);
  const row = await context.db
    .updateTable('reviews')
    .set({ status: 'withdrawn', reason: null, version: before.version + 1, updated_at: context.now.toISOString() })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return sayReview(await settleReward(context, row));
};

/** Holds the shopper until the end of the transaction, so that rewards are counted one after another. @throws AdapterError CUSTOMER_BLOCKED */
async function holdShopper(context: ShopperContext): Promise<void> {
  const { id } = await rememberShopper(context, context.shopper.id);
  await context.db.updateTable('shoppers').set({ id }).where('id', '=', id).execute();
  await refuseBlocked(context);
}

/** The shopper’s own review, held. Another’s answers like one that there is not. */
async function own({ db, shopper }: ShopperContext, id: string): Promise<ReviewRow> {
  const row = await db.updateTable('reviews').set({ id }).where('id', '=', id).where('shopper_id', '=', shopper.id).returningAll().executeTakeFirst();
  if (!row) throw new AdapterError('INVALID_REQUEST', 'There is no such review.');
  return row;
}

/** What is promised for a review that is submitted now. */
async function promise(context: ShopperContext, { incentive }: ReviewSettings): Promise<PromisedIncentive | null> {
  return incentive && (await hasRoom(context, incentive, context.shopper.id)) ? { setup: incentive, shown: sayIncentive(incentive, context.locale) } : null;
}

/** What the shopper wrote, unchanged, and where it goes next. Aspects that nobody asked for have no name to show and are left out. */
function written({ rating, title, body, displayName, aspects }: Text, settings: ReviewSettings, productId: string, now: Date) {
  const asked = new Set(aspectsOf(settings, productId).map(({ id }) => id));
  const rated = new Map((aspects ?? []).filter(({ id }) => asked.has(id)).map((aspect) => [aspect.id, aspect.rating]));
  const isPublished = settings.moderation === 'none';
  return {
    rating,
    title: title ?? null,
    body: body ?? null,
    display_name: displayName ?? null,
    aspects: JSON.stringify([...rated].map(([id, stars]) => ({ id, rating: stars }))),
    status: isPublished ? ('published' as const) : ('pending' as const),
    reason: null,
    updated_at: now.toISOString(),
    moderated_at: null,
    ...(isPublished && { published_at: now.toISOString() }),
  };
}

async function tell(context: Context, row: ReviewRow): Promise<ReviewRow> {
  const settled = await settleReward(context, row);
  const data = { reviewId: row.id, shopperId: row.shopper_id, productId: row.product_id, status: row.status };
  await announce(context, 'review.submitted', data);
  if (row.status === 'published') await announce(context, 'review.published', { ...data, rewardCode: settled.reward_code });
  return settled;
}
