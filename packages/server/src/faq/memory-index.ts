/**
 * The index of a language, kept in the memory of the process. It is made when it is first asked for, and brought up to date when the locale’s
 * version in the database says that something changed: reading one number for each search keeps all processes exact.
 */
import { createFaqIndex, type FaqIndex } from '@aftercart/faq-index';
import type { FaqEntry } from '@aftercart/contract';
import type { Runtime } from '../context.ts';
import { readEntries } from './entries.ts';

export interface Kept {
  version: number;
  index: FaqIndex;
  entries: Map<string, FaqEntry>;
}

interface Held extends Kept {
  /** As they are in the database. */
  synonyms: string;
  /** Version with which each entry last changed. */
  changes: Map<string, number>;
}

/** Of the entries that may have changed for the rest to be worth keeping. */
const MOST_CHANGED = 0.25;

const indexes = new WeakMap<Runtime, Map<string, Held>>();
const renewals = new WeakMap<Runtime, Map<string, Promise<void>>>();

function of<V>(kept: WeakMap<Runtime, Map<string, V>>, runtime: Runtime): Map<string, V> {
  let known = kept.get(runtime);
  if (!known) kept.set(runtime, (known = new Map()));
  return known;
}

/** The index of a locale, at least as new as `version`. */
export async function indexOf(runtime: Runtime, locale: string, version: number): Promise<Kept> {
  for (;;) {
    const held = of(indexes, runtime).get(locale);
    if (held && held.version >= version) return held;
    const running = of(renewals, runtime);
    let renewal = running.get(locale);
    if (!renewal) {
      renewal = renew(runtime, locale).finally(() => running.delete(locale));
      running.set(locale, renewal);
    }
    await renewal;
  }
}

/** Gives back the memory, such as when there are too many entries for it. */
export const forgetIndex = (runtime: Runtime, locale: string): void => void of(indexes, runtime).delete(locale);

async function renew(runtime: Runtime, locale: string): Promise<void> {
  const { db } = runtime.store;
  const held = of(indexes, runtime);
  const before = held.get(locale);
  // The version first: what is written meanwhile makes it older than it is, never newer.
  const { version, synonyms } = await db.selectFrom('faq_locales').select(['version', 'synonyms']).where('locale', '=', locale).executeTakeFirstOrThrow();
  const rows = await db.selectFrom('faq_entries').select(['id', 'change']).where('locale', '=', locale).orderBy('position').orderBy('number').execute();
  const changes = new Map(rows.map(({ id, change }) => [id, change]));
  const changed = before && before.synonyms === synonyms ? differences(before.changes, changes) : undefined;
  // While it changes nobody may take it for finished; and if it fails half way, it is made anew.
  held.delete(locale);
  if (!before || !changed || changed.length > changes.size * MOST_CHANGED) {
    const entries = await readEntries(db, locale, [...changes.keys()]);
    const index = await createFaqIndex(entries, { locale, synonyms: JSON.parse(synonyms) as string[][] });
    held.set(locale, { version, synonyms, changes, index, entries: new Map(entries.map((entry) => [entry.id, entry])) });
    return;
  }
  const { index, entries } = before;
  const gone = changed.filter((id) => !changes.has(id));
  const fresh = await readEntries(db, locale, changed.filter((id) => changes.has(id)));
  index.remove(gone);
  for (const id of gone) entries.delete(id);
  await index.add(fresh);
  for (const entry of fresh) entries.set(entry.id, entry);
  held.set(locale, { version, synonyms, changes, index, entries });
}

/** Entries that were added, changed or removed. */
function differences(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  const changed: string[] = [];
  for (const [id, change] of after) if (before.get(id) !== change) changed.push(id);
  for (const id of before.keys()) if (!after.has(id)) changed.push(id);
  return changed;
}
