/** What the six elements have in common: a shop, its stores, a language, a state, and a promise not to break the page. */
import { isAdapterError } from '@aftercart/contract';
import { consoleReport, getShop, watchShop, type Resource, type Shop } from '@aftercart/core';
import { html, type TemplateResult } from './template.ts';
import type { afterPaintStrings } from './after-paint.strings.ts';
import { baseStrings } from './base.strings.ts';
import { baseStyles } from './base.styles.ts';
import { DrawnElement, type PropertyDeclarations } from './drawn-element.ts';
import { firstPaint } from './first-paint.ts';
import { formatNumber, pluralCategory } from './format/number.ts';
import { languageOf, loadLocale, type Locale, type Strings } from './locale.ts';
import { AftercartStateEvent, type Phase } from './state.ts';

/** The stores that an element draws, by name. The first one decides about `error`, `guest` and `unsupported`. */
// oxlint-disable-next-line typescript/no-explicit-any -- each store holds something else, and a store both takes and gives it
export type Sources = Readonly<Record<string, Resource<any>>>;
type Data<S extends Sources> = { readonly [K in keyof S]?: NonNullable<S[K]> extends Resource<infer T> ? T | null : never };
type Params = Readonly<Record<string, string | number>>;

/** A module that is loaded when it is needed: its English strings and its styles, where it has some, beside what it does. */
interface LazyPart {
  readonly strings?: Strings;
  readonly styles?: string;
}

/** How long a page may take to define the shop that an element names before the developer is told. */
const SHOP_PATIENCE = 3_000;
/** Two for telling the page of a state, where a page has broken events, and one for drawing. */
const MOST_FAULTS = 3;

export abstract class AftercartElement<S extends Sources = Sources, Key extends string = string> extends DrawnElement {
  static override properties: PropertyDeclarations = {
    shop: {},
  };
  static override styles: readonly string[] = [baseStyles];

  /** Name of the shop to use, when the page has several. */
  declare shop: string | undefined;

  /** Tag without its prefix: names the strings of this element. */
  protected abstract readonly kind: string;
  /** The English strings of this element; a lazily loaded part adds its own. */
  protected words: Strings = {};
  // Public for the lazily loaded parts of an element; not public API.
  /** @internal BCP 47 tag of the page around the element, which is what backends are asked for. */
  locale = 'en';
  /** @internal BCP 47 tag of the language that the element itself speaks. */
  language = 'en';
  /** @internal */
  data: Data<S> = {};
  /** @internal */
  declare phase: Phase;
  /** @internal */
  declare currentShop: Shop | undefined;

  readonly #internals = this.attachInternals();
  #locale: Locale | undefined;
  #localeReady = false;
  #painted = false;
  /** What can wait for the first paint; null where it can’t be had. */
  #afterPaint: typeof import('./after-paint.ts') | null | undefined;
  #unsupported = false;
  /** What it threw since its stores last changed. */
  #faults = 0;
  #sources: S | Sources = {};
  #stopWatching: (() => void)[] = [];
  #unsubscribe: (() => void)[] = [];
  #shopper: AbortSignal | undefined;

  /** The stores to draw. Called when the shop, the language or an attribute changes. */
  protected abstract sources(shop: Shop, locale: string): S;
  /** Draws the data; in phase `ready`, `stale`, `empty` and `guest`. */
  protected abstract content(): TemplateResult | TemplateResult[] | string;
  /** Draws the same boxes without data. */
  protected abstract skeleton(): TemplateResult;

  /** `empty` or `guest` where the data says so. */
  protected phaseOf(_data: Data<S>): 'ready' | 'empty' | 'guest' {
    return 'ready';
  }

  /**
   * Forgets what a shopper typed or saw: it is nobody else’s business. Called when another shopper or another shop comes.
   *
   * @param _before The session that has ended; aborted when its shopper left, not when the element has changed its shop.
   */
  protected forget(_before: AbortSignal): void {}

  /** @internal What an element can do though its data could not be fetched; drawn under the words for it, in the same card. */
  besideError?(): TemplateResult | string | undefined;

