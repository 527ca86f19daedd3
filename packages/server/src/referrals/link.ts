/** The advocate’s own link for each channel. */
import type { ReferralLink } from '@aftercart/contract';
import type { ShopperContext } from '../context.ts';
import { sayMaybe } from '../locale/text.ts';
import { requireMember } from '../shoppers/shoppers.ts';
import { transact } from '../transact.ts';
import { findOwnCode, ownCode } from './codes.ts';
import { readProgram, type ReferralProgramSetup } from './program.ts';

/** The links of a member; nothing while the shop invites nobody. */
export async function link(context: ShopperContext): Promise<ReferralLink | null> {
  const program = await readProgram(context);
  if (!program?.active) return null;
  await requireMember(context);
  // Asking for the link is a read that makes the code once, so that a shop need not know beforehand who will invite.
  const own = (await findOwnCode(context.db, context.shopper.id)) ?? (await transact(context.runtime, (work) => ownCode({ ...context, ...work }, context.shopper.id)));
  return { code: own.code, links: linksOf(program, own.code), message: sayMaybe(program.message, context.locale) ?? null };
}

const linksOf = ({ landingUrl, channels }: ReferralProgramSetup, code: string): ReferralLink['links'] =>
  [...new Set(['direct' as const, ...channels])].map((channel) => ({ channel, url: landingUrl.replaceAll('{code}', code).replaceAll('{channel}', channel) }));
