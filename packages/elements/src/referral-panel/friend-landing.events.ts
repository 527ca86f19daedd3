import type { ReferralClaim } from '@aftercart/contract';

/** The friend asked for the offer. Cancel it to do something else instead. */
export class ClaimRequestEvent extends Event {
  static readonly type = 'aftercart-claim-request';
  /** Code of the advocate. */
  readonly code: string;
  /** E-mail that the friend typed. */
  readonly email: string;
  constructor(code: string, email: string) {
    super(ClaimRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.code = code;
    this.email = email;
  }
}

/** The backend gave the friend the offer, or will after a look at it. */
export class ClaimedEvent extends Event {
  static readonly type = 'aftercart-claimed';
  readonly claim: ReferralClaim;
  constructor(claim: ReferralClaim) {
    super(ClaimedEvent.type, { bubbles: true, composed: true });
    this.claim = claim;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-claim-request': ClaimRequestEvent;
    'aftercart-claimed': ClaimedEvent;
  }
}
