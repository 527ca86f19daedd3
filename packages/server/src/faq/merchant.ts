import type { MerchantOperation } from '../merchant/operation.ts';
import { faqEntriesMerchant } from './merchant/entries.ts';
import { faqLocalesMerchant } from './merchant/locales.ts';
import { faqReportsMerchant } from './merchant/reports.ts';
import { documentOperations } from '../merchant/documents.ts';
import { FAQ_CONTACT } from './contact.ts';

/** What the merchant does with questions and answers. */
export const faqMerchant: readonly MerchantOperation[] = [
  ...faqLocalesMerchant, ...faqEntriesMerchant, ...faqReportsMerchant, ...documentOperations('/faq/contact', FAQ_CONTACT, 'the ways to reach people'),
];
