import { http, took, type Schemas } from '../../api.js';
import { ButtonLink, Confirm, Fetched, Joined, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { causeOf } from '../trips/ledger.js';
import { useAppointment, useRefreshTrips, type Appointment } from '../trips/queries.js';

type Page = Schemas['AppointmentOfCase'];

/** 预约: when, where, what to bring; or the way to book. Where a county offers none, nothing is said of it. */
export function AppointmentCard({ caseId }: { caseId: string }) {
  const query = useAppointment(caseId);
  return <Fetched query={query}>{(page) => <Card caseId={caseId} page={page} />}</Fetched>;
}

function Card({ caseId, page }: { caseId: string; page: Page }) {
  const t = useSay();
  if (!page.offered || (!page.open && !page.appointment)) return null;
  return (
    <section className="card" aria-labelledby="appointment-title">
      <h2 id="appointment-title">{t('appointment.title')}</h2>
      {page.appointment ? (
        <Booked caseId={caseId} appointment={page.appointment} office={page.office} />
      ) : (
        <>
          <p>{t('appointment.lead')}</p>
          <div className="actions">
            <ButtonLink kind="secondary" to={`/cases/${caseId}/appointment`}>
              {t('appointment.book')}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  );
}

function Booked({ caseId, appointment, office }: { caseId: string; appointment: Appointment; office: string }) {
  const t = useSay();
  const { day, from, to, place, cause, remindedAt, offered, bring } = appointment;
  const words = { day: t.day(day), from, to };
  return (
    <>
      {!offered && <p className="note bad">{t('appointment.notOffered')}</p>}
      {offered && remindedAt && (
        <p className="note warn">
          <Sentence>{t('appointment.reminded', words)}</Sentence>
        </p>
      )}
      <p>
        <strong>
          <Sentence>{t('appointment.at', words)}</Sentence>
        </strong>
        <Joined>
          {t(`appointment.place.${place as 'home'}`)}
          {causeOf(t, cause)}
        </Joined>
      </p>
      {place === 'counter' && <p>{t('appointment.office', { office })}</p>}
      <Bring lines={bring} below="card" />
      <p>
        <a href={`/api/cases/${caseId}/appointment.ics`} download>
          {t('appointment.ics')}
        </a>
      </p>
      <div className="actions">
        <ButtonLink kind="secondary" to={`/cases/${caseId}/appointment`}>
          {t('appointment.move')}
        </ButtonLink>
        <Cancel caseId={caseId} />
      </div>
    </>
  );
}

/** @param below on the page of an appointment it stands right under the title, on a card under the card's own */
export function Bring({ lines, below }: { lines: Appointment['bring']; below: 'title' | 'card' }) {
  const t = useSay();
  const Subtitle = below === 'title' ? 'h2' : 'h3';
  if (lines.length === 0) return <p>{t('appointment.bringNone')}</p>;
  return (
    <>
      <Subtitle>{t('appointment.bring')}</Subtitle>
      <p className="hint">{t('appointment.bringHint')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.lineId}>{t.called(line)}</li>
        ))}
      </ul>
    </>
  );
}

function Cancel({ caseId: id }: { caseId: string }) {
  const t = useSay();
  const refresh = useRefreshTrips(id);
  const cancel = async (): Promise<void> => {
    await took(http.DELETE('/api/cases/{id}/appointment', { params: { path: { id } } }));
    await refresh();
  };
  return (
    <Confirm
      words={{
        open: t('appointment.cancel'),
        title: t('appointment.cancelSure'),
        effect: t('appointment.cancelEffect'),
        confirm: t('appointment.cancelDo'),
      }}
      asks="quiet"
      act={cancel}
    />
  );
}
