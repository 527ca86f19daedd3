import type { Type, VendureEntity } from '@vendure/core';
import { AftercartAct } from './act.ts';
import { AftercartMember } from './member.ts';
import { AftercartPointsAward } from './points-award.ts';
import { AftercartPointsEntry } from './points-entry.ts';
import { AftercartPoolCode } from './pool-code.ts';
import { AftercartRedemption } from './redemption.ts';
import { AftercartReview } from './review.ts';

const all = [AftercartAct, AftercartMember, AftercartPointsAward, AftercartPointsEntry, AftercartPoolCode, AftercartRedemption, AftercartReview];

/** All tables of the plugin. Only TypeORM makes rows: a `VendureEntity` has no constructor for others. */
export const ENTITIES = all as unknown as Type<VendureEntity>[];
