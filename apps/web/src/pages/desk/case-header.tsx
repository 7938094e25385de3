import { Link } from 'wouter';
import type { CaseView } from '../../api.js';
import { ClockTag, DueOn, Heading, LightLine, Sentence, StateTag, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** Whose case, where it stands, who holds it, and what runs out. */
export function CaseHeader({ shown }: { shown: CaseView }) {
  const t = useSay();
  const { number, state, owner, trips, licenceNumber, tickets, archive } = shown;
  return (
    <header className="desk-head">
      <p className="small">
        <Link href="/desk">{t('desk.case.back')}</Link>
      </p>
      <div className="line">
        <Heading>{shown.institutionName || t('desk.noNumber')}</Heading>
        <StateTag state={state} />
      </div>
      <p className="line muted">
        <span>{t.called(shown.matterName)}</span>
        <span>{number ?? t('desk.noNumber')}</span>
        <span>{archive ? t('desk.case.closed') : t('desk.case.turn', { role: t.code('role', owner) })}</span>
        <span>{t('desk.case.trips', { n: trips.measured, bound: trips.bound ?? '–' })}</span>
        {licenceNumber && <span>{t('desk.case.licence', { number: licenceNumber })}</span>}
      </p>
      <LightLine light={shown.light} />
      <Limits clocks={shown.clocks} />
      <Promise promise={shown.preReview} />
      {tickets.map(({ matter, legalDate }) => (
        <p key={`${matter}${legalDate}`}>
          <Tag kind="bad">
            <Sentence>{t('desk.ticket', { matter: t.code('ticket', matter), day: t.day(legalDate) })}</Sentence>
          </Tag>
        </p>
      ))}
    </header>
  );
}

/** The promise of an open pre-review: a clock of its own beside those of the case. */
function Promise({ promise }: { promise: CaseView['preReview'] }) {
  const t = useSay();
  if (!promise || promise.answered || promise.overtaken) return null;
  return (
    <p className="line">
      <Sentence>{t('pre.due', { day: t.day(promise.promisedOn) })}</Sentence>
      {promise.late && <Tag kind="due">{t('pre.deskLate')}</Tag>}
    </p>
  );
}

function Limits({ clocks }: Pick<CaseView, 'clocks'>) {
  const t = useSay();
  const live = clocks.filter(({ status }) => status === 'running' || status === 'paused');
  if (live.length === 0) return null;
  return (
    <ul className="limits" aria-label={t('time.title')}>
      {live.map((clock) => (
        <li key={clock.id}>
          {t.code('clock', clock.id)} <ClockTag clock={clock} />{' '}
          <span className="muted">
            <DueOn {...clock.deadline} />
          </span>
        </li>
      ))}
    </ul>
  );
}
