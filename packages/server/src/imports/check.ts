/** Checking a whole file before anything is written. */
import type { z } from 'zod';
import { FileTrouble } from './read/file-trouble.ts';
import { readEntries, type Format } from './read/entries.ts';
import type { Checked, Column, Entry, Kind, Trouble } from './types.ts';

/** Collects what is wrong; of very many only so many are told. */
export class Troubles {
  static readonly most = 1_000;
  readonly told: Trouble[] = [];
  count = 0;

  add(...troubles: Trouble[]): void {
    this.count += troubles.length;
    this.told.push(...troubles.slice(0, Math.max(0, Troubles.most - this.told.length)));
  }
}

/** Every good record of a file; what is wrong with the others goes to `troubles`. The same file gives the same. */
export async function* goodRecords(kind: Kind, file: string, format: Format, troubles: Troubles): AsyncGenerator<Checked<unknown>, void, undefined> {
  const rows = new Map<string, number>();
  try {
    for await (const entry of readEntries(kind, file, format)) {
      const read = kind.schema.safeParse(entry.value);
      if (entry.trouble) troubles.add(entry.trouble);
      else if (!read.success) troubles.add(...read.error.issues.flatMap((issue) => toTroubles(issue, entry, kind.columns)));
      else if (holdsNul(read.data)) troubles.add({ row: entry.row, column: null, problem: 'A text holds the character U+0000.', mend: 'Take it out.' });
      else {
        const key = kind.key(read.data);
        const earlier = rows.get(key);
        rows.set(key, earlier ?? entry.row);
        if (earlier === undefined) yield { row: entry.row, value: read.data };
        else troubles.add({ row: entry.row, column: null, problem: `${key} is in row ${earlier} already.`, mend: 'Put what belongs together into one record (rows of one order: one below the other), or take one out.' });
      }
    }
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    troubles.add(error.trouble);
  }
}

function toTroubles(issue: z.core.$ZodIssue, { value, place }: Entry, columns: Readonly<Record<string, Column>>): Trouble[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...place([...issue.path, key]), problem: 'There is no such field.', mend: `Rename it or take it out; the columns of CSV are ${Object.keys(columns).join(', ')}.` }));
  }
  const { row, column } = place(issue.path);
  const found = issue.path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);
  const last = [...issue.path].reverse().find((step) => typeof step === 'string' && Object.hasOwn(columns, step)) as string | undefined;
  const mend = last === undefined ? 'See the API’s description.' : `Write ${columns[last]!.hint}.`;
  if (found === undefined) return [{ row, column, problem: 'It is missing.', mend }];
  const shown = typeof found === 'object' ? '' : `“${String(found).slice(0, 60)}”: `;
  return [{ row, column, problem: `${shown}${wordsOf(issue)}.`, mend }];
}

const wordsOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'invalid_type') return issue.message;
  return `must be ${issue.expected === 'number' || issue.expected === 'int' ? 'a whole number' : `of the type ${issue.expected}`}`;
};

const holdsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : value !== null && typeof value === 'object' && Object.values(value).some(holdsNul);
