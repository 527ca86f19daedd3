/** The panel behind the badge: account, rewards, ways to earn, history. Loaded at the first click. */
import { isAdapterError, type PointsAccount, type Reward } from '@aftercart/contract';
import { pointsActions } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { openDialog } from '../base/dialog.ts';
import { formatDate } from '../base/format/date.ts';
import { formatMoney } from '../base/format/money.ts';
import { closeIcon } from '../base/close-icon.ts';
import { safeUrl } from '../base/safe-url.ts';
import type { PointsBadgeElement } from './points-badge.ts';
import { EnrolledEvent } from './points-badge.events.ts';
import { PointsHistory } from './points-history.ts';
import type { pointsPanelStrings } from './points-panel.strings.ts';
import { Redeeming } from './redeeming.ts';

export { pointsPanelStrings as strings } from './points-panel.strings.ts';
export { pointsPanelStyles as styles } from './points-panel.styles.ts';

export type PanelKey = keyof typeof pointsPanelStrings;
type Params = Readonly<Record<string, string | number>>;

export class PointsPanel {
  readonly host: PointsBadgeElement;
  readonly history: PointsHistory;
  readonly #redeeming: Redeeming;
  #enrolFailed = false;
  /** Became a member just now; the account is on its way. */
  #enrolled = false;
  /** Ends the waiting for something to open. */
  #waiting: AbortController | undefined;

  constructor(host: PointsBadgeElement) {
    this.host = host;
    this.history = new PointsHistory(this);
    this.#redeeming = new Redeeming(this);
  }

  /** A string of the panel. */
  t(key: PanelKey, params?: Params): string {
    return this.host.t(key as never, params);
  }

  day(value: string): string {
    return formatDate(this.host.language, value, { dateStyle: 'medium' });
  }

  get actions() {
    return pointsActions(this.host.currentShop!, this.host.locale);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  open(): void {
    const { host } = this;
    const dialog = this.#dialog;
    this.#waiting?.abort();
    if (dialog) openDialog(dialog);
    // Asked for by a link before the data is there: opens with it.
    else if (host.phase === 'loading') {
      const { signal } = (this.#waiting = new AbortController());
      const again = () => void host.updateComplete.then(() => signal.aborted || this.open());
      host.addEventListener('aftercart-state', again, { once: true, signal });
    }
  }

  close(): void {
    this.#waiting?.abort();
    this.#dialog?.close();
  }

  forget(): void {
    this.#enrolFailed = this.#enrolled = false;
    this.history.forget();
    this.#redeeming.reset();
  }

  async #enrol(): Promise<void> {
    const { host } = this;
    const shopper = host.currentShop!.sessionSignal();
    this.#enrolFailed = false;
    host.requestUpdate();
    try {
      await this.actions.enrol();
      this.#enrolled = !shopper.aborted;
      host.dispatchEvent(new EnrolledEvent());
      this.history.renew();
    } catch (error) {
      if (!isAdapterError(error)) throw error;
      this.#enrolFailed = !shopper.aborted;
      host.requestUpdate();
    }
  }

  render(): TemplateResult {
    const { host } = this;
    const { account, program } = host.data;
    const member = account && (account.state === 'member' || account.state === 'blocked');
    const terms = safeUrl(program?.termsUrl);
    if (member && this.#enrolled) {
      this.#enrolled = false;
      // The button is gone: reading goes on with what comes instead.
      void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>('[part=account]')?.focus());
    }
    return html`<dialog part="panel" closedby="any" aria-labelledby="title">
      <div class="dialog-head">
        <h2 id="title" part="title">${program?.name || this.t('title')}</h2>
        <button part="close" class="close" aria-label=${this.t('close')} @click=${() => this.close()}>${closeIcon}</button>
      </div>
      <div class="panel">
        ${member ? this.#account(account) : this.#invitation(account)}
        ${this.#redeeming.render()}
        ${member ? this.#batches(account) : ''}
        ${this.#rewards(program?.rewards ?? [])}
        ${this.#earning()}
        ${member ? this.history.render() : ''}
        ${terms ? html`<a part="terms" href=${terms} target="_blank" rel="noopener">${this.t('terms')}</a>` : ''}
      </div>
    </dialog>`;
  }

