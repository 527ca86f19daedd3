/** Matching languages that backends write in their own ways. */

const plain = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();
const languageOf = (tag: string): string => plain(tag).split('-')[0]!;

/**
 * Which of the languages that are there is nearest to the one that is wanted: the same tag, else its language alone, else another region of
 * it. `pt_BR` is `pt-BR`.
 *
 * @param wanted BCP 47 tag.
 * @returns One of `there`, as it is written there; undefined when none is of that language.
 */
export function nearestLocale(wanted: string, there: readonly string[]): string | undefined {
  const language = languageOf(wanted);
  return there.find((tag) => plain(tag) === plain(wanted)) ?? there.find((tag) => plain(tag) === language) ?? there.find((tag) => languageOf(tag) === language);
}
