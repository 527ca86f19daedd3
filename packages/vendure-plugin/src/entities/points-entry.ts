import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

export type EntryKind = 'purchase' | 'sign_up' | 'review' | 'redemption' | 'refund' | 'adjustment';

/** One line of the ledger: only ever added. */
export class AftercartPointsEntry extends VendureEntity {
  declare customerId: ID;
  /** Place in the customer’s ledger, from 1. */
  declare position: number;
  /** Change of the spendable balance. */
  declare delta: number;
  /** Change of the pending points. */
  declare pendingDelta: number;
  declare kind: EntryKind;
  declare description: string | null;
  /** What caused it, such as `order:12`: the same cause counts once. */
  declare source: string;
  /** The award that it began, changed or ended. */
  declare awardId: ID | null;
  declare redemptionId: ID | null;
  /** False for what the ledger needs and nobody needs to see, such as points that became spendable. */
  declare shown: boolean;
  declare time: Date;
}

describeClass(
  AftercartPointsEntry,
  Entity('aftercart_points_entry'),
  Index('aftercart_points_entry_position', ['customerId', 'position'], { unique: true }) as ClassDecorator,
  Index('aftercart_points_entry_source', ['source'], { unique: true }) as ClassDecorator,
);
describeColumns(AftercartPointsEntry, {
  customerId: EntityId(),
  position: Column({ type: Number }),
  delta: Column({ type: Number }),
  pendingDelta: Column({ type: Number }),
  kind: Column({ type: String }),
  description: Column({ type: String, nullable: true }),
  source: Column({ type: String }),
  awardId: EntityId({ nullable: true }),
  redemptionId: EntityId({ nullable: true }),
  shown: Column({ type: Boolean }),
  time: Column({ type: Date }),
});
