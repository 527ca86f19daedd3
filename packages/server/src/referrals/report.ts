/** What the merchant sees of referrals and of claims that were refused. */
import { ERROR_CODES } from '@aftercart/contract';
import { REFERRAL_STATUSES } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { cutPage, DEFAULT_PAGE, decodeCursor, isBefore } from '../database/page.ts';
import { findingsOf } from './state.ts';
import type { ReferralRow } from './tables.ts';

const Finding = z.object({ rule: z.string().describe('Name of the rule, such as `same-household`.'), reason: z.string().describe('In words.') });

export const MerchantReferral = z
  .object({
    id: z.string(),
    advocate: z.string().describe('The `sub` of the advocate’s tokens.'),
    friend: z.string().describe('Masked.'),
    status: z.enum(REFERRAL_STATUSES),
    reason: z.string().nullable().describe('What the advocate reads.'),
    held: z.boolean().describe('Whether it waits for the merchant.'),
    findings: z.array(Finding).describe('What looked odd.'),
    merchantReason: z.string().nullable().describe('Why it ended.'),
    code: z.string().nullable().describe('The friend’s coupon code.'),
    expiresAt: z.string().nullable(),
    orderNumber: z.string().nullable(),
    availableAt: z.string().nullable().describe('When the advocate’s reward is due.'),
    rewardCode: z.string().nullable().describe('The advocate’s coupon code.'),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'MerchantReferral', description: 'A referral with what only the merchant sees.' });

export const MerchantReferralPage = z.object({ items: z.array(MerchantReferral), nextCursor: z.string().nullable() });

const paging = {
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(DEFAULT_PAGE),
};

export const ReferralFilter = z.object({
  status: z.enum(REFERRAL_STATUSES).optional(),
  held: z.enum(['true', 'false']).optional().describe('`true` for those that wait for the merchant.'),
  advocate: z.string().min(1).max(200).optional(),
  ...paging,
});

export const toMerchantReferral = (row: ReferralRow): z.infer<typeof MerchantReferral> => ({
  id: row.id,
  advocate: row.advocate_id,
  friend: row.friend_label,
  status: row.status,
  reason: row.reason,
  held: row.held === 1,
  findings: findingsOf(row).map(({ rule, reason }) => ({ rule, reason })),
  merchantReason: row.merchant_reason,
  code: row.code,
  expiresAt: row.expires_at,
  orderNumber: row.order_number,
  availableAt: row.available_at,
  rewardCode: row.reward_code,
  createdAt: row.created_at,
  endedAt: row.ended_at,
});

export async function listReferrals({ db }: Context, { status, held, advocate, cursor, limit }: z.infer<typeof ReferralFilter>): Promise<z.infer<typeof MerchantReferralPage>> {
  let query = db.selectFrom('referrals').selectAll().where(isBefore(decodeCursor(cursor)));
  if (status) query = query.where('status', '=', status as ReferralRow['status']);
  if (held) query = query.where('held', '=', held === 'true' ? 1 : 0);
  if (advocate) query = query.where('advocate_id', '=', advocate);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  const page = cutPage(rows, limit);
  return { items: page.rows.map(toMerchantReferral), nextCursor: page.nextCursor };
}

export const RefusalFilter = z.object(paging);

export const RefusalReport = z.object({
  rules: z.array(z.object({ rule: z.string(), count: z.int() })).describe('How often each rule spoke in the days that refusals are kept, the most frequent first.'),
  items: z.array(
    z
      .object({
        id: z.string(),
        advocate: z.string(),
        friend: z.string().describe('Masked.'),
        rule: z.string(),
        code: z.enum(ERROR_CODES).describe('What the friend was told.'),
        reason: z.string().describe('Why.'),
        client: z.string().nullable().describe('The same for claims from one network and browser; says nothing else.'),
        createdAt: z.string(),
      })
      .meta({ id: 'ReferralRefusal', description: 'A claim that was refused.' }),
  ),
  nextCursor: z.string().nullable(),
});

export async function reportRefusals({ db }: Context, { cursor, limit }: z.infer<typeof RefusalFilter>): Promise<z.infer<typeof RefusalReport>> {
  const rules = await db
    .selectFrom('referral_refusals')
    .select((eb) => ['rule', eb.fn.countAll<number>().as('count')])
    .groupBy('rule')
    .orderBy('count', 'desc')
    .orderBy('rule')
    .execute();
  const rows = await db
    .selectFrom('referral_refusals').selectAll().where(isBefore(decodeCursor(cursor))).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1)
    .execute();
  const page = cutPage(rows, limit);
  const items = page.rows.map((row) => ({
    id: row.id, advocate: row.advocate_id, friend: row.friend_label, rule: row.rule, code: row.code, reason: row.reason, client: row.client_hash, createdAt: row.created_at,
  }));
  return { rules, items, nextCursor: page.nextCursor };
}
