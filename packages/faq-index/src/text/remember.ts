/** Keeps the results of something costly by name; starts over when there are too many. */
export function remember<R>(most: number) {
  const known = new Map<string, R>();
  return {
    get(name: string, make: () => R): R {
      let result = known.get(name);
      if (result === undefined) {
        if (known.size > most) known.clear();
        result = make();
        known.set(name, result);
      }
      return result;
    },
    forget: () => known.clear(),
  };
}
