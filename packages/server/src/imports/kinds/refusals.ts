import { isAdapterError } from '@aftercart/contract';
import type { Checked, Outcome } from '../types.ts';

/** Writes records one by one. */
export async function writeEach<T>(records: readonly Checked<T>[], write: (value: T) => Promise<'imported' | 'skipped'>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { row, value } of records) outcomes.push(await outcomeOf(row, () => write(value)));
  return outcomes;
}

/** Writes one record; what the server refuses becomes a line of the report. */
async function outcomeOf(row: number, write: () => Promise<'imported' | 'skipped'>): Promise<Outcome> {
  try {
    return await write();
  } catch (error) {
    if (!isAdapterError(error)) throw error;
    return { row, column: null, problem: error.message, mend: 'Change the record, or take it out of the file.' };
  }
}
