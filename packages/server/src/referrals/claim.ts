/** A friend takes the offer. */
import { AdapterError, type ReferralClaim } from '@aftercart/contract';
import { v7 as uuid } from 'uuid';
import type { Context } from '../context.ts';
import type { ServedReferrals } from '../services.ts';
import { refuseBlocked } from '../shoppers/shoppers.ts';
import { clientPrint } from './client.ts';
import { holdCode } from './codes.ts';
import { findByFriend } from './friend.ts';
import { maskEmail, stemPrint } from './friend-email.ts';
import { give } from './give.ts';
import { promise, readProgram, sayOffer, type ReferralProgramSetup } from './program.ts';
import { refusalOf } from './refusals.ts';
import type { Attempt, Suspicion } from './rules/rule.ts';
import { judgeAlways, judgeFirst } from './rules/rules.ts';
import { promisedOf } from './state.ts';
import type { ReferralRow } from './tables.ts';

/** The same friend gets the same answer again, through any key, from any number of claims at once. */
export const claim: ServedReferrals['claim'] = async ({ code, email }, context) => {
  const program = await readProgram(context);
  if (!program) throw new AdapterError('NOT_ELIGIBLE', 'The shop has no referral program.');
  const { shopper, runtime: { fingerprints } } = context;
  if (shopper) await refuseBlocked({ ...context, shopper });
  const attempt: Attempt = {
    context, program, email,
    code: await holdCode(context, code),
    emailHash: fingerprints.email(email),
    stemHash: stemPrint(fingerprints, email),
    clientHash: clientPrint(context),
  };
  for (;;) {
    const always = await judgeAlways(attempt);
    if (always.refusal) throw refusalOf(attempt, always.refusal);
    const known = await findByFriend(context.db, attempt.emailHash, shopper?.id);
    if (known) return answer(context, known, program);
    const first = await judgeFirst(attempt);
    if (first.refusal) throw refusalOf(attempt, first.refusal);
    const made = await make(attempt, first.suspicions);
    if (made) return answer(context, made, program);
    // The friend came through another advocate at the same time, and first.
  }
};

async function make(attempt: Attempt, suspicions: readonly Suspicion[]): Promise<ReferralRow | undefined> {
  const { context, program, code, email, emailHash, stemHash, clientHash } = attempt;
  const isHeld = suspicions.length > 0;
  const row = await context.db
    .insertInto('referrals')
    .values({
      id: uuid(),
      advocate_id: code.shopper_id,
      friend_email_hash: emailHash,
      friend_stem_hash: stemHash,
      friend_shopper_id: context.shopper?.id ?? null,
      friend_label: maskEmail(email),
      status: isHeld ? 'pending' : 'claimed',
      reason: isHeld ? 'under_review' : 'awaiting_order',
      held: isHeld ? 1 : 0,
      findings: JSON.stringify(suspicions.map(({ rule, reason, self }) => ({ rule, reason, self }))),
      merchant_reason: null,
      promised: JSON.stringify(promise(program)),
      code: null,
      expires_at: null,
      order_number: null,
      available_at: null,
      reward_code: null,
      client_hash: clientHash,
      created_at: context.now.toISOString(),
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && !isHeld ? give(context, row) : row;
}

/** What a friend is told of a referral that was declined. */
const DECLINED = { self_referral: 'SELF_REFERRAL', already_customer: 'ALREADY_CUSTOMER', already_referred: 'ALREADY_REFERRED' } as const;

function answer({ locale, now }: Context, referral: ReferralRow, { shopUrl }: ReferralProgramSetup): ReferralClaim {
  const { status, reason, expires_at: expiresAt } = referral;
  if (status === 'declined') {
    const code = reason && Object.hasOwn(DECLINED, reason) ? DECLINED[reason as keyof typeof DECLINED] : 'FRAUD_SUSPECTED';
    throw new AdapterError(code, 'The merchant declined this referral.');
  }
  if (referral.order_number === null && expiresAt !== null && expiresAt <= now.toISOString()) throw new AdapterError('REFERRAL_EXPIRED', 'The time for the first order is over.');
  return {
    status: expiresAt === null ? 'pending' : 'claimed',
    offer: sayOffer(promisedOf(referral).friendOffer, locale),
    code: referral.code,
    expiresAt,
    shopUrl: shopUrl ?? null,
  };
}
