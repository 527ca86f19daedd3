import type { Strings } from '../base/locale.ts';
import { untilStrings } from './until.strings.ts';

/** What the details of the policy say. “By law” and “our own” must never be mixed up. */
export const returnsDetailsStrings = {
  ...untilStrings,
  // Heading of the last days for an order. {number} is the order number.
  orderTitle: 'Order {number}',
  delivered: 'Received on {date}',
  // The right of withdrawal that the law gives, for this order.
  statutoryUntil: 'Right of withdrawal by law: until {date}',
  statutoryEnded: 'Right of withdrawal by law: ended on {date}',
  // The return window that the shop gives by itself, for this order.
  goodwillUntil: 'Our own return period: until {date}',
  goodwillEnded: 'Our own return period: ended on {date}',
  exceptionsTitle: 'Different for these items',
  // Of an item that the shop does not take back by itself.
  never: 'not returnable under our own policy',
  // Heading of what the law gives. Never “our policy”.
  statutoryTitle: 'Your rights by law',
  withdrawWithin: {
    one: 'You can withdraw from the contract within {n} day of receiving the goods, without giving a reason.',
    other: 'You can withdraw from the contract within {n} days of receiving the goods, without giving a reason.',
  },
  // Link to the instruction on withdrawal.
  instruction: 'Instruction on withdrawal',
  // The legal guarantee (of conformity): for goods that are faulty or not as agreed. Not a commercial guarantee.
  guaranteeYears: {
    one: 'Legal guarantee for goods that are faulty or not as agreed: {n} year.',
    other: 'Legal guarantee for goods that are faulty or not as agreed: {n} years.',
  },
  guaranteeMonths: {
    one: 'Legal guarantee for goods that are faulty or not as agreed: {n} month.',
    other: 'Legal guarantee for goods that are faulty or not as agreed: {n} months.',
  },
  // Heading of what the shop gives by itself.
  goodwillTitle: 'Our own returns policy',
  noGoodwill: 'We take nothing back beyond your rights by law.',
  // {name} is a season such as “Christmas”.
  season: '{name}: ordered from {start} to {end}, return by {by}',
  // A season that has no name.
  seasonName: 'Season',
  outcomesTitle: 'What you get',
  FullRefund: 'Money back',
  ExchangeRefund: 'Exchange',
  StoreCreditRefund: 'Store credit',
  within: { one: 'within {n} day', other: 'within {n} days' },
  // Extra credit. {money} is such as “€5”.
  bonus: '{money} extra',
  conditionTitle: 'Condition',
  NewCondition: 'Unused',
  UsedCondition: 'Used',
  DamagedCondition: 'Damaged',
  RefurbishedCondition: 'Refurbished',
  // Member tiers that the policy is for.
  tiersTitle: 'For members of',
  countriesTitle: 'For deliveries to',
  exclusionsTitle: 'What our own policy leaves out',
  // Why something is left out.
  final_sale: 'final sale',
  exchange_only: 'exchange only',
  hygiene: 'for hygiene',
  perishable: 'perishable',
  custom_made: 'made to order',
  digital: 'digital',
  costsTitle: 'What a return costs',
  remorse: 'If you change your mind',
  defect: 'If the item is faulty or wrong',
  FreeReturn: 'Free',
  ReturnFeesCustomerResponsibility: 'You pay for sending it back',
  ReturnShippingFees: 'Return shipping',
  RestockingFees: 'Restocking fee',
  OriginalShippingFees: 'Original delivery costs are not refunded',
  // {fee} is one of the fees above, {amount} such as “€4.90” or “10% of the price”.
  feeAmount: '{fee}: {amount}',
  ofPrice: '{percent} of the price',
  methodsTitle: 'How to send it back',
  ReturnByMail: 'By post',
  ReturnInStore: 'In a shop',
  ReturnAtKiosk: 'At a drop-off point',
  KeepProduct: 'You may keep the item',
  ReturnLabelInBox: 'The return label is in the box',
  ReturnLabelDownloadAndPrint: 'Download and print the return label',
  ReturnLabelCustomerResponsibility: 'You provide the return label',
  // Link to the whole policy.
  policy: 'Read the whole policy',
} as const satisfies Strings;
