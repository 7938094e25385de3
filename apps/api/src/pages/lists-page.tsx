import { LISTS, listAsTable, type ListId } from '../lists/lists.js';
import type { Matter } from '../lists/sources.js';
import { Blocks } from './blocks.js';
import type { Words } from './words.js';

/** The three lists (权力清单、责任清单、公共服务事项清单). */
export function ListsPage({ t }: { t: Words }) {
  return (
    <>
      <p className="lead">{t('list.lead')}</p>
      <ul className="doors">
        {LISTS.map((list) => (
          <li key={list}>
            <a className="door" href={t.link(`/lists/${list}`)}>
              <strong>{t(`list.${list}`)}</strong>
              <span>{t(`list.${list}.lead`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/api/public/matters">{t('list.all')}</a>
      </p>
    </>
  );
}

/** One list: the table that its files hold too. */
export function ListPage({ t, list, matters }: { t: Words; list: ListId; matters: readonly Matter[] }) {
  return (
    <>
      <p className="lead">{t(`list.${list}.lead`)}</p>
      <ul className="ways no-print">
        <li>
          <a href={`/api/public/lists/${list}/csv?lang=${t.language}`}>{t('list.csv')}</a>
        </li>
        <li>
          <a href={`/api/public/lists/${list}`}>{t('list.json')}</a>
        </li>
      </ul>
      <Blocks t={t} blocks={[listAsTable(t, list, matters)]} />
    </>
  );
}
