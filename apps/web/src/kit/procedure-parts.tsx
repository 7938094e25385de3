import type { ReactNode } from 'react';
import type { CaseView, Schemas } from '../api.js';
import { useSay } from '../say.js';
import { Sentence } from './sentence.js';
import { Joined } from './joined.js';

type Effect = Schemas['ExclusionEffect'];

/** What a special procedure does to the dates: the same words before it is confirmed and while it runs, for both sides. */
export function EffectCard({ effect }: { effect: Effect }) {
  const t = useSay();
  const ground = t.code('ground', effect.ground);
  return (
    <section className="card" aria-labelledby="effect-title">
      <h2 id="effect-title">{t('effect.title')}</h2>
      <p>
        <Sentence>{t('effect.lead', { ground, from: t.day(effect.from), until: t.day(effect.until) })}</Sentence>
      </p>
      {effect.moves.length > 0 && (
        <>
          <p>{t('effect.ifLasting')}</p>
          <dl className="facts">
            {effect.moves.map(({ id, before, after }) => (
              <div key={id}>
                <dt>{t.code('clock', id)}</dt>
                <dd>
                  <Sentence>{t('effect.moves', { before: t.day(before), after: t.day(after) })}</Sentence>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="small muted">{t('effect.lapse')}</p>
    </section>
  );
}

const STAGE_WORDS = {
  offered: 'tolerance.offered',
  signed: 'tolerance.signed',
  withApplicant: 'tolerance.withApplicant',
  withClerk: 'tolerance.withClerk',
} as const;

/** Which lines may follow, until when, and what happens otherwise. */
export function ToleranceCard({
  tolerance,
  children,
}: {
  tolerance: NonNullable<CaseView['tolerance']>;
  children?: ReactNode;
}) {
  const t = useSay();
  const stage = tolerance.stage as keyof typeof STAGE_WORDS;
  return (
    <section className="card" aria-labelledby="tolerance-title">
      <h2 id="tolerance-title">{t('tolerance.title')}</h2>
      <p>{t(STAGE_WORDS[stage])}</p>
      <ToleranceTerms tolerance={tolerance} />
      {children}
    </section>
  );
}

export function ToleranceTerms({ tolerance }: { tolerance: NonNullable<CaseView['tolerance']> }) {
  const t = useSay();
  return (
    <>
      <dl className="facts">
        {tolerance.lines.map((line) => (
          <div key={line.lineId}>
            <dt>{t.called(line)}</dt>
            <dd lang="zh-CN">{line.reason}</dd>
          </div>
        ))}
        <div>
          <dt>{t('tolerance.cureOn')}</dt>
          <dd>{t.day(tolerance.cureOn)}</dd>
        </div>
      </dl>
      <ul>
        <li>
          {t(tolerance.consequence === 'refuse' ? 'tolerance.consequence.refuse' : 'tolerance.consequence.discontinue')}
        </li>
        <li>{t('tolerance.noGrant')}</li>
        <li>{t('tolerance.noPause')}</li>
      </ul>
    </>
  );
}

/** A hearing: told, asked for, announced, recorded; the record is read here before it is signed or cited. */
export function HearingCard({
  hearing,
  children,
}: {
  hearing: NonNullable<CaseView['hearing']>;
  children?: ReactNode;
}) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="hearing-title">
      <h2 id="hearing-title">{t('hearing.title')}</h2>
      <HearingStage hearing={hearing} />
      {hearing.parties.length > 0 && (
        <>
          <h3>{t('hearing.parties')}</h3>
          <ul lang="zh-CN">
            {hearing.parties.map(({ name, interest }) => (
              <li key={name}>
                <Joined>
                  {name}
                  {interest}
                </Joined>
              </li>
            ))}
          </ul>
        </>
      )}
      {hearing.record && (
        <>
          <h3>{t('hearing.record')}</h3>
          <dl className="facts">
            <div>
              <dt>{t('hearing.attended')}</dt>
              <dd lang="zh-CN">{hearing.attended}</dd>
            </div>
          </dl>
          <p lang="zh-CN" className="record">
            {hearing.record}
          </p>
          <p>{t(hearing.signed ? 'hearing.signed' : 'hearing.unsigned')}</p>
        </>
      )}
      {children}
    </section>
  );
}

function HearingStage({ hearing }: { hearing: NonNullable<CaseView['hearing']> }) {
  const t = useSay();
  const { stage, requestBy, holdBy, heldOn, place, chair } = hearing;
  if (stage === 'told' && requestBy)
    return (
      <p>
        <Sentence>{t('hearing.rightTold', { day: t.day(requestBy) })}</Sentence>
      </p>
    );
  if (stage === 'requested' && holdBy)
    return (
      <p>
        <Sentence>{t('hearing.requested', { day: t.day(holdBy) })}</Sentence>
      </p>
    );
  if (heldOn)
    return (
      <>
        <p>
          <Sentence>{t('hearing.announced', { day: t.day(heldOn), place: place ?? '', chair: chair ?? '' })}</Sentence>
        </p>
        {stage === 'closed' && hearing.record && <p>{t('hearing.closed')}</p>}
      </>
    );
  return <p>{t('hearing.none')}</p>;
}
