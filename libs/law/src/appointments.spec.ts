import { remindAt, slotEnd, slotsAhead, slotsOn, slotStart } from './appointments.js';
import { officialCalendar, OFFICIAL_YEARS, workingCalendar } from './calendar.js';
import { officeHoursFaults, type OfficeHours } from './office-hours.js';
import { plainDate } from './plain-date.js';
import { countsAsServedOn, remediesUntil } from './service.js';

const calendar = officialCalendar();
const hours: OfficeHours = {
  daysAhead: 5,
  counter: {
    slotMinutes: 30,
    capacity: 2,
    spans: [
      { from: '09:00', to: '10:40' },
      { from: '14:30', to: '15:00' },
    ],
  },
  home: { slotMinutes: 120, capacity: 1, spans: [{ from: '09:00', to: '11:00' }] },
};

it.each([
  ['a working day', '2026-03-04', 4],
  ['a Saturday', '2026-03-07', 0],
  ['a make-up day', '2026-05-09', 4],
  ['a holiday', '2026-05-04', 0],
])('slotsOn: %s', (_, day, count) => {
  expect(slotsOn(plainDate(day), 'counter', hours, calendar)).toHaveLength(count);
});

it('slotsOn holds nothing that would run over the end of a span', () => {
  expect(slotsOn(plainDate('2026-03-04'), 'counter', hours, calendar).map(({ from, to }) => `${from}-${to}`)).toEqual([
    '09:00-09:30',
    '09:30-10:00',
    '10:00-10:30',
    '14:30-15:00',
  ]);
});

it('slotsOn respects a day off that the place sets for itself', () => {
  const day = plainDate('2026-03-04');
  const local = workingCalendar(OFFICIAL_YEARS, 'local', [{ day, kind: 'dayOff' }]);
  expect(slotsOn(day, 'counter', hours, local)).toEqual([]);
});

it('slotsAhead begins after now and ends so many working days ahead', () => {
  const now = new Date('2026-03-06T14:30:00+08:00');
  const slots = slotsAhead(now, plainDate('2026-03-06'), 'home', { hours, calendar });
  expect(slots.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']);
});

it('slotStart, slotEnd and remindAt are instants in Asia/Shanghai; the reminder comes on the working day before', () => {
  const slot = { day: plainDate('2026-03-09'), from: '09:30', to: '10:00' };
  expect(slotStart(slot).toISOString()).toBe('2026-03-09T01:30:00.000Z');
  expect(slotEnd(slot).toISOString()).toBe('2026-03-09T02:00:00.000Z');
  expect(remindAt(slot.day, calendar).toISOString()).toBe('2026-03-06T01:00:00.000Z');
});

const faulty = (spans: { from: string; to: string }[]) =>
  officeHoursFaults({ officeHours: { ...hours, counter: { ...hours.counter, spans } } });
it.each([
  ['ends before it begins', [{ from: '12:00', to: '09:00' }]],
  ['holds not one slot', [{ from: '09:00', to: '09:20' }]],
  [
    'overlaps',
    [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ],
  ],
])('officeHoursFaults: a span that %s', (_, spans) => {
  expect(faulty(spans)).toHaveLength(1);
});
it('officeHoursFaults says nothing of hours that are right, or of none', () => {
  expect([officeHoursFaults({ officeHours: hours }), officeHoursFaults({})]).toEqual([[], []]);
});

it('countsAsServedOn: a courier’s letter on the day it was signed for', () => {
  expect(countsAsServedOn(plainDate('2026-03-06'), plainDate('2026-03-04'))).toBe('2026-03-04');
  expect(countsAsServedOn(plainDate('2026-03-06'), null)).toBe('2026-03-06');
});

it('remediesUntil counts from the day of service, and the last day rolls over a day off', () => {
  expect(remediesUntil(plainDate('2026-03-09'), calendar)).toEqual({
    reconsideration: '2026-05-08',
    litigation: '2026-09-09',
  });
});
