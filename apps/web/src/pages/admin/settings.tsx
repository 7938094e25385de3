import '../../../../../libs/messages/src/web-admin.js';
import { useQuery } from '@tanstack/react-query';
import { findSentence, sayWeb } from '../../../../../libs/messages/src/web.js';
import { http, took, type Schemas } from '../../api.js';
import { Fetched, Heading, Sentence, Tag } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';

type Settings = Schemas['SettingsView'];

/** What rests on an assumption until the bureau confirms it, and how this installation is set. */
export function SettingsPage() {
  const t = useSay();
  const query = useQuery({
    queryKey: ['settings'],
    queryFn: () => took<Settings>(http.GET('/api/admin/settings')),
  });
  return (
    <>
      <Heading>{t('admin.settings.title')}</Heading>
      <Fetched query={query}>
        {({ assumptions, settings }) => (
          <>
            <Assumptions rows={assumptions} />
            <Environment rows={settings} />
          </>
        )}
      </Fetched>
    </>
  );
}

/** One block a matter, closed until it is opened: there are many. The county's own words come first. */
function Assumptions({ rows }: { rows: Settings['assumptions'] }) {
  const t = useSay();
  return (
    <section aria-labelledby="assumptions-title">
      <h2 id="assumptions-title">{t('admin.settings.assumptions')}</h2>
      <p>{t('admin.settings.assumptionsHint')}</p>
      {bySubject(rows).map(([subject, own], i) => (
        <details key={subject} open={i === 0}>
          <summary>
            <span>
              <Sentence>
                {t('admin.settings.ofSubject', { name: subjectIn(t, own), code: subject, n: own.length })}
              </Sentence>
            </span>
          </summary>
          <AssumptionTable rows={own} />
        </details>
      ))}
    </section>
  );
}

function AssumptionTable({ rows }: { rows: Settings['assumptions'] }) {
  const t = useSay();
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t('admin.settings.what')}</th>
          <th scope="col">{t('admin.settings.value')}</th>
          <th scope="col">{t('admin.settings.restsOn')}</th>
          <th scope="col">{t('admin.accounts.status')}</th>
          <th scope="col">{t('admin.settings.where')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.nameZh}>
            <th scope="row" data-label={t('admin.settings.what')}>
              {t.called(row)}
            </th>
            <td data-label={t('admin.settings.value')}>
              {row.value === '' || row.value === row.confidence ? t('admin.settings.empty') : valueIn(t, row.value)}
            </td>
            <td data-label={t('admin.settings.restsOn')}>{valueIn(t, row.confidence)}</td>
            <td data-label={t('admin.accounts.status')}>
              <Tag kind="near">{t('admin.settings.toConfirm')}</Tag>
            </td>
            <td data-label={t('admin.settings.where')}>
              <code>{row.where}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In the order of the county's list, what its authority says before the matters. */
function bySubject(rows: Settings['assumptions']): [string, Settings['assumptions']][] {
  const groups = new Map<string, Settings['assumptions']>();
  for (const row of rows) groups.set(row.subject, [...(groups.get(row.subject) ?? []), row]);
  const isCounty = (subject: string): boolean => /^\d{6}$/.test(subject);
  return [...groups].sort(([a], [b]) => Number(isCounty(b)) - Number(isCounty(a)));
}

const subjectIn = (t: Say, [first]: Settings['assumptions']): string =>
  first ? t.called({ nameZh: first.subjectZh, nameEn: first.subjectEn }) : '';

function Environment({ rows }: { rows: Settings['settings'] }) {
  const t = useSay();
  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">{t('admin.settings.settings')}</h2>
      <p>{t('admin.settings.settingsHint')}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('admin.settings.name')}</th>
            <th scope="col">{t('admin.settings.value')}</th>
            <th scope="col">{t('admin.settings.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, zh, en }) => (
            <tr key={name}>
              <th scope="row" data-label={t('admin.settings.name')}>
                <code>{name}</code>
              </th>
              <td data-label={t('admin.settings.value')}>{value || t('admin.settings.empty')}</td>
              <td data-label={t('admin.settings.meaning')}>{t.language === 'zh' ? zh : en}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Lengths of time, amounts and grades of confidence in words; anything else as it stands. */
function valueIn(t: Say, value: string): string {
  const internal = /^(\d+) \+ (\d+) \+ (\d+) working_day$/.exec(value);
  if (internal) {
    const [, review = '', legality = '', decision = ''] = internal;
    return t('admin.unit.internal', { review, legality, decision });
  }
  const [, n = '', unit = ''] = /^(\d+) (\w+)$/.exec(value) ?? [];
  if (unit === 'CNY') return t('admin.unit.yuan', { n: Number(n).toLocaleString('en') });
  return (
    findSentence(t.language, `unit.${unit}`, { n }) ??
    findSentence(t.language, `admin.reading.${value}`) ??
    findSentence(t.language, `admin.confidence.${value}`) ??
    (value === sayWeb('zh', 'admin.settings.assumptions') ? t('admin.settings.assumptions') : value)
  );
}
