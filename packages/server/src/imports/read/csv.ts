/** Rows of a CSV file (RFC 4180), as spreadsheets write it. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CellRow, Column, Trouble } from '../types.ts';
import { FileTrouble } from './file-trouble.ts';
import { readText } from './text.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** Characters that a row may have, so that a quote that is never closed does not swallow the file. */
const LONGEST_ROW = 256 * 1024;

/** @throws FileTrouble */
export async function* readCsv(file: string, columns: Readonly<Record<string, Column>>): AsyncGenerator<CellRow, void, undefined> {
  const { delimiter, pieces } = await detectDelimiter(readText(file));
  const records = parse({ delimiter, relax_column_count: true, max_record_size: LONGEST_ROW });
  const source = Readable.from(pieces);
  // An error of the source would otherwise only be the end of the records.
  source.on('error', (error) => records.destroy(error));
  source.pipe(records);
  let names: string[] | undefined;
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      if (!names) names = readHeader(record, columns);
      else if (record.some((cell) => cell.trim() !== '')) yield { row, cells: toCells(record, names), trouble: extraCells(record, names, row) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileTrouble(`The row can’t be read: ${wordsOf(error)}.`, 'Put quotes around the whole cell and double those inside: "5"" pipe".', row + 1);
    throw error;
  }
  if (!names) throw new FileTrouble('The file is empty.', `Its first row names the columns: ${Object.keys(columns).join(', ')}.`);
}

/** By the first row, outside of quotes: the one that is there most often. */
async function detectDelimiter(texts: AsyncIterator<string>): Promise<{ delimiter: string; pieces: AsyncGenerator<string> }> {
  let head = '';
  let end = false;
  while (!end && !/[\r\n]/.test(head.trimStart()) && head.length < LONGEST_ROW) {
    const { value, done } = await texts.next();
    end = done === true;
    head += value ?? '';
  }
  const [firstRow = ''] = head.trimStart().replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const often = (delimiter: string) => firstRow.split(delimiter).length;
  const [delimiter] = [...DELIMITERS].sort((a, b) => often(b) - often(a)) as [string];
  async function* pieces(): AsyncGenerator<string> {
    yield head;
    for (let next = await texts.next(); !next.done; next = await texts.next()) yield next.value;
  }
  return { delimiter, pieces: pieces() };
}

/** `Placed at`, `placed_at` and `placedAt` are one. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

function readHeader(record: readonly string[], columns: Readonly<Record<string, Column>>): string[] {
  const known = new Map(Object.keys(columns).map((name) => [plain(name), name]));
  // Spreadsheets write empty columns that something once stood in.
  const used = record.slice(0, record.findLastIndex((cell) => cell.trim() !== '') + 1);
  const names = used.map((cell) => {
    const name = known.get(plain(cell));
    if (name === undefined) throw new FileTrouble(`There is no column “${cell}”.`, `Rename it or take it out; the columns are ${[...known.values()].join(', ')}.`, 1, cell);
    return name;
  });
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw new FileTrouble(`There are two columns ${twice}.`, 'Take one of them out.', 1, twice);
  const missing = Object.keys(columns).filter((name) => columns[name]!.required && !names.includes(name));
  if (missing.length > 0) throw new FileTrouble(`The column ${missing[0]} is missing.`, `The first row must name ${missing.join(', ')}.`, 1, missing[0]);
  return names;
}

function toCells(record: readonly string[], names: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  names.forEach((name, index) => {
    const cell = record[index]?.trim();
    if (cell) cells[name] = cell;
  });
  return cells;
}

function extraCells(record: readonly string[], names: readonly string[], row: number): Trouble | undefined {
  if (record.slice(names.length).every((cell) => cell.trim() === '')) return undefined;
  return { row, column: null, problem: `The row has ${record.length} cells, the header ${names.length}.`, mend: 'Put quotes around a cell that holds the delimiter.' };
}

function wordsOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') return 'a quote is not closed';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'there is text after a closing quote';
  return message;
}
