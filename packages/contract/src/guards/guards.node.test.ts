import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { definitions } from '../protocol/definitions.ts';
import { mutated, valid } from '../../test/arbitrary.ts';
import * as guards from '../generated/guards.ts';
import * as schemas from '../schemas/index.ts';
import { bool, code, int, INVALID, list, num, obj, opt, or, str, union, type Guard, type Issue } from './guard.ts';
import { tuple } from './tuple.ts';

const all = definitions();
const ids = Object.keys(all);
const schemaOf = (id: string) => (schemas as unknown as Record<string, z.ZodType>)[id]!;
const guardOf = (id: string) => (guards as unknown as Record<string, Guard<unknown>>)[`guard${id}`]!;
const run = (guard: Guard<unknown>, value: unknown) => {
  const issues: Issue[] = [];
  return { value: guard(value, issues), issues };
};

function agree(id: string, value: unknown): void {
  const parsed = schemaOf(id).safeParse(value);
  const { value: kept, issues } = run(guardOf(id), value);
  expect(issues.length === 0, JSON.stringify({ issues, zod: parsed.error?.issues })).toBe(parsed.success);
  if (parsed.success) expect(kept).toEqual(parsed.data);
  else if (kept !== INVALID) expect(schemaOf(id).safeParse(kept).success, 'what is kept must be good').toBe(true);
  else expect(issues.length).toBeGreaterThan(0);
}

it('every named schema has a guard, and every guard a schema', () => {
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => !schemaOf(id) || !guardOf(id))).toEqual([]);
  expect(Object.keys(guards).sort()).toEqual(ids.map((id) => `guard${id}`).sort());
});

