import type { ReactNode } from 'react';
import type { Schemas } from '../../api.js';
import { Tag } from '../../kit/index.js';
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
        <strong>{t('trip.measured', { n: measured })}</strong> · {bound !== null && t('trip.bound', { n: bound })}{' '}
        <Tag kind={within ? 'done' : 'bad'}>{t(within ? 'trip.within' : 'trip.beyond')}</Tag>
      </p>
      {items.length === 0 ? (
        <p className="muted">{t('trip.none')}</p>
      ) : (
        <ul className="plain" aria-label={t('trip.list')}>
          {items.map((trip) => (
            <li key={trip.id}>
              <strong>{causeOf(t, trip.cause)}</strong> <span className="whole muted">{t.day(dayOf(trip.at))}</span>
              <br />
              <span className="small">
                {t(`trip.kind.${trip.kind}` as 'trip.kind.extra')} · {standing(t, trip)}
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

function standing(t: Say, { kind, agreed, counts }: LedgerTrip): string {
  const counted = t(counts ? 'trip.counts' : 'trip.countsNot');
  if (kind === 'demanded') return counted;
  if (agreed === null) return kind === 'voluntary' ? t('trip.unconfirmed') : counted;
  return `${t(agreed ? 'trip.confirmed' : 'trip.denied')} · ${counted}`;
}
