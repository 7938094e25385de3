import { World, type Answer } from './harness.js';

interface Told {
  dueOn: string;
  provisional: boolean;
  segments: Record<string, unknown>[];
  code?: string;
  errors?: { field: string; code: string; message: string }[];
}

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world?.close());

const ask = (query: string): Promise<Answer<Told>> => world.nobody().send<Told>('GET', `/api/public/deadline?${query}`);

describe('GET /api/public/deadline: the vectors of catalogue 7.9', () => {
  it.each([
    ['T-1', '2026-02-13', 5, 'working_day', '', '2026-02-27'],
    ['T-2', '2026-09-18', 20, 'working_day', '', '2026-10-22'],
    ['T-3', '2026-09-18', 30, 'working_day', '', '2026-11-05'],
    ['T-4', '2025-01-24', 20, 'working_day', '', '2025-02-27'],
    ['T-5', '2026-04-29', 10, 'working_day', '', '2026-05-15'],
    ['T-6', '2025-09-26', 7, 'working_day', '', '2025-10-13'],
    ['T-7', '2026-03-07', 5, 'working_day', '', '2026-03-13'],
    ['T-8', '2026-03-02', 45, 'working_day', '', '2026-05-08'],
    ['T-9', '2025-12-31', 5, 'working_day', '', '2026-01-08'],
    ['T-10', '2026-02-10', 30, 'calendar_day', '', '2026-03-12'],
    ['T-11', '2026-01-31', 3, 'month', '', '2026-04-30'],
    ['T-12', '2026-06-15', 3, 'month', '', '2026-09-15'],
    ['T-13', '2026-05-20', 60, 'calendar_day', '', '2026-07-19'],
    ['T-13 rolled', '2026-05-20', 60, 'calendar_day', '&roll=next', '2026-07-20'],
    ['T-14', '2026-03-02', 20, 'working_day', '&exclude=2026-03-10..2026-03-19', '2026-04-10'],
    ['T-14 without', '2026-03-02', 20, 'working_day', '', '2026-03-30'],
    ['T-15', '2026-02-13', 20, 'working_day', '', '2026-03-19'],
    ['T-16', '2026-08-31', -30, 'calendar_day', '', '2026-08-01'],
    ['T-16 reminder', '2026-08-31', -30, 'working_day', '', '2026-07-20'],
    ['a year', '2024-02-29', 1, 'year', '', '2025-02-28'],
    ['months before', '2026-08-31', -6, 'month', '', '2026-02-28'],
  ])('%s: %s + %i %s%s = %s', async (_, from, length, unit, more, dueOn) => {
    const { status, body } = await ask(`from=${from}&length=${length}&unit=${unit}${more}`);
    expect([status, body.dueOn]).toEqual([200, dueOn]);
  });

  it('says why: each segment with its days, its article and the calendar', async () => {
    const { body } = await ask('from=2026-03-02&length=20&unit=working_day&exclude=2026-03-10..2026-03-19');
    expect(body.provisional).toBe(false);
    const article = (ref: string) => expect.objectContaining({ ref }) as unknown;
    const common = { unit: 'working_day', calendarVersion: expect.any(String) as unknown };
    expect(body.segments).toEqual([
      { ...common, from: '2026-03-03', to: '2026-03-09', days: 5, kind: 'running', article: article('ALL 82') },
      { ...common, from: '2026-03-10', to: '2026-03-19', days: 8, kind: 'excluded', article: article('ALL 45') },
      { ...common, from: '2026-03-20', to: '2026-04-10', days: 15, kind: 'running', article: article('ALL 82') },
    ]);
  });

  it('several spans count each once, in whatever order they are named', async () => {
    const spans = ['2026-03-18..2026-03-19', '2026-03-10..2026-03-17'];
    const told = await Promise.all(
      [spans, [...spans].reverse()].map((given) =>
        ask(`from=2026-03-02&length=20&unit=working_day${given.map((span) => `&exclude=${span}`).join('')}`),
      ),
    );
    expect(told.map(({ body }) => body.dueOn)).toEqual(['2026-04-10', '2026-04-10']);
  });

  it.each([
    ['from=2026-12-25&length=20&unit=working_day', true],
    ['from=2024-12-20&length=20&unit=working_day', true],
    ['from=2027-01-20&length=-20&unit=working_day', true],
    ['from=2026-12-25&length=20&unit=calendar_day', false],
    ['from=2026-12-25&length=20&unit=calendar_day&roll=next', true],
    ['from=2025-01-02&length=400&unit=working_day', false],
  ])('%s: provisional %s, because a year is not announced', async (query, provisional) =>
    expect((await ask(query)).body.provisional).toBe(provisional),
  );
});

