import { useRef, useState, type KeyboardEvent } from 'react';
import { useSay, type Say } from '../../say.js';
import { addDay, kindOf, type Kind } from './calendar-days.js';

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const;

interface Props {
  year: number;
  month: number;
  daysOff: readonly string[];
  makeUpDays: readonly string[];
  /** Makes every day a button. One of a month is in the tab order; arrows walk through it. */
  onPress?(date: string): void;
}

/** One month as a small table; a mark and a word tell the special days apart, colour only repeats it. */
export function Month({ year, month, daysOff, makeUpDays, onPress }: Props) {
  const t = useSay();
  const weeks = weeksOf(year, month);
  const draft = { daysOff: [...daysOff], makeUpDays: [...makeUpDays] };
  const working = weeks.flat().filter((date) => date && ['working', 'make-up'].includes(kindOf(date, draft))).length;
  const { table, active, setActive, onKeyDown } = useWalk(weeks.flat().find((date) => date !== null) ?? '');
  return (
    <table className="month" ref={table} onKeyDown={onPress ? onKeyDown : undefined}>
      <caption>
        {t('admin.calendar.month', { n: month })}{' '}
        <span className="muted">{t('admin.calendar.workingDays', { n: working })}</span>
      </caption>
      <thead>
        <tr>
          {MONDAY_FIRST.map((day) => (
            <th key={day} scope="col">
              {t(`admin.calendar.weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((date, n) => (
              <td key={n}>
                {date && !onPress && <Day date={date} kind={kindOf(date, draft)} />}
                {date && onPress && (
                  <button
                    type="button"
                    className={`day ${kindOf(date, draft)}`}
                    data-day={date}
                    aria-label={t('admin.calendar.press', { day: t.day(date), kind: kindName(t, kindOf(date, draft)) })}
                    tabIndex={date === active ? 0 : -1}
                    onFocus={() => setActive(date)}
                    onClick={() => onPress(date)}
                  >
                    <Inside date={date} kind={kindOf(date, draft)} />
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kindName = (t: Say, kind: Kind): string => t(`admin.calendar.${kind === 'make-up' ? 'makeUp' : kind}`);

function Day({ date, kind }: { date: string; kind: Kind }) {
  return (
    <span className={`day ${kind}`}>
      <Inside date={date} kind={kind} />
    </span>
  );
}

function Inside({ date, kind }: { date: string; kind: Kind }) {
  const t = useSay();
  return (
    <>
      {Number(date.slice(8))}
      {kind === 'off' && <small>{t('admin.calendar.offMark')}</small>}
      {kind === 'make-up' && <small>{t('admin.calendar.makeUpMark')}</small>}
    </>
  );
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Walks from day to day within the month, so that a year has twelve stops and not 365. */
function useWalk(first: string) {
  const table = useRef<HTMLTableElement>(null);
  const [walked, setActive] = useState(first);
  const active = walked.slice(0, 7) === first.slice(0, 7) ? walked : first;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-day="${addDay(active, step)}"]`)?.focus();
  };
  return { table, active, setActive, onKeyDown };
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Weeks from Monday; null before the first and after the last day. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const head = `${year}-${String(month).padStart(2, '0')}-`;
  const days = Array.from({ length }, (_, i) => head + String(i + 1).padStart(2, '0'));
  const before = MONDAY_FIRST.findIndex((day) => day === weekdayOf(`${head}01`));
  const cells = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}
