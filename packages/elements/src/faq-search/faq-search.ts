import { guardFaqEntries, type FaqEntries, type FaqEntry } from '@aftercart/contract';
import type { Resource, Shop } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import type { Strings } from '../base/locale.ts';
import { faqSearchStrings } from './faq-search.strings.ts';
import { faqSearchStyles } from './faq-search.styles.ts';
import type { Phase } from '../base/state.ts';
import { renderTopics } from './topics.ts';

/** @internal How the hash begins that opens an answer; its id follows. Here, so that no part loads another one for it. */
export const LINK = '#aftercart-faq-';

type FaqSources = {
  entries: Resource<FaqEntries>;
};

/** What the first view does without: comes right after it, at the first sign of a search, with the first click, and for a search of many answers. */
const parts = {
  afterView: () => import('./after-view.ts'),
  searching: () => import('./searching.ts'),
  answers: () => import('./answers.ts'),
  large: () => import('./large.ts'),
};
type Parts = { [Name in keyof typeof parts]: InstanceType<Awaited<ReturnType<(typeof parts)[Name]>>['Part']> };

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
 * @cssproperty [--aftercart-faq-search-border-color=var(--aftercart-color-muted)] - Border of the search box.
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
  /** @internal Whether nobody can be asked, until the shopper tries again. */
  isLost = false;
  /** @internal What searches by the backend, where it does. */
  remote: typeof import('./remote.ts') | undefined;
  /** @internal The search engine, on its way. */
  engine: Promise<typeof import('./engine.ts') | undefined> | undefined;
  /** True once it is known whether it does. */
  #remoteAsked: Promise<void> | true | undefined;
  /** @internal The parts that are there. */
  parts: Partial<Parts> = {};
  #hasFirstView = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.parts.afterView?.leave();
    this.parts.searching?.leave();
  }

  protected override sources(shop: Shop, locale: string): FaqSources {
    const { remote, category, context } = this;
    return { entries: remote?.suggestions(shop, locale, context) ?? shop.resource('faq.entries', category ? { category } : {}, guardFaqEntries, locale) };
  }

  protected override currentPhase(): Phase {
    const phase = super.currentPhase();
    if (phase !== 'unsupported' || !this.currentShop || this.#remoteAsked === true) return phase;
    this.#remoteAsked ??= this.#askShop();
    return 'loading';
  }

  /** A shop that gives no entries may have a backend that searches. */
  async #askShop(): Promise<void> {
    const found = await this.lazy(() => import('./remote.ts'));
    if (await found?.canSearch(this)) this.remote = found;
    this.#remoteAsked = true;
    // Names the stores again.
    this.requestUpdate('remote');
  }

  protected override phaseOf(): 'ready' | 'empty' {
    // A backend that searches need not suggest anything.
    return this.remote || this.items.length ? 'ready' : 'empty';
  }

  /** @internal What there is without a search. */
  get items(): FaqEntry[] {
    return this.data.entries?.items ?? [];
  }

  protected override forget(): void {
    this.query = '';
    this.remote = this.#remoteAsked = undefined;
    this.parts.answers?.forget();
  }

  protected override updated(): void {
    // Only what code has changed: writing into a field while somebody types with an input method would end their word.
    const input = this.renderRoot.querySelector('input');
    if (input && input.value !== this.query) input.value = this.query;
  }

  /** @internal A part, made when it is first wanted; undefined where it can’t be had. */
  async need<Name extends keyof Parts>(name: Name): Promise<Parts[Name] | undefined> {
    const found = await this.lazy<{ Part: new (host: FaqSearchElement) => unknown }>(parts[name]);
    if (found) this.parts[name] ??= new found.Part(this) as Parts[Name];
    this.requestUpdate();
    return this.parts[name];
  }

  /** Opens an answer by the id of its entry, and goes to it. */
  async show(id: string): Promise<void> {
    await (await this.need('answers'))?.show(id);
  }

  /** Searches as if this had been typed. */
  async search(query: string): Promise<void> {
    this.query = query;
    this.parts.answers?.leaveTopic();
    this.requestUpdate();
    await this.#prepare();
  }

  async #prepare(): Promise<void> {
    if (!this.remote) this.engine = this.lazy(() => import('./engine.ts'));
    const searching = await this.need('searching');
    searching?.run();
    this.isLost = !searching;
  }

  /** @internal The first sign that a search will be wanted, or another try. */
  readonly prepared = this.guarded(() => this.#prepare());

  /** @internal A question that opens its answer. */
  row(entry: FaqEntry, words: unknown = entry.question): TemplateResult {
    const answer = this.parts.answers?.render(entry);
    const toggle = this.guarded(async ({ target }: Event) => (await this.need('answers'))?.toggle(entry.id, target as HTMLDetailsElement));
    return html`<li><details part="entry" ?open=${!!answer} @toggle=${toggle}>
      <summary part="question" class="topic button"><span class="clamp">${words}</span></summary>${answer}
    </details></li>`;
  }

  #main(): TemplateResult {
    const { afterView, answers, searching } = this.parts;
    const topic = answers?.renderTopic();
    if (topic || !this.query.trim()) return topic ?? renderTopics(this);
    // What is there stays until there is something to say.
    return (!this.isLost && searching?.render()) || (afterView?.hits.renderNone(searching?.found) ?? renderTopics(this));
  }

  /** @internal Under the answers, and where there are none: what comes right after the first view. */
  override besideError(): TemplateResult | string | undefined {
    if (!this.#hasFirstView) void this.need('afterView');
    this.#hasFirstView = true;
    return this.parts.afterView?.render();
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="view">
      <div><div class="top"><span class="skeleton">${'\u2007'.repeat(24)}</span></div><div class="field"></div></div>
      <div class="main skeleton"></div>
    </div>`;
  }

  protected override content(): TemplateResult {
    const below = this.besideError();
    if (this.phase === 'empty' || this.phase === 'guest') return html`<div class="view"><slot></slot>${below}</div>`;
    const type = this.guarded(({ target }: Event) => this.search((target as HTMLInputElement).value));
    return html`<div class="view">
      <form part="search" role="search" aria-labelledby="label" @submit=${(event: Event) => event.preventDefault()} @pointerenter=${this.prepared}>
        <div class="top"><h2><label part="label" id="label" for="query">${this.t('label')}</label></h2>${this.staleNote()}</div>
        <div part="field" class="field">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4 4"></path></svg><input
            part="input" id="query" type="search" maxlength="200" autocomplete="off" enterkeyhint="search" @focus=${this.prepared} @input=${type}
          />
        </div>
        <p class="hidden" role="status">${this.parts.searching?.status}</p>
      </form>
      <div class="main">${this.#main()}</div>${below}
    </div>`;
  }
}
