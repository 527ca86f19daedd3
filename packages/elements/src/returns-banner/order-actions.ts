/**
 * What the banner does for an order: its last day, and the row of buttons. Loaded where an order or a withdrawal is asked for, and in
 * a season, which has a last day too.
 */
import type { ReturnDeadline, ReturnPolicy } from '@aftercart/contract';
import { deadlineStore, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { dayOf, dayWords } from './days.ts';
import type { orderActionsStrings } from './order-actions.strings.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import { returnBy, until } from './until.ts';
import type { Withdrawal } from './withdrawal.ts';

export { orderActionsStrings as strings } from './order-actions.strings.ts';
export { orderActionsStyles as styles } from './order-actions.styles.ts';

export class OrderActions {
  readonly #host: ReturnsBannerElement;
  #shop: Shop | undefined;
  #canWithdraw = false;
  #form: Withdrawal | undefined;

  constructor(host: ReturnsBannerElement) {
    this.#host = host;
  }

  #t(key: keyof typeof orderActionsStrings, params?: Readonly<Record<string, string>>): string {
    return this.#host.t(key as never, params);
  }

  /** The store over the last day, where an order is named. */
  deadline(shop: Shop, locale: string): Resource<ReturnDeadline> | undefined {
    if (shop !== this.#shop) {
      this.#shop = shop;
      this.#canWithdraw = false;
      shop.adapter().then(
        ({ returns }) => {
          if (shop !== this.#shop) return;
          this.#canWithdraw = typeof returns?.withdraw === 'function';
          this.#host.requestUpdate();
        },
        // The store of the policy fails for the same reason and says so.
        () => {},
      );
    }
    const { order: orderNumber } = this.#host;
    return orderNumber ? deadlineStore(shop, { orderNumber }, locale) : undefined;
  }

  /** The last day, or what became of the order; else the last day of the season. Nothing where neither is known. */
  summary(season: NonNullable<ReturnPolicy['seasonalOverrides']>[number] | undefined): string | undefined {
    return this.#ofOrder() ?? (season && (season.name ? `${this.#host.apart(season.name)} · ` : '') + returnBy(this.#host, season.returnBy));
  }

  #ofOrder(): string | undefined {
    const { deadline } = this.#host.data;
    if (!deadline) return undefined;
    const { receipt, goodwillUntil, statutoryUntil, timeZone } = deadline;
    if (receipt) return this.#t('withdrawn', { date: dayWords(this.#host, dayOf(Date.parse(receipt.receivedAt), timeZone)) });
    const last = [goodwillUntil ?? '', statutoryUntil ?? ''].sort()[1];
    return last ? until(this.#host, last) : undefined;
  }

  readonly #withdraw = (): void => {
    this.#host.guarded(async () => {
      const part = await this.#host.load(() => import('./withdrawal.ts'));
      if (!part) return;
      this.#form ??= new part.Withdrawal(this.#host);
      await this.#form.open();
    })(undefined);
  };

  #button(): TemplateResult | string {
    const { data, withdrawal } = this.#host;
    const { deadline, policy } = data;
    if (deadline?.receipt) return html`<button part="show-receipt" @click=${this.#withdraw}>${this.#t('showReceipt')}</button>`;
    if (this.#canWithdraw && (withdrawal || deadline?.withdrawable)) {
      return html`<button part="withdraw" class="withdraw" aria-expanded=${!!this.#form?.isOpen} @click=${this.#withdraw}>${this.#t('withdraw')}</button>`;
    }
    const start = safeUrl(policy?.startReturnUrl);
    return start && deadline ? html`<a part="start" class="button" href=${start}>${this.#t('start')}</a>` : '';
  }

  /** The row of buttons and what it opened; empty where there is nothing to do. */
  render(): TemplateResult | string {
    const button = this.#button();
    const form = this.#form?.render() ?? '';
    return button || form ? html`${button ? html`<div part="actions" class="actions">${button}</div>` : ''}${form}` : '';
  }

  /** What can be done without a policy, below the page’s own words. */
  renderAlone(): TemplateResult | undefined {
    const actions = this.render();
    if (!actions) return undefined;
    return html`<section part="banner" class=${this.#host.card} aria-label=${this.#host.t('MerchantReturnUnspecified')}><slot></slot>${actions}</section>`;
  }
}
