import { fail, INVALID, type Guard } from './guard.ts';

/** A list of exactly these items. */
export const tuple =
  (...guards: Guard<unknown>[]): Guard<unknown[]> =>
  (value, issues, path = '') => {
    if (!Array.isArray(value) || value.length !== guards.length) return fail(issues, path, `list ${guards.length}`);
    const items = guards.map((guard, i) => guard(value[i], issues, `${path}[${i}]`));
    return items.includes(INVALID) ? INVALID : items;
  };
