/** What a shopper may review now, and has reviewed. */
import type { ServedReviews } from '../services.ts';
import { hasRoom, incentiveOf } from './incentive.ts';
import { openLines, ownLines } from './lines.ts';
import { sayIncentive, sayRequest } from './say.ts';
import { readSettings } from './settings.ts';

/** Of the contract. */
const MOST = 100;

export const requests: ServedReviews['requests'] = async (_, context) => {
  const { db, shopper, locale } = context;
  const settings = await readSettings(context);
  const open = await openLines(context, settings, MOST);
  const reviews = await db.selectFrom('reviews').selectAll().where('shopper_id', '=', shopper.id).orderBy('created_at', 'desc').orderBy('id').limit(MOST - open.length).execute();
  const lines = new Map((await ownLines(context, reviews.map((row) => row.order_line_id))).map((line) => [line.id, line]));
  const offered = settings.incentive && (await hasRoom(context, settings.incentive, shopper.id)) ? sayIncentive(settings.incentive, locale) : null;
  return {
    items: [
      ...open.map((line) => sayRequest(line, settings, offered, undefined, locale)),
      ...reviews.flatMap((row) => {
        const line = lines.get(row.order_line_id);
        return line ? [sayRequest(line, settings, incentiveOf(row)?.shown ?? null, row, locale)] : [];
      }),
    ],
  };
};
