import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Fetched, Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { Month } from './month.js';

type Year = Schemas['CalendarYear'];
const FIRST = 2020;
const LAST = 2100;

/** The working days that every time limit is counted by, a year at a sight. */
export function CalendarPage() {
  const t = useSay();
  const [search] = useSearchParams();
  const session = useSession();
  const present = Number(session.data?.today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = asked >= FIRST && asked <= LAST ? asked : present;
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => took<Year>(http.GET('/api/admin/calendar', { params: { query: { year } } })),
  });
  return (
    <>
      <Heading title={t('admin.calendar.title')}>
        {t('admin.calendar.title')} · {t('admin.calendar.year', { year })}
      </Heading>
      <nav className="years" aria-label={t('admin.calendar.years')}>
        {year > FIRST && (
          <Link href={`/admin/calendar?year=${year - 1}`}>{t('admin.calendar.previous', { year: year - 1 })}</Link>
        )}
        {year < LAST && (
          <Link href={`/admin/calendar?year=${year + 1}`}>{t('admin.calendar.next', { year: year + 1 })}</Link>
        )}
      </nav>
      <Fetched query={query}>{(shown) => <WholeYear shown={shown} />}</Fetched>
    </>
  );
}

function WholeYear({ shown }: { shown: Year }) {
  const t = useSay();
  return (
    <>
      {shown.notice ? (
        <p>{t('admin.calendar.notice', { notice: shown.notice })}</p>
      ) : (
        <p className="note warn">{t('admin.calendar.provisional')}</p>
      )}
      <p className="muted small">{t('admin.calendar.version', { version: shown.version })}</p>
      <Legend />
      <div className="year">
        {Array.from({ length: 12 }, (_, i) => (
          <Month key={i} year={shown.year} month={i + 1} daysOff={shown.daysOff} makeUpDays={shown.makeUpDays} />
        ))}
      </div>
      <Days shown={shown} />
    </>
  );
}

function Legend() {
  const t = useSay();
  return (
    <section aria-labelledby="legend-title">
      <h2 id="legend-title">{t('admin.calendar.legend')}</h2>
      <ul className="legend">
        <li>
          <span className="day working" aria-hidden="true">
            8
          </span>
          {t('admin.calendar.working')}
        </li>
        <li>
          <span className="day weekend" aria-hidden="true">
            8
          </span>
          {t('admin.calendar.weekend')}
        </li>
        <li>
          <span className="day off" aria-hidden="true">
            8<small>{t('admin.calendar.offMark')}</small>
          </span>
          {t('admin.calendar.off')}
        </li>
        <li>
          <span className="day make-up" aria-hidden="true">
            8<small>{t('admin.calendar.makeUpMark')}</small>
          </span>
          {t('admin.calendar.makeUp')}
        </li>
      </ul>
    </section>
  );
}

/** The same as words, for those who read rather than look. */
function Days({ shown: { daysOff, makeUpDays } }: { shown: Year }) {
  const t = useSay();
  const runs = [...runsOf(daysOff, 'off'), ...runsOf(makeUpDays, 'makeUp')];
  runs.sort((a, b) => a.from.localeCompare(b.from));
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="days-title">
      <h2 id="days-title">{t('admin.calendar.table')}</h2>
      <table className="days-table">
        <thead>
          <tr>
            <th scope="col">{t('admin.calendar.day')}</th>
            <th scope="col">{t('admin.calendar.kind')}</th>
            <th scope="col">{t('admin.calendar.length')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ from, to, kind, length }) => (
            <tr key={from}>
              <th scope="row" className="whole">
                {from === to ? t.day(from) : t('admin.calendar.range', { from: t.day(from), to: t.day(to) })}
              </th>
              <td>{t(`admin.calendar.${kind}`)}</td>
              <td>{t('admin.calendar.days', { n: length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Run {
  from: string;
  to: string;
  kind: 'off' | 'makeUp';
  length: number;
}

/** Days that follow one another, taken together. */
function runsOf(days: readonly string[], kind: Run['kind']): Run[] {
  const runs: Run[] = [];
  for (const day of [...days].sort()) {
    const run = runs[runs.length - 1];
    if (run && dayAfter(run.to) === day) {
      run.to = day;
      run.length += 1;
    } else runs.push({ from: day, to: day, kind, length: 1 });
  }
  return runs;
}

const DAY_MS = 86_400_000;
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
