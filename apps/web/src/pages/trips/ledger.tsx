import type { ReactNode } from 'react';
import type { Schemas } from '../../api.js';
import { Joined, Tag } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';
import type { LedgerTrip } from './queries.js';

/** The day in Shanghai of an instant. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

export const causeOf = (t: Say, cause: string): string => t(`trip.cause.${cause}` as 'trip.cause.consultation');

/** What was proved and what was measured, side by side, and every contact: the same for both sides. */
export function TripLedger({
  ledger: { bound, measured, items },
  beside,
}: {
  ledger: Schemas['TripLedger'];
  beside?(trip: LedgerTrip): ReactNode;
}) {
  const t = useSay();
  const within = bound === null || measured <= bound;
  return (
    <>
      <p>
        <Joined>
          <strong>{t('trip.measured', { n: measured })}</strong>
          {bound !== null && t('trip.bound', { n: bound })}
        </Joined>
      </p>
      <p>
        <Tag kind={within ? 'done' : 'bad'}>{t(within ? 'trip.within' : 'trip.beyond')}</Tag>
      </p>
      {items.length === 0 ? (
        <p className="muted">{t('trip.none')}</p>
      ) : (
        <ul className="plain" aria-label={t('trip.list')}>
          {items.map((trip) => (
            <li key={trip.id}>
              <strong>{causeOf(t, trip.cause)}</strong> <span className="whole muted">{t.day(dayOf(trip.at))}</span>
              <span className="small">
                <Joined>
                  {t(`trip.kind.${trip.kind}` as 'trip.kind.extra')}
                  {answered(t, trip)}
                  {!isOpen(trip) && t(trip.counts ? 'trip.counts' : 'trip.countsNot')}
                </Joined>
              </span>
              {beside?.(trip)}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('trip.why')}</summary>
        <p>{t('trip.rule')}</p>
      </details>
    </>
  );
}

/** Whether it was voluntary waits for the applicant: the words for this say already that it counts until then. */
const isOpen = ({ kind, agreed }: LedgerTrip): boolean => kind === 'voluntary' && agreed === null;

/** What the applicant said of a contact; nothing where nobody is asked. */
function answered(t: Say, trip: LedgerTrip): string | null {
  const { kind, agreed } = trip;
  if (isOpen(trip)) return t('trip.unconfirmed');
  if (kind === 'demanded' || agreed === null) return null;
  return t(agreed ? 'trip.confirmed' : 'trip.denied');
}
