import { guardFaqEntries, type Adapter, type FaqEntries, type FaqEntry, type FaqHits } from '@aftercart/contract';
import type { Resource, Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import type { Strings } from '../base/locale.ts';
import { icon } from '../base/icons.ts';
import type { Answers } from './answers.ts';
import type { Contact } from './contact.ts';
import { linkTo } from './deep-link.ts';
import { faqSearchStrings } from './faq-search.strings.ts';
import { faqSearchStyles } from './faq-search.styles.ts';
import type { Searching } from './searching.ts';
import { renderTopics } from './topics.ts';

type FaqSources = {
  entries?: Resource<FaqEntries>;
  hits?: Resource<FaqHits>;
};

const searchIcon = icon('M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4 4');

/**
 * Answers to questions: found while typing, in the shopper’s own words; by topic before; and the people behind them, always.
 *
 * @tagname aftercart-faq-search
 * @slot - Shown before the element is defined, and where the shop has no answers.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {FaqSearchedEvent} aftercart-faq-searched - The shopper paused after typing.
 * @fires {FaqOpenedEvent} aftercart-faq-opened - An answer was opened.
 * @fires {FaqVotedEvent} aftercart-faq-voted - The backend took a vote on an answer.
 * @fires {ContactRequestEvent} aftercart-contact-request - The shopper chose a way to reach people; cancelable.
 *
 * @csspart base - Everything that the element draws.
 * @csspart search - The form with the search box.
 * @csspart label - The label of the search box.
 * @csspart field - The frame of the search box.
 * @csspart input - The search box.
 * @csspart topics - The list of topics and popular questions.
 * @csspart topic - The button of a topic.
 * @csspart back - The button from a topic back to all topics.
 * @csspart title - The name of the topic that is shown.
 * @csspart entry - A question with its answer.
 * @csspart question - The question, which opens the answer.
 * @csspart results - The list of what was found.
 * @csspart highlight - A piece of a question that matches what was typed.
 * @csspart nothing - Says that nothing was found.
 * @csspart more - The button that shows more of what was found.
 * @csspart answer - An open answer with all that is under it.
 * @csspart text - The words of an answer.
 * @csspart links - Links under an answer.
 * @csspart vote - The question whether an answer helped, and what became of it.
 * @csspart yes - The button for an answer that helped.
 * @csspart no - The button for an answer that did not help.
 * @csspart comment - The field for what was missing.
 * @csspart send - The button that sends what was missing.
 * @csspart contact - The ways to reach people.
 * @csspart channel - A way to reach people.
 * @csspart hours - Whether people are there now, and how soon they answer.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - Answers are there.
 * @cssstate empty - The shop has no answers in this language; the slot and the ways to reach people are shown.
 * @cssstate guest - The backend answers signed-in shoppers only; the slot and the ways to reach people are shown.
 * @cssstate stale - The answers could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no answers, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-faq-search-background=var(--aftercart-color-surface)] - Background of the search box.
 * @cssproperty [--aftercart-faq-search-border-color=var(--aftercart-color-border)] - Border of the search box.
 * @cssproperty [--aftercart-faq-search-radius=var(--aftercart-radius)] - Corners of the search box.
 */
export class FaqSearchElement extends AftercartElement<FaqSources, keyof typeof faqSearchStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    category: {},
    context: {},
    indexUrl: { attribute: 'index-url' },
  };
  static override styles = [...AftercartElement.styles, faqSearchStyles];

  /** Only answers of this category, by the shop’s id. */
  declare category: string | undefined;
  /** Kind of page, such as `cart` or `order`: answers that fit it come first. */
  declare context: string | undefined;
  /** Address of an index made beforehand, with `{locale}` for the language; where it can’t be used, the page makes its own. */
  declare indexUrl: string | undefined;

  protected override readonly kind = 'faq-search';
  protected override words: Strings = faqSearchStrings;
  /** @internal What is in the search box. */
  query = '';
  /** @internal The search engine, on its way. */
  engine: Promise<typeof import('./engine.ts') | undefined> | undefined;
  /** Whether all topics are shown, more than there is room kept for. */
  #unfolded = false;
  #linked = '';
  #asked: Shop | undefined;
  #remote: typeof import('./remote.ts') | undefined;
  #searching: Searching | undefined;
  #searchingLost = false;
  #answers: Answers | undefined;
  #contact: Contact | undefined;
  #contactAsked = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followHash);
    this.#followHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followHash);
    this.#searching?.close();
    this.#contact?.leave();
  }

  #followHash = (): void => {
    this.#linked = location.hash;
    this.requestUpdate();
  };

  protected override sources(shop: Shop, locale: string): FaqSources {
    const entries = shop.resource('faq.entries', this.category ? { category: this.category } : {}, guardFaqEntries, locale);
    if (this.#asked !== shop) {
      this.#remote = undefined;
      // With answers at hand, given or remembered, there is nothing to find out.
      if (!entries.value.data) {
        void this.#ask(shop);
        return {};
      }
    }
    return this.#remote ? { hits: this.#remote.suggestions(shop, locale, this.context) } : { entries };
  }

  /** Finds out whether the page has to search, or the backend. */
  async #ask(shop: Shop): Promise<void> {
    const { faq } = await shop.adapter().catch((): Partial<Adapter> => ({}));
    this.#remote = !faq?.entries && faq?.search ? await this.lazy(() => import('./remote.ts')) : undefined;
    this.#asked = shop;
    // Asks for the stores again.
    this.requestUpdate('asked');
  }

  protected override phaseOf({ entries }: typeof this.data): 'ready' | 'empty' {
    return entries && !entries.items.length ? 'empty' : 'ready';
  }

  /** @internal What there is without a search. */
  get items(): FaqEntry[] {
    const { entries, hits } = this.data;
    return entries?.items ?? hits?.items.map(({ entry }) => entry) ?? [];
  }

  protected override forget(): void {
    this.query = '';
    this.#answers?.forget();
  }

  protected override updated(): void {
    const { data } = this;
    // Only what code has changed: writing into a field while somebody types with an input method would end their word.
    const input = this.renderRoot.querySelector('input');
    if (input && input.value !== this.query) input.value = this.query;
    if (!this.#contactAsked && this.phase !== 'loading' && this.phase !== 'unsupported') void this.#loadContact();
    if (!this.#linked || !(data.entries || data.hits)) return;
    const linked = this.items.find(({ id }) => linkTo(id) === this.#linked);
    this.#linked = '';
    if (linked) void this.show(linked.id);
  }

  async #loadContact(): Promise<void> {
    this.#contactAsked = true;
    const found = await this.lazy(() => import('./contact.ts'));
    this.#contact = found && new found.Contact(this);
    this.requestUpdate();
  }

  async #loadAnswers(): Promise<Answers | undefined> {
    const found = await this.lazy(() => import('./answers.ts'));
    if (found) this.#answers ??= new found.Answers(this);
    return this.#answers;
  }

  /** Opens an answer by the id of its entry, and goes to it. */
  async show(id: string): Promise<void> {
    await (await this.#loadAnswers())?.show(id);
  }

  /** Searches as if this had been typed. */
  async search(query: string): Promise<void> {
    this.query = query;
    this.#answers?.leaveTopic();
    this.requestUpdate();
    await this.#loadSearching();
  }

  /** The first sign that a search will be wanted. */
  readonly #prepare = this.guarded(() => this.#loadSearching());

  async #loadSearching(): Promise<void> {
    if (!this.#remote) this.engine = this.lazy(() => import('./engine.ts'));
    const found = await this.lazy(() => import('./searching.ts'));
    this.#searchingLost = !found;
    if (found) this.#searching ??= new found.Searching(this);
    this.#searching?.run(this.#remote);
    this.requestUpdate();
    // Who searches will read, perhaps without a connection by then.
    if (found) await this.#loadAnswers();
  }

  /** @internal A question that opens its answer. */
  row(entry: FaqEntry, words: unknown = entry.question): TemplateResult {
    const isOpen = this.#answers?.isOpen(entry.id);
    return html`<li>
      <details
        part="entry"
        ?open=${isOpen}
        @toggle=${this.guarded(async ({ target }: Event) => {
          const answers = await this.#loadAnswers();
          const { isConnected, open } = target as HTMLDetailsElement;
          // The news that it opened may come when it is gone already.
          if (isConnected) answers?.toggle(entry.id, open);
        })}
      >
        <summary part="question" class="topic button"><span class="clamp">${words}</span></summary>
        ${isOpen ? this.#answers!.render(entry) : ''}
      </details>
    </li>`;
  }

  /** @internal Topics and popular questions. */
  topics(): TemplateResult {
    return renderTopics(this, this.#unfolded, {
      unfold: () => {
        this.#unfolded = true;
        this.requestUpdate();
      },
      browse: async (id, name) => (await this.#loadAnswers())?.browse(id, name),
    });
  }

  #main(): TemplateResult {
    const topic = this.#answers?.renderTopic();
    if (topic || !this.query.trim()) return topic ?? this.topics();
    if (this.#searching) return this.#searching.render();
    return html`<p class="muted">
      ${this.#searchingLost
        ? html`${this.t('error')} <button part="retry" class="plain" @click=${this.#prepare}>${this.t('retry')}</button>`
        : this.t('loading')}
    </p>`;
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="view">
      <div><div class="top"><span class="skeleton">${'\u2007'.repeat(24)}</span></div><div class="field"></div></div>
      <div class="main skeleton"></div>
    </div>`;
  }

  protected override content(): TemplateResult {
    const contact = this.#contact?.render();
    if (this.phase === 'empty' || this.phase === 'guest') return html`<div class="view"><slot></slot>${contact}</div>`;
    return html`<div class="view">
      <form part="search" role="search" @submit=${(event: Event) => event.preventDefault()} @pointerenter=${this.#prepare}>
        <div class="top"><h2><label part="label" for="query">${this.t('label')}</label></h2>${this.staleNote()}</div>
        <div part="field" class="field">
          ${searchIcon}<input
            part="input"
            id="query"
            type="search"
            maxlength="200"
            autocomplete="off"
            enterkeyhint="search"
            @focus=${this.#prepare}
            @input=${this.guarded(({ target }: Event) => this.search((target as HTMLInputElement).value))}
          />
        </div>
        <p class="hidden" role="status">${this.#searching?.status}</p>
      </form>
      <div class="main">${this.#main()}</div>
      ${contact}
    </div>`;
  }
}
