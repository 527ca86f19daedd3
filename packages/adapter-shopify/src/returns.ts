/** The shop’s return policy, and the last day for an order of the shopper’s. */
import type { AdapterContext, PolicyInput, ReturnDeadline, ReturnPolicy, ReturnsService } from '@aftercart/contract';
import { ask, stopIf, type Api, type Connection } from './api/api.ts';
import { asSomebody, type CustomerEndpoint } from './api/customer.ts';
import { calendarIn, deadlineOf, type ReturnableOrder } from './deadline.ts';
import { inLanguage, languageCode, type Localised } from './language.ts';
import { isOrder, searchFor } from './orders.ts';
import { REFUND_POLICY, RETURN_INFORMATION } from './queries/returns.ts';

export interface ReturnsOptions {
  /** The policies, for countries and tiers: of a policy Shopify knows only its page. Where one has no `merchantReturnLink`, the page of Shopify’s refund policy is its link. */
  policies: Localised<readonly ReturnPolicy[]>;
  /** IANA zone in which the days are counted; UTC when left out. */
  timeZone?: string;
}

/** How narrowly a policy fits, or −1 where it does not. Without a country the first one counts. */
function fit({ applicableCountry: countries, validForMemberTier: tiers }: ReturnPolicy, { country, tier }: PolicyInput): number {
  if (country && countries.length && !countries.includes(country)) return -1;
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  return (tiers?.length ? 2 : 0) + (country && countries.length ? 1 : 0);
}

/** The narrowest that fits; of two alike, the one that is written first. */
function choose(policies: readonly ReturnPolicy[], input: PolicyInput): ReturnPolicy | null {
  const [best] = policies.filter((policy) => fit(policy, input) >= 0).toSorted((a, b) => fit(b, input) - fit(a, input));
  return best ?? null;
}

export function returns(storefront: Api, endpoint: CustomerEndpoint | null, { policies, timeZone = 'UTC' }: ReturnsOptions): ReturnsService {
  const calendar = calendarIn(timeZone);
  const policyFor = (input: PolicyInput, { locale }: AdapterContext) => choose(inLanguage(policies, locale), input);

  async function policy(input: PolicyInput, context: AdapterContext): Promise<ReturnPolicy | null> {
    stopIf(context.signal);
    const facts = policyFor(input, context);
    if (!facts || facts.merchantReturnLink) return facts;
    const { shop } = await ask<{ shop: { refundPolicy: { url: string } | null } }>(storefront, REFUND_POLICY, { language: languageCode(context.locale) }, context);
    return { ...facts, merchantReturnLink: shop.refundPolicy?.url ?? null };
  }
  if (!endpoint) return { policy };

  return {
    policy,
    async deadline({ orderNumber }, context): Promise<ReturnDeadline | null> {
      const api = await asSomebody(endpoint, context);
      const variables = { query: searchFor(orderNumber), language: languageCode(context.locale) };
      const { customer } = await ask<{ customer: { orders: Connection<ReturnableOrder> } }>(api, RETURN_INFORMATION, variables, context);
      const order = customer.orders.nodes.find(isOrder(orderNumber));
      return order ? deadlineOf(order, policyFor({ country: order.shippingAddress?.territoryCode ?? null }, context), calendar) : null;
    },
  };
}
