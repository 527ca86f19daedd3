/**
 * Returns: the policy in the words of schema.org MerchantReturnPolicy (https://schema.org/MerchantReturnPolicy), the last
 * day for an order, and the statutory withdrawal of Directive 2011/83/EU Art. 11a (Directive (EU) 2023/2673).
 */
import { z } from 'zod';
import { Money, count, country, date, id, instant, line, list, openEnum, text, url } from './common.ts';

export const RETURN_CATEGORIES = [
  'MerchantReturnFiniteReturnWindow', 'MerchantReturnUnlimitedWindow', 'MerchantReturnNotPermitted', 'MerchantReturnUnspecified',
] as const;
export const RETURN_FEES = ['FreeReturn', 'ReturnFeesCustomerResponsibility', 'ReturnShippingFees', 'RestockingFees', 'OriginalShippingFees'] as const;
export const REFUND_TYPES = ['FullRefund', 'ExchangeRefund', 'StoreCreditRefund'] as const;
export const RETURN_METHODS = ['ReturnByMail', 'ReturnInStore', 'ReturnAtKiosk', 'KeepProduct'] as const;
export const RETURN_LABELS = ['ReturnLabelInBox', 'ReturnLabelDownloadAndPrint', 'ReturnLabelCustomerResponsibility'] as const;
export const ITEM_CONDITIONS = ['NewCondition', 'UsedCondition', 'DamagedCondition', 'RefurbishedCondition'] as const;
export const WINDOW_STARTS = ['delivery', 'fulfilment', 'order'] as const;
export const EXCLUSION_REASONS = ['final_sale', 'exchange_only', 'hygiene', 'perishable', 'custom_made', 'digital', 'other'] as const;

const days = () => count().max(3_650);

export const ReturnFee = z
  .object({
    type: openEnum(RETURN_FEES, 'ReturnFeesCustomerResponsibility').describe('schema.org ReturnFeesEnumeration.'),
    amount: Money.nullish().describe('Fixed fee.'),
    percent: z.number().min(0).max(100).nullish().describe('Restocking fee in percent of the price.'),
  })
  .meta({ id: 'ReturnFee', description: 'What a return costs the shopper.' });

export const ReturnPolicy = z
  .object({
    id: id().describe('Policy id.'),
    applicableCountry: list(country(), 250).describe('ISO 3166-1 alpha-2; empty means everywhere.'),
    returnPolicyCategory: openEnum(RETURN_CATEGORIES, 'MerchantReturnUnspecified').describe('schema.org MerchantReturnEnumeration.'),
    merchantReturnDays: days().nullish().describe('Days of the goodwill return, for a finite window.'),
    windowStart: openEnum(WINDOW_STARTS, 'delivery').describe('What the days are counted from.'),
    outcomes: list(
      z.object({
        refundType: openEnum(REFUND_TYPES, 'FullRefund').describe('schema.org RefundTypeEnumeration.'),
        days: days().nullish().describe('Window of this outcome, where it differs.'),
        bonus: Money.nullish().describe('Extra credit for choosing it.'),
      }),
      10,
    ).describe('What the shopper gets back.'),
    customerRemorseReturnFees: ReturnFee.describe('Fee on a change of mind.'),
    itemDefectReturnFees: ReturnFee.describe('Fee on a faulty or wrong item.'),
    returnMethod: list(z.enum(RETURN_METHODS), 10).describe('schema.org ReturnMethodEnumeration.'),
    returnLabelSource: openEnum(RETURN_LABELS, 'ReturnLabelCustomerResponsibility').nullish().describe('Who makes the label.'),
    itemCondition: list(z.enum(ITEM_CONDITIONS), 10).nullish().describe('Accepted conditions.'),
    conditions: text().nullish().describe('Further conditions, in words.'),
    exclusions: list(
      z.object({
        label: line().describe('What can’t be returned.'),
        reason: openEnum(EXCLUSION_REASONS, 'other').describe('Why.'),
      }),
      50,
    ).describe('What the goodwill return leaves out.'),
    statutory: z
      .object({
        days: days().describe('Days of the statutory right of withdrawal, counted from receipt.'),
        url: url().nullish().describe('Instruction on withdrawal.'),
      })
      .nullish()
      .describe('Statutory right of withdrawal, where the law gives one.'),
    guaranteeMonths: count().max(1_200).nullish().describe('Legal guarantee against defects, in months.'),
    seasonalOverrides: list(
      z.object({
        name: line().nullish().describe('Such as “Christmas”.'),
        startDate: date().describe('First day of purchase.'),
        endDate: date().describe('Last day of purchase.'),
        returnBy: date().describe('Last day of return for those purchases.'),
      }),
      10,
    ).nullish().describe('schema.org returnPolicySeasonalOverride.'),
    validForMemberTier: list(line(), 20).nullish().describe('Member tiers that this policy is for; none means all.'),
    merchantReturnLink: url().nullish().describe('Page with the whole policy.'),
    startReturnUrl: url().nullish().describe('Where a goodwill return is started.'),
  })
  .meta({ id: 'ReturnPolicy', description: 'One return policy: for a country, a product, a member tier and a date.' });