describe('bad questions are refused by name', () => {
  const good = 'from=2026-02-13&length=5&unit=working_day';
  const many = Array.from({ length: 21 }, (_, i) => `&exclude=2026-03-${10 + (i % 20)}..2026-03-${10 + (i % 20)}`);
  it.each([
    ['', 'from', 'FIELD_MISSING'],
    ['length=5&unit=working_day', 'from', 'FIELD_MISSING'],
    ['from=&length=5&unit=working_day', 'from', 'FIELD_MISSING'],
    ['from=2026-02-30&length=5&unit=working_day', 'from', 'DATE_INVALID'],
    ['from=13.2.2026&length=5&unit=working_day', 'from', 'DATE_INVALID'],
    ['from=1999-12-31&length=5&unit=working_day', 'from', 'DATE_YEARS'],
    ['from=2101-01-01&length=5&unit=working_day', 'from', 'DATE_YEARS'],
    [`${good}&from=2026-02-14`, 'from', 'FIELD_TWICE'],
    ['from=2026-02-13&length=0&unit=working_day', 'length', 'LENGTH_ZERO'],
    ['from=2026-02-13&length=-0&unit=working_day', 'length', 'LENGTH_ZERO'],
    ['from=2026-02-13&length=1.5&unit=working_day', 'length', 'LENGTH_NOT_WHOLE'],
    ['from=2026-02-13&length=five&unit=working_day', 'length', 'LENGTH_NOT_WHOLE'],
    ['from=2026-02-13&length=10000&unit=calendar_day', 'length', 'LENGTH_TOO_LONG'],
    ['from=2026-02-13&length=-10000&unit=calendar_day', 'length', 'LENGTH_TOO_LONG'],
    ['from=2026-02-13&length=3661&unit=working_day', 'length', 'LENGTH_TOO_LONG'],
    ['from=2026-02-13&length=121&unit=month', 'length', 'LENGTH_TOO_LONG'],
    ['from=2026-02-13&length=11&unit=year', 'length', 'LENGTH_TOO_LONG'],
    ['from=2026-02-13&length=5&unit=fortnight', 'unit', 'NOT_AN_OPTION'],
    ['from=2026-02-13&length=5&unit=constructor', 'unit', 'NOT_AN_OPTION'],
    [`${good}&roll=maybe`, 'roll', 'NOT_AN_OPTION'],
    [`${good}&exclude=2026-03-19..2026-03-10`, 'exclude', 'EXCLUSION_REVERSED'],
    [`${good}&exclude=2026-03-10`, 'exclude', 'EXCLUSION_FORM'],
    [`${good}&exclude=2026-02-30..2026-03-10`, 'exclude', 'DATE_INVALID'],
    [`${good}&exclude=2026-03-10..2026-03-12&exclude=x`, 'exclude[1]', 'EXCLUSION_FORM'],
    [`${good}&exclude=2026-03-10..2026-03-15&exclude=2026-03-15..2026-03-20`, 'exclude', 'EXCLUSIONS_OVERLAP'],
    [`${good}${many.join('')}`, 'exclude', 'EXCLUSIONS_TOO_MANY'],
    ['from=2026-02-13&length=-5&unit=working_day&exclude=2026-01-10..2026-01-15', 'exclude', 'EXCLUSION_BEFORE'],
    ['from=2026-02-13&length=-5&unit=working_day&roll=next', 'roll', 'ROLL_BEFORE'],
    [`${good}&form=2026-02-14`, 'form', 'FIELD_UNKNOWN'],
    [`${good}&__proto__=1`, '__proto__', 'FIELD_UNKNOWN'],
  ])('%s: %s %s', async (query, field, code) => {
    const { status, body } = await ask(query);
    expect([status, body.code]).toEqual([422, 'FIELDS_INVALID']);
    expect(body.errors).toContainEqual({ field, code, message: expect.any(String) as unknown });
    expect(body.errors?.every(({ message }) => message !== '' && !message.includes('{'))).toBe(true);
  });

  it('the longest of each unit is answered', async () => {
    for (const [length, unit] of [
      [3660, 'working_day'],
      [-3660, 'calendar_day'],
      [120, 'month'],
      [10, 'year'],
    ] as const)
      expect((await ask(`from=2026-02-13&length=${length}&unit=${unit}`)).status).toBe(200);
  });
});
