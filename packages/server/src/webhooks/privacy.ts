/** Events that tell of one shopper. */
import type { Database } from '../database/database.ts';
import { holdsText } from '../database/contains.ts';
import type { PrivacyPart } from '../privacy/part.ts';

async function eventsOf(db: Database, shopperId: string) {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where((eb) => holdsText(eb.ref('body'), shopperId))
    .orderBy('created_at')
    .execute();
  return rows.filter(({ body }) => body.includes(JSON.stringify(shopperId)));
}

export const webhooksPrivacy: PrivacyPart = {
  name: 'webhooks',
  export: async ({ db }, { shopperId }) => (await eventsOf(db, shopperId)).map(({ body }) => JSON.parse(body) as unknown),
  /** What was told is forgotten. What is still to be told, such as a withdrawal, is told of nobody in particular. */
  async erase({ db }, { shopperId, pseudonym }) {
    for (const { id, body, delivered_at: delivered } of await eventsOf(db, shopperId)) {
      if (delivered) await db.deleteFrom('outbox').where('id', '=', id).execute();
      else await db.updateTable('outbox').set({ body: renamed(body, shopperId, pseudonym) }).where('id', '=', id).execute();
    }
  },
};

const renamed = (json: string, from: string, to: string): string => JSON.stringify(JSON.parse(json, (_, value: unknown) => (value === from ? to : value)));
