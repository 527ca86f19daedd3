/** Keeps the results of something costly by name; starts over when there are too many. */
export function remember<R>(most: number): (name: string, make: () => R) => R {
  const known = new Map<string, R>();
  return (name, make) => {
    let result = known.get(name);
    if (result === undefined) {
      if (known.size > most) known.clear();
      known.set(name, (result = make()));
    }
    return result;
  };
}
