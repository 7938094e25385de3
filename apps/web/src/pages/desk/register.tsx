import '../../../../../libs/messages/src/web-desk.js';
import { Printer } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, Fetched, Heading, RegisterTag, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { usePaged } from './paged.js';
import { Centres } from './centres.js';
import { SearchBox } from './search-box.js';

type Entry = Schemas['PublicEntry'];

/** Who is licensed, as everybody may look it up; here as a list to work with and to print. */
export function RegisterPage() {
  const t = useSay();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const searched = useDeferredValue(q.trim());
  const register = usePaged<Entry>(['register', searched], (cursor) =>
    took(http.GET('/api/public/register', { params: { query: { q: searched || undefined, cursor, limit: 50 } } })),
  );
  return (
    <>
      <Heading>{t('desk.register.title')}</Heading>
      <div className="toolbar no-print">
        <SearchBox
          label={t('desk.register.label')}
          value={q}
          onChange={(next) => setSearch(next ? { q: next } : {}, { replace: true })}
        />
        <Button kind="secondary" onClick={() => window.print()}>
          <Printer size={16} aria-hidden="true" /> {t('ui.print')}
        </Button>
      </div>
      <Fetched query={register}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t(searched ? 'desk.register.none' : 'desk.register.empty')}</Empty>
          ) : (
            <>
              <p className="hint" role="status">
                {t('desk.register.count', { n: rows.length })}
              </p>
              <Entries rows={rows} />
              {register.hasMore && (
                <div className="actions no-print">
                  <Button kind="secondary" onClick={register.more}>
                    {t('desk.register.more')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Fetched>
      <Centres />
    </>
  );
}

function Entries({ rows }: { rows: readonly Entry[] }) {
  const t = useSay();
  return (
    <table className="rows register">
      <caption className="visually-hidden">{t('desk.register.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.col.name')}</th>
          <th scope="col">{t('desk.register.licence')}</th>
          <th scope="col">{t('desk.register.state')}</th>
          <th scope="col">{t('desk.register.address')}</th>
          <th scope="col">{t('desk.register.validity')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" data-label={t('desk.col.name')}>
              <Link href={`/desk/register/${row.id}`}>{row.name}</Link>
            </th>
            <td data-label={t('desk.register.licence')}>
              <a className="number" href={`/check?q=${encodeURIComponent(row.licenceNumber)}`}>
                {row.licenceNumber}
              </a>
              {row.creditCode && (
                <>
                  <br />
                  <span className="muted small">
                    {t('desk.register.creditCode')} {row.creditCode}
                  </span>
                </>
              )}
            </td>
            <td data-label={t('desk.register.state')}>
              <RegisterTag state={row.state} />
            </td>
            <td data-label={t('desk.register.address')}>{row.address}</td>
            <td data-label={t('desk.register.validity')}>
              <Sentence>{t('desk.register.from', { from: t.day(row.validFrom), to: t.day(row.validTo) })}</Sentence>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
