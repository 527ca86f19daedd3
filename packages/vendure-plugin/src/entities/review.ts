import type { Review, ReviewRequest } from '@aftercart/contract';
import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

/** What a customer says of a line of a delivered order; one for each line. */
export class AftercartReview extends VendureEntity {
  declare customerId: ID;
  declare orderLineId: ID;
  declare productId: ID;
  /** 1 to 5. */
  declare rating: number;
  declare title: string | null;
  declare body: string | null;
  declare displayName: string | null;
  declare aspects: NonNullable<Review['aspects']>;
  declare status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  /** Why it was rejected, for the customer. */
  declare reason: string | null;
  /** Whether something was given for it; said wherever it is shown. */
  declare incentivised: boolean;
  /** What was promised and shown when it was submitted; null when nothing was. */
  declare incentive: NonNullable<ReviewRequest['incentive']> | null;
  /** How many rewards were promised for it, one after the other came to nothing. */
  declare awards: number;
  declare submittedAt: Date;
}

describeClass(
  AftercartReview,
  Entity('aftercart_review'),
  Index('aftercart_review_line', ['orderLineId'], { unique: true }) as ClassDecorator,
  Index('aftercart_review_customer', ['customerId']) as ClassDecorator,
  Index('aftercart_review_status', ['status']) as ClassDecorator,
);
describeColumns(AftercartReview, {
  customerId: EntityId(),
  orderLineId: EntityId(),
  productId: EntityId(),
  rating: Column({ type: Number }),
  title: Column({ type: String, length: 300, nullable: true }),
  body: Column({ type: 'text', nullable: true }),
  displayName: Column({ type: String, nullable: true }),
  aspects: Column('simple-json'),
  status: Column({ type: String }),
  reason: Column({ type: 'text', nullable: true }),
  incentivised: Column({ type: Boolean }),
  incentive: Column({ type: 'simple-json', nullable: true }),
  awards: Column({ type: Number }),
  submittedAt: Column({ type: Date }),
});
