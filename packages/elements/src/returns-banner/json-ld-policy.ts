/** The policy in the words of schema.org, from the same object that the shopper sees. */
import { currencyExponent, type Money, type ReturnPolicy } from '@aftercart/contract';
import { safeUrl } from '../base/safe-url.ts';

const term = (name: string) => `https://schema.org/${name}`;

const monetaryAmount = ({ amount, currency }: Money): object => ({ '@type': 'MonetaryAmount', value: amount / 10 ** currencyExponent(currency), currency });

/** Leaves out what is not known: an empty list, null, undefined. */
const known = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value != null && !(Array.isArray(value) && !value.length)));

/** The seasons whose last day of return is not over. */
export const upcomingSeasons = ({ seasonalOverrides }: ReturnPolicy, today: string): NonNullable<ReturnPolicy['seasonalOverrides']> =>
  (seasonalOverrides ?? []).filter(({ returnBy }) => returnBy >= today);

export function policyJsonLd(policy: ReturnPolicy, today: string): Record<string, unknown> {
  const { returnPolicyCategory: category, customerRemorseReturnFees: remorse, itemDefectReturnFees: defect } = policy;
  const link = safeUrl(policy.merchantReturnLink);
  const restocking = [remorse, defect].find(({ type }) => type === 'RestockingFees');
  const shipping = ({ type, amount }: typeof remorse) => (type === 'ReturnShippingFees' && amount ? monetaryAmount(amount) : undefined);
  return known({
    '@context': 'https://schema.org',
    '@type': 'MerchantReturnPolicy',
    applicableCountry: policy.applicableCountry,
    returnPolicyCategory: term(category),
    merchantReturnDays: category === 'MerchantReturnFiniteReturnWindow' ? policy.merchantReturnDays : undefined,
    refundType: policy.outcomes.map(({ refundType }) => term(refundType)),
    customerRemorseReturnFees: category === 'MerchantReturnNotPermitted' && !policy.statutory?.days ? undefined : term(remorse.type),
    customerRemorseReturnShippingFeesAmount: shipping(remorse),
    itemDefectReturnFees: term(defect.type),
    itemDefectReturnShippingFeesAmount: shipping(defect),
    // A bare number is percent of the price.
    restockingFee: restocking && (restocking.amount ? monetaryAmount(restocking.amount) : restocking.percent),
    returnMethod: policy.returnMethod.map(term),
    returnLabelSource: policy.returnLabelSource && term(policy.returnLabelSource),
    itemCondition: policy.itemCondition?.map(term),
    merchantReturnLink: link && new URL(link, document.baseURI).href,
    returnPolicySeasonalOverride: upcomingSeasons(policy, today).map(({ startDate, endDate, returnBy }) => ({
      '@type': 'MerchantReturnPolicySeasonalOverride',
      startDate,
      endDate,
      returnPolicyCategory: term('MerchantReturnFiniteReturnWindow'),
      merchantReturnDays: returnBy,
    })),
    validForMemberTier: policy.validForMemberTier?.map((name) => ({ '@type': 'MemberProgramTier', name })),
  });
}
