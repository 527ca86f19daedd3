/** Referrals in the merchant API. */
import { AdapterError } from '@aftercart/contract';
import { REFERRAL_REASONS } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { documentOperations } from '../merchant/documents.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { retireCode } from './codes.ts';
import { give } from './give.ts';
import { referralProgram } from './program.ts';
import { listReferrals, MerchantReferral, MerchantReferralPage, RefusalFilter, RefusalReport, ReferralFilter, reportRefusals, toMerchantReferral } from './report.ts';
import { end, hasFailed, holdReferral } from './state.ts';
import type { ReferralRow } from './tables.ts';

const parameters = z.object({ id: z.string().min(1).max(200) });
const Decline = z.strictObject({
  reason: z.string().min(1).max(1_000).describe('Why, for the merchant’s own record.'),
  shown: z.enum(REFERRAL_REASONS).default('other').describe('What the advocate reads.'),
});

export const referralsMerchant: readonly MerchantOperation[] = [
  ...documentOperations('/referrals/program', referralProgram, 'the referral program'),
  merchantOperation('GET /referrals', {
    summary: 'Lists referrals with reasons and findings, newest first.',
    parameters: ReferralFilter,
    answer: MerchantReferralPage,
    handle: ({ parameters: filter }, context) => listReferrals(context, filter),
  }),
  merchantOperation('GET /referrals/refusals', {
    summary: 'Reports the claims that were refused in the last 90 days, newest first.',
    parameters: RefusalFilter,
    answer: RefusalReport,
    handle: ({ parameters: filter }, context) => reportRefusals(context, filter),
  }),
  merchantOperation('POST /referrals/{id}/approve', {
    summary: 'Lets a held referral go on: the friend gets the code by claiming again.',
    parameters,
    answer: MerchantReferral,
    async handle({ parameters: { id } }, context) {
      const referral = await required(context, id);
      if (hasFailed(referral)) throw new AdapterError('CONFLICT', `The referral ${id} has ended as ${referral.status}.`);
      // Told twice: it goes on already.
      return toMerchantReferral(referral.held ? await give(context, referral) : referral);
    },
  }),
  merchantOperation('POST /referrals/{id}/decline', {
    summary: 'Declines a referral; a reward that was given is taken back.',
    parameters,
    body: Decline,
    answer: MerchantReferral,
    async handle({ parameters: { id }, body: { reason, shown } }, context) {
      const referral = await required(context, id);
      if (referral.status === 'void') throw new AdapterError('CONFLICT', `The referral ${id} has ended as void.`);
      return toMerchantReferral(await end(context, referral, { status: 'declined', reason: shown, why: reason }));
    },
  }),
  merchantOperation('POST /referrals/codes/{code}/retire', {
    summary: 'Takes an advocate’s code out of use, such as one that is spread among strangers; the advocate gets another one.',
    parameters: z.object({ code: z.string().min(1).max(300) }),
    answer: z.object({ code: z.string(), advocate: z.string(), retiredAt: z.string() }),
    async handle({ parameters: { code } }, context) {
      const retired = await retireCode(context, code);
      return { code: retired.code, advocate: retired.shopper_id, retiredAt: retired.retired_at! };
    },
  }),
];

async function required({ db }: Context, id: string): Promise<ReferralRow> {
  const referral = await holdReferral(db, id);
  if (!referral) throw new AdapterError('INVALID_REQUEST', `There is no referral ${id}.`);
  return referral;
}
