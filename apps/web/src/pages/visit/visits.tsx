import '../../../../../libs/messages/src/web-visit.js';
import { CalendarDays, MapPin } from 'lucide-react';
import { useEffect } from 'react';
import { ButtonLink, Empty, Fetched, Heading, Joined, Sentence, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { holdsUnsent } from './draft.js';
import { PhaseTag, Round } from './phase.js';
import { grouped, GROUPS, phaseOf, useVisits, type VisitView } from './visit-view.js';

export function VisitsPage() {
  const t = useSay();
  const visits = useVisits();
  // the page of a visit is fetched now, where there is a network, and not at the gate of the kindergarten
  useEffect(() => void import('./visit.js'), []);
  return (
    <>
      <Heading>{t('visit.title')}</Heading>
      <Fetched query={visits}>{(items) => (items.length > 0 ? <All visits={items} /> : <None />)}</Fetched>
    </>
  );
}

function None() {
  const t = useSay();
  return <Empty>{t('visit.none')}</Empty>;
}

function All({ visits }: { visits: VisitView[] }) {
  const t = useSay();
  const { data: session } = useSession();
  if (!session) return null;
  const groups = grouped(visits, session.today);
  return GROUPS.filter((group) => group === 'today' || groups[group].length > 0).map((group) => (
    <section key={group} aria-labelledby={`visits-${group}`}>
      <h2 id={`visits-${group}`}>{t(`visit.${group}`)}</h2>
      {groups[group].length === 0 && <p>{t('visit.todayNone')}</p>}
      <ul className="visits">
        {groups[group].map((visit) => (
          <VisitCard key={visit.id} visit={visit} today={session.today} accountId={session.account.id} />
        ))}
      </ul>
    </section>
  ));
}

const ACTIONS = {
  later: 'visit.preview',
  toCheck: 'visit.start',
  toSign: 'visit.sign',
  halfSigned: 'visit.sign',
  inForce: 'visit.look',
} as const;

function VisitCard({ visit, today, accountId }: { visit: VisitView; today: string; accountId: string }) {
  const t = useSay();
  const phase = phaseOf(visit, today);
  const unsent = holdsUnsent(visit, accountId);
  return (
    <li className="card">
      <h3 id={`visit-${visit.id}`}>{visit.institutionName}</h3>
      <p className="tags">
        <PhaseTag phase={phase} />
        {unsent && <Tag kind="near">{t('visit.state.kept')}</Tag>}
      </p>
      <p className="with-icon">
        <CalendarDays aria-hidden="true" />
        <span>
          <Joined>
            {t.day(visit.plannedOn)}
            <Round round={visit.round} />
          </Joined>
        </span>
      </p>
      <p className="with-icon">
        <MapPin aria-hidden="true" />
        <span>{visit.siteAddress}</span>
      </p>
      {phase === 'later' && (
        <p>
          <Sentence>{t('visit.notYet', { day: t.day(visit.plannedOn) })}</Sentence>
        </p>
      )}
      <ButtonLink
        big
        kind={phase === 'later' || phase === 'inForce' ? 'secondary' : 'primary'}
        to={`/visits/${visit.id}`}
      >
        {t(unsent ? 'visit.goOn' : ACTIONS[phase])}
        <span className="visually-hidden">{visit.institutionName}</span>
      </ButtonLink>
    </li>
  );
}