export const WithdrawalReceipt = z
  .object({
    id: id().describe('Receipt id.'),
    receivedAt: instant().describe('When the declaration reached the shop.'),
    orderNumber: line().describe('Contract that is withdrawn from.'),
    name: line().describe('Who withdraws.'),
    email: line().describe('Where the acknowledgement is sent.'),
    items: list(line(), 200).nullish().describe('Items, when only a part is withdrawn.'),
    content: text().describe('The declaration, word for word.'),
  })
  .meta({ id: 'WithdrawalReceipt', description: 'Acknowledgement of a withdrawal, for the shopper to keep (Art. 11a(4) Directive 2011/83/EU).' });

export const ReturnDeadline = z
  .object({
    orderNumber: line().describe('Order number.'),
    deliveredOn: date().nullish().describe('Day of receipt, if known.'),
    goodwillUntil: date().nullish().describe('Last day of the shop’s own return window.'),
    statutoryUntil: date().nullish().describe('Last day of the statutory right; later when it falls on a non-working day (Regulation 1182/71).'),
    exceptions: list(
      z.object({
        label: line().describe('Item of this order.'),
        until: date().nullish().describe('Its own last day; null when it can’t be returned.'),
        reason: openEnum(EXCLUSION_REASONS, 'other').nullish().describe('Why it differs.'),
      }),
      200,
    ).nullish().describe('Items that differ from the order.'),
    withdrawable: z.boolean().describe('Whether `withdraw` takes a declaration for this order now.'),
    receipt: WithdrawalReceipt.nullish().describe('When it was withdrawn already.'),
    timeZone: z.string().max(60).nullish().describe('IANA zone that the days are in.'),
  })
  .meta({ id: 'ReturnDeadline', description: 'The last day for one order.' });

/** First step: what was understood. Nothing is withdrawn yet. Second step: the receipt. */
export const WithdrawalResult = z
  .discriminatedUnion('step', [
    z.object({
      step: z.literal('confirm'),
      declaration: text().describe('What the shopper is about to declare, word for word.'),
      confirmation: z.string().min(1).max(2_000).describe('Pass back to confirm.'),
    }),
    z.object({ step: z.literal('done'), receipt: WithdrawalReceipt.describe('Time-stamped receipt.') }),
  ])
  .meta({ id: 'WithdrawalResult', description: 'Answer to one step of a withdrawal.' });

export const PolicyInput = z
  .object({
    country: country().nullish().describe('Country of delivery.'),
    productId: id().nullish().describe('Product that the policy is asked for.'),
    tier: id().nullish().describe('Member tier.'),
    date: date().nullish().describe('Day of purchase; today when absent.'),
  })
  .meta({ id: 'PolicyInput', description: 'Which policy.' });

export const DeadlineInput = z
  .object({ orderNumber: line().min(1).describe('Order number as the shopper knows it.') })
  .meta({ id: 'DeadlineInput', description: 'Which order.' });

export const WithdrawInput = z
  .discriminatedUnion('step', [
    z.object({
      step: z.literal('declare'),
      orderNumber: line().min(1).describe('Order number.'),
      name: line().min(1).describe('Name of the shopper.'),
      email: z.string().min(3).max(254).describe('Where the acknowledgement goes.'),
      items: list(line(), 200).nullish().describe('Only these items; absent means the whole order.'),
      reason: text().nullish().describe('Never required.'),
    }),
    z.object({ step: z.literal('confirm'), confirmation: z.string().min(1).max(2_000).describe('From the first step.') }),
  ])
  .meta({ id: 'WithdrawInput', description: 'One of the two steps of a withdrawal.' });
