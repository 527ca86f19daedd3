import type { Range } from '../types.ts';

/**
 * Where the best `length` code units of a text begin: those with the most different matches, then with the most. Several as good: the first.
 * @param matches what matched, in order, and what is the same match in two places
 */
export function bestWindow(matches: readonly { range: Range; name: string }[], length: number): Range | undefined {
  let best: Range | undefined;
  let most = 0;
  let from = 0;
  const inside = new Map<string, number>();
  for (const [to, { range, name }] of matches.entries()) {
    inside.set(name, (inside.get(name) ?? 0) + 1);
    while (from < to && range[1] - matches[from]!.range[0] > length) {
      const left = matches[from++]!.name;
      const others = inside.get(left)! - 1;
      if (others) inside.set(left, others);
      else inside.delete(left);
    }
    const worth = inside.size * 1000 + (to - from);
    if (worth > most) {
      most = worth;
      best = [matches[from]!.range[0], range[1]];
    }
  }
  return best;
}
