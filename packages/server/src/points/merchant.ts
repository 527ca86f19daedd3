/** What the merchant may do with points. */
import { documentOperations } from '../merchant/documents.ts';
import type { MerchantOperation } from '../merchant/operation.ts';
import { accountOperations } from './merchant/accounts.ts';
import { codeOperations } from './merchant/codes.ts';
import { redemptionOperations } from './merchant/redemptions.ts';
import { PROGRAM } from './program-document.ts';

export const pointsMerchant: readonly MerchantOperation[] = [
  ...documentOperations('/points/program', PROGRAM, 'the points program'),
  ...accountOperations,
  ...codeOperations,
  ...redemptionOperations,
];
