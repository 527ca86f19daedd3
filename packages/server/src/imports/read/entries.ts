/** Records of a file of either format. */
import type { CellRow, Column, Entry, Kind } from '../types.ts';
import { readCsv } from './csv.ts';
import { readJsonList } from './json.ts';

export type Format = 'csv' | 'json';

/** @throws FileTrouble */
export async function* readEntries(kind: Kind, file: string, format: Format): AsyncGenerator<Entry, void, undefined> {
  if (format === 'csv') return yield* (kind.gather ?? oneEach)(readCsv(file, kind.columns), kind.columns);
  for await (const { row, value } of readJsonList(file)) yield { row, value, place: (path) => ({ row, column: path.join('.') || null }) };
}

async function* oneEach(rows: AsyncIterable<CellRow>, columns: Readonly<Record<string, Column>>): AsyncGenerator<Entry, void, undefined> {
  for await (const { row, cells, trouble } of rows) {
    yield { row, value: valuesOf(cells, columns), trouble, place: ([column]) => ({ row, column: column === undefined ? null : String(column) }) };
  }
}

/** What the cells say, by the names of their columns. */
export const valuesOf = (cells: Readonly<Record<string, string>>, columns: Readonly<Record<string, Column>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, columns[name]!.read(cell)]));
