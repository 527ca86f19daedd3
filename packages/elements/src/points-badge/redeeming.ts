/** One redemption, from the reward’s button over the question to the code. */
import { isAdapterError, type Redemption, type Reward } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { formatMoney } from '../base/format/money.ts';
import { RedeemedEvent, RedeemRequestEvent, RevokedEvent } from './points-badge.events.ts';
import type { PanelKey, PointsPanel } from './points-panel.ts';

const FAILURES: Readonly<Record<string, PanelKey>> = {
  INSUFFICIENT_POINTS: 'insufficient',
  REWARD_LIMIT_REACHED: 'limit',
  REWARD_ALREADY_USED: 'limit',
  REWARD_OUT_OF_STOCK: 'gone',
};

export class Redeeming {
  readonly #panel: PointsPanel;
  #reward: Reward | undefined;
  #points: number | undefined;
  #busy = false;
  #failure: PanelKey | undefined;
  #done: Redemption | undefined;
  #undone = false;
  #copied = false;

  constructor(panel: PointsPanel) {
    this.#panel = panel;
  }

  reset(): void {
    this.#reward = this.#done = this.#failure = this.#points = undefined;
    this.#busy = this.#undone = this.#copied = false;
  }

  /** Draws again, then puts the focus on what has just come. */
  async #show(): Promise<void> {
    const { host } = this.#panel;
    host.requestUpdate();
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('.confirm [tabindex]')?.focus();
  }

  /** Nothing else while something is under way: how it ended is shown. */
  async #choose(reward: Reward): Promise<void> {
    if (this.#busy) return;
    this.reset();
    this.#reward = reward;
    if (reward.cost.type === 'variable') this.#points = reward.cost.min;
    await this.#show();
  }

  async #cancel(): Promise<void> {
    const reward = this.#reward;
    if (this.#busy) return;
    this.reset();
    this.#panel.host.requestUpdate();
    await this.#panel.host.updateComplete;
    this.#panel.host.renderRoot.querySelector<HTMLElement>(`[data-reward="${CSS.escape(reward?.id ?? '')}"]`)?.focus();
  }

  /** Writes, and shows how it ended, unless another shopper has come. */
  async #act(write: () => Promise<Redemption>, event: (redemption: Redemption) => Event): Promise<void> {
    const { host, history } = this.#panel;
    const reward = this.#reward;
    this.#busy = true;
    this.#failure = undefined;
    host.requestUpdate();
    try {
      const redemption = await write();
      if (this.#reward !== reward) return;
      this.#done = redemption;
      host.dispatchEvent(event(redemption));
      history.renew();
    } catch (error) {
      if (this.#reward !== reward || !isAdapterError(error)) return;
      this.#failure = FAILURES[error.code] ?? (error.retryable || error.code === 'INVALID_RESPONSE' ? 'unknownOutcome' : 'failed');
    } finally {
      if (this.#reward === reward) {
        this.#busy = false;
        await this.#show();
      }
    }
  }

  async #redeem(): Promise<void> {
    const { host, actions } = this.#panel;
    const reward = this.#reward!;
    const points = this.#points;
    if (this.#busy || !host.dispatchEvent(new RedeemRequestEvent(reward, points))) return;
    await this.#act(
      () => actions.redeem({ rewardId: reward.id, ...(points !== undefined && { points }) }),
      (redemption) => new RedeemedEvent(redemption),
    );
  }

  async #revoke(): Promise<void> {
    const { actions } = this.#panel;
    const { id: redemptionId } = this.#done!;
    if (this.#busy) return;
    await this.#act(
      () => actions.revoke({ redemptionId }),
      (redemption) => {
        this.#undone = true;
        return new RevokedEvent(redemption);
      },
    );
  }

  async #copy(code: string): Promise<void> {
    const { host } = this.#panel;
    try {
      await navigator.clipboard.writeText(code);
      this.#copied = true;
    } catch {
      // No permission, or a page without TLS: it is ready to be copied by hand.
      getSelection()?.selectAllChildren(host.renderRoot.querySelector('.code')!);
    }
    host.requestUpdate();
  }

  /** The question, then the answer; nothing while no reward is chosen. */
  render(): TemplateResult | string {
    const reward = this.#reward;
    if (!reward) return '';
    return this.#done ? this.#receipt(reward, this.#done) : this.#question(reward);
  }

  #question(reward: Reward): TemplateResult {
    const { host } = this.#panel;
    const { cost } = reward;
    const points = this.#points ?? (cost.type === 'fixed' ? cost.points : cost.min);
    const most = cost.type === 'variable' ? Math.min(cost.max ?? Infinity, Math.max(cost.min, host.data.account?.balance ?? 0)) : 0;
    return html`<section part="confirm" class="confirm" aria-busy=${this.#busy}>
      <h3 tabindex="-1">${this.#panel.t('confirmTitle', { amount: host.amount(points), reward: reward.title })}</h3>
      ${cost.type === 'variable'
        ? html`<label for="points">${this.#panel.t('howMany')}</label>
            <input
              id="points" part="points" type="range" min=${cost.min} max=${most} step=${cost.step} .value=${String(points)}
              @input=${(event: Event) => {
                this.#points = Number((event.target as HTMLInputElement).value);
                host.requestUpdate();
              }}
            />
            <output for="points">
              ${this.#panel.t('gives', {
                amount: host.amount(points),
                money: formatMoney(host.language, { ...cost.unitValue, amount: Math.floor((points * cost.unitValue.amount) / cost.pointsPerUnit) }),
              })}
            </output>`
        : ''}
      ${reward.terms ? html`<p class="muted">${reward.terms}</p>` : ''}
      <p class="failed" role="alert">${this.#failure ? this.#panel.t(this.#failure) : ''}</p>
      <div class="buttons">
        <button part="confirm-redeem" class="primary" aria-disabled=${this.#busy} @click=${host.guarded(() => this.#redeem())}>
          ${this.#panel.t(this.#busy ? 'working' : 'confirm')}
        </button>
        <button part="cancel" aria-disabled=${this.#busy} @click=${host.guarded(() => this.#cancel())}>${this.#panel.t('cancel')}</button>
      </div>
    </section>`;
  }

  #receipt(reward: Reward, { code, expiresAt, revocable, title }: Redemption): TemplateResult {
    const { host } = this.#panel;
    const name = title || reward.title;
    return html`<section part="receipt" class="confirm" aria-busy=${this.#busy}>
      <h3 tabindex="-1">${this.#undone ? this.#panel.t('undone') : this.#panel.t(code ? 'done' : 'donePending', { reward: name })}</h3>
      ${this.#undone
        ? ''
        : html`${code
            ? html`<div class="buttons">
                <span class="code" part="code">${code}</span>
                <button part="copy" @click=${host.guarded(() => this.#copy(code))}><span role="status">${this.#panel.t(this.#copied ? 'copied' : 'copy')}</span></button>
              </div>`
            : ''}
          ${expiresAt ? html`<p class="muted">${this.#panel.t('useBy', { date: this.#panel.day(expiresAt) })}</p>` : ''}
          <p class="failed" role="alert">${this.#failure ? this.#panel.t(this.#failure) : ''}</p>
          ${revocable ? html`<button part="revoke" class="plain" aria-disabled=${this.#busy} @click=${host.guarded(() => this.#revoke())}>${this.#panel.t('undo')}</button>` : ''}`}
    </section>`;
  }

  /** A reward in the list, with its button or the reason why there is none. */
  renderReward(reward: Reward): TemplateResult {
    const { host } = this.#panel;
    const { cost, eligibility } = reward;
    const price = cost.type === 'fixed' ? host.amount(cost.points) : this.#panel.t('from', { amount: host.amount(cost.min) });
    return html`<li class="row" part="reward">
      <div>
        ${reward.title}
        <p class="muted">${price}${reward.description ? ` · ${reward.description}` : ''}</p>
      </div>
      ${eligibility.status === 'redeemable'
        ? html`<button part="redeem" data-reward=${reward.id} aria-label=${`${this.#panel.t('redeem')}: ${reward.title}`} @click=${host.guarded(() => this.#choose(reward))}>
            ${this.#panel.t('redeem')}
          </button>`
        : html`<span class="muted" part="reason">${this.#reason(eligibility)}</span>`}
    </li>`;
  }

  #reason(eligibility: Reward['eligibility']): string {
    const { host } = this.#panel;
    switch (eligibility.status) {
      case 'insufficient_points':
        return this.#panel.t('missingPoints', { amount: host.amount(eligibility.missingPoints) });
      case 'claim_limit_reached':
        return eligibility.availableAt ? this.#panel.t('claimLimitUntil', { date: this.#panel.day(eligibility.availableAt) }) : this.#panel.t('claimLimit');
      case 'cart_requirements_not_met':
        return eligibility.missingAmount ? this.#panel.t('missingAmount', { money: formatMoney(host.language, eligibility.missingAmount) }) : this.#panel.t('cartRequirements');
      case 'out_of_stock':
        return this.#panel.t('outOfStock');
      case 'member_only':
        return this.#panel.t('memberOnly');
      default:
        return this.#panel.t('notNow');
    }
  }
}
