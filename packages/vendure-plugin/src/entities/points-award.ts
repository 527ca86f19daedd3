import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';
import type { EntryKind } from './points-entry.ts';

/** Points that were earned together: pending until a day, then spendable; or void, when their cause was undone before. */
export class AftercartPointsAward extends VendureEntity {
  declare customerId: ID;
  /** What they were earned with, such as `order:12`; unique. */
  declare source: string;
  declare kind: EntryKind;
  declare description: string | null;
  declare points: number;
  /** How many of them were taken back. */
  declare takenBack: number;
  declare status: 'pending' | 'approved' | 'void';
  /** What pending ones wait for. */
  declare reason: 'delivery' | 'return_window' | 'moderation' | null;
  /** When pending ones become spendable; null while nobody knows. */
  declare availableAt: Date | null;
}

describeClass(
  AftercartPointsAward,
  Entity('aftercart_points_award'),
  Index('aftercart_points_award_source', ['source'], { unique: true }) as ClassDecorator,
  Index('aftercart_points_award_due', ['customerId', 'status']) as ClassDecorator,
);
describeColumns(AftercartPointsAward, {
  customerId: EntityId(),
  source: Column({ type: String }),
  kind: Column({ type: String }),
  description: Column({ type: String, nullable: true }),
  points: Column({ type: Number }),
  takenBack: Column({ type: Number, default: 0 }),
  status: Column({ type: String }),
  reason: Column({ type: String, nullable: true }),
  availableAt: Column({ type: Date, nullable: true }),
});
