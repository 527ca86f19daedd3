// The events of the withdrawal come with it, when it is opened.
export type { WithdrawnEvent, WithdrawRequestEvent } from './withdrawal.events.ts';

/** The shopper opened or closed the details. */
export class DetailsToggleEvent extends Event {
  static readonly type = 'aftercart-details-toggle';
  /** Whether they are open now. */
  readonly open: boolean;
  constructor(open: boolean) {
    super(DetailsToggleEvent.type, { bubbles: true, composed: true });
    this.open = open;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-details-toggle': DetailsToggleEvent;
  }
}
