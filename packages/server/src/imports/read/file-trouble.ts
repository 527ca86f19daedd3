import type { Trouble } from '../types.ts';

/** The file as a whole, or from some row on, can’t be read. */
export class FileTrouble extends Error {
  readonly trouble: Trouble;

  constructor(problem: string, mend: string, row: number | null = null, column: string | null = null) {
    super(problem);
    this.trouble = { row, column, problem, mend };
  }
}
