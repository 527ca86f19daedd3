/** Several measurements of one thing. */
export interface Sample {
  median: number;
  /** Half of the way from the smallest to the largest. */
  spread: number;
}

export function sample(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number): number => sorted[index] ?? 0;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    spread: (at(sorted.length - 1) - at(0)) / 2,
  };
}
