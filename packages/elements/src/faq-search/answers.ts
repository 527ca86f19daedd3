/** What is behind the first view: a topic, an open answer with its links, and whether it helped. Loaded with the first click. */
import { isAdapterError, type FaqEntry } from '@aftercart/contract';
import { faqActions } from '@aftercart/core';
import { safeUrl } from '../base/safe-url.ts';
import { html, type TemplateResult } from '../base/template.ts';
import type { answersStrings } from './answers.strings.ts';
import { FaqOpenedEvent, FaqVotedEvent } from './answers.events.ts';
import { LINK, type FaqSearchElement } from './faq-search.ts';

export { Answers as Part };
export { answersStrings as strings } from './answers.strings.ts';
export { answersStyles as styles } from './answers.styles.ts';

/** Who wants more than this of one topic is better off searching. */
const MOST_ENTRIES = 100;

/** What became of a vote. `no` asks what was missing, which is on its way while `telling` and has not arrived when `untold`. */
type Vote = 'sending' | 'failed' | 'thanks' | 'no' | 'telling' | 'untold' | 'sent';

/** The hash that opens an answer. */
export const linkTo = (id: string): string =>
  // Half of a surrogate pair has no encoding.
  LINK + encodeURIComponent(id.replace(/\p{Cs}/gu, ''));

export class Answers {
  readonly #host: FaqSearchElement;
  readonly #open = new Set<string>();
  /** What is shown instead of all topics: those entries, under this name. */
  #topic: { name: string; includes: (entry: FaqEntry) => boolean } | undefined;
  readonly #votes = new Map<string, Vote>();
  /** What was missing, as it is written; kept until it is sent. */
  readonly #comments = new Map<string, string>();
  /** Answers in HTML, made safe; by their source, so that a changed answer is made anew. */
  readonly #rich = new Map<string, HTMLElement | undefined>();
  #canVote = false;
  /** Whether all topics are shown, more than there is room kept for. */
  unfolded = false;

  constructor(host: FaqSearchElement) {
    this.#host = host;
    this.forget();
    if (host.items.some(({ format }) => format === 'html')) void host.lazy(() => import('./sanitise.ts'));
  }

