export interface Strings {
  [key: string]: string | Strings;
}

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** What a translation lacks or has too much, compared with English. */
export function localeProblems(language: string, english: Strings, translation: Strings, path = ''): string[] {
  const missing = Object.keys(english).filter((key) => !(key in translation));
  const extra = Object.keys(translation).filter((key) => !(key in english));
  return [
    ...missing.map((key) => `${path}${key} is missing.`),
    ...extra.map((key) => `${path}${key} is not in the English strings.`),
    ...Object.keys(english).flatMap((key) => {
      const from = english[key];
      const to = translation[key];
      return from === undefined || to === undefined ? [] : entryProblems(language, from, to, path + key);
    }),
  ];
}

function entryProblems(language: string, from: string | Strings, to: string | Strings, path: string): string[] {
  if (isPlural(from)) return isObject(to) ? pluralProblems(language, from, to, path) : [`${path} has no plural forms.`];
  if (isObject(from)) return isObject(to) ? localeProblems(language, from, to, `${path}.`) : [`${path} should be an object.`];
  // A number that changes nothing in English, as in “1 of 5 stars”, may change a word elsewhere.
  if (isObject(to)) return isPlural(to) && from.includes('{n}') ? pluralProblems(language, { other: from }, to, path) : [`${path} should be text.`];
  if (to.trim() === '' && from.trim() !== '') return [`${path} is empty.`];
  return samePlaceholders(from, to) ? [] : [`${path} has other placeholders than English: ${placeholders(to).join(' ') || 'none'}.`];
}

function pluralProblems(language: string, from: Strings, to: Strings, path: string): string[] {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const problems = [
    ...wanted.filter((category) => !(category in to)).map((category) => `${path}.${category} is missing.`),
    ...Object.keys(to).filter((key) => !wanted.some((category) => category === key)).map((key) => `${path}.${key} is no plural form of this language.`),
  ];
  for (const [category, text] of Object.entries(to)) {
    // "One point" needs no number where the form stands for a single number only.
    const free = standsForOneNumber(language, category);
    const english = from['other'];
    if (typeof text !== 'string' || typeof english !== 'string') problems.push(`${path}.${category} should be text.`);
    else if (!free && !samePlaceholders(english, text)) problems.push(`${path}.${category} has other placeholders than English.`);
  }
  return problems;
}

function standsForOneNumber(language: string, category: string): boolean {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 201 }, (_, number) => rules.select(number)).filter((selected) => selected === category).length === 1;
}

/** Keys that the sources name nowhere, neither in full nor by a template such as `status_${state}`. */
export function unusedKeys(english: Strings, sources: string): string[] {
  const templates = [...sources.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].filter(([, before, after]) => before || after);
  const computed = (key: string): boolean => templates.some(([, before = '', after = '']) => key.startsWith(before) && key.endsWith(after));
  return Object.keys(english).filter((key) => !new RegExp(`\\b${key}\\b`).test(sources) && !computed(key));
}

function isObject(value: string | Strings): value is Strings {
  return typeof value === 'object';
}

function isPlural(value: string | Strings): value is Strings {
  return isObject(value) && 'other' in value && Object.keys(value).every((key) => categories.includes(key));
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

function samePlaceholders(a: string, b: string): boolean {
  return placeholders(a).join() === placeholders(b).join();
}