  #account(account: PointsAccount): TemplateResult {
    const { tier } = account;
    const unit = (count: number) =>
      tier?.unit === 'spend' && tier.currency ? formatMoney(this.host.language, { amount: count, currency: tier.currency })
      : tier?.unit === 'orders' ? this.t('orders', { n: count })
      : this.host.amount(count);
    const until = tier?.expiresAt && this.day(tier.expiresAt);
    return html`<section part="account" class="hero" tabindex="-1">
      <p class=${account.balance < 0 ? 'total negative' : 'total'}>${this.host.amount(account.balance)}</p>
      ${account.state === 'blocked' ? html`<p>${this.host.t('blocked')}</p>` : ''}
      ${account.balance < 0 ? html`<p>${this.t('negative')}</p>` : ''}
      ${tier?.next && tier.toNext != null
        ? html`<label class="muted" for="tier">${this.t('toNext', { missing: unit(tier.toNext), tier: tier.next.name })}</label>
            <progress part="progress" id="tier" max=${tier.progress + tier.toNext || 1} .value=${tier.progress}></progress>`
        : tier?.current
          ? html`<p class="muted">${this.t('topTier', { tier: tier.current.name })}</p>`
          : ''}
      ${tier?.current && until && tier.toRetain != null
        ? html`<p class="muted">
            ${tier.toRetain ? this.t('toRetain', { missing: unit(tier.toRetain), date: until, tier: tier.current.name }) : this.t('retained', { tier: tier.current.name, date: until })}
          </p>`
        : ''}
    </section>`;
  }

  #invitation(account: PointsAccount | null | undefined): TemplateResult {
    const { program } = this.host.data;
    const join = safeUrl(program?.joinUrl);
    const signIn = safeUrl(program?.signInUrl);
    return html`<section part="invitation" class="hero">
      <p>${this.t('guest')}</p>
      <div class="buttons">
        ${account?.state === 'candidate'
          ? html`<button part="enrol" class="primary" @click=${this.host.guarded(() => this.#enrol())}>${this.t('enrol')}</button>`
          : html`${join ? html`<a part="join" class="button primary" href=${join}>${this.host.t('join')}</a>` : ''}
            ${signIn ? html`<a part="sign-in" class="button" href=${signIn}>${this.t('signIn')}</a>` : ''}`}
      </div>
      <p class="failed" role="alert">${this.#enrolFailed ? this.t('notEnrolled') : ''}</p>
    </section>`;
  }

  #batches({ pendingBatches, expiringBatches }: PointsAccount): TemplateResult {
    const rows = (title: string, items: { points: number; text: string }[]) => html`<h3>${title}</h3>
      <ul>
        ${items.map(({ points, text }) => html`<li class="row"><span>${text}</span><span class="amount">${this.host.amount(points)}</span></li>`)}
      </ul>`;
    const waiting = pendingBatches.map(({ points, availableAt, reason, description }) => ({
      points,
      text: [description, this.t(reason), availableAt && this.t('availableOn', { date: this.day(availableAt) })].filter(Boolean).join(' · '),
    }));
    const lapsing = expiringBatches.map(({ points, expiresAt }) => ({ points, text: this.t('expiresOn', { date: this.day(expiresAt) }) }));
    return html`${waiting.length ? html`<section part="pending-batches">${rows(this.t('pendingTitle'), waiting)}</section>` : ''}
    ${lapsing.length ? html`<section part="expiring-batches">${rows(this.t('expiringTitle'), lapsing)}</section>` : ''}`;
  }

  #rewards(rewards: Reward[]): TemplateResult {
    return html`<section part="rewards">
      <h3>${this.t('rewardsTitle')}</h3>
      ${rewards.length
        ? html`<ul>
            ${rewards.map((reward) => this.#redeeming.renderReward(reward))}
          </ul>`
        : html`<p class="muted">${this.t('noRewards')}</p>`}
    </section>`;
  }

  #earning(): TemplateResult | string {
    const rules = this.host.data.program?.earningRules ?? [];
    if (!rules.length) return '';
    return html`<section part="earning">
      <h3>${this.t('earnTitle')}</h3>
      <ul>
        ${rules.map(({ title, description, points, per, url }) => {
          const href = safeUrl(url);
          const amount = points == null ? '' : this.host.amount(points);
          return html`<li class="row">
            <div>
              ${href ? html`<a href=${href}>${title}</a>` : title}
              ${description ? html`<p class="muted">${description}</p>` : ''}
            </div>
            <span class="amount">${per && amount ? this.t('perAmount', { amount, money: formatMoney(this.host.language, per) }) : amount}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}
