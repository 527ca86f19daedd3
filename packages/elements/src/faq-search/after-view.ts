/**
 * What comes right after the first view, by itself: the ways to reach people, whose hours need times formatted; links to an answer; and what
 * is said about hits.
 */
import type { TemplateResult } from '../base/template.ts';
import { afterViewStyles } from './after-view.styles.ts';
import { aroundHitsStrings } from './around-hits.strings.ts';
import { AroundHits } from './around-hits.ts';
import { contactStrings } from './contact.strings.ts';
import { contactStyles } from './contact.styles.ts';
import { Contact } from './contact.ts';
import { DeepLinks } from './deep-links.ts';
import type { FaqSearchElement } from './faq-search.ts';

export const strings = { ...contactStrings, ...aroundHitsStrings };
export const styles: string = afterViewStyles + contactStyles;

export class Part {
  readonly hits: AroundHits;
  readonly #contact: Contact;
  readonly #links: DeepLinks;

  constructor(host: FaqSearchElement) {
    this.hits = new AroundHits(host);
    this.#contact = new Contact(host);
    this.#links = new DeepLinks(host);
  }

  /** Under the answers. */
  render(): TemplateResult | string {
    this.#links.follow();
    return this.#contact.render();
  }

  /** The element has left the page; what comes back is drawn again. */
  leave(): void {
    this.#contact.leave();
    this.#links.leave();
  }
}
