/** Topics are named after shoppers. */
import type { PrivacyPart } from '../privacy/part.ts';
import { parcelsTopic, pointsTopic } from './topics.ts';

const topicsOf = (shopperId: string): string[] => [pointsTopic(shopperId), parcelsTopic({ shopper_id: shopperId, number: '' })];

export const livePrivacy: PrivacyPart = {
  name: 'live',
  export: ({ db }, { shopperId }) => db.selectFrom('topics').selectAll().where('topic', 'in', topicsOf(shopperId)).execute(),
  erase: async ({ db }, { shopperId }) => void (await db.deleteFrom('topics').where('topic', 'in', topicsOf(shopperId)).execute()),
};
