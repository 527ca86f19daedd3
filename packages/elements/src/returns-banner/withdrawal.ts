/**
 * The statutory withdrawal (Directive 2011/83/EU Art. 11a): the form, the declaration word for word, a confirmation of its
 * own, the receipt. Loaded at the first click. Whether it went through is what the backend’s receipt says and nothing else.
 */
import { isAdapterError, type AdapterError, type WithdrawalReceipt } from '@aftercart/contract';
import { returnsActions } from '@aftercart/core';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { receiptView } from './receipt.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import { WithdrawnEvent, WithdrawRequestEvent } from './withdrawal.events.ts';
import { formView } from './withdrawal-form.ts';
import type { withdrawalStrings } from './withdrawal.strings.ts';

export { withdrawalStrings as strings } from './withdrawal.strings.ts';
export { withdrawalStyles as styles } from './withdrawal.styles.ts';

export type WithdrawalKey = keyof typeof withdrawalStrings;

/** What the shopper typed; kept until it is another shopper’s turn. */
export interface Draft {
  name: string;
  orderNumber: string;
  email: string;
  items: string;
  reason: string;
}
type Mistakes = Partial<Record<keyof Draft, WithdrawalKey>>;

type Step =
  | { name: 'closed' }
  | { name: 'form' }
  | { name: 'check'; declaration: string; confirmation: string }
  | { name: 'receipt'; receipt: WithdrawalReceipt };

/** Codes that have words of their own. */
const TOLD: readonly string[] = ['RETURN_WINDOW_CLOSED', 'ALREADY_WITHDRAWN', 'NOT_ELIGIBLE', 'INVALID_REQUEST', 'UNAUTHENTICATED'] satisfies WithdrawalKey[];

export class Withdrawal {
  readonly host: ReturnsBannerElement;
  draft!: Draft;
  mistakes: Mistakes = {};
  busy = false;
  #step: Step = { name: 'closed' };
  #failure: WithdrawalKey | undefined;
  /** Whose turn it is, and about which order: another object for each turn. */
  #turn: { shopper: AbortSignal | undefined; order: string } | undefined;

  constructor(host: ReturnsBannerElement) {
    this.host = host;
  }

  get isOpen(): boolean {
    return this.#step.name !== 'closed';
  }

  /** A string of the withdrawal. */
  t(key: WithdrawalKey, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  /** Shows the form where it was left, or the receipt of an order that was withdrawn from. */
  open(): Promise<void> {
    this.#takeTurn();
    const receipt = this.host.data.deadline?.receipt;
    if (receipt) this.#step = { name: 'receipt', receipt };
    else if (!this.isOpen) this.#step = { name: 'form' };
    // The number of the order is known as soon as the shop has said so.
    this.draft.orderNumber ||= this.host.data.deadline?.orderNumber ?? this.host.order ?? '';
    return this.show();
  }

  readonly close = async (): Promise<void> => {
    this.#step = { name: 'closed' };
    this.#failure = undefined;
    this.mistakes = {};
    this.host.requestUpdate();
    await this.host.updateComplete;
    const { renderRoot } = this.host;
    (renderRoot.querySelector<HTMLElement>('.actions > *') ?? renderRoot.querySelector<HTMLElement>('.toggle'))?.focus();
  };

  /** Forgets everything when the shopper, the shop or the order is another one. */
  #takeTurn(): void {
    const { currentShop, order } = this.host;
    // A new shop of the same name is another one, too.
    const turn = { shopper: currentShop?.sessionSignal(), order: order ?? '' };
    if (turn.shopper === this.#turn?.shopper && turn.order === this.#turn?.order) return;
    this.#turn = turn;
    this.draft = { name: '', orderNumber: '', email: '', items: '', reason: '' };
    this.mistakes = {};
    this.busy = false;
    this.#failure = undefined;
    this.#step = { name: 'closed' };
  }

  /** Draws again, then puts the focus on what is new: the first mistake, or the heading. */
  async show(): Promise<void> {
    const { host } = this;
    host.requestUpdate();
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('.withdrawal [aria-invalid=true]')?.focus();
    if (!Object.keys(this.mistakes).length) host.renderRoot.querySelector<HTMLElement>('.withdrawal h3')?.focus();
  }

  get #items(): string[] {
    return this.draft.items.split('\n').map((item) => item.trim()).filter(Boolean);
  }

