/** One line of a table: what it is about, and a cell for each further column. */
export type Line = readonly string[];

/** Sections of one table: the columns of all are equally wide. The first line of each is its head. */
export function printSections(sections: readonly (readonly Line[])[]): void {
  const widths: number[] = [];
  for (const line of sections.flat()) {
    for (const [column, cell] of line.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const pad = (cell: string, column: number): string => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2));
  for (const [head, ...lines] of sections) {
    if (!head) continue;
    console.log(`\n${head.map(pad).join('').trimEnd()}`);
    console.log('─'.repeat(widths.reduce((total, width, column) => total + width + (column ? 2 : 0), 0)));
    for (const line of lines) console.log(line.map(pad).join('').trimEnd());
  }
}

export const fixed = (value: number, digits: number): string => (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value).toFixed(digits);
export const ratio = (value: number, base: number | undefined): string => (base ? `${fixed(value / base, value / base < 10 ? 2 : 0)}×` : '');
export const percent = (value: number, limit: number | undefined): string => (limit ? `${fixed((value / limit) * 100, 0)} %` : '');
