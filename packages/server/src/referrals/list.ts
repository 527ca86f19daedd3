/** An advocate’s friends. */
import type { Referral } from '@aftercart/contract';
import { cutPage, DEFAULT_PAGE, decodeCursor, isBefore } from '../database/page.ts';
import type { ServedReferrals } from '../services.ts';
import { sayOffer } from './program.ts';
import { promisedOf } from './state.ts';
import type { ReferralRow } from './tables.ts';

/** The shopper’s own friends, newest first, each by a masked label. */
export const listOwn: ServedReferrals['list'] = async ({ cursor, limit }, { db, shopper, locale }) => {
  const wanted = limit ?? DEFAULT_PAGE;
  const rows = await db
    .selectFrom('referrals')
    .selectAll()
    .where('advocate_id', '=', shopper.id)
    .where(isBefore(decodeCursor(cursor)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted + 1)
    .execute();
  const page = cutPage(rows, wanted);
  return { items: page.rows.map((row) => sayReferral(row, locale)), nextCursor: page.nextCursor };
};

const sayReferral = (row: ReferralRow, locale: string): Referral => ({
  id: row.id,
  friend: row.friend_label,
  status: row.status,
  reason: row.reason as Referral['reason'],
  createdAt: row.created_at,
  availableAt: row.available_at,
  offer: sayOffer(promisedOf(row).advocateOffer, locale),
});
