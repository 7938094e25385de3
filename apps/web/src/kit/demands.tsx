import type { Schemas } from '../api.js';
import { useSay } from '../say.js';
import { Joined } from './joined.js';
import { Tag, type TagKind } from './status.js';

type Demand = Schemas['Demand'];

const KINDS: Record<string, TagKind> = { open: 'near', supplied: 'active', met: 'done', over: 'ended' };

/** What is asked of an applicant: the same rows for both sides, each with its line and the article it rests on. */
export function DemandList({
  demands,
  reminders,
  desk = false,
}: {
  demands: readonly Demand[];
  reminders: number;
  desk?: boolean;
}) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="demands-title">
      <h2 id="demands-title">{t(desk ? 'demand.titleDesk' : 'demand.title')}</h2>
      {demands.length === 0 ? (
        <p>{t(desk ? 'demand.noneDesk' : 'demand.none')}</p>
      ) : (
        <>
          <p>{t('demand.closed')}</p>
          <ul className="plain lines">
            {demands.map((demand) => (
              <li key={`${demand.kind}${demand.lineId}${demand.madeOn}`}>
                <OneDemand demand={demand} />
              </li>
            ))}
          </ul>
        </>
      )}
      {reminders > 0 && (
        <p>
          {t('demand.reminders', { n: reminders })} <a href="/told">{t('demand.reminders.public')}</a>
        </p>
      )}
    </section>
  );
}

function OneDemand({ demand }: { demand: Demand }) {
  const t = useSay();
  const { kind, state, reason, basis, madeOn, dueOn } = demand;
  return (
    <>
      <p>
        <Tag kind={KINDS[state] ?? 'plain'}>{t(`demand.state.${state}` as 'demand.state.open')}</Tag>
      </p>
      <strong>
        <Joined>
          {t(`demand.kind.${kind}` as 'demand.kind.visit')}
          {t.called(demand)}
        </Joined>
      </strong>
      {reason && <p lang="zh-CN">{reason}</p>}
      <p className="muted">
        <Joined>
          {t('demand.made', { day: t.day(madeOn) })}
          {dueOn && <strong>{t('demand.due', { day: t.day(dueOn) })}</strong>}
        </Joined>
      </p>
      <p className="small muted">
        {t('demand.basis')} <span lang="zh-CN">{basis.map(({ zh }) => zh).join('、')}</span>
      </p>
    </>
  );
}