  /** @internal Loads what the shopper’s next step is likely to need; called at the first sign of one. */
  prepare(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  #leave(): void {
    for (const stop of [...this.#stopWatching, ...this.#unsubscribe]) stop();
    this.#stopWatching = this.#unsubscribe = [];
  }

  #watch(): void {
    this.currentShop = undefined;
    this.#sources = {};
    if (!this.isConnected) return;
    const name = this.shop || 'default';
    const patience = setTimeout(() => {
      if (this.currentShop) return;
      this.#unsupported = true;
      this.requestUpdate();
      this.tell('UNKNOWN_SHOP', name);
    }, SHOP_PATIENCE);
    this.#stopWatching = [
      () => clearTimeout(patience),
      watchShop(name, (shop) => {
        clearTimeout(patience);
        this.currentShop = shop;
        this.#unsupported = !shop;
        this.#subscribe();
      }),
    ];
    this.#readLanguage();
    void this.#settle(this.#stopWatching);
  }

  /** Does what waits for the first paint. */
  async #settle(watching: (() => void)[]): Promise<void> {
    await firstPaint();
    if (!this.#painted) this.requestUpdate();
    this.#painted = true;
    this.#afterPaint ??= (await this.lazy(() => import('./after-paint.ts'))) ?? null;
    this.#afterPaint?.awaitIntent(this as unknown as AftercartElement);
    // What was drawn before says nothing of times and of errors yet.
    this.requestUpdate();
    // It may be another shop by now, or no page.
    if (!this.#afterPaint || watching !== this.#stopWatching) return;
    watching.push(this.#afterPaint.watchLanguage(() => this.#readLanguage(), this));
    this.#readLanguage();
  }

  #readLanguage(): void {
    const locale = languageOf(this);
    if (locale === this.locale && this.#localeReady) return;
    this.locale = locale;
    const strings = loadLocale(locale.split('-')[0]!);
    this.#localeReady = !strings;
    const settle = (found?: Locale) => {
      if (this.locale !== locale) return;
      this.#locale = found;
      this.language = found || /^en\b/.test(locale) ? locale : 'en';
      this.#localeReady = true;
      this.requestUpdate();
    };
    if (strings) strings.then(settle, () => settle(this.tell('CHUNK_FAILED', locale)));
    else settle();
    this.#subscribe();
  }

  #subscribe(): void {
    if (!this.isConnected) return;
    let sources: S | Sources = {};
    const before = this.#shopper;
    this.#shopper = this.currentShop?.sessionSignal();
    this.#faults = 0;
    try {
      // Before the new stores are named: what was typed for one shop must not be asked of the next.
      if (before && before !== this.#shopper) this.forget(before);
      if (this.currentShop) sources = this.sources(this.currentShop, this.locale);
    } catch (error) {
      return this.failed(error);
    }
    const unsubscribe = this.#unsubscribe;
    this.#sources = sources;
    this.#unsubscribe = Object.values(sources).map((source) =>
      source.listen(() => {
        this.#faults = 0;
        this.requestUpdate();
      }),
    );
    // The old ones go after the new ones have come, so that a store that is in both never loses its last listener.
    for (const stop of unsubscribe) stop();
    this.requestUpdate();
  }

  /** @internal Asks the backend again. */
  readonly retry = (): void => {
    for (const source of Object.values(this.#sources)) void source.revalidate();
  };

  /** @internal Tells the developer what is wrong with this element; `explain` in core has the words. */
  tell(code: string, message: string, cause?: unknown): undefined {
    const { report = consoleReport } = this.currentShop ?? getShop() ?? {};
    void report({ level: 'error', code, where: `<${this.localName}>`, message, cause });
  }

  protected override failed(error: unknown): void {
    this.tell('ELEMENT_FAULT', String(error), error);
    // The slotted content, unless that can’t be drawn either.
    if (this.#faults++ < MOST_FAULTS) this.requestUpdate();
  }

  /** @internal Wraps a handler, so that nothing that it throws reaches the page. */
  guarded<E>(handler: (event: E) => unknown): (event: E) => void {
    return (event) => {
      void (async () => handler(event))().catch((error: unknown) => {
        if (!isAdapterError(error)) this.tell('ELEMENT_FAULT', String(error), error);
      });
    };
  }

  /** @internal Loads a part that is not needed at first, with its strings and styles; undefined, and a report, where it can’t be had. */
  async lazy<T extends object>(load: () => Promise<T>): Promise<T | undefined> {
    try {
      const part = await load();
      const { strings, styles }: LazyPart = part;
      this.words = { ...this.words, ...strings };
      if (styles) this.adopt(styles);
      return part;
    } catch (error) {
      return this.tell('CHUNK_FAILED', String(error));
    }
  }

  /** @internal */
  get direction(): 'rtl' | 'ltr' {
    return /^ar\b/.test(this.language) ? 'rtl' : 'ltr';
  }

  /** @internal A string of this element in its language. */
  t(key: Key | keyof typeof baseStrings | keyof typeof afterPaintStrings, params: Params = {}): string {
    const message = this.#locale?.[this.kind]?.[key] ?? this.#locale?.['base']?.[key] ?? this.words[key] ?? (baseStrings as Strings)[key] ?? key;
    const text = typeof message === 'string' ? message : (message[pluralCategory(this.language, Number(params['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return this.apart(typeof value === 'number' ? formatNumber(this.language, value) : value);
    });
  }

  /** @internal Words of somebody else: a Latin name in an Arabic sentence keeps its own direction, and the sentence its own. */
  apart(words: string): string {
    return this.direction === 'rtl' ? `\u2068${words}\u2069` : words;
  }

  /** The state that the data asks for. An element may stay in `loading` until it has what it draws in another one. */
  protected currentPhase(): Phase {
    const sources = Object.values(this.#sources);
    const states = sources.map((source) => source.value);
    const [first] = states;
    if (this.#unsupported || this.#faults) return 'unsupported';
    if (!first || !this.#painted || !this.#localeReady) return 'loading';
    if (first.status === 'error') {
      const { code } = first.error!;
      // The words for an error come with what can wait.
      return code === 'UNSUPPORTED' ? 'unsupported' : code === 'UNAUTHENTICATED' ? 'guest' : this.#afterPaint === undefined ? 'loading' : 'error';
    }
    if (states.some(({ data, status }) => data === undefined && status !== 'error')) return 'loading';
    const phase = this.phaseOf(this.data);
    return phase === 'ready' && states.some(({ status }) => status === 'stale') ? 'stale' : phase;
  }

  /** The data may, which is much work and comes to all elements of a page at once. What is to go must go at once. */
  protected override mayWait(): boolean {
    return this.phase === 'loading';
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    if (this.phase && changed.size) {
      if (changed.has('shop')) {
        this.#leave();
        this.#watch();
      } else this.#subscribe();
    }
    if (this.#shopper !== this.currentShop?.sessionSignal()) this.#subscribe();
    this.data = Object.fromEntries(Object.entries(this.#sources).map(([name, source]) => [name, source.value.data])) as Data<S>;
    const phase = this.currentPhase();
    if (phase === this.phase) return;
    this.phase = phase;
    const { states } = this.#internals;
    try {
      states.clear();
      states.add(phase);
    } catch {
      // Older browsers have no custom states, or others.
    }
    this.dispatchEvent(new AftercartStateEvent(phase));
  }

  protected override render(): TemplateResult {
    const { phase } = this;
    if (phase === 'unsupported') return html`<slot></slot>`;
    return html`<div part="base" class="base" lang=${this.language} dir=${this.direction} aria-busy=${phase === 'loading'}>
      ${phase === 'loading'
        ? html`<span class="hidden">${this.#localeReady ? this.t('loading') : ''}</span>${this.skeleton()}`
        : phase === 'error'
          ? this.#problem()
          : this.content()}
    </div>`;
  }

  #problem(): TemplateResult {
    const { code } = Object.values(this.#sources)[0]!.value.error!;
    // Without the words for it, those of the page.
    return this.#afterPaint?.problem(this as unknown as AftercartElement, code) ?? html`<slot></slot>`;
  }

  /** @internal How long ago, in words; empty until the code for it is there, in room that is kept for it. */
  ago(then: number): string {
    return this.#afterPaint?.ago(this as unknown as AftercartElement, then) ?? '';
  }

  /** @internal Says how old the data is, in phase `stale`. Elements put it where room is kept for it, so that nothing moves. */
  staleNote(): TemplateResult | string {
    if (this.phase !== 'stale') return '';
    const oldest = Math.min(...Object.values(this.#sources).map((source) => source.value.asOf ?? Infinity));
    return this.#afterPaint?.staleNote(this as unknown as AftercartElement, oldest) ?? '';
  }
}
