/** Both engines take only so many parameters in a statement: SQLite 32,766, PostgreSQL 65,535. */
const MOST_ROWS = 1_000;

export async function insertInParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) await insert(rows.slice(start, start + MOST_ROWS));
}
