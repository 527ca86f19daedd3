/**
 * Northpine’s return policies. The statutory side follows the law of the country: 14 days in the EU (Directive 2011/83/EU)
 * and the United Kingdom (Consumer Contracts Regulations 2013), 7 in Russia (Consumer Protection Act, Art. 26.1) and China
 * (Consumer Rights Protection Law, Art. 25), 14 in Egypt (Law 181/2018), none in the United States.
 */
import type { PolicyInput, ReturnFee, ReturnPolicy } from '@aftercart/contract';
import { CURRENCY, HOME } from '../catalogue.ts';
import type { Links } from '../options.ts';
import { day } from '../time.ts';
import type { Words } from '../words.ts';

type Fee = 'free' | 'label' | 'own' | 'restocking';

interface Terms {
  id: string;
  countries: readonly string[];
  goodwill: number;
  statutory: number;
  guarantee: number | null;
  fee: Fee;
  shops?: true;
}

const TERMS: readonly Terms[] = [
  { id: 'gr', countries: ['GR', 'CY'], goodwill: 30, statutory: 14, guarantee: 24, fee: 'free', shops: true },
  { id: 'de', countries: ['DE', 'AT'], goodwill: 30, statutory: 14, guarantee: 24, fee: 'label' },
  { id: 'fr', countries: ['FR'], goodwill: 30, statutory: 14, guarantee: 24, fee: 'label' },
  { id: 'es', countries: ['ES'], goodwill: 30, statutory: 14, guarantee: 36, fee: 'label' },
  {
    id: 'eu',
    countries: ['BE', 'BG', 'CZ', 'DK', 'EE', 'FI', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'RO', 'SE', 'SI', 'SK'],
    goodwill: 30, statutory: 14, guarantee: 24, fee: 'own',
  },
  { id: 'gb', countries: ['GB'], goodwill: 30, statutory: 14, guarantee: null, fee: 'own' },
  { id: 'ru', countries: ['RU'], goodwill: 14, statutory: 7, guarantee: 24, fee: 'own' },
  { id: 'cn', countries: ['CN'], goodwill: 15, statutory: 7, guarantee: null, fee: 'own' },
  { id: 'eg', countries: ['EG'], goodwill: 30, statutory: 14, guarantee: null, fee: 'restocking' },
  { id: 'us', countries: ['US'], goodwill: 45, statutory: 0, guarantee: null, fee: 'label' },
];

/** For a country that is not listed. Empty `countries` means everywhere. */
const ELSEWHERE: Terms = { id: 'world', countries: [], goodwill: 30, statutory: 0, guarantee: null, fee: 'own' };

/** Days that members of the highest tier have. */
const SUMMIT_DAYS = 60;

export const termsFor = (country: string | null | undefined): Terms =>
  TERMS.find(({ countries }) => countries.includes(country ?? HOME)) ?? ELSEWHERE;

const FEES: Record<Fee, ReturnFee> = {
  free: { type: 'FreeReturn' },
  label: { type: 'ReturnShippingFees', amount: { amount: 490, currency: CURRENCY } },
  own: { type: 'ReturnFeesCustomerResponsibility' },
  restocking: { type: 'RestockingFees', percent: 10 },
};

/** The Christmas season nearest to a day: last winter’s until its returns end, then the next. */
export function christmas(today: string): { startDate: string; endDate: string; returnBy: string } {
  const year = Number(today.slice(0, 4)) - (today.slice(5) <= '01-31' ? 1 : 0);
  return { startDate: `${year}-11-15`, endDate: `${year}-12-24`, returnBy: `${year + 1}-01-31` };
}

/** A gift card can’t be returned; everything else can. */
const isGiftCard = (productId: string | null | undefined) => productId === 'gift-card';

export function policyFor({ country, productId, tier, date }: PolicyInput, words: Words, links: Links, now: number): ReturnPolicy {
  const terms = termsFor(country);
  const { exclusions, conditions, christmas: season } = words.returns;
  const applicableCountry = [...terms.countries];
  const common = {
    applicableCountry,
    windowStart: 'delivery' as const,
    itemDefectReturnFees: { ...FEES.free },
    guaranteeMonths: terms.guarantee,
    merchantReturnLink: links.policy,
  };
  if (isGiftCard(productId)) {
    return {
      ...common,
      id: `${terms.id}-gift-card`,
      returnPolicyCategory: 'MerchantReturnNotPermitted',
      outcomes: [],
      customerRemorseReturnFees: { ...FEES.own },
      returnMethod: [],
      exclusions: [{ label: exclusions.gift, reason: 'digital' }],
      guaranteeMonths: null,
    };
  }
  const isSummit = tier === 'summit';
  const days = isSummit ? Math.max(SUMMIT_DAYS, terms.goodwill) : terms.goodwill;
  return {
    ...common,
    id: isSummit ? `${terms.id}-summit` : terms.id,
    returnPolicyCategory: 'MerchantReturnFiniteReturnWindow',
    merchantReturnDays: days,
    outcomes: [
      { refundType: 'FullRefund' },
      { refundType: 'ExchangeRefund', days: days + 15 },
      { refundType: 'StoreCreditRefund', days: days + 15, bonus: { amount: 500, currency: CURRENCY } },
    ],
    customerRemorseReturnFees: { ...FEES[isSummit ? 'free' : terms.fee] },
    returnMethod: terms.shops ? ['ReturnByMail', 'ReturnInStore', 'ReturnAtKiosk'] : ['ReturnByMail'],
    returnLabelSource: terms.fee === 'own' && !isSummit ? 'ReturnLabelCustomerResponsibility' : 'ReturnLabelDownloadAndPrint',
    itemCondition: ['NewCondition'],
    conditions,
    exclusions: [
      { label: exclusions.hygiene, reason: 'hygiene' },
      { label: exclusions.custom, reason: 'custom_made' },
      { label: exclusions.gift, reason: 'digital' },
      { label: exclusions.sale, reason: 'final_sale' },
    ],
    statutory: terms.statutory ? { days: terms.statutory, url: links.policy } : null,
    seasonalOverrides: [{ name: season, ...christmas(date ?? day(now)) }],
    validForMemberTier: isSummit ? ['summit'] : null,
    startReturnUrl: links.startReturn,
  };
}
