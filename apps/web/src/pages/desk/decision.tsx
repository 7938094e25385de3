import type { CaseView } from '../../api.js';
import { Documents, Fetched, Joined, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useStory, type StoryEntry } from './case-queries.js';
import { DecisionRoom } from './decision-room.js';
import { FormFacts } from './form-facts.js';
import { Lanes } from './lanes.js';
import { last } from './last.js';
import { nameOf } from './names.js';
import { Words } from './words.js';

const PROPOSALS = ['proposeGrant', 'proposeRefusal', 'proposePenalty'];
const REVIEWS = ['passLegality', 'objectToProposal', 'sendBackProposal'];

/** For those who review and decide: proposal, opinion, evidence and papers on one page. */
export function DecisionPart({ shown }: { shown: CaseView }) {
  const t = useSay();
  const story = useStory(shown.id);
  return (
    <>
      <h2 className="visually-hidden">{t('desk.decision.title')}</h2>
      <Fetched query={story}>
        {({ items }) => (
          <div className="pair">
            <Said
              title={t('desk.decision.proposal')}
              of={lastOf(items, PROPOSALS)}
              none={t('desk.decision.noProposal')}
            />
            <Said
              title={t('desk.decision.legality')}
              of={lastOf(items, REVIEWS)}
              none={t('desk.decision.noLegality')}
            />
          </div>
        )}
      </Fetched>
      <DecisionRoom shown={shown} />
      {shown.materials.length > 0 && <MaterialsCount materials={shown.materials} />}
      {shown.lanes.length > 0 && <Lanes shown={shown} />}
      <Documents documents={shown.documents} kindName={(kind) => nameOf(t, 'document', kind)} />
      {Object.keys(shown.form).length > 0 && <FormFacts form={shown.form} />}
    </>
  );
}

const lastOf = (items: readonly StoryEntry[], types: readonly string[]): StoryEntry | undefined =>
  last(items.filter(({ type }) => types.includes(type)));

function Said({ title, of, none }: { title: string; of: StoryEntry | undefined; none: string }) {
  const t = useSay();
  return (
    <section className="card">
      <h2>{title}</h2>
      {of ? (
        <>
          <p>
            <strong>{t.code('event', of.type)}</strong>
            <br />
            <span className="muted">
              <Sentence>
                {t('desk.decision.by', { role: t.code('role', of.actorRole), day: t.day(of.legalDate) })}
              </Sentence>
            </span>
          </p>
          <Words words={of.words} />
        </>
      ) : (
        <p className="muted">{none}</p>
      )}
    </section>
  );
}

function MaterialsCount({ materials }: Pick<CaseView, 'materials'>) {
  const t = useSay();
  const asked = materials.filter(({ applicable }) => applicable);
  const count = (wanted: string) => asked.filter(({ verdict }) => verdict === wanted).length;
  const deficient = asked.filter(({ verdict }) => verdict === 'deficient');
  return (
    <section className="card" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('desk.decision.evidence')}</h2>
      <p>{t('desk.decision.materials', { total: asked.length, ok: count('ok'), deficient: deficient.length })}</p>
      {deficient.length > 0 && (
        <ul>
          {deficient.map((line) => (
            <li key={line.lineId}>
              <Joined>
                {t.called(line)}
                {line.reason}
              </Joined>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
