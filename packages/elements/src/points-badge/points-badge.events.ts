import type { Redemption, Reward } from '@aftercart/contract';

/** The shopper confirmed a redemption. Cancel it to do something else instead. */
export class RedeemRequestEvent extends Event {
  static readonly type = 'aftercart-redeem-request';
  readonly reward: Reward;
  /** How many points, for a reward of variable cost. */
  readonly points: number | undefined;
  constructor(reward: Reward, points: number | undefined) {
    super(RedeemRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.reward = reward;
    this.points = points;
  }
}

/** The backend redeemed a reward. */
export class RedeemedEvent extends Event {
  static readonly type = 'aftercart-redeemed';
  readonly redemption: Redemption;
  constructor(redemption: Redemption) {
    super(RedeemedEvent.type, { bubbles: true, composed: true });
    this.redemption = redemption;
  }
}

/** The backend gave the points of a redemption back. */
export class RevokedEvent extends Event {
  static readonly type = 'aftercart-revoked';
  readonly redemption: Redemption;
  constructor(redemption: Redemption) {
    super(RevokedEvent.type, { bubbles: true, composed: true });
    this.redemption = redemption;
  }
}

/** The shopper became a member. */
export class EnrolledEvent extends Event {
  static readonly type = 'aftercart-enrolled';
  constructor() {
    super(EnrolledEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-redeem-request': RedeemRequestEvent;
    'aftercart-redeemed': RedeemedEvent;
    'aftercart-revoked': RevokedEvent;
    'aftercart-enrolled': EnrolledEvent;
  }
}
