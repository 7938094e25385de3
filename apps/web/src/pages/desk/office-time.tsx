import '../../../../../libs/messages/src/web-desk.js';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, FaultSummary, Fetched, Heading, Sentence, TextField, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';

type OfficeTime = Schemas['OfficeTime'];
interface Span {
  from: string;
  to: string;
}

/** Where the time went: the working days of every office, over the cases received in a span. */
export function OfficeTimePage() {
  const t = useSay();
  const [search, setSearch] = useSearchParams();
  const span: Span = { from: search.get('from') ?? '', to: search.get('to') ?? '' };
  const time = useQuery({
    queryKey: ['office-time', span],
    queryFn: () =>
      took(
        http.GET('/api/desk/time', {
          params: { query: { from: span.from || undefined, to: span.to || undefined } },
        }),
      ),
  });
  const { faults, attempt, at, clear, showError } = useFaults();
  useEffect(() => (time.error ? showError(time.error) : clear()), [time.error]);
  const named = Object.keys(faults.fields).length > 0;
  return (
    <>
      {named && <FaultSummary faults={faults} attempt={attempt} />}
      <Heading>{t('desk.time.title')}</Heading>
      <p>{t('desk.time.lead')}</p>
      <SpanRow key={`${span.from} ${span.to}`} span={span} at={at} ask={(asked) => setSearch({ ...asked })} />
      {!named && (
        <Fetched query={time}>
          {(found) => (found.cases === 0 ? <Empty>{t('desk.time.none')}</Empty> : <Offices {...found} />)}
        </Fetched>
      )}
    </>
  );
}

function SpanRow({ span, at, ask }: { span: Span; at(field: string): string | undefined; ask(span: Span): void }) {
  const t = useSay();
  const [typed, setTyped] = useState(span);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(typed);
  };
  const day = (name: keyof Span) => (
    <TextField
      name={name}
      label={t(`desk.time.${name}`)}
      error={at(name)}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      native={{ type: 'date' }}
    />
  );
  return (
    <form className="toolbar" onSubmit={submit} aria-label={t('desk.time.span')}>
      {day('from')}
      {day('to')}
      <div className="actions">
        <Button type="submit">{t('desk.cases.query')}</Button>
      </div>
    </form>
  );
}

/** Bars for the eye, figures for the record: one table carries both. */
function Offices({ from, to, cases, offices }: OfficeTime) {
  const t = useSay();
  const longest = Math.max(1, ...offices.map(({ days }) => days));
  return (
    <>
      <p className="hint" role="status">
        <Sentence>{t('desk.time.count', { from: t.day(from), to: t.day(to), n: cases })}</Sentence>
      </p>
      <table className="rows office-time">
        <caption className="visually-hidden">{t('desk.time.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('days.holder')}</th>
            <th scope="col">{t('days.days')}</th>
            <th scope="col">{t('desk.time.cases')}</th>
            <th scope="col">{t('desk.time.average')}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map(({ holder, days, cases: had }) => (
            <tr key={holder}>
              <th scope="row" data-label={t('days.holder')}>
                <span className={`key ${holder}`}>{t(`days.${holder}` as 'days.bureau')}</span>
              </th>
              <td data-label={t('days.days')}>
                <span className="days" aria-hidden="true">
                  <span className={holder} style={{ width: `${(days / longest) * 100}%` }} />
                </span>{' '}
                {days}
              </td>
              <td data-label={t('desk.time.cases')}>{had}</td>
              <td data-label={t('desk.time.average')}>{had === 0 ? '–' : (days / had).toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
