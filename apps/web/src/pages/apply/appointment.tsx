import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, ButtonLink, Choice, FaultSummary, Fetched, Heading, Select, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { causeOf } from '../trips/ledger.js';
import { useAppointment, useRefreshTrips, useSlots, type Place } from '../trips/queries.js';
import { Bring } from './appointment-card.js';
import { BackLink } from './back-link.js';

type Page = Schemas['AppointmentOfCase'];
interface Typed {
  cause: string;
  place: Place;
  day: string;
  from: string;
}

/** A time of one's own choice: what for, where, on which day, at what time. */
export function AppointmentPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  const query = useAppointment(id);
  return (
    <>
      <BackLink to={`/cases/${id}`}>{useSay()('apply.back.case')}</BackLink>
      <Fetched query={query}>
        {(page) => (page.open && page.offered ? <Booking id={id} page={page} /> : <Closed id={id} />)}
      </Fetched>
    </>
  );
}

function Closed({ id }: { id: string }) {
  const t = useSay();
  return (
    <>
      <Heading>{t('appointment.closed')}</Heading>
      <p>
        <ButtonLink to={`/cases/${id}`}>{t('apply.back.case')}</ButtonLink>
      </p>
    </>
  );
}

function Booking({ id, page }: { id: string; page: Page }) {
  const t = useSay();
  const moving = page.appointment;
  const [typed, setTyped] = useState<Typed>({
    cause: moving?.cause ?? '',
    place: (moving?.place as Place | undefined) ?? 'counter',
    day: '',
    from: '',
  });
  const { faults, attempt, at, busy, send } = useSending(id, typed, moving !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form onSubmit={submit} noValidate>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t(moving ? 'appointment.pageTitleMove' : 'appointment.pageTitle')}</Heading>
      <p>{t('appointment.lead')}</p>
      {!moving && (
        <Choice
          name="cause"
          label={t('appointment.cause')}
          value={typed.cause || undefined}
          error={at('cause')}
          options={page.causes.map((value) => ({ value, label: causeOf(t, value) }))}
          onChange={(cause) => setTyped({ ...typed, cause })}
        />
      )}
      <Choice
        name="place"
        label={t('appointment.place')}
        value={typed.place}
        options={(['counter', 'home'] as const).map((value) => ({
          value,
          label: t(`appointment.place.${value}`),
          hint: t(`appointment.placeHint.${value}`),
        }))}
        onChange={(place) => setTyped({ ...typed, place, day: '', from: '' })}
      />
      <Times key={typed.place} typed={typed} at={at} onChange={setTyped} />
      <Bring lines={page.bring} below="title" />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t(moving ? 'appointment.moveDo' : 'appointment.do')}
        </Button>
      </div>
    </form>
  );
}

function Times({
  typed,
  at,
  onChange,
}: {
  typed: Typed;
  at(field: string): string | undefined;
  onChange(typed: Typed): void;
}) {
  const t = useSay();
  const query = useSlots(typed.place);
  return (
    <Fetched query={query}>
      {({ items }) => {
        const free = items.filter((slot) => slot.free > 0);
        const days = [...new Set(free.map(({ day }) => day))];
        const ofDay = free.filter(({ day }) => day === typed.day);
        if (days.length === 0) return <p>{t('appointment.noSlots')}</p>;
        return (
          <>
            <Select
              name="day"
              label={t('appointment.day')}
              value={typed.day}
              error={at('day')}
              options={days.map((value) => ({ value, label: t.day(value) }))}
              onChange={(day) => onChange({ ...typed, day, from: '' })}
            />
            {ofDay[0]?.provisional && <p className="note warn">{t('appointment.provisional')}</p>}
            {typed.day !== '' && (
              <Choice
                name="from"
                label={t('appointment.slot')}
                inline
                value={typed.from || undefined}
                error={at('from')}
                options={ofDay.map(({ from, to, free: seats }) => ({
                  value: from,
                  label: `${from}–${to}`,
                  hint: t('appointment.free', { n: seats }),
                }))}
                onChange={(from) => onChange({ ...typed, from })}
              />
            )}
          </>
        );
      }}
    </Fetched>
  );
}

function useSending(id: string, typed: Typed, moving: boolean) {
  const t = useSay();
  const [, go] = useLocation();
  const refresh = useRefreshTrips(id);
  const { faults, attempt, at, show, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (busy) return;
    const missing = {
      ...(typed.cause === '' ? { cause: t('appointment.causeMissing') } : {}),
      ...(typed.day === '' ? { day: t('appointment.dayMissing') } : {}),
      ...(typed.day !== '' && typed.from === '' ? { from: t('appointment.slotMissing') } : {}),
    };
    if (Object.keys(missing).length > 0) return show({ fields: missing });
    setBusy(true);
    const { cause, ...slot } = typed;
    const path = { params: { path: { id } } };
    try {
      if (moving) await took(http.PUT('/api/cases/{id}/appointment', { ...path, body: slot }));
      else
        await took(
          http.POST('/api/cases/{id}/appointment', { ...path, body: { ...slot, cause: cause as 'consultation' } }),
        );
      await refresh();
      go(`/cases/${id}`);
    } catch (error) {
      await refresh();
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { faults, attempt, at, busy, send };
}
