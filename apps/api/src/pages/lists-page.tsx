import { dutyBlocks, LISTS, listAsTable, type ListId } from '../lists/lists.js';
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
      {list === 'responsibilities' ? (
        <Duties t={t} matters={matters} />
      ) : (
        <Blocks t={t} blocks={[listAsTable(t, list, matters)]} />
      )}
    </>
  );
}

/** Some two hundred duties: a table a matter, and on top the way to each. */
function Duties({ t, matters }: { t: Words; matters: readonly Matter[] }) {
  const known = matters.filter((matter) => dutyBlocks(t, matter).length > 0);
  return (
    <>
      <nav className="contents long no-print" aria-labelledby="contents">
        <h2 id="contents">{t('page.guide.contents')}</h2>
        <ul>
          {known.map(({ pack }) => (
            <li key={pack.code}>
              <a href={`#${pack.code}`}>{t.called(pack)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {known.map((matter) => (
        <section key={matter.pack.code} aria-labelledby={matter.pack.code}>
          <h2 id={matter.pack.code}>{t.called(matter.pack)}</h2>
          <Blocks t={t} blocks={dutyBlocks(t, matter)} />
        </section>
      ))}
    </>
  );
}
