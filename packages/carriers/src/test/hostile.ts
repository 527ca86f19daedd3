/** Objects that a service should never send, but one day will. */
import fc from 'fast-check';

const JUNK = [
  null, undefined, true, '', ' ', 'nope', 'x'.repeat(10_000), '🎁'.repeat(3_000), '\ud800', 0, -1, 1.5, 1e21, NaN, Infinity, 2n, [], [null], {}, [[]],
  '2026-13-01', '2026-02-31', '2026-11-22T25:61:61', '2026-11-22T09:30:60Z', '2026-11-22T09:30', '2026-11-22 09:30:00 +0200',
    '9999-12-31T23:59:59-14:00',
  '0000-01-01T00:00:00+14:00', '2026-11-22T09:30:00.123456789123Z', 'Sun, 22 Nov 2026 09:30:00 GMT', '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
  'constructor', '__proto__', 'stated:x', new Date(NaN), new Map(), () => 1, Symbol.for('x'),
];

const change = fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'grow', 'edit'), junk: fc.oneof(fc.constantFrom(...JUNK),
  fc.anything()) });
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

function placesOf(holder: Record<string, unknown>, found: Place[] = [], depth = 0): Place[] {
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && depth < 8) placesOf(inner as Record<string, unknown>, found, depth + 1);
  }
  return found;
}

function apply(root: Record<string, unknown>, { at, how, junk }: Change): void {
  const places = placesOf(root);
  const { holder, key } = places[at % places.length]!;
  const value = holder[key];
  if (how === 'remove') delete holder[key];
  else if (how === 'grow' && Array.isArray(value)) value.push(...value.map((item) => structuredClone(item) as unknown), junk);
  else if (how === 'edit' && typeof value === 'string') holder[key] = value.slice(0, at % (value.length + 1)) + (typeof junk === 'string' ? junk : '');
  else holder[key] = junk;
}

/** A good object with up to six things done to it, or no object at all. */
export const damaged = <T>(sample: () => T): fc.Arbitrary<T> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.array(change, { maxLength: 6 }).map((changes) => {
        const root: Record<string, unknown> = { value: sample() };
        // What was put in may be beyond cloning.
        for (const each of changes) if (Object.keys(root).length) try { apply(root, each); } catch { break; }
        return root['value'] as T;
      }),
    },
    { weight: 1, arbitrary: fc.anything() as fc.Arbitrary<T> },
  );
