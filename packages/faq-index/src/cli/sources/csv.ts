import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import type { Draft, Found } from './source.ts';

const LISTS = ['keywords', 'contexts'];
const COLUMNS = ['id', 'question', 'answer', 'format', 'category', ...LISTS, 'popularity', 'url', 'updatedAt', 'locale'];

/** Whichever the first line has most of: spreadsheets of half of Europe write semicolons. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1);
  return [',', ';', '\t'].reduce((best, other) => (head.split(other).length > head.split(best).length ? other : best));
};

/** One entry a line, under the names of the fields; lists are parted by “|”. */
export function csv(text: string, file: string): Found {
  const names = new Map(COLUMNS.map((name) => [name.toLowerCase(), name]));
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.replace(/^\ufeff/, '')),
      columns: (head: string[]) => head.map((name) => columnOf(name, names, head, file)),
      info: true,
      skip_empty_lines: true,
    }) as unknown as typeof rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem(error.message, file, (error as CsvError & { lines?: number }).lines);
  }
  const drafts = rows.map(({ record, info }): Draft => {
    // The parser tells the line on which a row ends.
    const line = info.lines - Object.values(record).join('').split('\n').length + 1;
    return { fields: fieldsOf(record), line: () => line, locale: record['locale'] || undefined };
  });
  return { drafts };
}

function columnOf(name: string, names: ReadonlyMap<string, string>, head: readonly string[], file: string): string {
  const missing = ['question', 'answer'].find((needed) => !head.some((other) => other.trim().toLowerCase() === needed));
  if (missing) throw new Problem(`There is no column “${missing}”; the first line must name the columns: ${COLUMNS.join(', ')}.`, file, 1);
  const known = names.get(name.trim().toLowerCase());
  if (!known) throw new Problem(`Column “${name}” is none of ${COLUMNS.join(', ')}.`, file, 1);
  return known;
}

function fieldsOf({ locale: _, ...record }: Record<string, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = { format: 'text' };
  for (const [name, value] of Object.entries(record)) {
    if (!value.trim() && name !== 'question' && name !== 'answer') continue;
    if (LISTS.includes(name)) fields[name] = value.split('|').map((item) => item.trim()).filter(Boolean);
    else if (name === 'category') fields[name] = { id: value, name: value };
    else fields[name] = name === 'popularity' ? Number(value) : value;
  }
  return fields;
}
