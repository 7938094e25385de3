import type { Schemas } from '../../api.js';

export type Year = Schemas['CalendarYear'];
export type LocalDay = Schemas['CalendarChangeDto']['localDays'][number];
export type Kind = 'working' | 'weekend' | 'off' | 'make-up';
export type Mark = 'off' | 'makeUp';

/** What an administrator is writing about one year; days are kept one by one and sent as ranges. */
export interface Draft {
  notice: string;
  daysOff: string[];
  makeUpDays: string[];
  localDays: LocalDay[];
}

/** A report as it was shown, with the change that it is about: exactly these two are adopted together. */
export interface Seen {
  report: Schemas['CalendarReport'];
  change: Schemas['CalendarChangeDto'];
  commandId: string;
}

export interface Run {
  from: string;
  to: string;
  kind: Mark;
  length: number;
}

const DAY_MS = 86_400_000;
export const addDay = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export const kindOf = (date: string, { daysOff, makeUpDays }: Pick<Draft, 'daysOff' | 'makeUpDays'>): Kind =>
  makeUpDays.includes(date) ? 'make-up' : daysOff.includes(date) ? 'off' : isWeekend(date) ? 'weekend' : 'working';

/** Days that follow one another, taken together. */
export function runsOf(days: readonly string[], kind: Mark): Run[] {
  const runs: Run[] = [];
  for (const day of [...days].sort()) {
    const run = runs[runs.length - 1];
    if (run && addDay(run.to, 1) === day) {
      run.to = day;
      run.length += 1;
    } else runs.push({ from: day, to: day, kind, length: 1 });
  }
  return runs;
}

/** The days from one to another; none where they are reversed or no days. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 366; day = addDay(day, 1)) days.push(day);
  return days;
}

/** Marks days as one kind, or takes their mark away: a day is never two things. */
export function marked(draft: Draft, days: readonly string[], kind: Mark | null): Draft {
  const without = (list: readonly string[]): string[] => list.filter((day) => !days.includes(day));
  const add = (list: readonly string[], wanted: boolean): string[] =>
    wanted ? [...without(list), ...days].sort() : without(list);
  return {
    ...draft,
    daysOff: add(draft.daysOff, kind === 'off'),
    makeUpDays: add(draft.makeUpDays, kind === 'makeUp'),
  };
}

/** One press on a day: a weekday is off or not, a weekend is a weekend, a make-up day, or named as off. */
export function pressed(draft: Draft, day: string): Draft {
  const kind = kindOf(day, draft);
  if (kind === 'working') return marked(draft, [day], 'off');
  if (kind === 'weekend') return marked(draft, [day], 'makeUp');
  return marked(draft, [day], kind === 'make-up' ? 'off' : null);
}

export const draftOf = ({ notice, daysOff, makeUpDays, localDays }: Year): Draft => ({
  notice: notice ?? '',
  daysOff: [...daysOff],
  makeUpDays: [...makeUpDays],
  localDays: localDays.map((day) => ({ ...day, kind: day.kind === 'workingDay' ? 'workingDay' : 'dayOff' })),
});

/** What is sent: an empty number means that the year is not announced. */
export const changeOf = (year: number, draft: Draft): Schemas['CalendarChangeDto'] => ({
  year,
  notice: draft.notice.trim() === '' && draft.daysOff.length + draft.makeUpDays.length === 0 ? null : draft.notice,
  daysOff: runsOf(draft.daysOff, 'off').map(({ from, to }) => ({ from, to })),
  makeUpDays: [...draft.makeUpDays].sort(),
  localDays: draft.localDays,
});
