import { likely, type TriageAnswers } from '../../../../../libs/law/src/triage.js';
import { Fetched, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useEstimate, type Declared } from './use-case.js';

/** 所需材料 n 项 · 跑动 ≤ n 次 · 最迟某日: it changes with every answer, as soon as one matter is left. */
export function EstimateBox({ answers }: { answers: TriageAnswers }) {
  const known = likely(answers);
  return known && <Box declared={known} />;
}

function Box({ declared }: { declared: Declared }) {
  const t = useSay();
  const estimate = useEstimate(declared);
  return (
    <aside className="card estimate" aria-labelledby="estimate-title">
      <h2 id="estimate-title">{t('triage.box')}</h2>
      <Fetched query={estimate}>
        {({ materials, trips, decisionOn, provisional }) => (
          <div aria-live="polite">
            <ul className="estimate-line">
              <li>{t('triage.materials', { n: materials.length })}</li>
              <li>{t('triage.trips', { n: trips })}</li>
              {decisionOn && (
                <li>
                  <Sentence>{t('triage.latest', { day: t.day(decisionOn) })}</Sentence>
                </li>
              )}
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
