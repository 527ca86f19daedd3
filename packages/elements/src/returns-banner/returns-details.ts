/** The whole policy: the order, the law, the shop’s own promise, costs, methods, links. Loaded when it is first opened. */
import type { ReturnDeadline, ReturnFee, ReturnPolicy } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { formatDate } from '../base/format/date.ts';
import { formatList } from '../base/format/list.ts';
import { formatMoney } from '../base/format/money.ts';
import { formatNumber } from '../base/format/number.ts';
import { safeUrl } from '../base/safe-url.ts';
import { dayWords, today } from './days.ts';
import { upcomingSeasons } from './json-ld-policy.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import { DetailsToggleEvent } from './returns-banner.events.ts';
import type { returnsDetailsStrings } from './returns-details.strings.ts';
import { until as untilWords } from './until.ts';

export { returnsDetailsStrings as strings } from './returns-details.strings.ts';
export { returnsDetailsStyles as styles } from './returns-details.styles.ts';

type Key = keyof typeof returnsDetailsStrings;
type Part = TemplateResult | string;

/** “Germany” for `DE`, in the language of the element. */
const countryName = (language: string, code: string): string => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;

const row = (title: string, value: Part): Part => (value ? html`<div><dt>${title}</dt><dd>${value}</dd></div>` : '');
const bullets = (items: Part[]): Part => (items.length ? html`<ul class="marked">${items.map((item) => html`<li>${item}</li>`)}</ul>` : '');
const joined = (items: (string | null | undefined | false)[]): string => items.filter(Boolean).join(' · ');

/** The disclosure: whether it is open, and what is in it. */
export class Details {
  isOpen = false;
  readonly #host: ReturnsBannerElement;

  constructor(host: ReturnsBannerElement) {
    this.#host = host;
  }

  async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.dispatchEvent(new DetailsToggleEvent(this.isOpen));
  }

  render(): TemplateResult | string {
    return this.isOpen ? renderDetails(this.#host) : '';
  }
}

