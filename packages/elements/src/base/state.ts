/** The states of every element; each is a custom state for `:state()`. */
export const PHASES = ['loading', 'ready', 'empty', 'guest', 'stale', 'error', 'unsupported'] as const;
export type Phase = (typeof PHASES)[number];

/** The element is in another state now. */
export class AftercartStateEvent extends Event {
  static readonly type = 'aftercart-state';
  constructor(state: Phase) {
    super(AftercartStateEvent.type, { bubbles: true, composed: true });
    this.state = state;
  }
  readonly state: Phase;
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-state': AftercartStateEvent;
  }
}
