import { hold, type Rule } from './rule.ts';

/** The friend’s e-mail differs from that of an earlier friend of the same advocate only by digits, dots, dashes or the provider. */
export const similarFriends: Rule = async ({ context: { db }, code, stemHash }) => {
  if (!stemHash) return undefined;
  const alike = await db.selectFrom('referrals').select('id').where('advocate_id', '=', code.shopper_id).where('friend_stem_hash', '=', stemHash).executeTakeFirst();
  return alike && hold('similar-friends', `The e-mail is like that of another friend of this advocate (referral ${alike.id}).`, { self: false });
};
