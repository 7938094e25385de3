import { useState } from 'react';
import { http, took } from '../../api.js';
import { Button, FaultSummary, Fetched, Sentence, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { causeOf, dayOf, TripLedger } from '../trips/ledger.js';
import { useRefreshTrips, useTrips, type LedgerTrip } from '../trips/queries.js';

/** 跑动: promise and fact, the one tap that only the applicant can make, and a way to say what nobody noted. */
export function TripsCard({ caseId }: { caseId: string }) {
  const t = useSay();
  const query = useTrips(caseId);
  const act = useAct(caseId);
  return (
    <section className="card" aria-labelledby="trips-title">
      <h2 id="trips-title">{t('trip.title')}</h2>
      <FaultSummary faults={act.faults} attempt={act.attempt} />
      <div role="status">{act.told && <p className="note good">{act.told}</p>}</div>
      <Fetched query={query}>
        {(ledger) => (
          <>
            {ledger.items.filter(waits).map((trip) => (
              <Ask key={trip.id} trip={trip} busy={act.busy} onAnswer={(agreed) => act.answer(trip.id, agreed)} />
            ))}
            <TripLedger ledger={ledger} />
          </>
        )}
      </Fetched>
      <details>
        <summary>{t('trip.report')}</summary>
        <p>{t('trip.reportEffect')}</p>
        <Button kind="secondary" busy={act.busy} onClick={act.report}>
          {t('trip.reportDo')}
        </Button>
      </details>
    </section>
  );
}

const waits = ({ kind, agreed }: LedgerTrip): boolean => kind !== 'demanded' && agreed === null;

function Ask({ trip, busy, onAnswer }: { trip: LedgerTrip; busy: boolean; onAnswer(agreed: boolean): void }) {
  const t = useSay();
  const kind = trip.kind === 'extra' ? 'extra' : 'voluntary';
  return (
    <div className="note" role="group" aria-labelledby={`ask-${trip.id}`}>
      <p id={`ask-${trip.id}`}>
        <Sentence>{t(`trip.ask.${kind}`, { day: t.day(dayOf(trip.at)), cause: causeOf(t, trip.cause) })}</Sentence>
      </p>
      <p className="hint">{t('trip.askHint')}</p>
      <div className="actions">
        <Button kind="secondary" busy={busy} onClick={() => onAnswer(true)}>
          {t(`trip.yes.${kind}`)}
        </Button>
        <Button kind="secondary" busy={busy} onClick={() => onAnswer(false)}>
          {t(`trip.no.${kind}`)}
        </Button>
      </div>
    </div>
  );
}

function useAct(id: string) {
  const t = useSay();
  const refresh = useRefreshTrips(id);
  const { faults, attempt, clear, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const run = async (work: Promise<unknown>, sentence: string): Promise<void> => {
    setBusy(true);
    try {
      await work;
      clear();
      setTold(sentence);
      await refresh();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    faults,
    attempt,
    busy,
    told,
    answer: (trip: string, agreed: boolean) =>
      void run(
        took(http.POST('/api/cases/{id}/trips/{trip}/answer', { params: { path: { id, trip } }, body: { agreed } })),
        t('trip.answered'),
      ),
    report: () => void run(took(http.POST('/api/cases/{id}/trips', { params: { path: { id } } })), t('trip.reported')),
  };
}
