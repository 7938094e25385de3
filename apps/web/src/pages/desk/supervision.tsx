import '../../../../../libs/messages/src/web-desk.js';
import '../../../../../libs/messages/src/web-supervision.js';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { WATCHERS } from '../../../../../libs/law/src/roles.js';
import { http, took, type Schemas } from '../../api.js';
import { Empty, Fetched, Heading, SignalTag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { caseTo } from './columns.js';
import { Switch } from './switch.js';
import { TicketsPart } from './tickets-part.js';

type Board = Schemas['SupervisionBoard'];
type DeskRow = Board['desks'][number];
const SCOPES = ['mine', 'person', 'section', 'office'] as const;
type Scope = (typeof SCOPES)[number];

/** Those whose posts have cases in hand start with their own; those who watch over others with all desks. */
const AT_A_DESK = ['windowClerk', 'reviewer', 'legalReviewer', 'registrar'];

/** What waits where and in which colour, and the tickets that climb until somebody acknowledges them. */
export function SupervisionPage() {
  const t = useSay();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const start: Scope = hasRole(session.data, AT_A_DESK) ? 'mine' : 'section';
  const scopes = SCOPES.filter((one) => one !== 'person' || hasRole(session.data, WATCHERS));
  const scope = scopes.find((one) => one === search.get('scope')) ?? start;
  const board = useQuery({
    queryKey: ['supervision', scope],
    queryFn: () => took(http.GET('/api/desk/supervision', { params: { query: { scope } } })),
  });
  return (
    <>
      <Heading>{t('supervision.title')}</Heading>
      <p>{t('supervision.lead')}</p>
      <div className="toolbar">
        <Switch
          label={t('supervision.scope')}
          value={scope}
          options={scopes.map((one) => ({ value: one, label: t(`supervision.scope.${one}`) }))}
          onChange={(next) => setSearch({ scope: next }, { replace: true })}
        />
      </div>
      <section aria-labelledby="board-title">
        <h2 id="board-title">{t('supervision.board')}</h2>
        <Fetched query={board}>
          {({ desks }) =>
            desks.length === 0 ? <Empty>{t('supervision.noDesk')}</Empty> : <Desks desks={desks} scope={scope} />
          }
        </Fetched>
        <p>
          <Link href="/desk/time">{t('supervision.time')}</Link>
        </p>
      </section>
      <TicketsPart />
    </>
  );
}

function Desks({ desks, scope }: { desks: readonly DeskRow[]; scope: Scope }) {
  const t = useSay();
  const nameOf = ({ role, holder }: DeskRow): string => {
    if (!role) return t(scope === 'office' ? 'supervision.office' : 'supervision.elsewhere');
    const desk = t.code('role', role);
    if (scope !== 'person') return desk;
    return t('supervision.person', { desk, name: holder?.name ?? t('supervision.nobodyDrawn') });
  };
  return (
    <table className="cards desks">
      <caption className="visually-hidden">{t('supervision.board')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('supervision.desk')}</th>
          <th scope="col">{t('supervision.tasks')}</th>
          <th scope="col">{t('light.title')}</th>
          <th scope="col">{t('supervision.idle')}</th>
          <th scope="col">{t('supervision.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {desks.map((desk) => (
          <tr key={`${desk.role ?? scope} ${desk.holder?.accountId ?? ''}`}>
            <th scope="row">{nameOf(desk)}</th>
            <td data-label={t('supervision.tasks')}>{desk.tasks}</td>
            <td data-label={t('light.title')}>
              <Signals desk={desk} />
            </td>
            <td data-label={t('supervision.idle')}>{desk.idle}</td>
            <td data-label={t('supervision.oldest')}>
              <Oldest oldest={desk.oldest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only the colours that are there; each with its word and how many. */
function Signals({ desk: { signals } }: { desk: DeskRow }) {
  const t = useSay();
  const there = signals.filter(({ tasks }) => tasks > 0);
  if (there.length === 0) return <span className="muted">–</span>;
  return (
    <ul className="signals">
      {there.map(({ signal, tasks }) => (
        <li key={signal ?? 'none'}>
          {signal ? <SignalTag signal={signal} /> : <span className="muted">{t('light.none')}</span>} {tasks}
        </li>
      ))}
    </ul>
  );
}

function Oldest({ oldest }: { oldest: DeskRow['oldest'] }) {
  const t = useSay();
  if (!oldest) return <span className="muted">–</span>;
  return (
    <Link href={caseTo({ id: oldest.caseId })}>
      {t('supervision.oldestDays', { name: oldest.institutionName, n: oldest.idleDays })}
    </Link>
  );
}
