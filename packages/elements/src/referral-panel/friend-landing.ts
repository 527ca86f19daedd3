/** The friend’s side: what there is to get, the form that gets it, and the receipt. Loaded when a friend comes. */
import { isAdapterError, type ReferralClaim } from '@aftercart/contract';
import { referralsActions } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { formatDate } from '../base/format/date.ts';
import { formatMoney } from '../base/format/money.ts';
import { closeIcon } from '../base/close-icon.ts';
import { safeUrl } from '../base/safe-url.ts';
import { recall, remember } from './attribution.ts';
import { copyText } from './copying.ts';
import { ClaimedEvent, ClaimRequestEvent } from './friend-landing.events.ts';
import type { friendLandingStrings } from './friend-landing.strings.ts';
import type { ReferralPanelElement } from './referral-panel.ts';
import { isOver, mayInvite, wordsFor } from './refusals.ts';

export { recall } from './attribution.ts';
export { friendLandingStrings as strings } from './friend-landing.strings.ts';
export { friendLandingStyles as styles } from './friend-landing.styles.ts';

type Key = keyof typeof friendLandingStrings;

/** Looser than a browser’s own check, like the contract: letters of any language may be in an address. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const DAY = 86_400_000;

export class FriendLanding {
  readonly host: ReferralPanelElement;
  /** The invitation that all of this is about. */
  #code: string | undefined;
  #email = '';
  #busy = false;
  #failure: Key | undefined;
  #claim: ReferralClaim | undefined;
  #copied: Key | undefined;
  #kept = false;
  #keepingFailed = false;

  constructor(host: ReferralPanelElement) {
    this.host = host;
  }

  /** Forgets what was typed and shown. */
  reset(): void {
    this.#email = '';
    this.#busy = this.#kept = this.#keepingFailed = false;
    this.#failure = this.#claim = this.#copied = this.#code = undefined;
  }

  #t(key: Key, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  /** Draws again, then puts the focus on what has just come. */
  async #show(selector?: string): Promise<void> {
    const { host } = this;
    host.requestUpdate();
    await host.updateComplete;
    if (selector) host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Starts with an invitation: a new one knows nothing of the one before. */
  #begin(code: string): void {
    this.reset();
    this.#code = code;
    const { host } = this;
    void recall(host.currentShop!).then((kept) => {
      if (kept !== code || this.#code !== code) return;
      this.#kept = true;
      host.requestUpdate();
    });
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { host } = this;
    const code = this.#code!;
    const email = this.#email.trim();
    if (this.#busy) return;
    if (!EMAIL.test(email) || email.length > 254) {
      this.#failure = 'invalidEmail';
      return this.#show('[part=email]');
    }
    if (!host.dispatchEvent(new ClaimRequestEvent(code, email))) return;
    const shop = host.currentShop!;
    const shopper = shop.sessionSignal();
    const isWanted = () => this.#code === code && host.currentShop === shop && !shopper.aborted;
    this.#busy = true;
    this.#failure = undefined;
    host.requestUpdate();
    try {
      const claim = await referralsActions(shop, host.locale).claim({ code, email });
      if (!isWanted()) return;
      this.#claim = claim;
      await this.#forget();
      host.dispatchEvent(new ClaimedEvent(claim));
    } catch (error) {
      if (!isAdapterError(error)) throw error;
      if (!isWanted()) return;
      this.#failure = wordsFor(error);
      if (error.code === 'REFERRAL_EXPIRED') await this.#forget();
    } finally {
      if (isWanted()) {
        this.#busy = false;
        // The field may be gone: the focus goes to where reading goes on.
        await this.#show(this.#claim || isOver(this.#failure) ? 'h2' : undefined);
      }
    }
  }

  async #forget(): Promise<void> {
    this.#kept = false;
    await remember(this.host.currentShop!);
  }

  /** The friend’s own word; the shop’s consent hook is asked besides. */
  async #keep(event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    const wanted = box.checked;
    const shop = this.host.currentShop!;
    const days = this.host.data.program?.attributionDays ?? 0;
    const done = await remember(shop, wanted ? this.#code : undefined, shop.now() + days * DAY);
    this.#kept = box.checked = wanted && done;
    this.#keepingFailed = wanted && !done;
    this.host.requestUpdate();
  }

  /** Shows the advocate’s side, with the focus on its heading once it is there. */
  async #close(): Promise<void> {
    const { host } = this;
    host.close();
    await host.updateComplete;
    if (host.phase === 'loading') await new Promise((resolve) => host.addEventListener('aftercart-state', resolve, { once: true }));
    await host.updateComplete;
    const heading = host.renderRoot.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  async #copy(code: string): Promise<void> {
    const field = this.host.renderRoot.querySelector<HTMLInputElement>('[part=code]');
    this.#copied = (await copyText(code, field)) ? 'codeCopied' : 'codeSelected';
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    const { host } = this;
    const code = host.invitation!;
    if (code !== this.#code) this.#begin(code);
    const { friendOffer, minimumOrder } = host.data.program!;
    const claim = this.#claim;
    const hasForm = !host.service || host.service.claim;
    const offer = claim?.offer.title ?? friendOffer.title;
    const minimum = minimumOrder ? this.#t('minimumOrder', { amount: formatMoney(host.language, minimumOrder) }) : '';
    const how =
      !claim && isOver(this.#failure) ? ''
      : !claim ? `${minimum} ${this.#t(hasForm ? 'landing' : 'useCode')}`
      : claim.status === 'pending' ? this.#t('receiptPending', { email: this.#email })
      : claim.code ? [claim.expiresAt && this.#t('useBy', { date: formatDate(host.language, claim.expiresAt) }), minimum].filter(Boolean).join(' ')
      : this.#t('receiptNoCode', { email: this.#email });
    return host.frame(
      html`<div>
          <div class="row head">
            <h2 part="title" id="title" tabindex="-1">${this.#t(claim?.status === 'claimed' ? 'receipt' : 'friendTitle', { offer })}</h2>
            <button part="dismiss" class="close" aria-label=${this.#t('close')} @click=${host.guarded(() => this.#close())}>${closeIcon}</button>
          </div>
          <p part="how" class="how muted">${host.staleNote() || how}</p>
        </div>
        ${claim ? this.#receipt(claim) : hasForm ? this.#form() : this.#codeField(code)}`,
      'terms',
    );
  }

  #form(): TemplateResult {
    const { host } = this;
    const failure = this.#failure;
    const days = host.data.program!.attributionDays;
    const signIn = failure === 'UNAUTHENTICATED' && safeUrl(host.data.program!.signInUrl);
    const invalid = failure === 'invalidEmail' || failure === 'INVALID_REFEREE';
    return html`<form part="claim" novalidate @submit=${host.guarded((event: Event) => this.#submit(event))}>
      ${isOver(failure)
        ? ''
        : html`<label for="email">${this.#t('yourEmail')}</label>
            <div class="row">
              <input
                id="email" part="email" type="email" autocomplete="email" maxlength="254" required dir="ltr" .value=${this.#email}
                aria-invalid=${invalid} aria-describedby="refusal"
                @input=${(event: Event) => {
                  this.#email = (event.target as HTMLInputElement).value;
                  // So that the template knows what is in the field, and can empty it.
                  host.requestUpdate();
                }}
              />
              <button part="claim-button" class="primary" aria-disabled=${this.#busy}>${this.#t(this.#busy ? 'claiming' : 'claim')}</button>
            </div>`}
      <p part="refusal" class="refusal" id="refusal" role="alert">${failure ? this.#t(failure) : ''}</p>
      ${signIn ? html`<p><a part="sign-in" class="button" href=${signIn}>${host.t('signIn')}</a></p>` : ''}
      ${mayInvite(failure) ? html`<p><button type="button" part="dismiss" @click=${host.guarded(() => this.#close())}>${this.#t('inviteYourself')}</button></p>` : ''}
      ${days && !isOver(failure)
        ? html`<label class="remember">
            <input part="remember" type="checkbox" .checked=${this.#kept} @change=${host.guarded((event: Event) => this.#keep(event))} />
            ${this.#t('remember', { n: days })}
          </label>
          <p class="muted" role="status">${this.#keepingFailed ? this.#t('notKept') : ''}</p>`
        : ''}
    </form>`;
  }

  #codeField(code: string): TemplateResult {
    return html`<div class="row">
        <input part="code" class="code" readonly dir="ltr" size=${code.length} aria-label=${this.#t('yourCode')} .value=${code} />
        <button part="copy" class="primary" @click=${this.host.guarded(() => this.#copy(code))}>${this.#t('copyCode')}</button>
      </div>
      <p part="status" class="status muted" role="status">${this.#copied ? this.#t(this.#copied) : ''}</p>`;
  }

  #receipt({ code, shopUrl }: ReferralClaim): TemplateResult {
    const shop = safeUrl(shopUrl);
    return html`<div part="receipt" class="receipt">
      ${code ? this.#codeField(code) : ''}
      ${shop ? html`<a part="shop" class="button" href=${shop}>${this.#t('startShopping')}</a>` : ''}
    </div>`;
  }
}
