import { useSay } from '../../say.js';

type Kind = 'working' | 'weekend' | 'off' | 'make-up';
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const;

interface Props {
  year: number;
  month: number;
  daysOff: readonly string[];
  makeUpDays: readonly string[];
}

/** One month as a small table; a mark and a word tell the special days apart, colour only repeats it. */
export function Month({ year, month, daysOff, makeUpDays }: Props) {
  const t = useSay();
  const weeks = weeksOf(year, month);
  const kindOf = (date: string): Kind => {
    if (makeUpDays.includes(date)) return 'make-up';
    if (daysOff.includes(date)) return 'off';
    return [0, 6].includes(weekdayOf(date)) ? 'weekend' : 'working';
  };
  const working = weeks.flat().filter((date) => date && ['working', 'make-up'].includes(kindOf(date))).length;
  return (
    <table className="month">
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
              <td key={n}>{date && <Day date={date} kind={kindOf(date)} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, kind }: { date: string; kind: Kind }) {
  const t = useSay();
  return (
    <span className={`day ${kind}`}>
      {Number(date.slice(8))}
      {kind === 'off' && <small>{t('admin.calendar.offMark')}</small>}
      {kind === 'make-up' && <small>{t('admin.calendar.makeUpMark')}</small>}
    </span>
  );
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
