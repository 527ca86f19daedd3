/** `Intl` objects, each made once: the first one of a page is the most costly thing that an element does. */
const cache = new Map<string, unknown>();

export function cached<T, O extends object>(Formatter: new (locale: string, options: O) => T, locale: string, options: NoInfer<O>): T {
  const key = `${Formatter.name} ${locale} ${JSON.stringify(options)}`;
  let formatter = cache.get(key) as T | undefined;
  if (!formatter) cache.set(key, (formatter = new Formatter(locale, options)));
  return formatter;
}
