/** Which of the languages that are there is nearest to the one that is wanted. */
export function nearest(wanted: string, there: readonly string[], fallback: string): string {
  const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();
  const language = (tag: string) => tag.split('-')[0]!;
  return there.find(same(wanted)) ?? there.find(same(language(wanted))) ?? there.find((tag) => same(language(tag))(language(wanted))) ?? fallback;
}
