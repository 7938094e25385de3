import '../../../../../libs/messages/src/web-admin.js';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { http, took } from '../../api.js';
import { ButtonLink, Fetched, Heading, Joined, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { runsOf, type Year } from './calendar-days.js';
import { CalendarEdit } from './calendar-edit.js';
import { CalendarVersions } from './calendar-versions.js';
import { Legend } from './legend.js';
import { Month } from './month.js';

const FIRST = 2000;
const LAST = 2100;

/** The working days that every time limit is counted by, a year at a sight; the system administrator changes them. */
export function CalendarPage() {
  const t = useSay();
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const [told, tell] = useState('');
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), [told]);
  const present = Number(session.data?.today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = asked >= FIRST && asked <= LAST ? asked : present;
  const version = search.get('version') ?? undefined;
  const may = hasRole(session.data, ['systemAdmin']);
  const editing = may && version === undefined && search.get('edit') === 'yes';
  const query = useQuery({
    queryKey: ['calendar', year, version],
    queryFn: () => took<Year>(http.GET('/api/admin/calendar', { params: { query: { year, version } } })),
  });
  const address = (one: number): string =>
    `/admin/calendar?year=${one}${version ? `&version=${version}` : ''}${editing ? '&edit=yes' : ''}`;
  const adopted = (sentence: string): void => {
    tell(sentence);
    setSearch({ year: String(year) });
  };
  return (
    <>
      <Heading title={t('admin.calendar.title')}>
        {t('admin.calendar.title')} · {t('admin.calendar.year', { year })}
      </Heading>
      <div role="status">
        {told && (
          <p className="note good" tabIndex={-1} ref={note}>
            {told}
          </p>
        )}
      </div>
      <nav className="years" aria-label={t('admin.calendar.years')}>
        {year > FIRST && <Link href={address(year - 1)}>{t('admin.calendar.previous', { year: year - 1 })}</Link>}
        {year < LAST && <Link href={address(year + 1)}>{t('admin.calendar.next', { year: year + 1 })}</Link>}
      </nav>
      <Fetched query={query}>
        {(shown) =>
          editing ? (
            <CalendarEdit key={`${shown.version} ${shown.year}`} shown={shown} onAdopted={adopted} />
          ) : (
            <WholeYear shown={shown} may={may} />
          )
        }
      </Fetched>
      {!editing && <CalendarVersions year={year} shown={version} />}
    </>
  );
}

function WholeYear({ shown, may }: { shown: Year; may: boolean }) {
  const t = useSay();
  return (
    <>
      {!shown.inForce && (
        <p className="note warn">
          {t('admin.calendar.earlierVersion', { version: shown.version })}{' '}
          <Link href={`/admin/calendar?year=${shown.year}`}>{t('admin.calendar.toCurrent')}</Link>
        </p>
      )}
      {shown.notice ? (
        <p>{t('admin.calendar.notice', { notice: shown.notice })}</p>
      ) : (
        <p className="note warn">{t('admin.calendar.provisional')}</p>
      )}
      <p className="muted small">{t('admin.calendar.version', { version: shown.version })}</p>
      {may && shown.inForce && (
        <div className="actions">
          <ButtonLink kind="secondary" to={`/admin/calendar?year=${shown.year}&edit=yes`}>
            {t('admin.calendar.edit')}
          </ButtonLink>
        </div>
      )}
      <Legend />
      <div className="year">
        {Array.from({ length: 12 }, (_, i) => (
          <Month key={i} year={shown.year} month={i + 1} daysOff={shown.daysOff} makeUpDays={shown.makeUpDays} />
        ))}
      </div>
      <Days shown={shown} />
      <LocalDays shown={shown} />
    </>
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
      <table className="rows days-table">
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
              <th scope="row" data-label={t('admin.calendar.day')}>
                <Sentence>
                  {from === to ? t.day(from) : t('admin.calendar.range', { from: t.day(from), to: t.day(to) })}
                </Sentence>
              </th>
              <td data-label={t('admin.calendar.kind')}>{t(`admin.calendar.${kind}`)}</td>
              <td data-label={t('admin.calendar.length')}>{t('admin.calendar.days', { n: length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Days that governments of the place set by themselves, with what they rest on. */
function LocalDays({ shown: { localDays } }: { shown: Year }) {
  const t = useSay();
  if (localDays.length === 0) return null;
  return (
    <section aria-labelledby="local-title">
      <h2 id="local-title">{t('admin.calendar.local')}</h2>
      <ul className="plain">
        {localDays.map(({ region, day, kind, reason, documentNumber }) => (
          <li key={`${region}${day}`}>
            <strong>{t.day(day)}</strong> {t(`admin.calendar.local.${kind as 'dayOff'}`)}
            <br />
            <span className="small muted">
              <Joined>
                {reason}
                {documentNumber}
                {t('admin.calendar.local.in', { region })}
              </Joined>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
