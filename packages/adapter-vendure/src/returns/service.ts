import { AdapterError, pickPolicy, type ReturnPolicy, type ReturnsService } from '@aftercart/contract';
import { askingOf, type ShopApi } from '../shop-api.ts';
import { checkTimeZone } from './days.ts';
import { deadlineOf } from './deadline.ts';

/** What Vendure doesn’t know of returns. */
export interface ReturnsOptions {
  /** The shop’s, by country and member tier; the narrowest that fits counts. */
  policies: readonly ReturnPolicy[];
  /** IANA zone that days are in; UTC when left out. */
  timeZone?: string;
  /** Public holidays of these years, such as `2026-12-25`: the statutory days don’t end on one. Weekends are known. */
  holidays?: readonly string[];
}

/** @throws TypeError */
export function returnsService(api: ShopApi, { policies, timeZone = 'UTC', holidays = [] }: ReturnsOptions): Required<Pick<ReturnsService, 'policy' | 'deadline'>> {
  checkTimeZone(timeZone);
  return {
    async policy(input, { signal }) {
      if (signal.aborted) throw new AdapterError('ABORTED');
      return pickPolicy(policies.map((policy) => ({ policy })), input);
    },
    async deadline({ orderNumber }, context) {
      const asking = await askingOf(context);
      if (!asking.token) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
      return deadlineOf(api, { policies, timeZone, holidays }, orderNumber, asking);
    },
  };
}
