/** What opens under the panel, one at a time: QR code, terms, friends. Loaded at the first click. */
import { html, type TemplateResult } from '../base/template.ts';
import { FriendList } from './friend-list.ts';
import type { ReferralPanelElement } from './referral-panel.ts';
import type { referralDetailsStrings } from './referral-details.strings.ts';
import { formatMoney } from '../base/format/money.ts';
import { safeUrl } from '../base/safe-url.ts';

export { referralDetailsStrings as strings } from './referral-details.strings.ts';
export { referralDetailsStyles as styles } from './referral-details.styles.ts';

export type Section = 'qr' | 'terms' | 'friends';

export class ReferralDetails {
  readonly host: ReferralPanelElement;
  section: Section | undefined;
  /** What the QR code leads to, where it is not the link for all. */
  #url: string | undefined;
  #drawing: typeof import('./qr-code.ts') | undefined;
  #drawingFailed = false;
  readonly #friends = new FriendList(this);

  constructor(host: ReferralPanelElement) {
    this.host = host;
  }

  /** A string of these parts. */
  t(key: keyof typeof referralDetailsStrings, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  /** Opens a section instead of the one that is open; closes it where it is open. A QR code of a given link only opens. */
  async toggle(section: Section, url?: string): Promise<void> {
    this.section = this.section === section && !url ? undefined : section;
    this.#url = url;
    this.host.requestUpdate();
    if (this.section === 'friends') await this.#friends.load();
    if (this.section !== 'qr' || this.#drawing) return;
    this.#drawing = await this.host.lazy(() => import('./qr-code.ts'));
    this.#drawingFailed = !this.#drawing;
    this.host.requestUpdate();
  }

  render(): TemplateResult | string {
    if (this.section === 'terms') return html`<div part="terms" class="details">${this.#terms()}</div>`;
    if (this.section === 'friends') return html`<div part="friends" class="details">${this.#friends.render()}</div>`;
    return this.section === 'qr' ? html`<div part="qr" class="details qr">${this.#qr()}</div>` : '';
  }

  /** Both rewards in full, as whoever reads it sees them, and the terms. */
  #terms(): TemplateResult {
    const { host } = this;
    const { advocateOffer, friendOffer, minimumOrder, terms, termsUrl } = host.data.program!;
    const [mine, theirs] = host.invitation ? [friendOffer, advocateOffer] : [advocateOffer, friendOffer];
    const full = safeUrl(termsUrl);
    const reward = (label: string, title: string) => html`<div>
        <dt class="muted">${label}</dt>
        <dd>${title}</dd>
      </div>`;
    return html`<dl class="rewards">${reward(this.t('youGet'), mine.title)} ${reward(this.t('friendGets'), theirs.title)}</dl>
      ${minimumOrder ? html`<p>${this.t('minimumOrder', { amount: formatMoney(host.language, minimumOrder) })}</p>` : ''}
      ${terms ? html`<p class="muted words">${terms}</p>` : ''}
      ${full ? html`<a href=${full} target="_blank" rel="noopener">${this.t('fullTerms')}</a>` : ''}`;
  }

  #qr(): TemplateResult {
    const url = this.#url ?? this.host.url ?? '';
    try {
      if (!this.#drawingFailed) return html`${this.#drawing?.qrCode(url, this.t('qrLabel'))}<p class="muted" role="status">${this.#drawing ? this.t('qrHint') : this.host.t('loading')}</p>`;
    } catch {
      // The link is longer than a QR code can be.
    }
    return html`<p role="status">${this.t('qrFailed')}</p>`;
  }
}
