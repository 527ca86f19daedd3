/** The events of this element. Each comes with the part that fires it. */
import type { FaqOpenedEvent, FaqVotedEvent } from './answers.events.ts';
import type { ContactRequestEvent } from './contact.events.ts';
import type { FaqSearchedEvent } from './searching.events.ts';

export type { ContactRequestEvent, FaqOpenedEvent, FaqSearchedEvent };

declare global {
  interface HTMLElementEventMap {
    'aftercart-faq-searched': FaqSearchedEvent;
    'aftercart-faq-opened': FaqOpenedEvent;
    'aftercart-faq-voted': FaqVotedEvent;
    'aftercart-contact-request': ContactRequestEvent;
  }
}
