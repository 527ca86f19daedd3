/**
 * Spending points. Smile.js knows no idempotency keys, so a key is kept here as long as the page lives: what was done under it is answered again, and when nobody knows
 * whether it was done, the shopper’s rewards tell.
 */
import { AdapterError, type PointsService, type Redemption } from '@aftercart/contract';
import { failureOf, statusOf } from './failure.ts';
import type { SmileRewardFulfillment } from './sdk.ts';
import { untilAborted, type AsShopper } from './session.ts';

interface Attempt {
  /** The shopper’s rewards before it was tried first. */
  before: ReadonlySet<number> | undefined;
  answer: Promise<Redemption> | undefined;
}

const STATUSES: Readonly<Record<string, Redemption['fulfilment']>> = { pending: 'pending', issued: 'issued', cancelled: 'cancelled', failed: 'failed' };

export function redeemOf(as: AsShopper): NonNullable<PointsService['redeem']> {
  const attempts = new Map<string, Attempt>();
  /** Rewards that stand for a redemption already. */
  const claimed = new Set<number>();

  return async ({ rewardId, points }, context) => {
    const token = await context.token();
    if (context.signal.aborted) throw new AdapterError('ABORTED');
    if (!token) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
    const id = Number(rewardId);
    if (!Number.isSafeInteger(id)) throw new AdapterError('INVALID_REQUEST', `There is no reward “${rewardId}”.`);
    const shopper = await untilAborted(as(token, async (smile) => smile.customer.current()?.id), context);
    const key = `${shopper} ${context.idempotencyKey ?? crypto.randomUUID()}`;
    const attempt = attempts.get(key) ?? { before: undefined, answer: undefined };
    attempts.set(key, attempt);
    attempt.answer ??= tryOnce(attempt, token, id, points ?? undefined).catch((thrown: unknown) => {
      attempt.answer = undefined;
      throw thrown;
    });
    return untilAborted(attempt.answer, context);
  };

  async function tryOnce(attempt: Attempt, token: string, productId: number, points: number | undefined): Promise<Redemption> {
    const rewards = await as(token, async (smile) => [...(await smile.rewardFulfillments.get())]);
    const done = attempt.before && rewards.find(({ id }) => !attempt.before!.has(id) && !claimed.has(id));
    if (done) return redemption(done, productId, points ?? (await priceOf(token, productId)) ?? 0);
    attempt.before = new Set(rewards.map(({ id }) => id));
    try {
      const options = points === undefined ? [] : ([{ pointsToSpend: points }] as const);
      const { pointsSpent, rewardFulfillment } = await as(token, (smile) => smile.pointsProducts.purchase(productId, ...options));
      return redemption(rewardFulfillment, productId, pointsSpent);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (!isRefusal(failure)) throw failure;
      attempt.before = undefined;
      throw await explained(failure, token, productId, points);
    }
  }

  function redemption({ id, name, code, fulfillmentStatus, usedAt, expiresAt, createdAt }: SmileRewardFulfillment, productId: number, pointsSpent: number): Redemption {
    claimed.add(id);
    return {
      id: String(id), rewardId: String(productId), title: name, pointsSpent, fulfilment: STATUSES[fulfillmentStatus] ?? 'pending', usage: usedAt ? 'used' : 'untracked', code, expiresAt,
      revocable: false, createdAt,
    };
  }

  async function priceOf(token: string, productId: number): Promise<number | null | undefined> {
    const products = await as(token, (smile) => smile.pointsProducts.get());
    return products.find(({ id }) => id === productId)?.pointsPrice;
  }

  /** Smile refuses in words only: what it was is seen in the catalogue and in the wallet. */
  async function explained(refusal: AdapterError, token: string, productId: number, points: number | undefined): Promise<AdapterError> {
    try {
      const [catalogue, { balance }] = await as(token, (smile) => Promise.all([smile.pointsProducts.get(), smile.customerPointsWallet.get()]));
      const product = catalogue.find(({ id }) => id === productId);
      if (!product) return new AdapterError('INVALID_REQUEST', `There is no reward “${productId}”.`, { cause: refusal.cause });
      const price = points ?? product.pointsPrice ?? product.variablePointsMin ?? 0;
      return balance < price ? new AdapterError('INSUFFICIENT_POINTS', refusal.message, { cause: refusal.cause }) : refusal;
    } catch {
      return refusal;
    }
  }
}

/** Whether Smile said no, so that nothing was done. */
const isRefusal = ({ cause }: AdapterError): boolean => [400, 404, 422].includes(statusOf(cause) ?? 0);
