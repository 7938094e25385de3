import { officialCalendar } from './calendar.js';
import { plainDate } from './plain-date.js';
import { STANDARD_READINGS, type Readings } from './readings.js';
import { filedInTime, isInForce, renewalBySilence, renewalOffered, renewedTerm } from './renewal.js';

const calendar = officialCalendar();
const day = plainDate;

describe('renewal by silence (ALL 50)', () => {
  it.each([
    ['thirty days before, the last day in time', '2026-08-01', false, 'deemed'],
    ['a day later', '2026-08-02', false, 'none'],
    ['in time, but it waits for the school itself', '2026-08-01', true, 'none'],
    ['long before', '2026-03-02', false, 'deemed'],
  ] as const)('%s', (_, filedOn, awaitsApplicant, expected) => {
    const validTo = day('2026-08-31');
    expect(renewalBySilence({ filedOn: day(filedOn), validTo, awaitsApplicant }, calendar)).toBe(expected);
  });

  it('filedInTime is T-16 of the catalogue', () => {
    expect(filedInTime(day('2026-08-01'), day('2026-08-31'), calendar)).toBe(true);
    expect(filedInTime(day('2026-08-02'), day('2026-08-31'), calendar)).toBe(false);
  });

  it.each([
    ['2030-08-31', 'VALID', false],
    ['2030-09-01', 'VALID', true],
    ['2031-03-01', 'VALID', true],
    ['2031-03-02', 'VALID', false],
    ['2031-01-06', 'REVOKED', false],
  ])('on %s a licence that is %s and ends on 2031-03-01: its renewal is offered: %s', (on, state, offered) => {
    expect(renewalOffered({ state, validTo: day('2031-03-01') }, day(on))).toBe(offered);
  });

  it('is offered as early as the county offers it', () => {
    const licence = { state: 'VALID', validTo: day('2031-03-01') };
    const offeredAt = (renewalOfferMonths: number) =>
      renewalOffered(licence, day('2030-03-01'), { ...STANDARD_READINGS, renewalOfferMonths });
    expect([offeredAt(6), offeredAt(12)]).toEqual([false, true]);
  });

  it('renewedTerm begins when the old one ends, or as a county reads it with the decision', () => {
    const on = { validTo: day('2031-03-01'), decidedOn: day('2031-02-10') };
    const fromDecision: Readings = { ...STANDARD_READINGS, renewedTerm: 'from_decision' };
    expect(renewedTerm(on, 5)).toEqual({ from: '2031-03-02', to: '2036-03-01' });
    expect(renewedTerm(on, 5, fromDecision)).toEqual({ from: '2031-02-10', to: '2036-02-09' });
  });

  it('isInForce: to the end of the last day, and only while it stands', () => {
    const licence = { state: 'VALID', validTo: day('2031-03-01') };
    expect(isInForce(licence, day('2031-03-01'))).toBe(true);
    expect(isInForce(licence, day('2031-03-02'))).toBe(false);
    expect(isInForce({ ...licence, state: 'LAPSED' }, day('2030-03-01'))).toBe(false);
    expect(isInForce(null, day('2030-03-01'))).toBe(false);
  });

  it('as a county reads it: thirty working days, and corrections that may still be owed', () => {
    const readings: Readings = { ...STANDARD_READINGS, renewalNotice: 'working_day', renewalInCorrection: 'deemed' };
    const asked = { filedOn: day('2026-08-01'), validTo: day('2026-08-31'), awaitsApplicant: false };
    expect(renewalBySilence(asked, calendar, readings)).toBe('none');
    expect(renewalBySilence({ ...asked, filedOn: day('2026-07-01'), awaitsApplicant: true }, calendar, readings)).toBe(
      'deemed',
    );
  });
});
