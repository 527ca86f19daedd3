import type { WithdrawalReceipt } from '@aftercart/contract';

/** The shopper confirmed the declaration of withdrawal; nothing is sent yet. Cancel it to do something else instead. */
export class WithdrawRequestEvent extends Event {
  static readonly type = 'aftercart-withdraw-request';
  readonly orderNumber: string;
  /** Only these items; empty means the whole order. */
  readonly items: readonly string[];
  /** The declaration, word for word. */
  readonly declaration: string;
  constructor(orderNumber: string, items: readonly string[], declaration: string) {
    super(WithdrawRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.orderNumber = orderNumber;
    this.items = items;
    this.declaration = declaration;
  }
}

/** The backend received a withdrawal and gave a receipt. */
export class WithdrawnEvent extends Event {
  static readonly type = 'aftercart-withdrawn';
  readonly receipt: WithdrawalReceipt;
  constructor(receipt: WithdrawalReceipt) {
    super(WithdrawnEvent.type, { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-withdraw-request': WithdrawRequestEvent;
    'aftercart-withdrawn': WithdrawnEvent;
  }
}
