import fc from 'fast-check';
import { officialCalendar } from './calendar.js';
import { CLOCK_RULES, EXTENSIONS, type ClockRule, type LegalClockId } from './clock-rules.js';
import { deadline, latestDayBefore, type Extension } from './clocks.js';
import { addDays, compareDates, plainDate } from './plain-date.js';

const calendar = officialCalendar();

describe('the 24 clocks of catalogue 3.2', () => {
  /** Catalogue id where it differs from ours, length, unit, article. */
  const rows: readonly [LegalClockId, number, string, string][] = [
    ['correction_or_acceptance', 5, 'working_day', 'ALL 32(1)(4), 82'],
    ['decision_default', 20, 'working_day', 'ALL 42(1), 82'],
    ['decision_default_extension', 10, 'working_day', 'ALL 42(1), 82'],
    ['decision_joint', 45, 'working_day', 'ALL 42(2), 82'],
    ['decision_joint_extension', 15, 'working_day', 'ALL 42(2), 82'],
    ['prep_decision', 30, 'calendar_day', 'PEL 14(1)'],
    ['establish_decision', 3, 'month', 'PEL 17'],
    ['division_merger_decision', 3, 'month', 'PEL 53(2)'],
    ['level_category_decision', 3, 'month', 'PEL 55(2)'],
    ['hearing_request', 5, 'working_day', 'ALL 47(1)'],
    ['hearing_held', 20, 'working_day', 'ALL 47(1), 82'],
    ['hearing_notice_before', 7, 'working_day', 'ALL 48(1), 82'],
    ['serve_licence', 10, 'working_day', 'ALL 44, 82'],
    ['publish_licence_decision', 7, 'working_day', 'SGS'],
    ['publish_other_enforcement', 20, 'working_day', 'SX118'],
    ['renewal_apply_before', 30, 'calendar_day', 'ALL 50(1)'],
    ['reconsideration', 60, 'calendar_day', 'ARL 20'],
    ['litigation_direct', 6, 'month', 'APL 46'],
    ['litigation_after_reconsideration', 15, 'calendar_day', 'APL 45'],
    ['penalty_decision', 90, 'calendar_day', 'PNL 60'],
    ['sponsor_must_change', 6, 'month', 'PER 12(2)'],
    ['prep_validity', 3, 'year', 'PEL 14(3)'],
    ['closure_announce_before', 6, 'month', 'PER 50(2)'],
    ['registration_follow_up', 30, 'calendar_day', 'NGO 15'],
  ];
  it('are all there, and no other', () => expect(Object.keys(CLOCK_RULES)).toEqual(rows.map(([id]) => id)));
  it.each(rows)('%s: %i %s (%s)', (id, length, unit, article) =>
    expect(CLOCK_RULES[id]).toMatchObject({ length, unit, article: { ref: article } }),
  );
  it('only a period of the applicant rolls over a day off', () => {
    const rolling = Object.values<ClockRule>(CLOCK_RULES).filter(({ roll }) => roll === 'next');
    expect(rolling.map(({ holder }) => holder)).toEqual(rolling.map(() => 'applicant'));
  });
  it('each backward clock ends before its event', () => {
    const backward = Object.entries<ClockRule>(CLOCK_RULES).filter(([, { direction }]) => direction === 'before');
    expect(backward.map(([id]) => id)).toEqual([
      'hearing_notice_before',
      'renewal_apply_before',
      'closure_announce_before',
    ]);
  });
});

describe('periods before an event', () => {
  it.each([
    ['T-16: renewal of a licence valid to 31 August', 'renewal_apply_before', '2026-08-31', '2026-08-01'],
    ['a hearing on Friday 29 May is announced by 20 May', 'hearing_notice_before', '2026-05-29', '2026-05-20'],
    [
      'a closure on 31 August is announced by the end of February',
      'closure_announce_before',
      '2026-08-31',
      '2026-02-28',
    ],
  ] as const)('%s', (_, id, event, expected) =>
    expect(latestDayBefore(CLOCK_RULES[id], plainDate(event), calendar)).toBe(expected),
  );
});

describe('extension (ALL 42, design 6.7)', () => {
  const ten: Extension = CLOCK_RULES.decision_default_extension;
  const accepted = plainDate('2026-09-18');

  it('T-3: twenty and ten working days, told apart in the segments', () => {
    const found = deadline(CLOCK_RULES.decision_default, accepted, calendar, [], undefined, ten);
    expect(found.dueOn).toBe('2026-11-05');
    expect(found.segments.map(({ kind, from, to, days }) => [kind, from, to, days])).toEqual([
      ['running', '2026-09-19', '2026-10-22', 20],
      ['extended', '2026-10-23', '2026-11-05', 10],
    ]);
  });

  it('exists for the limits of the Licensing Law and no others', () => {
    expect(EXTENSIONS).toEqual({
      decision_default: { by: 'decision_default_extension', approver: 'head_of_agency' },
      decision_joint: { by: 'decision_joint_extension', approver: 'head_of_government' },
    });
  });

  it('adds its days whatever stood still on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 15 }),
        (n, at, days) => {
          const from = addDays(plainDate('2025-03-01'), n);
          const pause = [{ ground: 'hearing' as const, from: addDays(from, at), to: addDays(from, at + days) }];
          const longer = deadline(CLOCK_RULES.decision_default, from, calendar, pause, undefined, ten);
          const counted = longer.segments.filter(({ kind }) => kind !== 'excluded');
          expect(counted.reduce((sum, segment) => sum + segment.days, 0)).toBe(30);
          expect(compareDates(longer.dueOn, deadline(CLOCK_RULES.decision_default, from, calendar, pause).dueOn)).toBe(
            1,
          );
        },
      ),
    );
  });
});
