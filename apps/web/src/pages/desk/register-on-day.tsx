import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, dayOf, Fetched, Joined, Sentence, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { sayingsOf } from './register-facts.js';
import { Lineage } from './register-lineage.js';

type OnDay = Schemas['RegisterOnDay'];
interface Asked {
  validOn?: string;
  recordedOn?: string;
}

/** What the register said on a day, for the bureau: everything that is written, by which case, and who became whom. */
export function RegisterOnDay({ id }: { id: string }) {
  const [search, setSearch] = useSearchParams();
  const asked: Asked = {
    validOn: search.get('validOn') ?? undefined,
    recordedOn: search.get('recordedOn') ?? undefined,
  };
  const query = useQuery({
    queryKey: ['register-on-day', id, asked],
    queryFn: () => took(http.GET('/api/register/{id}/on-day', { params: { path: { id }, query: asked } })),
    placeholderData: keepPreviousData,
  });
  const ask = (change: Asked): void => {
    const kept = Object.entries({ ...asked, ...change }).filter(([, day]) => day);
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  return (
    <Fetched query={query}>
      {(entry) => (
        <>
          <Said entry={entry} ask={ask} />
          <Lineage graph={entry.lineage} here={entry.id} />
          <Story entry={entry} />
        </>
      )}
    </Fetched>
  );
}

function Said({ entry, ask }: { entry: OnDay; ask(change: Asked): void }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="on-day-title">
      <h2 id="on-day-title">{t('onDay.title')}</h2>
      <DayForm entry={entry} ask={ask} />
      <p role="status">
        <strong>{t('onDay.on', { day: t.day(entry.validOn) })}</strong>
      </p>
      {entry.said ? (
        <dl className="facts tight">
          {sayingsOf(t, entry.said).map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                <Sentence>{value}</Sentence>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('onDay.nothing')}</p>
      )}
    </section>
  );
}

/** Asked when it stops; the day is told while it moves. What was moved or typed counts until another day is shown. */
function Slider({ entry: { days, validOn }, ask }: { entry: OnDay; ask(change: Asked): void }) {
  const t = useSay();
  const [moved, setMoved] = useState({ at: 0, from: '' });
  const shown = days.findLastIndex((day) => day <= validOn);
  const at = moved.from === validOn ? moved.at : Math.max(shown, 0);
  const stop = (): void => {
    if (at !== shown) ask({ validOn: days[at] });
  };
  const words = t.day(days[at] ?? validOn);
  return (
    <div className="day-slider wide">
      <label htmlFor="day-slider">{t('onDay.slide')}</label>
      <input
        id="day-slider"
        type="range"
        min={0}
        max={days.length - 1}
        value={at}
        aria-valuetext={words}
        onChange={(event) => setMoved({ at: Number(event.target.value), from: validOn })}
        onPointerUp={stop}
        onKeyUp={stop}
        onBlur={stop}
      />
      <output htmlFor="day-slider">{words}</output>
    </div>
  );
}

function DayForm({ entry, ask }: { entry: OnDay; ask(change: Asked): void }) {
  const t = useSay();
  const today = useSession().data?.today ?? entry.recordedOn;
  const shown = { validOn: entry.validOn, recordedOn: entry.recordedOn };
  const [typed, setTyped] = useState({ days: shown, over: shown });
  const same = typed.over.validOn === shown.validOn && typed.over.recordedOn === shown.recordedOn;
  const days = same ? typed.days : shown;
  const later = days.recordedOn > today;
  const show = (event: FormEvent): void => {
    event.preventDefault();
    if (!later) ask(days);
  };
  return (
    <form className="day-form" onSubmit={show} noValidate>
      {entry.days.length > 1 && <Slider entry={entry} ask={ask} />}
      {(['validOn', 'recordedOn'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`onDay.${name}`)}
          value={days[name]}
          error={name === 'recordedOn' && later ? t('field.RECORDED_LATER') : undefined}
          onChange={(day) => setTyped({ days: { ...days, [name]: day }, over: shown })}
          native={{ type: 'date', min: '2000-01-01', max: name === 'recordedOn' ? today : '2100-12-31' }}
        />
      ))}
      <Button kind="secondary" type="submit">
        {t('onDay.show')}
      </Button>
    </form>
  );
}

function Story({ entry: { id, turns } }: { entry: OnDay }) {
  const t = useSay();
  if (turns.length === 0) return null;
  return (
    <section className="card" aria-labelledby="story-title">
      <h2 id="story-title">{t('onDay.story')}</h2>
      <ol className="turns">
        {turns.map(({ cause, validFrom, recordedAt, caseId, caseNumber, changed }, i) => (
          <li key={i}>
            <Joined>
              <strong>{t.code('cause', cause)}</strong>
              {t('onDay.from', { day: t.day(validFrom) })}
            </Joined>
            <span className="small muted">
              <Joined>
                {t('onDay.writtenOn', { day: t.day(dayOf(recordedAt)) })}
                {caseId && caseNumber ? (
                  <Link href={`/desk/cases/${caseId}`}>{t('onDay.byCase', { number: caseNumber })}</Link>
                ) : (
                  ''
                )}
              </Joined>
            </span>
            <span className="small">
              {t('onDay.changed', { fields: changed.map((field) => t.code('onDay.field', field)).join(' · ') })}
            </span>
            <Link href={`/desk/register/${id}?validOn=${validFrom}`}>{t('onDay.see', { day: t.day(validFrom) })}</Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
