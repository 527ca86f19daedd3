import type { ReferralLink, ReferralProgram, ReferralsService } from '@aftercart/contract';
import { referralsStores, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import type { Strings } from '../base/locale.ts';
import { safeUrl } from '../base/safe-url.ts';
import { copyText } from './copying.ts';
import type { FriendLanding } from './friend-landing.ts';
import type { ReferralDetails, Section } from './referral-details.ts';
import { referralPanelStrings } from './referral-panel.strings.ts';
import { referralPanelStyles } from './referral-panel.styles.ts';
import type { sharingStrings } from './sharing.strings.ts';

type Sharing = typeof import('./sharing.ts');
type ReferralSources = {
  program: Resource<ReferralProgram>;
  link?: Resource<ReferralLink>;
};

/**
 * The shopper’s link to invite friends with, and the ways to share it. To a friend who comes by such a link
 * (`?ref=CODE`) it shows the friend’s side instead: what there is to get, and the form that gets it.
 *
 * @tagname aftercart-referral-panel
 * @slot - Shown before the element is defined, and where the shop has no referral program that runs.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {ShareEvent} aftercart-share - The advocate chose a channel; cancelable.
 * @fires {LinkCopiedEvent} aftercart-link-copied - The link is on the clipboard.
 * @fires {ClaimRequestEvent} aftercart-claim-request - The friend asked for the offer; cancelable.
 * @fires {ClaimedEvent} aftercart-claimed - The backend gave the friend the offer.
 *
 * @csspart base - Everything that the element draws.
 * @csspart panel - The card.
 * @csspart title - The heading with both rewards.
 * @csspart how - The lines under the heading.
 * @csspart link - The field with the link.
 * @csspart copy - The button that copies, the link or a code.
 * @csspart status - Says that the link was copied.
 * @csspart channels - The row of ways to share.
 * @csspart channel - One way to share.
 * @csspart more - The row of buttons that open something below.
 * @csspart toggle - One of them.
 * @csspart sign-in - The link to sign in, for a guest.
 * @csspart no-link - Shown to a shopper without a link.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 * @csspart qr - The QR code with its line; lazily loaded.
 * @csspart friends - The list of friends; lazily loaded.
 * @csspart friend - One friend.
 * @csspart reason - Where a friend stands, in words.
 * @csspart load-more - The button that loads older friends.
 * @csspart terms - Both rewards and the terms; lazily loaded.
 * @csspart claim - The friend’s form; lazily loaded.
 * @csspart email - The field for the friend’s e-mail.
 * @csspart claim-button - The button that gets the offer.
 * @csspart refusal - Why the offer can’t be had.
 * @csspart remember - The box to keep the offer on this device.
 * @csspart dismiss - The button that closes the friend’s side.
 * @csspart receipt - What the friend got.
 * @csspart code - The coupon code.
 * @csspart shop - The link to start shopping.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - Data is there.
 * @cssstate empty - No referral program runs; the slot is shown.
 * @cssstate guest - Nobody is signed in.
 * @cssstate stale - The data could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no referrals, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-referral-panel-background=var(--aftercart-color-surface)] - Background of the card.
 * @cssproperty [--aftercart-referral-panel-radius=var(--aftercart-radius)] - Corners of the card.
 * @cssproperty [--aftercart-referral-panel-min-block-size=344px] - Room that is kept from the start, so that nothing moves.
 */
export class ReferralPanelElement extends AftercartElement<ReferralSources, keyof typeof referralPanelStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    code: {},
    param: {},
  };
  static override styles = [...AftercartElement.styles, referralPanelStyles];

  /** Code of the advocate who sent this visitor; the one in the page’s address when left out. */
  declare code: string | undefined;
  /** Name of the parameter in the page’s address that holds the code; `ref` when left out. */
  declare param: string | undefined;

  protected override readonly kind = 'referral-panel';
  protected override words: Strings = referralPanelStrings;
  /** @internal What the adapter can do; known before the first data. */
  service: ReferralsService | undefined;
  #link: Resource<ReferralLink> | undefined;
  /** What is kept of an invitation on this device, until the friend’s side has read it. */
  #kept: string | undefined;
  /** The code that was kept. */
  #recalled: string | undefined;
  /** The code that the friend wants to hear no more of. */
  #closed: string | undefined;
  /** The friend’s side; null where it can’t be had. */
  #landing: FriendLanding | null | undefined;
  #details: ReferralDetails | undefined;
  /** The ways to share; null where they can’t be had. */
  #sharing: Sharing | null | undefined;
  #offered: Promise<Sharing | undefined> | undefined;
  /** @internal What came of copying the link. */
  status: keyof typeof sharingStrings | undefined;

  /** @internal The code that this visitor was invited with. */
  get invitation(): string | undefined {
    const code = (this.code || new URLSearchParams(location.search).get(this.param || 'ref') || this.#recalled || this.#kept)?.trim();
    // No backend has a longer one.
    return code && code.length <= 300 && code !== this.#closed ? code : undefined;
  }

  protected override sources(shop: Shop, locale: string): ReferralSources {
    const { $program: program, $link: link } = referralsStores(shop, locale);
    this.#link = link;
    void this.#look(shop);
    if (this.invitation) {
      void this.#greet();
      return { program };
    }
    void this.#remember(shop);
    return { program, link };
  }

  /** Finds out whether this visitor was invited before. */
  async #remember(shop: Shop): Promise<void> {
    const kept = await shop.storage.get('attribution', 'referral');
    if (!kept || kept === this.#closed || shop !== this.currentShop) return;
    this.#kept = kept;
    await this.#greet();
  }

  /** Finds out what the shop can do. */
  async #look(shop: Shop): Promise<void> {
    // The stores say what is wrong with an adapter.
    const adapter = await shop.adapter().catch(() => undefined);
    if (shop === this.currentShop) this.service = adapter?.referrals;
    this.requestUpdate();
  }

  /** Loads the friend’s side, which knows how to read what is kept. */
  readonly #greet = async (): Promise<void> => {
    const kept = this.#kept;
    const shop = this.currentShop!;
    const part = await this.lazy(() => import('./friend-landing.ts'));
    const code = kept && (await part?.recall(shop));
    if (part && kept && kept === this.#kept) {
      this.#recalled = code;
      this.#kept = undefined;
      // What says nothing any more is no reason to look again.
      if (!code) this.close(kept);
    }
    this.#landing ??= part ? new part.FriendLanding(this) : null;
    this.requestUpdate();
  };

  /** Loads the row of ways to share, once there is something to share. Without it the link is still there to copy. */
  #offer(): Promise<Sharing | undefined> {
    return (this.#offered ??= this.lazy(() => import('./sharing.ts')).then((part) => {
      this.#sharing = part ?? null;
      this.requestUpdate();
      return part;
    }));
  }

  /** @internal Closes the friend’s side and shows the advocate’s. */
  close(invitation = this.invitation): void {
    this.#closed = invitation;
    // Another store is needed now, as after a change of the attribute.
    this.requestUpdate('code');
  }

  protected override phaseOf({ program, link }: typeof this.data): 'ready' | 'empty' | 'guest' {
    if (!program?.active) return 'empty';
    return this.invitation || link || !/^(UNAUTH|TOKEN_EX)/.test(this.#link!.value.error?.code ?? '') ? 'ready' : 'guest';
  }

  protected override forget(): void {
    this.#kept = this.#recalled = this.#details = this.status = undefined;
    this.#landing?.reset();
  }

  /** @internal The link for all. */
  get url(): string | undefined {
    const { links = [] } = this.data.link ?? {};
    const url = safeUrl((links.find(({ channel }) => channel === 'direct') ?? links[0])?.url);
    return url && new URL(url, document.baseURI).href;
  }

  /** @internal */
  async copy(url: string): Promise<void> {
    const copied = await copyText(url, this.renderRoot.querySelector('input'));
    (await this.#offer())?.tellOfCopy(this, copied, url);
  }

  /** @internal */
  override prepare(): Promise<typeof import('./referral-details.ts') | undefined> {
    return this.lazy(() => import('./referral-details.ts'));
  }

  /** @internal Opens something under the panel. */
  async open(section: Section, url?: string): Promise<void> {
    const part = await this.prepare();
    if (!part) return;
    return (this.#details ??= new part.ReferralDetails(this)).toggle(section, url);
  }

  protected override updated(): void {
    if (this.data.link) void this.#offer();
  }

  protected override skeleton(): TemplateResult {
    return html`<div part="panel" class="card" aria-hidden="true">
      <div class="view">
        <h2 class="skeleton">\u2007</h2>
        <p class="how skeleton">\u2007</p>
        <div class="skeleton channels"></div>
        <div class="skeleton channels"></div>
      </div>
    </div>`;
  }

  protected override content(): TemplateResult {
    const { program } = this.data;
    if (!program?.active) return html`<slot></slot>`;
    if (this.invitation) return this.#landing?.render() ?? (this.#landing === null ? html`<div part="panel" class="card">${this.#problem(this.#greet)}</div>` : this.skeleton());
    const { friendOffer, advocateOffer, signInUrl } = program;
    const guest = this.phase === 'guest';
    const { url } = this;
    const signIn = safeUrl(signInUrl);
    const view = html`<div>
        <h2 part="title" id="title">${this.t('title', { friend: friendOffer.title, advocate: advocateOffer.title })}</h2>
        <p part="how" class="how muted">${this.staleNote() || this.t(guest ? 'guest' : 'how')}</p>
      </div>
      ${guest
        ? html`<p>${signIn ? html`<a part="sign-in" class="button primary" href=${signIn}>${this.t('signIn')}</a>` : ''}</p>`
        : url ? this.#linkRow(url) : this.#problem(this.#link!.value.error?.retryable ? this.retry : undefined)}`;
    return this.frame(view, url && 'qr', 'terms', !guest && this.service?.list && 'friends');
  }

  /** @internal The card: what is seen first, a row of buttons, and below it what they open, which moves nothing above. */
  frame(view: TemplateResult, ...sections: unknown[]): TemplateResult {
    return html`<section part="panel" class="card" aria-labelledby="title">
      <div class="view">
        ${view}
        <div part="more" class="row more">
          ${(sections.filter(Boolean) as Section[]).map(
            (section) =>
              html`<button part="toggle" class="plain" aria-expanded=${this.#details?.section === section} @click=${this.guarded(() => this.open(section))}>${this.t(section)}</button>`,
          )}
        </div>
      </div>
      ${this.#details?.render()}
    </section>`;
  }

  /** In place of what should be there. */
  #problem(again?: () => unknown): TemplateResult {
    return html`<p part="no-link" role="status">
      ${again ? html`${this.t('error')} <button part="retry" class="plain" @click=${again}>${this.t('retry')}</button>` : this.t('noLink')}
    </p>`;
  }

  #linkRow(url: string): TemplateResult {
    const { status } = this;
    const sharing = this.#sharing;
    return html`<div>
        <div class="row">
          <input part="link" readonly dir="ltr" aria-label=${this.t('link')} .value=${url} />
          <button part="copy" class="primary" @click=${this.guarded(() => this.copy(url))}>${this.t('copy')}</button>
        </div>
        <p part="status" class="status muted" role="status">${status ? this.t(status as never) : ''}</p>
      </div>
      ${sharing ? sharing.renderChannels(this) : sharing === null ? '' : html`<div class="skeleton channels"></div>`}`;
  }
}
