/** All that is known of one shopper: told, and forgotten. */
import { v4 as uuid } from 'uuid';
import type { Context } from '../context.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import type { Subject } from './part.ts';
import { PRIVACY_PARTS } from './parts.ts';

async function subjectOf({ db }: Context, shopperId: string): Promise<Subject> {
  const shopper = await findShopper(db, shopperId);
  return { shopperId, emailHash: shopper?.email_hash ?? null, pseudonym: `erased-${uuid()}` };
}

export interface ShopperExport {
  shopperId: string;
  exportedAt: string;
  [part: string]: unknown;
}

/** What every part of the server knows, by the names of the parts (Art. 15 and 20 GDPR). */
export async function exportShopper(context: Context, shopperId: string): Promise<ShopperExport> {
  const subject = await subjectOf(context, shopperId);
  const parts: Record<string, unknown> = {};
  for (const part of PRIVACY_PARTS) parts[part.name] = await part.export(context, subject);
  return { shopperId, exportedAt: context.now.toISOString(), ...parts };
}

/** Makes every part of the server forget the shopper (Art. 17 GDPR). Whoever is not known, or was erased before, is erased as well. */
export async function eraseShopper(context: Context, shopperId: string): Promise<void> {
  const subject = await subjectOf(context, shopperId);
  for (const part of PRIVACY_PARTS) await part.erase(context, subject);
}
