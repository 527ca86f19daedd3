/** Answers to the writes of one shopper, and those of others that tell of the shopper or of the shopper’s orders. */
import { holdsText } from '../../database/contains.ts';
import type { Database } from '../../database/database.ts';
import { ordersOf } from '../../orders/privacy.ts';
import type { PrivacyPart, Subject } from '../../privacy/part.ts';

async function answersOf(db: Database, subject: Subject) {
  const texts = [subject.shopperId, ...(await ordersOf(db, subject)).map(({ number }) => number)];
  const own = `shopper:${subject.shopperId}`;
  const rows = await db
    .selectFrom('idempotency')
    .selectAll()
    .where((eb) => eb.or([eb('scope', '=', own), ...texts.map((text) => holdsText(eb.ref('answer'), text))]))
    .orderBy('created_at')
    .execute();
  return rows.filter(({ scope, answer }) => scope === own || texts.some((text) => tellsOf(answer ?? '', text)));
}

/** An order number also stands within texts, such as a guest’s declaration; where `ER-10` stands, `ER-1` does not. */
function tellsOf(answer: string, text: string): boolean {
  const inside = JSON.stringify(text).slice(1, -1).toLowerCase();
  // In JSON, `\n` before a number is a line break and no letter.
  const [first, ...rest] = answer.toLowerCase().replace(/\\[bfnrt]/g, ' ').split(inside);
  let before = first!;
  for (const after of rest) {
    if (!/[\p{L}\p{N}_-]$/u.test(before) && !/^[\p{L}\p{N}_-]/u.test(after)) return true;
    before = after;
  }
  return false;
}

export const answersPrivacy: PrivacyPart = {
  name: 'answers',
  export: async ({ db }, subject) =>
    (await answersOf(db, subject)).map(({ method, answer, created_at: at }) => ({ method, at, answer: answer === null ? null : (JSON.parse(answer) as unknown) })),
  async erase({ db }, subject) {
    for (const { scope, key } of await answersOf(db, subject)) {
      await db.deleteFrom('idempotency').where('scope', '=', scope).where('key', '=', key).execute();
    }
  },
};
