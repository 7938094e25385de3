import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { plainDateOf } from '../../../../libs/law/src/index.js';
import type { Notice } from '../../../../libs/publicity/src/index.js';
import { Facts, Paging, PrintButton, ScanToOpen } from './parts.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The title in the visitor's language; a kind without a sentence keeps the title that was published. */
export function noticeTitle(t: Words, { kind, title, fields }: Notice): string {
  const key = `${kind}.title`;
  const said = t.code('notice', key, { name: textOf(fields['name']) });
  return said === key ? title : said;
}

const published = (t: Words, { publishedAt }: Notice): string =>
  t('page.notices.published', { day: t.day(plainDateOf(publishedAt)) });

export function NoticeList({ t, notices }: { t: Words; notices: readonly Notice[] }) {
  if (notices.length === 0) return <p className="empty">{t('page.notices.none')}</p>;
  return (
    <ul className="ways dated">
      {notices.map((notice) => (
        <li key={notice.id}>
          <a href={t.link(`/notices/${notice.id}`)}>{noticeTitle(t, notice)}</a>
          <span>{published(t, notice)}</span>
        </li>
      ))}
    </ul>
  );
}

interface Listed {
  t: Words;
  notices: readonly Notice[];
  next: string | null;
  cursor?: string;
}

export function NoticesPage({ t, notices, next, cursor }: Listed) {
  return (
    <>
      <p className="lead">{t('page.notices.lead')}</p>
      <NoticeList t={t} notices={notices} />
      <Paging t={t} path="/notices" next={next} cursor={cursor} />
      <p>
        <a href={t.link('/explanations')}>{t('page.explanations.link')}</a>
      </p>
    </>
  );
}

/** In this order; what a notice does not carry is left out, what is not listed here is not shown. */
const FIELDS = ['name', 'address', 'licenceNumber', 'validFrom', 'validTo', 'authority'] as const;

export function NoticePage({ visit, notice }: { visit: Visit; notice: Notice }) {
  const { t, authority } = visit;
  const { kind } = notice;
  // a name that the bureau has in English too is said in English
  const own = authority && notice.fields['authority'] === authority.nameZh ? t.called(authority) : undefined;
  const fields: Notice['fields'] = { ...notice.fields, ...(own ? { authority: own } : {}) };
  const body = t.code('page.notice.body', kind, {
    name: textOf(fields['name']),
    authority: textOf(fields['authority']),
  });
  const shown = (field: (typeof FIELDS)[number]): string => {
    const value = textOf(fields[field]);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? t.day(value) : value;
  };
  const number = textOf(fields['licenceNumber']);
  return (
    <>
      <p className="muted">{published(t, notice)}</p>
      {body !== kind && <p>{body}</p>}
      <Facts rows={FIELDS.map((field) => [t(`page.notice.field.${field}` as MessageKey), shown(field)] as const)} />
      <div className="actions">
        {number && (
          <a className="button no-print" href={t.link(`/check?number=${encodeURIComponent(number)}`)}>
            {t('page.notice.check')}
          </a>
        )}
        <PrintButton t={t} />
        <a className="target no-print" href={t.link('/notices')}>
          {t('page.notice.all')}
        </a>
      </div>
      <ScanToOpen t={t} url={visit.publicAddress} />
    </>
  );
}
