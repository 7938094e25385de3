import { say, sayCode, type Language, type MessageKey } from '../../../../libs/platform/src/index.js';
import type { DocumentTrace, Notice, PublicEntry } from '../../../../libs/publicity/src/index.js';
import type { guideOf } from '../guide.js';

type Guide = ReturnType<typeof guideOf>;
interface Spoken {
  language: Language;
}
const inLanguage = (language: Language, path: string) => (language === 'zh' ? path : `${path}?lang=en`);

export function Home({ language }: Spoken) {
  const doors: [string, MessageKey][] = [
    ['/guides', 'page.guides.title'],
    ['/check', 'page.check.title'],
    ['/notices', 'page.notices.title'],
  ];
  return (
    <ul className="doors">
      {doors.map(([path, key]) => (
        <li key={path}>
          <a href={inLanguage(language, path)}>{say(language, key)}</a>
        </li>
      ))}
    </ul>
  );
}

export function Guides({
  language,
  matters,
}: Spoken & { matters: { code: string; nameZh: string; nameEn: string }[] }) {
  return (
    <ul className="doors">
      {matters.map(({ code, nameZh, nameEn }) => (
        <li key={code}>
          <a href={inLanguage(language, `/guides/${code}`)}>
            {language === 'zh' ? nameZh : nameEn}
            <span>{code}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** 办事指南: what to bring, how long, how often, on what basis; everything from the pack of the workflow. */
export function GuidePage({ language, guide }: Spoken & { guide: Guide }) {
  const t = (key: MessageKey, params = {}) => say(language, key, params);
  const name = (of: { nameZh: string; nameEn: string }) => (language === 'zh' ? of.nameZh : of.nameEn);
  const limit = ({ length, unit }: { length: number; unit: string }) => t(`unit.${unit}` as MessageKey, { n: length });
  return (
    <>
      <dl>
        <dt>{t('page.guide.statutory')}</dt>
        <dd>
          {limit(guide.limits.statutory)}（{guide.limits.statutory.article.zh}）
        </dd>
        <dt>{t('page.guide.promised')}</dt>
        <dd>{limit(guide.limits.promised)}</dd>
        <dt>{t('page.guide.trips')}</dt>
        <dd>{t('page.guide.tripsAtMost', { n: guide.maxTrips })}</dd>
        <dt>{t('page.guide.fee')}</dt>
        <dd>
          {t('page.guide.free')}（{guide.fee.article.zh}）
        </dd>
        <dt>{t('page.guide.basis')}</dt>
        <dd>{guide.basis.map(({ zh }) => zh).join('；')}</dd>
      </dl>
      <h2>{t('page.guide.materials')}</h2>
      <table>
        <thead>
          <tr>
            {(['page.table.name', 'page.table.role', 'page.table.source', 'page.table.basis'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guide.materials.map((line) => (
            <tr key={line.id}>
              <td data-label={t('page.table.name')}>{name(line)}</td>
              <td data-label={t('page.table.role')}>{t(`page.role.${line.role}` as MessageKey)}</td>
              <td data-label={t('page.table.source')}>{t(`page.source.${line.source}` as MessageKey)}</td>
              <td data-label={t('page.table.basis')}>{line.basis.map(({ zh }) => zh).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('page.guide.attestations')}</h2>
      <ul>
        {guide.attestations.map((lane) => (
          <li key={lane.lane}>
            {name(lane)}（{lane.basis.map(({ zh }) => zh).join('；')}）
          </li>
        ))}
      </ul>
      <h2>{t('page.guide.steps')}</h2>
      <ol>
        {guide.steps.map(({ zh, en }) => (
          <li key={zh}>{language === 'zh' ? zh : en}</li>
        ))}
      </ol>
      <h2>{t('page.guide.certificate')}</h2>
      <p>{t('page.guide.proved', { configurations: guide.certificate.configurations })}</p>
      <p style={{ overflowWrap: 'anywhere', fontSize: 16 }}>{guide.certificate.hash}</p>
    </>
  );
}

/** 查许可证: one box, no login; a number finds one, part of a name finds all. */
export function CheckPage({
  language,
  q,
  items,
  document,
}: Spoken & { q: string; items: PublicEntry[] | null; document: DocumentTrace | null }) {
  const t = (key: MessageKey, params = {}) => say(language, key, params);
  return (
    <>
      <form method="get" action="/check">
        {language === 'en' && <input type="hidden" name="lang" value="en" />}
        <label htmlFor="q">{t('page.check.label')}</label>
        <input id="q" name="q" defaultValue={q} maxLength={60} required />
        <button type="submit">{t('page.check.button')}</button>
      </form>
      {document && (
        <p role="status">
          {t('page.check.document', {
            number: document.number,
            kind: t(`document.${document.kind}.title` as MessageKey),
            day: document.issuedOn,
          })}
        </p>
      )}
      {items && (
        <p role="status">
          {items.length === 0 ? t('page.check.none') : t('page.check.count', { count: items.length })}
        </p>
      )}
      {items?.map((entry) => (
        <section className="card" key={entry.id}>
          <h2 style={{ marginTop: 0 }}>{entry.name}</h2>
          <dl>
            <dt>{t('page.licence.state')}</dt>
            <dd>{sayCode(language, 'register', entry.state, 'register.CANCELLED')}</dd>
            <dt>{t('page.licence.number')}</dt>
            <dd>{entry.licenceNumber}</dd>
            <dt>{t('page.licence.address')}</dt>
            <dd>{entry.address}</dd>
            <dt>{t('page.licence.validity')}</dt>
            <dd>
              {entry.validFrom} — {entry.validTo}
            </dd>
            {entry.creditCode && (
              <>
                <dt>{t('page.licence.creditCode')}</dt>
                <dd>{entry.creditCode}</dd>
              </>
            )}
          </dl>
        </section>
      ))}
    </>
  );
}

export function NoticesPage({ language, notices }: Spoken & { notices: Notice[] }) {
  if (notices.length === 0) return <p>{say(language, 'page.notices.none')}</p>;
  return (
    <>
      {notices.map(({ id, title, publishedAt }) => (
        <section className="card" key={id}>
          <h2 style={{ marginTop: 0 }}>{title}</h2>
          <p>{publishedAt.toISOString().slice(0, 10)}</p>
        </section>
      ))}
    </>
  );
}
