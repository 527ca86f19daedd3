/** The advocate’s friends, newest first, a page at a time. */
import { isAdapterError, type Referral } from '@aftercart/contract';
import { referralsActions } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { formatDate } from '../base/format/date.ts';
import type { ReferralDetails } from './referral-details.ts';

const PAGE = 20;

export class FriendList {
  readonly #details: ReferralDetails;
  #friends: Referral[] | undefined;
  #cursor: string | null | undefined;
  #busy = false;
  #failed = false;

  constructor(details: ReferralDetails) {
    this.#details = details;
  }

  /** Loads the first page, or the next. */
  async load(): Promise<void> {
    const { host } = this.#details;
    if (this.#busy || (this.#friends && !this.#cursor)) return;
    this.#busy = true;
    this.#failed = false;
    host.requestUpdate();
    const before = this.#friends?.length ?? 0;
    try {
      const page = await referralsActions(host.currentShop!, host.locale).list({ cursor: this.#cursor, limit: PAGE });
      this.#friends = [...(this.#friends ?? []), ...(page?.items ?? [])];
      this.#cursor = page?.nextCursor;
    } catch (error) {
      if (!isAdapterError(error)) throw error;
      this.#failed = true;
    } finally {
      this.#busy = false;
      host.requestUpdate();
      await host.updateComplete;
      // The button may be gone: reading goes on with the first friend that is new.
      if (before) host.renderRoot.querySelectorAll<HTMLElement>('.friend')[before]?.focus();
    }
  }

  render(): TemplateResult {
    const { host } = this.#details;
    const friends = this.#friends;
    const load = host.guarded(() => this.load());
    return html`<ul>
        ${friends?.map((friend) => this.#friend(friend))}
      </ul>
      <p role="status" class=${friends?.length || this.#failed || this.#busy ? '' : 'muted'}>
        ${this.#failed ? this.#details.t('friendsFailed') : this.#busy ? host.t('loading') : friends?.length === 0 ? this.#details.t('friendsEmpty') : ''}
      </p>
      ${this.#failed
        ? html`<button part="retry" @click=${load}>${host.t('retry')}</button>`
        : this.#cursor
          ? html`<button part="load-more" aria-disabled=${this.#busy} @click=${load}>${this.#details.t('showMore')}</button>`
          : ''}`;
  }

  #friend({ friend, status, reason, createdAt, availableAt, offer }: Referral): TemplateResult {
    const { host } = this.#details;
    const day = (value: string) => formatDate(host.language, value, { dateStyle: 'medium' });
    const waiting = status === 'pending' || status === 'claimed';
    const due = waiting && availableAt && this.#details.t('expectedOn', { date: day(availableAt) });
    const got = status === 'approved' && offer && this.#details.t('youGot', { offer: offer.title });
    return html`<li part="friend" class=${`friend ${status}`} tabindex="-1">
      <bdi class="name">${friend}</bdi>
      <time class="muted" datetime=${createdAt}>${day(createdAt)}</time>
      <div part="reason" class="reason">
        <div>${this.#details.t(status)}</div>
        <div class="muted">${[reason && status !== 'approved' && this.#details.t(reason), due, got].filter(Boolean).join(' ')}</div>
      </div>
    </li>`;
  }
}
