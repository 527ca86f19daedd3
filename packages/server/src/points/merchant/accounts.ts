/** Accounts, for the merchant: looking at them, and putting them right. */
import { HistoryInput, id, LedgerPage, line, PointsAccount } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';
import { readCurrent, viewAccount } from '../account-view.ts';
import { adjust } from '../adjust.ts';
import { historyOf } from '../history.ts';
import { findAccount } from '../ledger/find.ts';

const shopperId = id().describe('The `sub` of the shop’s tokens.');
const LARGEST = 1_000_000_000;

const Adjustment = z.object({
  shopperId,
  points: z
    .int()
    .min(-LARGEST)
    .max(LARGEST)
    .refine((points) => points !== 0, 'must not be 0')
    .describe('What is given, or taken when below zero; scaled by the program’s `decimals`. Taking may bring the balance below zero.'),
  reason: line().min(1).describe('In words, for the shopper.'),
  reference: id().describe('The shop’s own name for this adjustment: told again, it has no second effect.'),
});

export const accountOperations: readonly MerchantOperation[] = [
  merchantOperation('POST /points/adjustments', {
    summary: 'Gives a shopper points, or takes some. Idempotent by `reference`.',
    body: Adjustment,
    answer: PointsAccount,
    async handle({ body }, context) {
      await adjust(context, body);
      return viewAccount(context, await findAccount(context, body.shopperId));
    },
  }),
  merchantOperation('GET /points/shoppers/{shopperId}', {
    summary: 'What a shopper has.',
    parameters: z.object({ shopperId }),
    answer: PointsAccount,
    handle: async ({ parameters }, context) => viewAccount(context, await readCurrent(context, parameters.shopperId)),
  }),
  merchantOperation('GET /points/shoppers/{shopperId}/history', {
    summary: 'A shopper’s ledger, newest first.',
    parameters: z.object({ shopperId, cursor: HistoryInput.shape.cursor, limit: z.coerce.number().pipe(z.int().min(1).max(200)).optional() }),
    answer: LedgerPage,
    async handle({ parameters: { shopperId, cursor, limit } }, context) {
      await readCurrent(context, shopperId);
      return historyOf(context, shopperId, { cursor, limit });
    },
  }),
];
