/** The open HTTP protocol as a table: one operation for each method of the contract. docs/protocol.md says it in words. */
import { z } from 'zod';
import type { Capability } from '../adapter.ts';
import * as s from '../schemas/index.ts';

/** Who may call: `anyone` with or without a token, or the `shopper` whom the token names. */
export type Access = 'anyone' | 'shopper';

export interface Operation {
  /** The method of the contract. */
  method: Capability;
  /**
   * `GET` has its input in the query and never holds anything personal or typed, since addresses are logged and need a CORS
   * preflight each. `POST` has it as JSON in the body.
   */
  verb: 'GET' | 'POST';
  /** Path below the endpoint, such as `/v1/points/account`. */
  path: string;
  input: z.ZodType;
  /** Of the answer; of each event of a `stream`. */
  output: z.ZodType;
  /** The name of `output` in the contract’s JSON Schema. */
  outputName: string;
  inputName: string | undefined;
  access: Access;
  /** What it is, in one line. */
  summary: string;
  /** Whether nothing may be found, answered with 204. */
  nullable: boolean;
  /** Whether it changes something, and so needs an `Idempotency-Key`. */
  write: boolean;
  /** Whether the answer is the same for everyone (by language and query), so that it has an `ETag` and may be cached by anyone. */
  shared: boolean;
  /** Whether the answer is a `text/event-stream`. */
  stream: boolean;
}

/** The version of the protocol, which is the first part of every path. */
export const PROTOCOL_VERSION = 'v1';

type Flag = 'nullable' | 'write' | 'shared' | 'stream';
const NoInput = z.object({});

const nameOf = (schema: z.ZodType): string | undefined => schema.meta()?.['id'] as string | undefined;

function operation(
  verb: Operation['verb'], method: Capability, access: Access, [input, output]: [z.ZodType, z.ZodType], summary: string, ...flags: Flag[]
): Operation {
  return {
    method, verb, access, input, output, summary,
    path: `/${PROTOCOL_VERSION}/${method.replace('.', '/')}`,
    inputName: nameOf(input),
    outputName: nameOf(output)!,
    nullable: flags.includes('nullable'),
    write: flags.includes('write'),
    shared: flags.includes('shared'),
    stream: flags.includes('stream'),
  };
}

/** Every operation, in the order of the contract. */
export const OPERATIONS: readonly Operation[] = [
  operation('GET', 'points.account', 'anyone', [NoInput, s.PointsAccount], 'What the shopper has; a guest gets state `guest` and zeros.', 'nullable'),
  operation('GET', 'points.program', 'anyone', [NoInput, s.PointsProgram], 'The rules, and the rewards with the eligibility of this shopper.', 'nullable'),
  operation('GET', 'points.history', 'shopper', [s.HistoryInput, s.LedgerPage], 'The shopper’s ledger, newest first.'),
  operation('POST', 'points.estimate', 'anyone', [s.EstimateInput, s.PointsEstimate], 'What products or a cart would earn.', 'nullable'),
  operation('POST', 'points.redeem', 'shopper', [s.RedeemInput, s.Redemption], 'Spends points on a reward.', 'write'),
  operation('POST', 'points.revoke', 'shopper', [s.RevokeInput, s.Redemption], 'Gives a redemption back.', 'write'),
  operation('POST', 'points.enrol', 'shopper', [NoInput, s.PointsAccount], 'Makes a candidate a member.', 'write'),
  operation('GET', 'points.subscribe', 'shopper', [NoInput, s.PointsAccount], 'The account, whenever it changed.', 'stream'),

  operation('GET', 'referrals.program', 'anyone', [NoInput, s.ReferralProgram], 'What a referral gives to both sides.', 'nullable', 'shared'),
  operation('GET', 'referrals.link', 'shopper', [NoInput, s.ReferralLink], 'The shopper’s own links.', 'nullable'),
  operation('GET', 'referrals.list', 'shopper', [s.HistoryInput, s.ReferralPage], 'The shopper’s friends, newest first.'),
  operation('POST', 'referrals.claim', 'anyone', [s.ClaimInput, s.ReferralClaim], 'A friend takes the offer; the same friend gets the same code again.', 'write'),

  operation('GET', 'reviews.requests', 'shopper', [NoInput, s.ReviewRequests], 'What the shopper may review now, and has reviewed.'),
  operation('POST', 'reviews.submit', 'shopper', [s.ReviewInput, s.Review], 'Submits a review.', 'write'),
  operation('POST', 'reviews.edit', 'shopper', [s.ReviewEditInput, s.Review], 'Changes a review.', 'write'),
  operation('POST', 'reviews.withdraw', 'shopper', [s.ReviewWithdrawInput, s.Review], 'Takes a review back.', 'write'),

  operation('GET', 'returns.policy', 'anyone', [s.PolicyInput, s.ReturnPolicy], 'The return policy by country, product, tier and date.', 'nullable', 'shared'),
  operation('POST', 'returns.deadline', 'shopper', [s.DeadlineInput, s.ReturnDeadline], 'The last day for one of the shopper’s orders.', 'nullable'),
  operation('POST', 'returns.withdraw', 'anyone', [s.WithdrawInput, s.WithdrawalResult], 'One of the two steps of the statutory withdrawal.', 'write'),

  operation('GET', 'faq.entries', 'anyone', [s.EntriesInput, s.FaqEntries], 'All questions and answers of the language.', 'shared'),
  operation('POST', 'faq.search', 'anyone', [s.SearchInput, s.FaqHits], 'Questions and answers that fit a query.'),
  operation('POST', 'faq.vote', 'anyone', [s.VoteInput, s.VoteReceipt], 'Whether an answer helped.', 'write'),
  operation('GET', 'faq.contact', 'anyone', [NoInput, s.ContactInfo], 'How to reach people.', 'nullable', 'shared'),

  operation('POST', 'tracking.shipments', 'anyone', [s.ShipmentsInput, s.Shipments], 'The parcels of the shopper, or of an order with proof.', 'nullable'),
  operation('POST', 'tracking.subscribe', 'anyone', [s.ShipmentsInput, s.Shipment], 'Each parcel, whenever it changed.', 'stream'),
];
