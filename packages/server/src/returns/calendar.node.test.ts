import { describe, expect, it } from 'vitest';
import { addDays, dayIn, isTimeZone, rollForward, WEEKEND, type Calendar } from './calendar.ts';

describe('days', () => {
  it.each([
    // The clocks of Athens go back on 2026-10-25 and forward on 2027-03-28.
    ['Europe/Athens', '2026-10-24T20:59:59Z', '2026-10-24'],
    ['Europe/Athens', '2026-10-24T21:00:00Z', '2026-10-25'],
    ['Europe/Athens', '2026-10-25T21:59:59Z', '2026-10-25'],
    ['Europe/Athens', '2026-10-25T22:00:00Z', '2026-10-26'],
    ['Europe/Athens', '2027-03-28T20:59:59Z', '2027-03-28'],
    ['Europe/Athens', '2027-03-28T21:00:00Z', '2027-03-29'],
    ['America/New_York', '2026-11-22T04:59:59Z', '2026-11-21'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['UTC', '2026-11-22T23:59:59.999Z', '2026-11-22'],
  ])('in %s, %s is %s', (zone, instant, day) => expect(dayIn(zone, instant)).toBe(day));

  it.each([
    ['2026-01-31', 14, '2026-02-14'], ['2026-02-27', 14, '2026-03-13'], ['2028-02-15', 14, '2028-02-29'], ['2028-02-16', 14, '2028-03-01'],
    ['2026-12-20', 14, '2027-01-03'], ['2026-10-20', 14, '2026-11-03'], ['2026-03-20', 14, '2026-04-03'], ['2026-08-31', 30, '2026-09-30'],
  ])('%s and %i days are %s', (day, days, end) => expect(addDays(day, days)).toBe(end));

  it('knows zones from other words', () => {
    expect(isTimeZone('Europe/Athens')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });
});

describe('the end of a statutory period', () => {
  // In 2026 Good Friday is on 3 April in Germany, on 10 April in Greece.
  const germany: Calendar = { timeZone: 'Europe/Berlin', freeWeekdays: WEEKEND, holidays: new Set(['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-26', '2027-01-01']) };
  const greece: Calendar = { timeZone: 'Europe/Athens', freeWeekdays: WEEKEND, holidays: new Set(['2026-04-10', '2026-04-13']) };
  const egypt: Calendar = { timeZone: 'Africa/Cairo', freeWeekdays: ['Friday', 'Saturday'], holidays: new Set() };

  it.each([
    ['a Thursday stays', germany, '2026-04-02', '2026-04-02'],
    ['Good Friday goes past Easter Monday', germany, '2026-04-03', '2026-04-07'],
    ['Easter Sunday too', germany, '2026-04-05', '2026-04-07'],
    ['Easter Monday goes to Tuesday', germany, '2026-04-06', '2026-04-07'],
    ['the orthodox one is a week later', greece, '2026-04-10', '2026-04-14'],
    ['the other’s Good Friday is a working day', greece, '2026-04-03', '2026-04-03'],
    ['Christmas before a weekend', germany, '2026-12-25', '2026-12-28'],
    ['New Year on a Friday', germany, '2027-01-01', '2027-01-04'],
    ['a Saturday', germany, '2026-11-28', '2026-11-30'],
    ['a Friday in Egypt', egypt, '2026-11-27', '2026-11-29'],
    ['a Sunday in Egypt stays', egypt, '2026-11-29', '2026-11-29'],
  ])('%s', (_, calendar, day, end) => expect(rollForward(day, calendar)).toBe(end));

  it('comes even where nobody ever works', () => {
    const never: Calendar = { ...egypt, freeWeekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] };
    expect(rollForward('2026-11-22', never) > '2026-11-22').toBe(true);
  });
});
