/** The states of every element; each is a custom state for `:state()`. */
export type Phase = 'loading' | 'ready' | 'empty' | 'guest' | 'stale' | 'error' | 'unsupported';

/** The element is in another state now. */
export class AftercartStateEvent extends Event {
  static readonly type = 'aftercart-state';
  constructor(state: Phase) {
    super(AftercartStateEvent.type, { bubbles: true, composed: true });
    this.state = state;
  }
  declare readonly state: Phase;
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-state': AftercartStateEvent;
  }
}