  /** Forgets what a shopper read and said; another shop may have come. */
  forget(): void {
    this.#votes.clear();
    this.#comments.clear();
    this.#open.clear();
    this.#topic = undefined;
    this.#canVote = false;
    this.#host.guarded(async () => {
      const adapter = await this.#host.currentShop?.adapter();
      this.#canVote = !!adapter?.faq?.vote;
      this.#host.requestUpdate();
    })(undefined);
  }

  /** An answer was opened or closed, by the shopper or by us. */
  toggle(id: string, { isConnected, open }: { isConnected: boolean; open: boolean }): void {
    // The news that it opened may come when it is gone already.
    if (!isConnected || open === this.#open.has(id)) return;
    if (open) {
      this.#open.add(id);
      this.#host.dispatchEvent(new FaqOpenedEvent(id));
    } else this.#open.delete(id);
    this.#host.requestUpdate();
  }

  /** Shows one topic, with the focus on its name; without an id all topics, which need more than there is room kept for. */
  async browse(name: string, id?: string): Promise<void> {
    if (id === undefined) {
      this.unfolded = true;
      this.#host.requestUpdate();
    } else {
      this.#topic = { name, includes: ({ category }) => category?.id === id };
      await this.#goTo('[part=title]');
    }
  }

  /** Shows what a hash leads to, if that is an answer. */
  async showLinked(hash: string): Promise<void> {
    const linked = this.#host.items.find(({ id }) => linkTo(id) === hash);
    if (linked) await this.show(linked.id);
  }

  /** Shows one entry, open. */
  async show(id: string): Promise<void> {
    this.#host.query = '';
    this.#topic = { name: '', includes: (entry) => entry.id === id };
    this.toggle(id, { isConnected: true, open: true });
    await this.#goTo('summary');
  }

  leaveTopic(): void {
    this.#topic = undefined;
  }

  async #goTo(selector: string): Promise<void> {
    const { renderRoot } = this.#host;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const element = renderRoot.querySelector<HTMLElement>(selector);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  /** The topic that is shown, if one is. */
  renderTopic(): TemplateResult | undefined {
    const topic = this.#topic;
    if (!topic) return undefined;
    const host = this.#host;
    const back = host.guarded(() => {
      this.leaveTopic();
      return this.#goTo('.list :is(button, summary)');
    });
    return html`<button part="back" class="plain back" @click=${back}>${host.t('topics')}</button>
      ${topic.name ? html`<h2 part="title" tabindex="-1">${topic.name}</h2>` : ''}
      <ul class="list">
        ${host.items.filter(topic.includes).slice(0, MOST_ENTRIES).map((entry) => host.row(entry))}
      </ul>`;
  }

  #t(key: keyof typeof answersStrings): string {
    return this.#host.t(key as never);
  }

  #text({ answer, format }: FaqEntry): TemplateResult {
    if (format !== 'html') return html`<div part="text" class="text">${answer}</div>`;
    if (!this.#rich.has(answer)) {
      this.#rich.set(answer, undefined);
      void this.#sanitise(answer);
    }
    return html`<div part="text" class="text rich">${this.#rich.get(answer)}</div>`;
  }

  async #sanitise(answer: string): Promise<void> {
    const found = await this.#host.lazy(() => import('./sanitise.ts'));
    if (found) this.#rich.set(answer, found.sanitise(answer));
    else this.#rich.delete(answer);
    this.#host.requestUpdate();
  }

  async #vote(entryId: string, helpful: boolean, comment?: string): Promise<void> {
    const host = this.#host;
    const before = this.#votes.get(entryId);
    if (before === 'sending' || before === 'telling') return;
    const shop = host.currentShop!;
    const shopper = shop.sessionSignal();
    const set = (vote: Vote) => {
      // Another shopper has come: what this one said is forgotten.
      if (shopper !== host.currentShop?.sessionSignal()) return;
      this.#votes.set(entryId, vote);
      if (vote === 'sent') this.#comments.delete(entryId);
      host.requestUpdate();
    };
    set(comment ? 'telling' : 'sending');
    try {
      await faqActions(shop, host.locale).vote({ entryId, helpful, ...(comment && { comment }) });
    } catch (error) {
      set(comment ? 'untold' : 'failed');
      if (!isAdapterError(error)) throw error;
      return;
    }
    set(helpful ? 'thanks' : comment ? 'sent' : 'no');
    if (!comment) host.dispatchEvent(new FaqVotedEvent(entryId, helpful));
    await this.#follow(entryId);
  }

  /** Draws what follows a vote, with the focus on it. */
  async #follow(id: string): Promise<void> {
    const { renderRoot } = this.#host;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    renderRoot.querySelector<HTMLElement>(`[data-vote="${CSS.escape(id)}"]`)?.focus();
  }

  #voting({ id }: FaqEntry): TemplateResult | string {
    const vote = this.#votes.get(id);
    if (!this.#canVote) return '';
    if (vote === 'thanks' || vote === 'sent') {
      return html`<p part="vote" class="vote" role="status" tabindex="-1" data-vote=${id}>${this.#t(vote)}</p>`;
    }
    const busy = vote === 'sending' || vote === 'telling';
    if (vote === 'no' || vote === 'telling' || vote === 'untold') return this.#asking(id, busy, vote === 'untold');
    const cast = (helpful: boolean) => this.#host.guarded(() => this.#vote(id, helpful));
    return html`<div part="vote" class="vote" role="group" aria-label=${this.#t('helpful')}>
      <span>${this.#t('helpful')}</span>
      <button part="yes" class="yesno" aria-disabled=${busy} @click=${cast(true)}>${this.#t('yes')}</button>
      <button part="no" class="yesno" aria-disabled=${busy} @click=${cast(false)}>${this.#t('no')}</button>
      <span role="status">${vote === 'failed' ? this.#t('voteFailed') : ''}</span>
    </div>`;
  }

  #asking(id: string, busy: boolean, hasFailed: boolean): TemplateResult {
    const words = this.#comments.get(id) ?? '';
    // Several answers may ask at once.
    const field = `comment-${id}`;
    const write = ({ target }: Event) => {
      this.#comments.set(id, (target as HTMLTextAreaElement).value);
      // What is drawn must be known as it is: another answer may come into this place.
      this.#host.requestUpdate();
    };
    const send = this.#host.guarded((event: Event) => {
      event.preventDefault();
      const comment = (this.#comments.get(id) ?? '').trim();
      if (comment) return this.#vote(id, false, comment);
      this.#votes.set(id, 'sent');
      return this.#follow(id);
    });
    return html`<form part="vote" class="vote comment" aria-busy=${busy} @submit=${send}>
      <label for=${field}>${this.#t('missing')}</label>
      <textarea
        part="comment" id=${field} maxlength="2000" ?readonly=${busy} data-vote=${id} .value=${words} @input=${write}
      ></textarea>
      <p class="failed" role="alert">${hasFailed ? this.#t('voteFailed') : ''}</p>
      <button part="send" aria-disabled=${busy}>${this.#t('send')}</button>
    </form>`;
  }

  /** An answer that is open. */
  render(entry: FaqEntry): TemplateResult | undefined {
    if (!this.#open.has(entry.id)) return undefined;
    const page = safeUrl(entry.url);
    // What only a search of the backend finds is not there for a link. Beside a <base>, a bare hash would lead to another page.
    const here = this.#host.items.some(({ id }) => id === entry.id) && location.href.split('#')[0]! + linkTo(entry.id);
    return html`<div part="answer" class="answer">
      ${this.#text(entry)}
      ${page || here
        ? html`<p part="links" class="links">
            ${page ? html`<a href=${page}>${this.#t('page')}</a>` : ''}${here ? html`<a href=${here}>${this.#t('link')}</a>` : ''}
          </p>`
        : ''}
      ${this.#voting(entry)}
    </div>`;
  }
}
