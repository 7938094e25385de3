import '../../../../../libs/messages/src/web-desk.js';
import '../../../../../libs/messages/src/web-recusal.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { http, took } from '../../api.js';
import { Fetched, Heading, Joined, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import type { WebKey } from '../../../../../libs/messages/src/web.js';
import { DeclareInterests } from './declare-interests.js';
import { Leave } from './leave.js';
import type { OwnInterests } from './use-room.js';

/** 利益申报: one's own, every year; and for those who lead, what waits for them. */
export function InterestsPage() {
  const t = useSay();
  const session = useSession();
  const query = useQuery({
    queryKey: ['interests'],
    queryFn: () => took<OwnInterests>(http.GET('/api/desk/interests')),
  });
  const leads = hasRole(session.data, ['decisionMaker']);
  const watches = leads || hasRole(session.data, ['supervisor']);
  return (
    <>
      <Heading>{t('interest.title')}</Heading>
      <p>{t('interest.lead')}</p>
      <Fetched query={query}>
        {(own) => (
          <div className="side-by-side">
            <div>
              <DeclareInterests year={own.year} />
              <Declared own={own} />
            </div>
            <div>
              <Waiting own={own} leads={leads} />
              {watches && <Undeclared names={own.undeclared} />}
              {leads && <Leave own={own} />}
            </div>
          </div>
        )}
      </Fetched>
    </>
  );
}

function Declared({ own: { declarations } }: { own: OwnInterests }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="declared-title">
      <h2 id="declared-title">{t('interest.mine')}</h2>
      {declarations.length === 0 && <p className="muted">{t('interest.never')}</p>}
      <ul className="plain lines">
        {declarations.map(({ declaredAt, interests }) => (
          <li key={declaredAt}>
            <strong>
              <Sentence>{t('interest.declaredOn', { day: t.day(shanghaiDay(declaredAt)) })}</Sentence>
            </strong>
            <Joined>
              {interests.length === 0
                ? t('interest.none')
                : interests.map(({ relation, name }) => `${t(`relation.${relation}` as WebKey)} ${name}`)}
            </Joined>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shanghaiDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

function Waiting({ own: { awaitedOpinions, openRequests }, leads }: { own: OwnInterests; leads: boolean }) {
  const t = useSay();
  return (
    <>
      {awaitedOpinions.length > 0 && (
        <section className="card" aria-labelledby="opinions-title">
          <h2 id="opinions-title">{t('interest.opinions')}</h2>
          <ul className="plain lines">
            {awaitedOpinions.map(({ caseId, number, institutionName }) => (
              <li key={caseId}>
                <Link href={`/desk/cases/${caseId}/decision`}>{institutionName}</Link>
                <br />
                <span className="small muted">{number}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {leads && (
        <section className="card" aria-labelledby="open-requests-title">
          <h2 id="open-requests-title">{t('interest.requests')}</h2>
          {openRequests.length === 0 && <p className="muted">{t('interest.noRequests')}</p>}
          <ul className="plain lines">
            {openRequests.map(({ id, caseId, institutionName, about, reason }) => (
              <li key={id}>
                <Link href={`/desk/cases/${caseId}/handlers`}>{institutionName || about}</Link>
                <br />
                {t('ui.label', { name: about })}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Undeclared({ names }: { names: readonly string[] }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="undeclared-title">
      <h2 id="undeclared-title">{t('interest.undeclared')}</h2>
      {names.length === 0 ? (
        <p>{t('interest.allDeclared')}</p>
      ) : (
        <ul className="names">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
