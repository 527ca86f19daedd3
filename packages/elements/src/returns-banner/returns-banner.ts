import type { PolicyInput, ReturnDeadline, ReturnPolicy } from '@aftercart/contract';
import { policyStore, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import { icon } from '../base/icons.ts';
import type { Strings } from '../base/locale.ts';
import type { Phase } from '../base/state.ts';
import type { OrderActions } from './order-actions.ts';
import { returnsBannerStrings } from './returns-banner.strings.ts';
import { returnsBannerStyles } from './returns-banner.styles.ts';
import type { Details } from './returns-details.ts';

type Season = NonNullable<ReturnPolicy['seasonalOverrides']>[number];
type ReturnsSources = {
  policy: Resource<ReturnPolicy>;
  deadline?: Resource<ReturnDeadline>;
};

const loadDetails = () => import('./returns-details.ts');

const returnIcon = icon('M9 14.5 4 9.5l5-5M4.5 9.5h9.8a5.2 5.2 0 0 1 0 10.4H9');
const openIcon = icon('m6 9.5 6 6 6-6');

/**
 * The returns policy at a glance, with the last day for an order where one is named. Opens the whole policy, and takes the
 * statutory declaration of withdrawal in two steps.
 *
 * @tagname aftercart-returns-banner
 * @slot - Shown before the element is defined, and where the shop has no policy.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {DetailsToggleEvent} aftercart-details-toggle - The details were opened or closed.
 * @fires {WithdrawRequestEvent} aftercart-withdraw-request - The shopper confirmed a withdrawal that is not sent yet; cancelable.
 * @fires {WithdrawnEvent} aftercart-withdrawn - The backend gave a receipt for a withdrawal.
 *
 * @csspart base - Everything that the element draws.
 * @csspart banner - The card, a labelled region.
 * @csspart icon - The disc with the arrow.
 * @csspart headline - The policy in a few words.
 * @csspart summary - The last day, the season or the start of the window, under the headline.
 * @csspart toggle - The button that opens and closes the details.
 * @csspart actions - The row with the buttons of an order.
 * @csspart withdraw - The button of the statutory withdrawal.
 * @csspart show-receipt - The button that shows the receipt of a withdrawal.
 * @csspart start - A link to where a return is started.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 * @csspart details - The whole policy, once it is opened.
 * @csspart order - In the details: the last days for the order.
 * @csspart exceptions - In the details: items of the order that differ.
 * @csspart statutory - In the details: what the law gives.
 * @csspart goodwill - In the details: what the shop gives.
 * @csspart costs - In the details: what a return costs.
 * @csspart methods - In the details: how to send goods back.
 * @csspart exclusions - In the details: what the shop’s own policy leaves out.
 * @csspart links - In the details: links to the policy and to the start of a return.
 * @csspart withdrawal - The form, the declaration or the receipt of a withdrawal.
 * @csspart form - The form of a withdrawal.
 * @csspart field - A label with its input.
 * @csspart failure - Why a step of the withdrawal failed.
 * @csspart declaration - The declaration, word for word.
 * @csspart confirm-withdrawal - The button that confirms the withdrawal.
 * @csspart receipt - The receipt of the withdrawal.
 * @csspart download - The button that keeps the receipt as a file.
 * @csspart print - The button that prints the receipt.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - Data is there.
 * @cssstate empty - The shop has no policy for this; the slot is shown.
 * @cssstate guest - The backend tells its policy to signed-in shoppers only; the slot is shown.
 * @cssstate stale - The data could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no returns, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-returns-banner-background=var(--aftercart-color-surface)] - Background of the card.
 * @cssproperty [--aftercart-returns-banner-color=var(--aftercart-color-text)] - Text of the card.
 * @cssproperty [--aftercart-returns-banner-border-color=var(--aftercart-color-border)] - Border of the card.
 * @cssproperty [--aftercart-returns-banner-radius=var(--aftercart-radius)] - Corners of the card.
 */
export class ReturnsBannerElement extends AftercartElement<ReturnsSources, keyof typeof returnsBannerStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    country: {},
    productId: { attribute: 'product-id' },
    tier: {},
    date: {},
    order: {},
    jsonLd: { attribute: 'json-ld', type: Boolean },
    withdrawal: { type: Boolean },
  };
  static override styles = [...AftercartElement.styles, returnsBannerStyles];

  /** Country of delivery, ISO 3166-1 alpha-2. */
  declare country: string | undefined;
  /** Product that the policy is asked for, by the shop’s id. */
  declare productId: string | undefined;
  /** Member tier of the shopper, by the shop’s id. */
  declare tier: string | undefined;
  /** Day of purchase, such as `2026-11-22`; today when left out. */
  declare date: string | undefined;
  /** Order number, as the shopper knows it: shows the last day for this order. */
  declare order: string | undefined;
  /** Whether to put the policy into the page as schema.org JSON-LD. */
  declare jsonLd: boolean | undefined;
  /** Whether to offer the statutory withdrawal to everyone, guests included. */
  declare withdrawal: boolean | undefined;

  protected override readonly kind = 'returns-banner';
  protected override words: Strings = returnsBannerStrings;
  #chunkLost = false;
  #details: Details | undefined;
  /** Last days and the buttons of an order; null where the code for it can’t be had. */
  #order: OrderActions | null | undefined;
  #orderAsked = false;
  /** The day of purchase, where the attribute names one. */
  #bought: string | null | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mark();
  }

  protected override sources(shop: Shop, locale: string): ReturnsSources {
    const { country, productId, tier, date } = this;
    const input: PolicyInput = {};
    const take = (name: keyof PolicyInput, value: string | undefined, isGood = true) => {
      if (value && isGood) input[name] = value;
      else if (value) this.tell('BAD_ATTRIBUTE', `${name}="${value}"`);
    };
    take('country', country?.toUpperCase(), /^[a-z]{2}$/i.test(country!));
    take('productId', productId);
    take('tier', tier);
    // A day of the calendar.
    take('date', date, new Date(date!).toJSON()?.slice(0, 10) === date);
    this.#bought = input.date;
    const deadline = this.#order?.deadline(shop, locale);
    return { policy: policyStore(shop, input, locale), ...(deadline && { deadline }) };
  }

  protected override currentPhase(): Phase {
    const phase = super.currentPhase();
    // Nothing else knows last days.
    const isNeeded = this.order || (phase === 'ready' && this.#season);
    if ((isNeeded || this.withdrawal) && !this.#orderAsked) void this.#loadOrder();
    return isNeeded && this.#order === undefined ? 'loading' : phase;
  }

  async #loadOrder(): Promise<void> {
    this.#orderAsked = true;
    const part = await this.load(() => import('./order-actions.ts'));
    this.#order = part ? new part.OrderActions(this) : null;
    // Asks for the stores again.
    this.requestUpdate('order');
  }

  protected override phaseOf({ policy }: typeof this.data): 'ready' | 'empty' {
    return policy ? 'ready' : 'empty';
  }

  /** The season that the day of purchase is in. */
  get #season(): Season | undefined {
    return this.data.policy?.seasonalOverrides?.find(({ startDate, endDate }) => {
      // Sweden writes its dates as ISO 8601 does.
      const bought = this.#bought ?? new Date(this.currentShop!.now()).toLocaleDateString('sv');
      return startDate <= bought && bought <= endDate;
    });
  }

  /** The policy in a few words, and the last day or what the days are counted from. */
  #words(policy: ReturnPolicy): [headline: string, summary: string] {
    const { returnPolicyCategory: category, statutory, windowStart } = policy;
    const isFinite = /Finite/.test(category);
    const own = /Unlimited/.test(category) ? Infinity : (isFinite && policy.merchantReturnDays) || 0;
    const legal = statutory?.days ?? 0;
    // Never less than the law.
    const isLegal = legal > own;
    const what = isLegal ? this.t('statutory', { n: legal }) : isFinite && own ? this.t('days', { n: own }) : this.t(category);
    const isFree = !isLegal && own && policy.customerRemorseReturnFees.type === 'FreeReturn';
    return [
      isFree ? this.t('free', { what }) : what,
      this.#order?.summary(this.#season) ?? (isLegal ? this.t('delivery') : isFinite ? this.t(windowStart) : ''),
    ];
  }

  /** @internal The withdrawal needs no policy. */
  override besideError(): TemplateResult | string | undefined {
    return this.#order?.render();
  }

  /** @internal */
  override prepare(): void {
    void this.lazy(loadDetails);
  }

  #toggle = this.guarded(async () => {
    const part = await this.load(loadDetails);
    if (!part) return;
    this.#details ??= new part.Details(this);
    return this.#details.toggle();
  });

  /** @internal Loads a part, or says that it could not be loaded. */
  async load<P extends object>(load: () => Promise<P>): Promise<P | undefined> {
    const part = await this.lazy(load);
    this.#chunkLost = !part;
    this.requestUpdate();
    return part;
  }

  /** @internal The card, with room for buttons where there may be some. */
  get card(): string {
    return this.order || this.withdrawal ? 'card tall' : 'card';
  }

  protected override skeleton(): TemplateResult {
    return html`<div part="banner" class=${this.card}><div class="words skeleton"></div></div>`;
  }

  protected override content(): TemplateResult {
    const { policy } = this.data;
    if (!policy) return this.#order?.renderAlone() ?? html`<slot></slot>`;
    const [headline, summary] = this.#words(policy);
    const stale = this.staleNote();
    return html`<section part="banner" class=${this.card} aria-labelledby="headline">
      <div class="head">
        <span part="icon" class="icon">${returnIcon}</span>
        <div class="words">
          <h2 part="headline" id="headline">${headline}</h2>
          <p part="summary" class="muted">
            <span role="status">${this.#chunkLost ? this.t('error') : ''}</span> ${summary}${summary && stale ? ' · ' : ''}${stale}
          </p>
        </div>
        <button part="toggle" class="plain toggle" aria-expanded=${!!this.#details?.isOpen} aria-controls="details" @click=${this.#toggle}>
          <span>${this.t('details')}</span>${openIcon}
        </button>
      </div>
      ${this.#order?.render()}
      <div part="details" id="details">${this.#details?.render()}</div>
    </section>`;
  }

  protected override updated(): void {
    this.#mark();
  }

  /** Keeps JSON-LD in the page the same as what is shown. At first it loads what does that, where it is asked for. */
  #mark = (): void => {
    if (!this.jsonLd) return;
    this.#mark = () => {};
    void this.lazy(() => import('./json-ld.ts')).then((part) => {
      if (part) this.#mark = part.marker(this);
      this.#mark();
    });
  };
}