  #check(): boolean {
    const { name, orderNumber, email } = this.draft;
    this.mistakes = {
      ...(!name.trim() && { name: 'nameMissing' }),
      ...(!orderNumber.trim() && { orderNumber: 'orderMissing' }),
      ...(!/^[^\s@]+@[^\s@]+$/.test(email.trim()) && { email: 'emailWrong' }),
    };
    return !Object.keys(this.mistakes).length;
  }

  /** First step: the backend says what would be declared. */
  async declare(): Promise<void> {
    if (this.busy) return;
    if (!this.#check()) return this.show();
    const { name, orderNumber, email, reason } = this.draft;
    const items = this.#items;
    await this.#send(
      {
        step: 'declare', orderNumber: orderNumber.trim(), name: name.trim(), email: email.trim(),
        ...(items.length && { items }), ...(reason.trim() && { reason: reason.trim() }),
      },
      'notReached',
    );
  }

  /** Second step: the shopper confirms, and the backend answers with the receipt. */
  async #confirm(declaration: string, confirmation: string): Promise<void> {
    if (this.busy || !this.host.dispatchEvent(new WithdrawRequestEvent(this.draft.orderNumber.trim(), this.#items, declaration))) return;
    await this.#send({ step: 'confirm', confirmation }, 'undecided');
  }

  async #send(input: Parameters<ReturnType<typeof returnsActions>['withdraw']>[0], unknown: WithdrawalKey): Promise<void> {
    const { host } = this;
    const turn = this.#turn;
    this.busy = true;
    this.#failure = undefined;
    host.requestUpdate();
    try {
      const result = await returnsActions(host.currentShop!, host.locale).withdraw(input);
      if (turn !== this.#turn) return;
      this.busy = false;
      if (result.step === 'confirm') {
        // Asked twice, the shopper sees what is asked now.
        this.#step = { name: 'check', declaration: result.declaration, confirmation: result.confirmation };
      } else {
        this.#step = { name: 'receipt', receipt: result.receipt };
        host.dispatchEvent(new WithdrawnEvent(result.receipt));
      }
      await this.show();
    } catch (error) {
      if (turn !== this.#turn || !isAdapterError(error)) return;
      this.busy = false;
      this.#failure = this.#reason(error, input.step === 'confirm', unknown);
      host.requestUpdate();
    }
  }

  #reason({ code, retryable }: AdapterError, isConfirming: boolean, unknown: WithdrawalKey): WithdrawalKey {
    if (retryable || /^(ABORTED|INVALID_RESPONSE|ADAPTER_FAULT)$/.test(code)) return unknown;
    if (isConfirming && code === 'INVALID_REQUEST') return 'forgotten';
    if (code === 'TOKEN_EXPIRED') return 'UNAUTHENTICATED';
    return TOLD.includes(code) ? (code as WithdrawalKey) : 'failed';
  }

  readonly #change = (): Promise<void> => {
    this.#step = { name: 'form' };
    this.#failure = undefined;
    return this.show();
  };

  render(): TemplateResult | typeof nothing {
    this.#takeTurn();
    const step = this.#step;
    if (step.name === 'closed') return nothing;
    return html`<section part="withdrawal" class="withdrawal" aria-labelledby="withdrawal" aria-busy=${this.busy}>
      ${step.name === 'form' ? formView(this, this.#failureLine())
      : step.name === 'receipt' ? receiptView(this, step.receipt)
      : this.#declaration(step.declaration, step.confirmation)}
    </section>`;
  }

  #failureLine(): TemplateResult {
    return html`<p part="failure" class="failure" role="status">${this.#failure ? this.t(this.#failure) : ''}</p>`;
  }

  #declaration(declaration: string, confirmation: string): TemplateResult {
    const { host } = this;
    return html`<h3 id="withdrawal" tabindex="-1">${this.t('checkTitle')}</h3>
      <p>${this.t('checkIntro')}</p>
      <blockquote part="declaration" class="declaration" dir="auto">${declaration}</blockquote>
      ${this.#failureLine()}
      <div class="buttons">
        <button part="confirm-withdrawal" class="primary" aria-disabled=${this.busy} @click=${host.guarded(() => this.#confirm(declaration, confirmation))}>
          ${this.t(this.busy ? 'working' : 'confirm')}
        </button>
        <button aria-disabled=${this.busy} @click=${host.guarded(() => this.busy || this.#change())}>${this.t('change')}</button>
      </div>`;
  }
}
