import type { CaseView } from '../../api.js';
import { Fetched, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useGuide, type Guide } from './case-queries.js';
import { last } from './last.js';
import { resultName } from './names.js';

type Attestation = CaseView['attestations'][number];
type Lane = Guide['attestations'][number];

/** Every check that the matter asks for, side by side: its result, where it comes from, how long it is good. */
export function Lanes({ shown }: { shown: CaseView }) {
  const t = useSay();
  const guide = useGuide(shown.matter);
  return (
    <section aria-labelledby="lanes-title">
      <h2 id="lanes-title">{t('desk.lanes.title')}</h2>
      <Fetched query={guide}>
        {({ attestations }) => (
          <ul className="lanes">
            {attestations
              .filter(({ lane }) => shown.lanes.includes(lane))
              .map((lane) => (
                <LaneCard
                  key={lane.lane}
                  lane={lane}
                  asOf={shown.asOf}
                  results={shown.attestations.filter((one) => one.lane === lane.lane)}
                />
              ))}
          </ul>
        )}
      </Fetched>
    </section>
  );
}

function LaneCard({ lane, results, asOf }: { lane: Lane; results: readonly Attestation[]; asOf: string }) {
  const t = useSay();
  const newest = last(results);
  const earlier = results.slice(0, -1).reverse();
  return (
    <li className="card lane-card">
      <h3>{t.called(lane)}</h3>
      <p>
        <ResultTag result={newest} asOf={asOf} />
      </p>
      {newest ? (
        <AttestationFacts of={newest} />
      ) : (
        <p className="muted">{t('desk.lanes.awaited', { department: t.code('department', lane.department) })}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('desk.lanes.earlier', { n: earlier.length })}</summary>
          {earlier.map((one, i) => (
            <div key={`${one.checkedOn}${i}`}>
              <ResultTag result={one} asOf={one.checkedOn} />
              <AttestationFacts of={one} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

function ResultTag({ result, asOf }: { result: Attestation | undefined; asOf: string }) {
  const t = useSay();
  if (!result) return <Tag kind="plain">{t('result.awaited')}</Tag>;
  if (result.validUntil && result.validUntil < asOf) return <Tag kind="due">{t('desk.lanes.expired')}</Tag>;
  return <Tag kind={result.result === 'pass' ? 'done' : 'bad'}>{resultName(t, result.result)}</Tag>;
}

function AttestationFacts({ of: { source, checkedOn, validUntil } }: { of: Attestation }) {
  const t = useSay();
  return (
    <dl className="facts tight">
      <div>
        <dt>{t('desk.lanes.source')}</dt>
        <dd>{source.startsWith('visit ') ? t('desk.lanes.how.site') : source}</dd>
      </div>
      <div>
        <dt>{t('desk.lanes.checkedOn')}</dt>
        <dd className="whole">{t.day(checkedOn)}</dd>
      </div>
      <div>
        <dt>{t('desk.lanes.validUntil')}</dt>
        <dd className="whole">{validUntil ? t.day(validUntil) : t('desk.lanes.noEnd')}</dd>
      </div>
    </dl>
  );
}
