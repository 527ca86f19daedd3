import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

/** A reward that a customer took. */
export class AftercartRedemption extends VendureEntity {
  declare customerId: ID;
  declare rewardId: string;
  /** Name of the reward at that time. */
  declare title: string;
  declare pointsSpent: number;
  declare fulfilment: 'issued' | 'cancelled';
  /** What the customer enters at the checkout. */
  declare code: string;
  /** The promotion that was made for it; null for a code of a pool. */
  declare promotionId: ID | null;
  declare expiresAt: Date | null;
  declare time: Date;
}

describeClass(AftercartRedemption, Entity('aftercart_redemption'), Index('aftercart_redemption_customer', ['customerId', 'rewardId']) as ClassDecorator);
describeColumns(AftercartRedemption, {
  customerId: EntityId(),
  rewardId: Column({ type: String }),
  title: Column({ type: String, length: 300 }),
  pointsSpent: Column({ type: Number }),
  fulfilment: Column({ type: String }),
  code: Column({ type: String }),
  promotionId: EntityId({ nullable: true }),
  expiresAt: Column({ type: Date, nullable: true }),
  time: Column({ type: Date }),
});
