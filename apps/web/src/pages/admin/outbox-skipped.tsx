import { http, took, type Schemas } from '../../api.js';
import { Button, Fetched } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { usePaged } from '../desk/paged.js';
import { JobName } from './outbox-rows.js';

type SkippedRow = Schemas['SkippedRow'];

/** What was given up, by whom and why: written once. */
export function SkippedJobs() {
  const t = useSay();
  const skipped = usePaged<SkippedRow>(['outbox-skipped'], (cursor) =>
    took(http.GET('/api/admin/outbox/skipped', { params: { query: { cursor, limit: 20 } } })),
  );
  return (
    <section aria-labelledby="skipped-title">
      <h2 id="skipped-title">{t('admin.outbox.history')}</h2>
      <Fetched query={skipped}>
        {(rows) =>
          rows.length === 0 ? <p className="muted">{t('admin.outbox.historyNone')}</p> : <Rows rows={rows} />
        }
      </Fetched>
      {skipped.hasMore && (
        <div className="actions">
          <Button kind="secondary" onClick={skipped.more}>
            {t('admin.outbox.historyMore')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: readonly SkippedRow[] }) {
  const t = useSay();
  const heads = ['task', 'by', 'when', 'reason'] as const;
  return (
    <table className="rows skipped">
      <caption className="visually-hidden">{t('admin.outbox.history')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`admin.outbox.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" data-label={t('admin.outbox.task')}>
              <JobName row={row} />
            </th>
            <td data-label={t('admin.outbox.by')}>{row.by}</td>
            <td data-label={t('admin.outbox.when')}>{t.day(shanghaiDay(row.skippedAt))}</td>
            <td data-label={t('admin.outbox.reason')}>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shanghaiDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
