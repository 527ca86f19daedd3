import type { ContactInfo } from '@aftercart/contract';

export type ContactKind = ContactInfo['channels'][number]['kind'];

/** The shopper chose a way to reach people. Cancel it to do something else instead, such as to open a chat. */
export class ContactRequestEvent extends Event {
  static readonly type = 'aftercart-contact-request';
  readonly kind: ContactKind;
  /** Where the link leads, with the query in it. */
  readonly url: string;
  /** What is in the search box. */
  readonly query: string;
  constructor(kind: ContactKind, url: string, query: string) {
    super(ContactRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.kind = kind;
    this.url = url;
    this.query = query;
  }
}
