import { expect } from '../test/testing.ts';
import { knownZone, minuteOfWeek, nextChange } from './contact-hours.ts';

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const ALL = [...WORKDAYS, 'Saturday', 'Sunday'] as const;
const at = (day: number, time: string) => day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const office = [{ days: [...WORKDAYS], opens: '09:00', closes: '17:00' }];

describe('opening hours', () => {
  it('says when people go and when they come', () => {
    expect(nextChange(at(0, '09:00'), office)).to.deep.equal({ open: true, after: 480 });
    expect(nextChange(at(0, '16:59'), office)).to.deep.equal({ open: true, after: 1 });
    expect(nextChange(at(0, '17:00'), office)).to.deep.equal({ open: false, after: 16 * 60 });
    expect(nextChange(at(0, '08:00'), office)).to.deep.equal({ open: false, after: 60 });
    expect(nextChange(at(4, '18:00'), office)).to.deep.equal({ open: false, after: 63 * 60 });
    expect(nextChange(at(6, '23:59'), office)).to.deep.equal({ open: false, after: 541 });
  });

  it('knows hours that go past midnight, and past the end of the week', () => {
    const night = [{ days: ['Sunday' as const], opens: '22:00', closes: '02:00' }];
    expect(nextChange(at(6, '23:00'), night)).to.deep.equal({ open: true, after: 180 });
    expect(nextChange(at(0, '01:00'), night)).to.deep.equal({ open: true, after: 60 });
    expect(nextChange(at(0, '02:00'), night)!.open).to.equal(false);
  });

  it('joins spans that meet, and says nothing of those who never go or never come', () => {
    const halves = [{ days: ['Monday' as const], opens: '09:00', closes: '13:00' }, { days: ['Monday' as const], opens: '13:00', closes: '18:00' }];
    expect(nextChange(at(0, '10:00'), halves)).to.deep.equal({ open: true, after: 480 });
    expect(nextChange(at(3, '12:00'), [{ days: [...ALL], opens: '00:00', closes: '00:00' }])).to.equal(undefined);
    expect(nextChange(0, [])).to.equal(undefined);
    expect(nextChange(0, [{ days: [], opens: '09:00', closes: '17:00' }])).to.equal(undefined);
  });

  it('reads the clock in the zone of the shop', () => {
    // A Sunday evening in London is Monday morning in Tokyo.
    const now = Date.parse('2026-11-22T22:30:00Z');
    expect(minuteOfWeek(now, 'Europe/London')).to.equal(at(6, '22:30'));
    expect(minuteOfWeek(now, 'Asia/Tokyo')).to.equal(at(0, '07:30'));
    expect(minuteOfWeek(Date.parse('2026-11-22T00:00:00Z'), 'UTC')).to.equal(at(6, '00:00'));
  });

  it('makes no clock again: one costs a millisecond, and all channels are drawn with each letter that is typed', () => {
    const { DateTimeFormat } = Intl;
    const calls = (): number => {
      let made = 0;
      Intl.DateTimeFormat = class extends DateTimeFormat {
        constructor(...options: ConstructorParameters<typeof DateTimeFormat>) {
          super(...options);
          made++;
        }
      } as never;
      // The cache tells formatters apart by their name.
      Object.defineProperty(Intl.DateTimeFormat, 'name', { value: 'DateTimeFormat' });
      try {
        minuteOfWeek(0, knownZone('America/Lima'));
      } finally {
        Intl.DateTimeFormat = DateTimeFormat;
      }
      return made;
    };
    expect([calls(), calls(), calls()]).to.deep.equal([1, 0, 0]);
  });

  it('takes a zone that is none for the shopper’s own', () => {
    expect(knownZone('Nowhere/Town')).to.equal(undefined);
    expect(knownZone(null)).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(minuteOfWeek(Date.now(), knownZone('Nowhere/Town'))).to.be.within(0, 10_079);
  });
});
