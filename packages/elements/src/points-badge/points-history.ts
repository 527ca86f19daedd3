/** What happened to the points, newest first, a page at a time. */
import { isAdapterError, type LedgerEntry } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import type { PointsPanel } from './points-panel.ts';

const PAGE = 20;

export class PointsHistory {
  readonly #panel: PointsPanel;
  #entries: LedgerEntry[] | undefined;
  #cursor: string | null | undefined;
  /** The request that is under way; an answer to another one comes too late. */
  #asking: object | undefined;
  #failed = false;

  constructor(panel: PointsPanel) {
    this.#panel = panel;
  }

  forget(): void {
    this.#entries = this.#cursor = this.#asking = undefined;
    this.#failed = false;
  }

  /** Begins again, where somebody has looked: something has happened. */
  renew(): void {
    if (this.#entries || this.#asking) this.#panel.host.guarded(() => this.#ask())(undefined);
  }

  async #ask(cursor?: string): Promise<void> {
    const { host, actions } = this.#panel;
    const asking = (this.#asking = {});
    try {
      const page = await actions.history({ cursor, limit: PAGE });
      if (asking !== this.#asking) return;
      this.#entries = [...((cursor && this.#entries) || []), ...(page?.items ?? [])];
      this.#cursor = page?.nextCursor;
      this.#failed = false;
    } catch (error) {
      if (asking !== this.#asking) return;
      this.#failed = true;
      if (!isAdapterError(error)) throw error;
    } finally {
      if (asking === this.#asking) this.#asking = undefined;
      host.requestUpdate();
    }
  }

  /** The next page, or the first; what is on its way already is not asked for twice. */
  readonly #more = (): Promise<void> | undefined => (this.#asking ? undefined : this.#ask(this.#cursor ?? undefined));

  /** By the button, which may be gone then: reading goes on with the first entry that is new. */
  async #showMore(): Promise<void> {
    const { host } = this.#panel;
    const before = this.#entries?.length ?? 0;
    await this.#more();
    await host.updateComplete;
    host.renderRoot.querySelectorAll<HTMLElement>('[part=entry]')[before]?.focus();
  }

  render(): TemplateResult {
    const { host } = this.#panel;
    const t = this.#panel.t.bind(this.#panel);
    const open = host.guarded(({ target }: Event) => (target as HTMLDetailsElement).open && !this.#entries && this.#more());
    return html`<details part="history" @toggle=${open}>
      <summary>${t('historyTitle')}</summary>
      ${this.#entries?.length === 0 ? html`<p class="muted">${t('historyEmpty')}</p>` : ''}
      <ul>
        ${this.#entries?.map(
          ({ delta, kind, description, createdAt, status }) => html`<li class="row" part="entry" tabindex="-1">
            <div>
              ${description || t(kind === 'other' ? 'otherKind' : kind)}
              <p class="muted">
                <time datetime=${createdAt}>${this.#panel.day(createdAt)}</time>${status === 'approved' || status === 'unknown' ? '' : ` · ${t(status === 'pending' ? 'pendingEntry' : status)}`}
              </p>
            </div>
            <span class=${delta < 0 ? 'amount negative' : 'amount'}>${delta > 0 ? host.gain(delta) : host.amount(delta)}</span>
          </li>`,
        )}
      </ul>
      <p class="failed" role="alert">${this.#failed ? host.t('error') : ''}</p>
      ${this.#failed || this.#cursor ? html`<button part="more" @click=${host.guarded(() => this.#showMore())}>${this.#failed ? host.t('retry') : t('more')}</button>` : ''}
    </details>`;
  }
}
