import { EntityId, VendureEntity, type ID } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

/** A write that was done, and its answer: the same key again is the same act. */
export class AftercartAct extends VendureEntity {
  declare customerId: ID;
  /** The idempotency key. */
  declare key: string;
  /** What was asked under it. */
  declare fingerprint: string;
  /** JSON. */
  declare answer: string;
  declare time: Date;
}

describeClass(AftercartAct, Entity('aftercart_act'), Index('aftercart_act_key', ['customerId', 'key'], { unique: true }) as ClassDecorator);
describeColumns(AftercartAct, { customerId: EntityId(), key: Column({ type: String }), fingerprint: Column({ type: String }), answer: Column('text'), time: Column({ type: Date }) });
