/**
 * Building blocks that the six services share: how Aftercart writes money, time, places, names and lists.
 *
 * Two rules hold everywhere. An optional field may be left out or be `null`; both mean "not known". A string and a list
 * have a greatest length, because a page must survive a backend that has lost its mind.
 */
import { z } from 'zod';

/** RFC 3339 with a mandatory offset: `2026-11-22T09:30:00+02:00`. No leap second: no `Date` can read one. */
export const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** ISO 8601 calendar date: `2026-11-22`. */
export const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A local date, or a local date and time, without an offset. */
export const LOCAL_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d+)?)?)?)?$/;
const OFFSET = /^(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Identifier of the backend; opaque to Aftercart. */
export const id = () => z.string().min(1).max(200);
/** One line of text for people. */
export const line = () => z.string().max(300);
/** A paragraph of text for people. Never HTML. */
export const text = () => z.string().max(5_000);
/** Absolute or site-relative URL. Elements only follow http, https, mailto and tel. */
export const url = () => z.string().min(1).max(2_048);
/** Whole number of zero or more. */
export const count = () => z.int().min(0).max(1_000_000_000_000);
/** Points as an integer, scaled by ten to the power of the program's `decimals`. May be negative. */
export const points = () => z.int().min(-1_000_000_000_000).max(1_000_000_000_000);

export const instant = () => z.string().max(40).regex(INSTANT);
export const date = () => z.string().max(10).regex(DATE);
export const country = () => z.string().max(2).regex(/^[A-Z]{2}$/);

/**
 * A list that never grows past `max`. Core keeps the good items of a list, drops the bad ones and reports them.
 */
export const list = <T extends z.ZodType>(item: T, max = 200) => z.array(item).max(max);

/**
 * A set of codes that will grow. A code that this version does not know reads as `fallback` instead of as an error. Not for
 * the items of a list, where a code that is not known is better left out than read as another.
 */
export const openEnum = <const V extends readonly [string, ...string[]], F extends V[number]>(values: V, fallback: F) =>
  z.enum(values).catch(fallback as never).meta({ 'x-fallback': fallback });

/** An amount of money: integer minor units (cents; whole yen) and an ISO 4217 code. */
export const Money = z
  .object({
    amount: z.int().describe('Integer amount in the minor unit of the currency (ISO 4217 exponent).'),
    currency: z.string().max(3).regex(/^[A-Z]{3}$/).describe('ISO 4217 alphabetic code.'),
  })
  .meta({ id: 'Money', description: 'An amount of money in integer minor units.' });

/**
 * A name in its CLDR plural forms (https://cldr.unicode.org/index/cldr-spec/plural-rules). Only `other` is needed.
 */
export const PluralForms = z
  .object({
    zero: line().nullish().describe('Form for the CLDR category “zero”.'),
    one: line().nullish().describe('Form for the CLDR category “one”.'),
    two: line().nullish().describe('Form for the CLDR category “two”.'),
    few: line().nullish().describe('Form for the CLDR category “few”.'),
    many: line().nullish().describe('Form for the CLDR category “many”.'),
    other: line().min(1).describe('Form for every category that is not given.'),
  })
  .meta({ id: 'PluralForms', description: 'A noun in the plural forms of its language.' });

/** A time whose hour or offset may be unknown, as carriers report it. Never parse `value` without its `offset`. */
export const ImpreciseTime = z
  .object({
    value: z.string().max(40).regex(LOCAL_TIME).describe('Local date, or date and time, without an offset.'),
    precision: openEnum(['second', 'minute', 'hour', 'day'], 'day').describe('The finest unit of `value` that means something.'),
    offset: z.string().max(6).regex(OFFSET).nullish().describe('UTC offset (`+02:00`, `Z`), or null when the carrier did not say.'),
  })
  .meta({ id: 'ImpreciseTime', description: 'A time together with how precisely it is known.' });
