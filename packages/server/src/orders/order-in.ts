/** An order as the shop tells it. Unknown fields are refused, so that a typo in a name loses nothing. */
import { country, id, line, url } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { normaliseOrderNumber } from './orders.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** Minor units; far below what a number holds exactly, so that sums stay exact too. */
const MOST_MONEY = 1_000_000_000_000;
const LONGEST_NUMBER = 100;

/** RFC 3339 with its offset. */
export const Instant = z.iso.datetime({ offset: true, error: 'must be a time with its offset, such as 2026-11-22T09:30:00+02:00' });
const Amount = z.int().min(0).max(MOST_MONEY);
export const Email = z.string().max(320).regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address');
export const ShopperId = id().describe('The `sub` of the shopper’s tokens.');

/** As the shopper knows it; letter case and a leading `#` don’t matter. */
export const OrderNumber = z
  .string()
  .max(LONGEST_NUMBER)
  .refine((number) => normaliseOrderNumber(number) !== '', 'is empty');

const OrderLineIn = z.strictObject({
  id: z.string().min(1).max(90).nullish().describe('The shop’s own id of the line, unique within the order; its place (`1`, `2` …) when left out.'),
  productId: id(),
  variantId: id().nullish(),
  name: line().min(1),
  variant: line().nullish().describe('Size, colour.'),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: Amount.describe('Price of one, in minor units.'),
  imageUrl: url().nullish(),
  url: url().nullish(),
});

const fields = {
  shopper: ShopperId.nullish().describe('The `sub` of the shopper’s tokens; none for a guest. A guest’s order may get a shopper later.'),
  email: Email.nullish().describe('Kept only as a fingerprint.'),
  postcode: z.string().min(1).max(40).nullish().describe('Kept only as a fingerprint.'),
  address: z.string().min(1).max(1_000).nullish().describe('The whole postal address as printed on the parcel. Kept only as a fingerprint.'),
  country: country().nullish().describe('Of delivery.'),
  currency: z.string().refine((code) => CURRENCIES.has(code), 'is no currency of ISO 4217, such as EUR'),
  lines: z
    .array(OrderLineIn)
    .min(1)
    .max(500)
    .superRefine((lines, check) => {
      const ids = lines.map(lineId);
      ids.forEach((own, index) => {
        if (ids.indexOf(own) < index) check.addIssue({ code: 'custom', path: [index, 'id'], message: `${own} is the id of two lines` });
      });
    }),
  total: Amount.describe('What is paid for the goods, in minor units: after discounts, without delivery.'),
  couponCodes: z.array(line().min(1)).max(50).nullish(),
  placedAt: Instant,
};

/** Fields that are optional and left out stay as they are known; null removes what is known, except the shopper. */
export const OrderIn = z.strictObject(fields).meta({ id: 'OrderIn', description: 'An order as the shop tells it.' });
export type OrderIn = z.infer<typeof OrderIn>;

export const NumberedOrder = z.strictObject({ number: OrderNumber, ...fields });
/** An order with its number. */
export type NumberedOrder = z.infer<typeof NumberedOrder>;

export const RefundIn = z
  .strictObject({
    id: id().describe('Names this refund among those of the order: told twice, it counts once.'),
    amount: Amount.describe('What is given back for goods, in minor units.'),
    lines: z.array(z.strictObject({ id: z.string().min(1).max(90).describe('Id of the line.'), quantity: z.int().min(1).max(1_000_000) })).max(500).nullish(),
  })
  .meta({ id: 'RefundIn', description: 'Money that is given back for an order, or a part of it.' });
export type RefundIn = z.infer<typeof RefundIn>;

/** The shop’s id of a line, or its place. */
export const lineId = (input: { id?: string | null | undefined }, index: number): string => input.id ?? String(index + 1);
