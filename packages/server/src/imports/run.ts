/** An import: all of a file or nothing of it. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Runtime } from '../context.ts';
import { transactAsSystem } from '../transact.ts';
import { goodRecords, Troubles } from './check.ts';
import { KINDS, type KindName } from './kinds/kinds.ts';
import type { Format } from './read/entries.ts';
import type { Checked, ImportOptions, Trouble } from './types.ts';

/** Records that are written together. */
const BATCH = 500;

export interface ImportReport {
  kind: KindName;
  /** Whether it was only tried: nothing was written. */
  dryRun: boolean;
  /** Records that were written; 0 when anything is wrong. */
  imported: number;
  /** Records that were there already, just so. */
  skipped: number;
  /** How many things are wrong. */
  wrong: number;
  /** The first thousand of them. */
  troubles: Trouble[];
}

export interface ImportRequest extends ImportOptions {
  kind: KindName;
  file: string;
  format: Format;
  dryRun: boolean;
}

/** Carries the result of a transaction that is to be undone. */
class Undone extends Error {}

/** Imports a file in one transaction. With anything wrong in it, or as a dry run, nothing is written. The same file again changes nothing. */
export async function importFile(runtime: Runtime, { kind, file, format, dryRun, history }: ImportRequest): Promise<ImportReport> {
  const report = (counts: { imported: number; skipped: number }, troubles: Troubles): ImportReport => ({ kind, dryRun, ...counts, wrong: troubles.count, troubles: troubles.told });
  // Read through once beforehand: a file with mistakes costs the database nothing, and all of them are told at once.
  const troubles = new Troubles();
  for await (const batch of batches(goodRecords(KINDS[kind], file, format, troubles))) void batch;
  if (troubles.count > 0) return report({ imported: 0, skipped: 0 }, troubles);

  let result: ImportReport | undefined;
  try {
    return await transactAsSystem(runtime, async (context) => {
      const counts = { imported: 0, skipped: 0 };
      const refused = new Troubles();
      for await (const batch of batches(goodRecords(KINDS[kind], file, format, refused))) {
        for (const outcome of await KINDS[kind].write(context, batch, { history })) {
          if (typeof outcome === 'object') refused.add(outcome);
          else counts[outcome] += 1;
        }
      }
      const wrong = refused.count > 0;
      result = report(wrong ? { imported: 0, skipped: 0 } : counts, refused);
      if (wrong || dryRun) throw new Undone();
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return result!;
    throw error;
  }
}

/** Some at a time; between them other requests get their turn. */
async function* batches<T>(records: AsyncIterable<Checked<T>>): AsyncGenerator<Checked<T>[], void, undefined> {
  let batch: Checked<T>[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    await breathe();
  }
  if (batch.length > 0) yield batch;
}
