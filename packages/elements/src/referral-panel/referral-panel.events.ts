/** The link is on the clipboard. */
export class LinkCopiedEvent extends Event {
  static readonly type = 'aftercart-link-copied';
  readonly url: string;
  constructor(url: string) {
    super(LinkCopiedEvent.type, { bubbles: true, composed: true });
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-link-copied': LinkCopiedEvent;
  }
}
