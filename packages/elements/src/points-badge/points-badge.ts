import type { EstimateInput, PointsAccount, PointsEstimate, PointsProgram } from '@aftercart/contract';
import { pointsStores, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import type { Strings } from '../base/locale.ts';
import { formatNumber, pluralCategory } from '../base/format/number.ts';
import { starIcon } from '../base/icons.ts';
import type { Estimate } from './estimate.ts';
import type { PointsPanel } from './points-panel.ts';
import { pointsBadgeStrings } from './points-badge.strings.ts';
import { pointsBadgeStyles } from './points-badge.styles.ts';

type PointsSources = {
  program?: Resource<PointsProgram>;
  account?: Resource<PointsAccount>;
  estimate?: Resource<PointsEstimate>;
};

/** A page that links to this hash opens the panel. */
const DEEP_LINK = '#aftercart-points';

/**
 * The shopper’s points at a glance; opens a panel with rewards, ways to earn and the history. With `mode="estimate"` it
 * says what a product or a cart would earn.
 *
 * @tagname aftercart-points-badge
 * @slot - Shown before the element is defined, and where the shop has no points.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {RedeemRequestEvent} aftercart-redeem-request - The shopper confirmed a redemption; cancelable.
 * @fires {RedeemedEvent} aftercart-redeemed - The backend redeemed a reward.
 * @fires {RevokedEvent} aftercart-revoked - The backend gave the points of a redemption back.
 * @fires {EnrolledEvent} aftercart-enrolled - The shopper became a member.
 *
 * @csspart base - Everything that the element draws.
 * @csspart badge - The button with the balance.
 * @csspart icon - The disc with the star.
 * @csspart balance - The balance, or the invitation.
 * @csspart pending - Pending points, or the tier, under the balance.
 * @csspart estimate - The line in mode `estimate`.
 * @csspart panel - The dialog.
 * @csspart title - Its heading.
 * @csspart close - The button that closes it.
 * @csspart account - Balance and tier in the panel.
 * @csspart progress - Progress to the next tier.
 * @csspart invitation - What a guest or a candidate sees instead.
 * @csspart join - The link to create an account.
 * @csspart sign-in - The link to sign in.
 * @csspart enrol - The button that makes a candidate a member.
 * @csspart pending-batches - Points on their way.
 * @csspart expiring-batches - Points that expire.
 * @csspart rewards - The list of rewards.
 * @csspart reward - A reward.
 * @csspart reason - Why a reward can’t be redeemed now.
 * @csspart redeem - The button of a reward.
 * @csspart confirm - The question before a redemption.
 * @csspart points - The choice of how many points.
 * @csspart confirm-redeem - The button that redeems.
 * @csspart cancel - The button that does not.
 * @csspart receipt - What a redemption gave.
 * @csspart code - The coupon code.
 * @csspart copy - The button that copies it.
 * @csspart revoke - The button that gives a redemption back.
 * @csspart earning - Ways to earn.
 * @csspart history - The history.
 * @csspart entry - A line of the history.
 * @csspart more - The button for older lines.
 * @csspart terms - The link to the terms.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - Data is there.
 * @cssstate empty - There is nothing to say, such as an estimate of nothing.
 * @cssstate guest - Nobody is signed in.
 * @cssstate stale - The data could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no points, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-points-badge-background=var(--aftercart-color-surface)] - Background of the badge.
 * @cssproperty [--aftercart-points-badge-color=var(--aftercart-color-text)] - Text of the badge.
 * @cssproperty [--aftercart-points-badge-border-color=var(--aftercart-color-border)] - Border of the badge.
 * @cssproperty [--aftercart-points-badge-inline-size=216px] - Width, kept from the first moment on; 280px in mode `estimate`; both grow with `--aftercart-font-size`.
 * @cssproperty [--aftercart-points-badge-radius=999px] - Corners of the badge.
 */
export class PointsBadgeElement extends AftercartElement<PointsSources, keyof typeof pointsBadgeStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    mode: {},
    productId: { attribute: 'product-id' },
    variantId: { attribute: 'variant-id' },
    price: {},
    currency: {},
    quantity: {},
    lines: { attribute: false },
  };
  static override styles = [...AftercartElement.styles, pointsBadgeStyles];

  /** `balance` (the default) or `estimate`. */
  declare mode: string | undefined;
  /** Product to estimate, by the shop’s id. */
  declare productId: string | undefined;
  /** Variant to estimate, by the shop’s id. */
  declare variantId: string | undefined;
  /** Price of one, in minor units of `currency`. */
  declare price: string | number | undefined;
  /** ISO 4217 code of `price`. */
  declare currency: string | undefined;
  /** How many; 1 when left out. */
  declare quantity: string | number | undefined;
  /** Lines of a cart to estimate, instead of the attributes of one product. */
  declare lines: EstimateInput['lines'] | undefined;

  protected override readonly kind = 'points-badge';
  protected override words: Strings = pointsBadgeStrings;
  #panel: PointsPanel | undefined;
  /** What mode `estimate` adds; null where it can’t be had. */
  #estimate: Estimate | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followHash);
    this.#followHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followHash);
  }

  #followHash = (): void => {
    if (location.hash === DEEP_LINK && this.mode !== 'estimate') void this.show();
  };

  protected override sources(shop: Shop, locale: string): PointsSources {
    const { $account: account, $program: program } = pointsStores(shop, locale);
    if (this.mode !== 'estimate') return { account, program };
    if (this.#estimate) return { estimate: this.#estimate.store(shop, locale), program };
    if (this.#estimate === null) return { program };
    void this.#loadEstimate();
    return {};
  }

  async #loadEstimate(): Promise<void> {
    const part = await this.lazy(() => import('./estimate.ts'));
    this.#estimate = part ? new part.Estimate(this) : null;
    // Asks for the stores again.
    this.requestUpdate('mode');
  }

  protected override phaseOf({ account, program, estimate }: typeof this.data): 'ready' | 'empty' | 'guest' {
    if (this.mode === 'estimate') return estimate?.points ? 'ready' : 'empty';
    if (account && account.state !== 'guest') return 'ready';
    return program ? 'guest' : 'empty';
  }

  protected override forget(): void {
    this.#panel?.forget();
  }

  /** An amount of points with a plus. In Arabic, marks say that all of it runs from the right, but not the plus and its number. */
  gain(points: number): string {
    const amount = this.amount(points);
    return this.direction === 'rtl' ? `\u200f${amount.replace(/\p{Nd}/u, '\u200e+$&')}` : `+${amount}`;
  }

  /** An amount of points in words. */
  amount(points: number): string {
    const { decimals = 0, terminology } = this.data.program ?? {};
    const value = points / 10 ** decimals;
    if (!terminology) return this.t('points', { n: value });
    const name = terminology[pluralCategory(this.language, value)] ?? terminology.other;
    return `${formatNumber(this.language, value)} ${name}`;
  }

  /** @internal */
  override prepare(): Promise<typeof import('./points-panel.ts') | undefined> {
    return this.lazy(() => import('./points-panel.ts'));
  }

  /** Opens the panel. */
  async show(): Promise<void> {
    const part = await this.prepare();
    if (!part || !this.isConnected) return;
    this.#panel ??= new part.PointsPanel(this);
    this.requestUpdate();
    await this.updateComplete;
    this.#panel.open();
  }

  /** Closes the panel. */
  hide(): void {
    this.#panel?.close();
  }

  protected override skeleton(): TemplateResult {
    return html`<div part="badge" class="badge button skeleton"></div>`;
  }

  protected override content(): TemplateResult {
    const { account, estimate } = this.data;
    if (this.phase === 'empty') return html`<slot></slot>`;
    if (this.mode === 'estimate') return this.#estimate!.render(estimate!.points);
    const member = account && account.state !== 'guest' && account.state !== 'candidate';
    const blocked = account?.state === 'blocked';
    const words =
      blocked ? this.t('blocked')
      : member ? this.amount(account.balance)
      : this.t('join');
    // The words for a blocked account take both lines.
    const under =
      blocked ? ''
      : this.staleNote() ||
        (member && account.pending ? this.t('pending', { amount: this.gain(account.pending) }) : (member && account.tier?.current?.name) || '');
    return html`<button part="badge" class="badge" aria-haspopup="dialog" @click=${this.guarded(() => this.show())}>
        <span part="icon" class="icon">${starIcon}</span>
        <span class="words">
          <span part="balance" class=${blocked ? 'muted' : member && account.balance < 0 ? 'negative' : ''}>${words}</span>
          ${under ? html`<span part="pending" class="muted">${under}</span>` : ''}
        </span>
        <span class="hidden">${this.t('open')}</span>
      </button>
      ${this.#panel?.render() ?? ''}`;
  }
}