function renderDetails(host: ReturnsBannerElement): TemplateResult {
  const policy = host.data.policy!;
  const { deadline } = host.data;
  const { language } = host;
  const t = (key: Key, params?: Record<string, string | number>) => host.t(key as never, params);

  const order = ({ orderNumber, deliveredOn, statutoryUntil, goodwillUntil, exceptions }: ReturnDeadline) => {
    const last = (kind: 'statutory' | 'goodwill', date: string | null | undefined) =>
      date ? [t(date < today(host) ? `${kind}Ended` : `${kind}Until`, { date: dayWords(host, date) })] : [];
    const days = [
      ...(deliveredOn ? [t('delivered', { date: dayWords(host, deliveredOn) })] : []),
      ...last('statutory', statutoryUntil),
      ...last('goodwill', goodwillUntil),
    ];
    if (!days.length && !exceptions?.length) return '';
    return html`<section part="order" class="wide">
      <h3>${t('orderTitle', { number: orderNumber })}</h3>
      ${bullets(days)}
      ${exceptions?.length
        ? html`<dl part="exceptions" class="rows">
            ${row(
              t('exceptionsTitle'),
              bullets(exceptions.map(({ label, until, reason }) => `${host.apart(label)}: ${joined([until ? untilWords(host, until) : t('never'), reason && reason !== 'other' && t(reason)])}`)),
            )}
          </dl>`
        : ''}
    </section>`;
  };

  const law = ({ statutory, guaranteeMonths: months }: ReturnPolicy) => {
    if (!statutory?.days && !months) return '';
    const instruction = safeUrl(statutory?.url);
    const guarantee = months && (months % 12 ? t('guaranteeMonths', { n: months }) : t('guaranteeYears', { n: months / 12 }));
    return html`<section part="statutory" class="law wide">
      <h3>${t('statutoryTitle')}</h3>
      ${statutory?.days ? html`<p>${t('withdrawWithin', { n: statutory.days })}</p>` : ''}
      ${guarantee ? html`<p>${guarantee}</p>` : ''}
      ${instruction ? html`<p class="links"><a href=${instruction}>${t('instruction')}</a></p>` : ''}
    </section>`;
  };

  const goodwill = (hasLaw: boolean) => {
    const { returnPolicyCategory: category, merchantReturnDays, windowStart, outcomes, itemCondition, conditions, validForMemberTier, applicableCountry } = policy;
    const isFinite = category === 'MerchantReturnFiniteReturnWindow';
    const window =
      category === 'MerchantReturnNotPermitted' && hasLaw ? t('noGoodwill')
      : isFinite ? joined([merchantReturnDays ? host.t('days', { n: merchantReturnDays }) : host.t(category), host.t(windowStart)])
      : host.t(category);
    const seasons = upcomingSeasons(policy, today(host)).map(({ name, startDate, endDate, returnBy }) =>
      t('season', { name: name || t('seasonName'), start: long(startDate), end: long(endDate), by: long(returnBy) }),
    );
    const results = outcomes.map(({ refundType, days, bonus }) =>
      joined([t(refundType), days != null && t('within', { n: days }), bonus && t('bonus', { money: formatMoney(language, bonus) })]),
    );
    return html`<section part="goodwill" class="wide">
      <h3>${t('goodwillTitle')}</h3>
      <p>${window}</p>
      ${seasons.map((season) => html`<p>${season}</p>`)}
      ${conditions ? html`<p class="preserve">${conditions}</p>` : ''}
      <dl class="rows">
        ${row(t('outcomesTitle'), bullets(results))}
        ${row(t('conditionTitle'), formatList(language, itemCondition?.map((condition) => t(condition)) ?? []))}
        ${row(t('tiersTitle'), formatList(language, validForMemberTier?.map((tier) => host.apart(tier)) ?? []))}
        ${row(t('countriesTitle'), formatList(language, applicableCountry.map((code) => countryName(language, code))))}
      </dl>
      ${exclusions()}
    </section>`;
  };
  const long = (date: string) => formatDate(language, date);

  const exclusions = () =>
    policy.exclusions.length
      ? html`<dl part="exclusions" class="rows">
          ${row(t('exclusionsTitle'), bullets(policy.exclusions.map(({ label, reason }) => (reason === 'other' ? label : `${host.apart(label)} (${t(reason)})`))))}
        </dl>`
      : '';

  const fee = ({ type, amount, percent }: ReturnFee) => {
    const parts = [
      amount && formatMoney(language, amount),
      percent != null && t('ofPrice', { percent: formatNumber(language, percent / 100, { style: 'percent', maximumFractionDigits: 2 }) }),
    ].filter((part) => typeof part === 'string');
    return type === 'FreeReturn' || !parts.length ? t(type) : t('feeAmount', { fee: t(type), amount: formatList(language, parts) });
  };

  const costs = ({ returnPolicyCategory, customerRemorseReturnFees, itemDefectReturnFees }: ReturnPolicy) => html`<section part="costs">
    <h3>${t('costsTitle')}</h3>
    <dl class="rows">
      ${returnPolicyCategory === 'MerchantReturnNotPermitted' && !policy.statutory?.days ? '' : row(t('remorse'), fee(customerRemorseReturnFees))}
      ${row(t('defect'), fee(itemDefectReturnFees))}
    </dl>
  </section>`;

  const methods = ({ returnMethod, returnLabelSource }: ReturnPolicy) =>
    returnMethod.length || returnLabelSource
      ? html`<section part="methods">
          <h3>${t('methodsTitle')}</h3>
          ${bullets([...returnMethod.map((method) => t(method)), ...(returnLabelSource ? [t(returnLabelSource)] : [])])}
        </section>`
      : '';

  const links = ({ startReturnUrl, merchantReturnLink }: ReturnPolicy) => {
    const start = safeUrl(startReturnUrl);
    const whole = safeUrl(merchantReturnLink);
    return start || whole
      ? html`<p part="links" class="links wide">
          ${start ? html`<a class="button" href=${start}>${t('start')}</a>` : ''}
          ${whole ? html`<a href=${whole}>${t('policy')}</a>` : ''}
        </p>`
      : '';
  };

  const legal = law(policy);
  return html`<div class="details">
    ${deadline ? order(deadline) : ''}${legal}${goodwill(!!legal)}${costs(policy)}${methods(policy)}${links(policy)}
  </div>`;
}
