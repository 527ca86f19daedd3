/** What a merchant sets up as a whole: programs, policies, contact. Each kind is one document with its own schema. */
import { AdapterError } from '@aftercart/contract';
import type { z } from 'zod';
import type { Context } from '../context.ts';

/** A kind of document: its name, and what it must look like. */
export interface DocumentKind<T> {
  name: string;
  schema: z.ZodType<T>;
}

export interface Document<T> {
  body: T;
  /** Counts up with each change; pass it back so that nobody else’s change is overwritten. */
  version: number;
}

// Parsing the same program for every request costs more than reading it. Keyed by the text itself, so it can’t be stale.
const parsed = new WeakMap<DocumentKind<unknown>, { text: string; body: unknown }>();

/** The document, or nothing when the merchant has set none up. */
export async function readDocument<T>({ db }: Pick<Context, 'db'>, kind: DocumentKind<T>): Promise<Document<T> | undefined> {
  const row = await db.selectFrom('documents').select(['body', 'version']).where('kind', '=', kind.name).executeTakeFirst();
  if (!row) return undefined;
  const known = parsed.get(kind);
  if (known?.text === row.body) return { body: known.body as T, version: row.version };
  const body = kind.schema.parse(JSON.parse(row.body));
  parsed.set(kind, { text: row.body, body });
  return { body, version: row.version };
}

/**
 * Replaces the document.
 *
 * @param expected Version that the change was made from; 0 for a first one, left out to overwrite whatever is there.
 * @throws AdapterError CONFLICT when somebody else changed it meanwhile.
 */
export async function writeDocument<T>({ db, now }: Pick<Context, 'db' | 'now'>, kind: DocumentKind<T>, body: T, expected?: number): Promise<Document<T>> {
  const values = { body: JSON.stringify(body), updated_at: now.toISOString() };
  const made = await db
    .insertInto('documents')
    .values({ kind: kind.name, version: 1, ...values })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet((eb) => ({ ...values, version: eb('documents.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow();
  if (expected !== undefined && made.version !== expected + 1) {
    throw new AdapterError('CONFLICT', `\`${kind.name}\` was changed by somebody else: it is at version ${made.version - 1}, not ${expected}. Read it again.`);
  }
  return { body, version: made.version };
}
