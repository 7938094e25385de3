import { countyPacks, procedureFor } from '../../../test/builders/pack.js';
import { officialCalendar, plainDate, type MatterPack } from '../../law/src/index.js';
import { clocksOf } from './clocks.js';

const pack = countyPacks().find(({ code }) => code === 'TERM-VOL') as MatterPack;
const calendar = officialCalendar();

/** The clock of the running step of a winding up, after steps on their days. */
function stepAfter(steps: readonly (readonly [string, string])[], closingStepDays: number) {
  const log = steps.map(([type, day], i) => ({
    seq: i + 1,
    type,
    state: 'LIQUIDATING',
    owner_role: 'registrar' as const,
    legal_date: plainDate(day),
    payload: {},
  }));
  const of = { limits: pack.limits, readings: { ...pack.readings, closingStepDays } };
  const known = procedureFor(pack).clocks;
  const [clock] = clocksOf(log as Parameters<typeof clocksOf>[0], ['closing_step'], {
    pack: of,
    known: known.filter((id) => id === 'closing_step'),
    calendar,
    asOf: plainDate('2026-03-10'),
    closed: false,
  });
  return clock && [clock.deadline.dueOn, clock.whose, clock.status];
}

describe('each step of a winding up has its days (closingStepDays)', () => {
  it('from the last step on; the first one is the school’s own', () => {
    expect(stepAfter([['serve', '2026-03-02']], 5)).toEqual(['2026-03-09', 'applicant', 'running']);
    expect(
      stepAfter(
        [
          ['serve', '2026-03-02'],
          ['publish', '2026-03-03'],
        ],
        5,
      )?.[0],
    ).toBe('2026-03-10');
    expect(
      stepAfter(
        [
          ['serve', '2026-03-02'],
          ['reportLiquidation', '2026-03-04'],
        ],
        5,
      ),
    ).toEqual(['2026-03-11', 'bureau', 'running']);
  });

  it('a reminder ends it, the next step begins another', () => {
    const late = [
      ['serve', '2026-01-05'],
      ['remindClosing', '2026-02-13'],
    ] as const;
    expect(stepAfter(late, 30)?.[2]).toBe('fired');
    expect(stepAfter([...late, ['reportLiquidation', '2026-03-02']], 30)?.[2]).toBe('running');
  });
});
