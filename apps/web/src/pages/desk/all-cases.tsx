import '../../../../../libs/messages/src/web-desk.js';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { LISTED_STATES } from '../../../../../libs/law/src/case-states.js';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, Fetched, Heading, LightTag, Select, StateTag, TextField } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';
import { CaseNumber, caseTo } from './columns.js';
import { usePaged } from './paged.js';
import { RowTable, type Column } from './row-table.js';

type Listing = Schemas['CaseListing'];
interface Filter {
  q: string;
  state: string;
}

/** Every case that the bureau holds, newest change first. */
export function AllCasesPage() {
  const t = useSay();
  const [search, setSearch] = useSearchParams();
  const filter: Filter = { q: search.get('q') ?? '', state: search.get('state') ?? '' };
  const cases = usePaged<Listing>(['cases', filter], (cursor) => {
    const query = { q: filter.q || undefined, state: filter.state || undefined, cursor, limit: 50 };
    return took(http.GET('/api/cases', { params: { query } }));
  });
  const ask = ({ q, state }: Filter): void => setSearch({ ...(q ? { q } : {}), ...(state ? { state } : {}) });
  return (
    <>
      <Heading>{t('desk.cases.title')}</Heading>
      <FilterRow key={`${filter.q} ${filter.state}`} filter={filter} ask={ask} />
      <Fetched query={cases}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t('desk.noMatch')}</Empty>
          ) : (
            <>
              <p className="hint">
                <span role="status">{t(cases.hasMore ? 'desk.shownMore' : 'desk.shown', { n: rows.length })}</span>{' '}
                <span className="keys">{t('desk.keys')}</span>
              </p>
              <RowTable
                className="queue"
                caption={t('desk.cases.title')}
                rows={rows}
                columns={columnsOf(t)}
                to={caseTo}
              />
              <div className="actions">
                {cases.hasMore ? (
                  <Button kind="secondary" onClick={cases.more}>
                    {t('desk.cases.more')}
                  </Button>
                ) : (
                  <span className="muted">{t('desk.cases.end')}</span>
                )}
              </div>
            </>
          )
        }
      </Fetched>
    </>
  );
}

function FilterRow({ filter, ask }: { filter: Filter; ask(filter: Filter): void }) {
  const t = useSay();
  const [typed, setTyped] = useState(filter);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask({ ...typed, q: typed.q.trim() });
  };
  const states = LISTED_STATES.map((state) => ({ value: state, label: t.code('state', state) }));
  return (
    <form className="toolbar" role="search" aria-label={t('desk.cases.filter')} onSubmit={submit}>
      <TextField
        name="q"
        label={t('desk.searchName')}
        value={typed.q}
        onChange={(q) => setTyped({ ...typed, q })}
        native={{ maxLength: 60 }}
      />
      <Select
        name="state"
        label={t('desk.col.state')}
        value={typed.state || 'any'}
        options={[{ value: 'any', label: t('desk.cases.anyState') }, ...states]}
        onChange={(state) => setTyped({ ...typed, state: state === 'any' ? '' : state })}
      />
      <div className="actions">
        <Button type="submit">{t('desk.cases.query')}</Button>
        <Button kind="secondary" onClick={() => ask({ q: '', state: '' })}>
          {t('ui.reset')}
        </Button>
      </div>
    </form>
  );
}

function columnsOf(t: Say): Column<Listing>[] {
  return [
    { head: t('desk.col.name'), cell: ({ institutionName }) => institutionName },
    { head: t('desk.col.number'), cell: ({ number }) => <CaseNumber number={number} /> },
    { head: t('desk.col.state'), cell: ({ state }) => <StateTag state={state} /> },
    { head: t('desk.col.turn'), cell: ({ owner }) => t.code('role', owner) },
    {
      head: t('desk.col.updated'),
      cell: ({ updatedAt }) => <span className="number">{t.day(shanghaiDay(updatedAt))}</span>,
    },
    { head: t('light.title'), cell: ({ light }) => <LightTag light={light} /> },
  ];
}

/** The day of an instant in Asia/Shanghai, whatever zone the device is set to. */
const shanghaiDay = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
