/** What a shopper’s purchases earn is multiplied by. */
import type { Context } from '../../context.ts';
import { findAccount } from '../ledger/find.ts';
import type { ProgramDocument } from '../program-document.ts';
import { standingOf } from './standing.ts';

/** 1 without tiers. For members only: others earn at the plain rate. */
export async function multiplierOf(context: Context, { tiers }: ProgramDocument, shopperId: string): Promise<number> {
  if (!tiers) return 1;
  const { current } = await standingOf(context, tiers, await findAccount(context, shopperId));
  return current?.multiplier ?? 1;
}
