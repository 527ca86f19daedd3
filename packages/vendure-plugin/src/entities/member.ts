import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

/** A customer who has joined, and the sums of the ledger, kept with it in one transaction so that reading costs one row. */
export class AftercartMember extends VendureEntity {
  declare customerId: ID;
  /** Sum of `delta`. Below zero is a debt, after a refund of what was spent. */
  declare balance: number;
  /** Sum of `pendingDelta`. */
  declare pending: number;
  /** Points that ever became spendable, less what refunds took back. */
  declare lifetime: number;
  /** Points ever redeemed, less what was given back. */
  declare spent: number;
  /** Counts up with each entry. To change it is to hold the account: others wait until the transaction ends. */
  declare changes: number;
}

const sum = () => Column({ type: Number, default: 0 });

describeClass(AftercartMember, Entity('aftercart_member'));
describeColumns(AftercartMember, { customerId: EntityId(), balance: sum(), pending: sum(), lifetime: sum(), spent: sum(), changes: sum() });
describeColumns(AftercartMember, { customerId: Index('aftercart_member_customer', { unique: true }) });
