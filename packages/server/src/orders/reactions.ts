/** What the parts of the server do when something happens to an order, in the transaction in which it happens. */
import type { Context } from '../context.ts';
import type { OrderRow } from './tables.ts';

interface Refund {
  /** What is given back, in minor units of the order’s currency. */
  amount: number;
  /** Names this refund among those of the order. */
  id: string;
}

/** Each must be idempotent: an event that is told twice has one effect. */
export interface OrderReactions {
  paid?(context: Context, order: OrderRow): Promise<void>;
  delivered?(context: Context, order: OrderRow): Promise<void>;
  refunded?(context: Context, order: OrderRow, refund: Refund): Promise<void>;
  cancelled?(context: Context, order: OrderRow): Promise<void>;
}
