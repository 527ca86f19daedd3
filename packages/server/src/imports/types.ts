/** What is imported, and what is said of it. */
import type { z } from 'zod';
import type { Context } from '../context.ts';

/** One thing that is wrong with a file. */
export interface Trouble {
  /** As a spreadsheet numbers it: the header is row 1. In JSON, the place in the list from 1. Null when it concerns the whole file. */
  row: number | null;
  column: string | null;
  problem: string;
  /** How to mend it. */
  mend: string;
}

/** Where in the file something stands. */
interface Place {
  row: number;
  column: string | null;
}

/** A record of the file before it is checked. */
export interface Entry {
  row: number;
  value: unknown;
  /** What is wrong with the row itself. */
  trouble?: Trouble | undefined;
  /** Where a field of the value stands. */
  place(path: readonly PropertyKey[]): Place;
}

/** A row of a CSV file: its cells by the names of their columns, empty ones left out. */
export interface CellRow {
  row: number;
  cells: Readonly<Record<string, string>>;
  trouble?: Trouble | undefined;
}

/** A column of a CSV file. */
export interface Column {
  /** The value of a cell that is not empty. What can’t be read is handed on as text, for the schema to refuse. */
  read(cell: string): unknown;
  /** What to write into it. */
  hint: string;
  required?: true;
}

/** A record that was checked, and where it stands. */
export interface Checked<T> {
  row: number;
  value: T;
}

export interface ImportOptions {
  /** Orders: what happened to them has had its effect elsewhere and earns nothing here. */
  history: boolean;
}

export type Outcome = 'imported' | 'skipped' | Trouble;

/** Something that can be imported. */
export interface Kind<T = unknown> {
  /** CSV columns by name. */
  columns: Readonly<Record<string, Column>>;
  /** Of one record, which in JSON is an item of the list. */
  schema: z.ZodType<T>;
  /** Makes records of CSV rows; one of each when left out. */
  gather?(rows: AsyncIterable<CellRow>, columns: Readonly<Record<string, Column>>): AsyncIterable<Entry>;
  /** Names a record: two of one name are a mistake. */
  key(value: T): string;
  /** Writes some records in the transaction of the context; an outcome for each, in their order. Told again it changes nothing. */
  write(context: Context, records: readonly Checked<T>[], options: ImportOptions): Promise<Outcome[]>;
}
