import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { http, took } from '../../api.js';
import { Joined } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** 疑似重复: entries and running cases that an application is like, before it is accepted; nothing where there are none. */
export function LikenessNote({ id }: { id: string }) {
  const t = useSay();
  const { data, isPending } = useQuery({
    queryKey: ['likeness', id],
    queryFn: () => took(http.GET('/api/cases/{id}/likeness', { params: { path: { id } } })),
  });
  // what is still being looked for may become a place to go to: the page is not all there before
  if (isPending) return <span aria-busy="true" />;
  if (!data || data.items.length + data.cases.length === 0) return null;
  return (
    <section className="note warn" aria-labelledby="likeness-title">
      <h2 id="likeness-title">{t('likeness.title')}</h2>
      <p>{t('likeness.hint')}</p>
      <ul className="plain">
        {data.items.map(({ by, institutionId, name, value, licenceNumber, likeness }) => (
          <li key={`${by} ${institutionId}`}>
            <Joined>
              <strong>{t(`likeness.${by}`)}</strong>
              <Link href={`/desk/register/${institutionId}`}>{name}</Link>
              {by === 'name' ? '' : value}
              {licenceNumber ?? ''}
              {likeness < 1 ? t('likeness.share', { n: Math.round(likeness * 100) }) : ''}
            </Joined>
          </li>
        ))}
        {data.cases.map(({ by, caseId, number, name, state, value, likeness }) => (
          <li key={`${by} ${caseId}`}>
            <Joined>
              <strong>{t(`likeness.${by}`)}</strong>
              <Link href={`/desk/cases/${caseId}`}>{t('likeness.case', { number })}</Link>
              {name}
              {by === 'name' ? '' : value}
              {t.code('state', state)}
              {likeness < 1 ? t('likeness.share', { n: Math.round(likeness * 100) }) : ''}
            </Joined>
          </li>
        ))}
      </ul>
    </section>
  );
}
