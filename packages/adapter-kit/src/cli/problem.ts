/** Something is wrong with what the command was given. Its message is the one line that is printed; the exit code is 2. */
export class Problem extends Error {}

/** What was thrown, in one line. */
export function said(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.split('\n')[0]!;
}
