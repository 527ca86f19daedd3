/** Holds a section against the contract. A file is written by hand, so the first thing that is wrong in it is said, not skipped. */
import { INVALID, type Guard, type Issue } from '@aftercart/contract';
import { wrong } from './section.ts';

export function check<T>(guard: Guard<T>, value: unknown, file: string, path: string): T {
  const issues: Issue[] = [];
  const checked = guard(value, issues, path);
  const [first] = issues;
  if (first) throw wrong(file, first.path, first.expected, issues.length - 1);
  if (checked === INVALID) throw wrong(file, path, 'as the contract says');
  return checked;
}
