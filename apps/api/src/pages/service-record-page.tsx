import { boardTable, type BoardRow } from '../lists/service-record.js';
import { Blocks } from './blocks.js';
import type { Words } from './words.js';

/** 跑动公开: the bound that was proved and the trips that were measured, a row a matter and month. */
export function ServiceRecordPage({ t, rows }: { t: Words; rows: readonly BoardRow[] }) {
  return (
    <>
      <p className="lead">{t('page.record.lead')}</p>
      <p>{t('page.record.rule')}</p>
      <ul className="ways no-print">
        <li>
          <a href={`/api/public/service-record/csv?lang=${t.language}`}>{t('page.record.csv')}</a>
        </li>
        <li>
          <a href="/api/public/service-record">{t('page.record.json')}</a>
        </li>
      </ul>
      {rows.length === 0 ? (
        <p>{t('page.record.none')}</p>
      ) : (
        <Blocks t={t} blocks={[{ kind: 'table', label: t('page.record.title'), ...boardTable(t, rows) }]} />
      )}
    </>
  );
}
