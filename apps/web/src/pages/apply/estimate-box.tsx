import { Fetched } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Triage } from './triage-steps.js';
import { useEstimate } from './use-case.js';

/** What it would take, as far as it is known: it changes with every answer. */
export function EstimateBox({ triage }: { triage: Triage }) {
  const t = useSay();
  const estimate = useEstimate({ donated: triage.assets === true, jointSponsors: triage.sponsors === true });
  if (triage.what === 'school' || triage.what === 'tutoring') return null;
  return (
    <aside className="card estimate" aria-labelledby="estimate-title">
      <h2 id="estimate-title">{t('apply.estimate.title')}</h2>
      <Fetched query={estimate}>
        {({ materials, trips, decisionOn, provisional }) => (
          <div aria-live="polite">
            <ul className="estimate-line">
              <li>{t('apply.estimate.materials', { n: materials.length })}</li>
              <li>{t('apply.estimate.trips', { n: trips })}</li>
              <li className="whole">{t('apply.estimate.latest', { day: t.day(decisionOn) })}</li>
            </ul>
            <p className="small muted">
              {t('apply.estimate.uploads', { n: materials.filter(({ source }) => source === 'upload').length })}
            </p>
            {provisional && <p className="small muted">{t('time.provisional')}</p>}
          </div>
        )}
      </Fetched>
    </aside>
  );
}