describe.each(ids)('schema and guard of %s', (id) => {
  it('both take good data and read the same in it', () => {
    fc.assert(
      fc.property(valid(all[id]!, all), (value) => {
        agree(id, value);
        expect(schemaOf(id).safeParse(value).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('agree about data with something wrong in it', () => {
    fc.assert(fc.property(mutated(all[id]!, all), (value) => agree(id, value)), { numRuns: 250 });
  });

  it('the guard throws on nothing and never lets a stray prototype through', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }), (value) => {
        const { value: kept, issues } = run(guardOf(id), value);
        expect(kept === INVALID ? issues.length > 0 : true).toBe(true);
      }),
      { numRuns: 100 },
    );
    const polluted = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
    const { value: kept } = run(guardOf(id), polluted);
    if (kept !== INVALID) expect(Object.keys(kept as object)).not.toContain('__proto__');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('what a guard says of what it leaves out', () => {
  const item = { id: 'e1', question: 'Q', answer: 'A', format: 'text' };

  it('drops the bad items of a list and names their place', () => {
    const { value, issues } = run(guards.guardFaqEntries, { items: [item, { ...item, question: 7 }, 'x', { ...item, id: 'e4' }] });
    expect(value).toEqual({ items: [item, { ...item, id: 'e4' }] });
    expect(issues).toEqual([
      { path: 'items[1].question', expected: 'text 0–300' },
      { path: 'items[2]', expected: 'object' },
    ]);
  });

  it('drops a bad item of a list within an item, and keeps the item', () => {
    const { value, issues } = run(guards.guardFaqEntries, { items: [{ ...item, keywords: ['a', 3, 'b'] }] });
    expect(value).toEqual({ items: [{ ...item, keywords: ['a', 'b'] }] });
    expect(issues.map(({ path }) => path)).toEqual(['items[0].keywords[1]']);
  });

  it('leaves out what is past the greatest length, without looking at it', () => {
    let looked = 0;
    const { value, issues } = run(list((each) => (looked++, each), 3), [1, 2, 3, 4, 5]);
    expect(value).toEqual([1, 2, 3]);
    expect(issues).toEqual([{ path: '', expected: 'list 0–3' }]);
    expect(looked).toBe(3);
  });

  it('keeps 10,000 items of 20,000', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => ({ ...item, id: `e${i}` }));
    const { value, issues } = run(guards.guardFaqEntries, { items });
    expect((value as { items: unknown[] }).items).toHaveLength(10_000);
    expect(issues).toHaveLength(1);
  });

  it('refuses a list that is left with too little', () => {
    expect(run(list(bool, 5, 1), ['x']).value).toBe(INVALID);
    expect(run(list(bool, 5, 1), []).value).toBe(INVALID);
    expect(run(list(bool, 5, 1), ['x', true]).value).toEqual([true]);
  });

  it('reads a code of the future as the fallback, and leaves it out of a list', () => {
    expect(run(guards.guardTrackingEvent, { id: '1', status: 'beamed_up', time: { value: '2026-11-22', precision: 'day' } })).toEqual({
      value: { id: '1', status: 'unknown', time: { value: '2026-11-22', precision: 'day' } },
      issues: [],
    });
    const channel = { kind: 'phone', url: 'tel:+30210', openingHours: [{ days: ['Monday', 'PublicHolidays'], opens: '09:00', closes: '17:00' }] };
    const { value, issues } = run(guards.guardContactInfo, { channels: [channel] });
    expect(value).toEqual({ channels: [{ ...channel, openingHours: [{ days: ['Monday'], opens: '09:00', closes: '17:00' }] }] });
    expect(issues[0]!.path).toBe('channels[0].openingHours[0].days[1]');
  });

  it('reads a reason that it does not know as one that it does', () => {
    expect(run(guards.guardRewardEligibility, { status: 'on_the_moon' }).value).toEqual({ status: 'unknown' });
    expect(run(guards.guardRewardEligibility, { status: 'insufficient_points', missingPoints: 'many' })).toEqual({ value: { status: 'unknown' }, issues: [] });
  });

  it('takes an own field only, whatever hangs on Object.prototype', () => {
    const shape = obj({ polluted: str(9), toString: opt(str(9)) });
    Object.defineProperty(Object.prototype, 'polluted', { value: 'yes', configurable: true });
    try {
      expect(run(shape, {}).value).toBe(INVALID);
    } finally {
      delete (Object.prototype as { polluted?: string }).polluted;
    }
    expect(run(shape, { polluted: 'a' }).value).toEqual({ polluted: 'a' });
  });
});

describe('the small ones', () => {
  it.each<[string, Guard<unknown>, unknown[], unknown[]]>([
    ['str', str(3, 1, /^[a-z]+$/), ['a', 'abc'], ['', 'abcd', 'A', 1, null, undefined, ['a']]],
    ['num', num(0, 100), [0, 0.5, 100, -0], [-1, 100.1, NaN, Infinity, '5', null]],
    ['num without bounds', num(-Infinity, Infinity), [-1e300, 0], [NaN, Infinity, -Infinity]],
    ['int', int(-5, 5), [-5, 0, 5], [1.5, 6, NaN, '1', null, true]],
    ['bool', bool, [true, false], [0, 'true', null, undefined]],
    ['code', code('a b'), ['a', 'b'], ['', 'a b', 'c', null]],
    ['opt', opt(bool), [true, null, undefined], [0]],
    ['tuple', tuple(bool, int(0, 9)), [[true, 1]], [[true], [true, 1, 2], [1, 1], 'x', null]],
    ['obj', obj({ a: bool }), [{ a: true }, { a: true, b: 1 }], [{}, [], null, { a: 1 }]],
    ['union', union('t', { x: { a: bool }, y: {} }), [{ t: 'x', a: true }, { t: 'y' }], [{ t: 'x' }, { t: 'toString' }, { t: '__proto__' }, {}, null, []]],
  ])('%s', (_, guard, good, bad) => {
    for (const value of good) expect(run(guard, value)).toMatchObject({ issues: [] });
    for (const value of bad) expect(run(guard, value).value, String(value)).toBe(INVALID);
    for (const value of bad) expect(run(guard, value).issues).not.toHaveLength(0);
  });

  it('str counts code points, as the schemas do', () => {
    expect(run(str(3), '🎁🎁🎁').value).toBe('🎁🎁🎁');
    expect(run(str(3), '🎁🎁🎁🎁').value).toBe(INVALID);
    expect(run(str(9, 3), '🎁a').value).toBe(INVALID);
    expect(run(str(3), 'x'.repeat(50_000_000)).value).toBe(INVALID);
  });

  it('or', () => {
    expect(run(or(list(bool, 2), 'none' as never), [true, 1])).toEqual({ value: 'none', issues: [] });
    expect(run(or(bool, false), true)).toEqual({ value: true, issues: [] });
  });
});
