import {
  APPOINTMENT_CAUSES,
  CODE_LENGTH,
  CODE_SIGNS,
  codeFrom,
  countsAgainstBureau,
  DESK_CAUSES,
  measuredTrips,
  readCode,
  TRIP_CAUSES,
  tripKind,
  type TripKind,
} from './trips.js';

it.each<[TripKind, boolean | null, boolean]>([
  ['demanded', null, true],
  ['demanded', true, true],
  ['voluntary', null, true],
  ['voluntary', false, true],
  ['voluntary', true, false],
  ['extra', null, true],
  ['extra', true, true],
])('countsAgainstBureau: %s, agreed %s → %s', (kind, agreed, counts) => {
  expect(countsAgainstBureau({ kind, agreed })).toBe(counts);
  expect(measuredTrips([{ kind, agreed }])).toBe(Number(counts));
});

it('DESK_CAUSES has neither what the procedure demands nor what is the applicant’s to say', () => {
  expect(DESK_CAUSES.map(tripKind)).not.toContain('demanded');
  expect(DESK_CAUSES).not.toContain('reportedByApplicant');
});

it('APPOINTMENT_CAUSES has nothing that the bureau asks for beyond the procedure', () => {
  expect(APPOINTMENT_CAUSES.map(tripKind)).not.toContain('extra');
});

it('TRIP_CAUSES demands presence for one thing: collecting papers', () => {
  expect(Object.entries(TRIP_CAUSES).filter(([, kind]) => kind === 'demanded')).toEqual([
    ['collectLicence', 'demanded'],
  ]);
});

it('codeFrom gives a code of the signs that nobody mistakes, and readCode reads it however it was typed', () => {
  const code = codeFrom(Uint8Array.from({ length: 12 }, (_, i) => i * 19));
  expect(code).toHaveLength(CODE_LENGTH);
  expect([...code].every((sign) => CODE_SIGNS.includes(sign))).toBe(true);
  expect(readCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
});
