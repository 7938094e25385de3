import '../../../../../libs/messages/src/web-desk.js';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'wouter';
import { http, took } from '../../api.js';
import { Empty, Fetched, Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { caseTo, queueColumns, type QueueItem } from './columns.js';
import { usePaged } from './paged.js';
import { RowTable } from './row-table.js';
import { SearchBox } from './search-box.js';

type Scope = 'mine' | 'all';

/** Today's work by legal risk; what the law is about to do by itself stands on top. */
export function QueuePage() {
  const t = useSay();
  const { scope, q, set } = useFilter();
  const searched = useDeferredValue(q.trim());
  const queue = usePaged<QueueItem>(['queue', scope, searched], (cursor) =>
    took(http.GET('/api/desk/queue', { params: { query: { scope, q: searched || undefined, cursor, limit: 100 } } })),
  );
  return (
    <>
      <Heading>{t('desk.title')}</Heading>
      <div className="toolbar">
        <SearchBox label={t('desk.searchName')} value={q} onChange={(next) => set(scope, next)} />
        <ScopeSwitch scope={scope} onChange={(next) => set(next, q)} />
      </div>
      <Fetched query={queue}>
        {(items) => <Lists items={items} hasMore={queue.hasMore} more={queue.more} empty={emptyOf(scope, searched)} />}
      </Fetched>
    </>
  );
}

const emptyOf = (scope: Scope, q: string) =>
  q ? 'desk.noMatch' : scope === 'mine' ? 'desk.queue.empty' : 'desk.queue.emptyAll';

/** Scope and search stand in the address, so that going back finds them again. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState(search.get('q') ?? '');
  const scope: Scope = search.get('scope') === 'all' ? 'all' : 'mine';
  const set = (nextScope: Scope, nextQ: string): void => {
    setQ(nextQ);
    setSearch({ ...(nextScope === 'all' ? { scope: 'all' } : {}), ...(nextQ ? { q: nextQ } : {}) }, { replace: true });
  };
  return { scope, q, set };
}

function ScopeSwitch({ scope, onChange }: { scope: Scope; onChange(scope: Scope): void }) {
  const t = useSay();
  return (
    <div className="switch" role="group" aria-label={t('desk.scope')}>
      {(['mine', 'all'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={scope === one} onClick={() => onChange(one)}>
          {t(`desk.scope.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** The law acts by itself within one working day. */
const silenceNear = ({ silence, clock }: QueueItem): boolean =>
  silence && clock !== null && clock.status === 'running' && clock.workingDaysLeft <= 1;

function Lists({
  items,
  hasMore,
  more,
  empty,
}: {
  items: readonly QueueItem[];
  hasMore: boolean;
  more(): void;
  empty: 'desk.noMatch' | 'desk.queue.empty' | 'desk.queue.emptyAll';
}) {
  const t = useSay();
  const columns = queueColumns(t);
  const lane = items.filter(silenceNear);
  const rest = items.filter((item) => !silenceNear(item));
  if (items.length === 0) return <Empty>{t(empty)}</Empty>;
  return (
    <>
      <p className="hint">
        <span role="status">{t(hasMore ? 'desk.shownMore' : 'desk.shown', { n: items.length })}</span>{' '}
        <span className="keys">{t('desk.keys')}</span>
      </p>
      {lane.length > 0 && (
        <section className="lane" aria-labelledby="lane-title">
          <h2 id="lane-title">{t('desk.lane')}</h2>
          <p>{t('desk.laneHint')}</p>
          <RowTable
            className="queue"
            caption={t('desk.lane')}
            rows={lane}
            columns={columns}
            to={caseTo}
            markOf={() => 'risk'}
          />
        </section>
      )}
      {rest.length > 0 && (
        <section aria-labelledby="rest-title">
          <h2 id="rest-title">{t('desk.rest')}</h2>
          <RowTable
            className="queue"
            caption={t('desk.rest')}
            rows={rest}
            columns={columns}
            to={caseTo}
            markOf={riskOf}
            more={more}
            hasMore={hasMore}
          />
        </section>
      )}
    </>
  );
}

const riskOf = ({ clock }: QueueItem): string | undefined =>
  clock && clock.status === 'running' && clock.workingDaysLeft <= 0 ? 'risk' : undefined;
