import { VendureEntity } from '@vendure/core';
import { Column, Entity, Index } from 'typeorm';
import { describeClass, describeColumns } from '../decorate.ts';

/** A code that the shop made beforehand; each is given out once. */
export class AftercartPoolCode extends VendureEntity {
  /** Which rewards it is for. */
  declare pool: string;
  declare code: string;
  /** When it was given out. It stays given when the redemption is revoked, since somebody has seen it. */
  declare takenAt: Date | null;
}

describeClass(
  AftercartPoolCode,
  Entity('aftercart_pool_code'),
  Index('aftercart_pool_code_code', ['code'], { unique: true }) as ClassDecorator,
  Index('aftercart_pool_code_free', ['pool', 'takenAt']) as ClassDecorator,
);
describeColumns(AftercartPoolCode, { pool: Column({ type: String }), code: Column({ type: String }), takenAt: Column({ type: Date, nullable: true }) });
