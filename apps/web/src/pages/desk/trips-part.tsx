import '../../../../../libs/messages/src/web-trips-desk.js';
import { Fetched, Joined, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { causeOf, TripLedger } from '../trips/ledger.js';
import { useAppointment, useTrips } from '../trips/queries.js';

/** Contacts of a case as the applicant sees them too, and the appointment that is still to come. */
export function TripsPart({ caseId }: { caseId: string }) {
  const t = useSay();
  const trips = useTrips(caseId);
  const appointment = useAppointment(caseId);
  return (
    <>
      <section className="card" aria-labelledby="trips-title">
        <h2 id="trips-title">{t('trip.title')}</h2>
        <Fetched query={trips}>{(ledger) => <TripLedger ledger={ledger} />}</Fetched>
      </section>
      <section className="card" aria-labelledby="next-appointment">
        <h2 id="next-appointment">{t('desk.trips.appointment')}</h2>
        <Fetched query={appointment}>
          {({ appointment: next }) =>
            next ? (
              <p>
                <Joined>
                  <strong>
                    <Sentence>{t('appointment.at', { day: t.day(next.day), from: next.from, to: next.to })}</Sentence>
                  </strong>
                  {t(`appointment.place.${next.place as 'home'}`)}
                  {causeOf(t, next.cause)}
                </Joined>
              </p>
            ) : (
              <p>{t('desk.trips.noAppointment')}</p>
            )
          }
        </Fetched>
      </section>
    </>
  );
}
