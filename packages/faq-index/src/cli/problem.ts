/** What is wrong with what was given, in one line: where it is, what it is, what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(message: string, file?: string, line?: number) {
    super(`${file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `}${message}`.replace(/\s+/g, ' '));
  }
}

/** The number of the line that a place in a text is on, counted from 1. */
export const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length;
