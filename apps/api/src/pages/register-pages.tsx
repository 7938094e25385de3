import type { ReactNode } from 'react';
import { isGone, kindKey, type PlainDate } from '../../../../libs/law/src/index.js';
import type { DocumentTrace, PublicEntry } from '../../../../libs/publicity/src/index.js';
import { Facts, Heading, Paging, PrintButton, Sentence, Tag, type TagKind } from './parts.js';
import { SearchBox, type Asked } from './search-box.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

/** How an institution stands today, as one shape and one word. */
function standingOf(t: Words, entry: PublicEntry, today: PlainDate): { kind: TagKind; word: string } {
  if (isGone(entry.state)) return { kind: 'bad', word: t.code('register', entry.state) };
  if (entry.licenceState !== 'VALID') return { kind: 'bad', word: t('page.licence.void') };
  if (entry.validTo < today) return { kind: 'due', word: t('page.licence.expired') };
  return { kind: entry.state === 'OPERATING' ? 'done' : 'active', word: t.code('register', entry.state) };
}

function Standing({ visit: { t, today }, entry }: { visit: Visit; entry: PublicEntry }) {
  const { kind, word } = standingOf(t, entry, today);
  return <Tag kind={kind}>{word}</Tag>;
}

/** Each date stays whole where a line ends. */
const periodOf = (t: Words, { validFrom, validTo }: PublicEntry): ReactNode => (
  <>
    <span className="number">{t('page.licence.from', { day: t.day(validFrom) })}</span>
    {t.language === 'zh' ? <wbr /> : ' '}
    <span className="number">{t('page.licence.until', { day: t.day(validTo) })}</span>
  </>
);

function EntryCard({ visit, entry }: { visit: Visit; entry: PublicEntry }) {
  const { t } = visit;
  return (
    <section className="card licence" aria-labelledby={`entry-${entry.id}`}>
      <h2 id={`entry-${entry.id}`} className="whole">
        <Heading>{entry.name}</Heading>
      </h2>
      <Facts
        rows={[
          [t('page.licence.state'), <Standing visit={visit} entry={entry} />],
          [t('page.licence.number'), entry.licenceNumber],
          [t('page.licence.address'), entry.address],
          [
            t('page.licence.type'),
            t.code('licence.type', kindKey({ institutionType: entry.type, stage: entry.stage ?? undefined })),
          ],
          [t('page.licence.nature'), t.code('nature', entry.nature)],
          [t('page.licence.validity'), periodOf(t, entry)],
          [t('page.licence.creditCode'), entry.creditCode],
        ]}
      />
      <a className="target no-print" href={t.link(`/register/${entry.id}`)}>
        {t('onDay.open')}
      </a>
    </section>
  );
}

/** What a search found: nothing asked yet, a letter, or institutions. */
export interface Found {
  document: DocumentTrace | null;
  items: readonly PublicEntry[] | null;
  /** A number was asked for, so that one entry is the answer itself. */
  byNumber: boolean;
  more: boolean;
}

/** 查许可证: one box; a number finds one, part of a name finds all, and the QR codes of our papers lead here. */
export function CheckPage({ visit, asked, found }: { visit: Visit; asked: Asked; found: Found }) {
  const { t } = visit;
  return (
    <>
      <p className="lead">{t('page.check.lead')}</p>
      <SearchBox t={t} action="/check" asked={asked} words={{ label: 'page.check.label', hint: 'page.check.hint' }} />
      {found.document && <Genuine t={t} document={found.document} />}
      {found.items?.length === 0 && <NothingFound visit={visit} q={asked.q} />}
      {found.items && found.items.length > 0 && <Results visit={visit} q={asked.q} found={found} />}
    </>
  );
}

function Genuine({ t, document: { number, kind, issuedOn } }: { t: Words; document: DocumentTrace }) {
  return (
    <div className="note good" role="status">
      <h2>{t('page.check.documentTitle')}</h2>
      <p>
        <Sentence>
          {t('page.check.document', { number, kind: t.code('document', `${kind}.title`), day: t.day(issuedOn) })}
        </Sentence>
      </p>
      <p>{t('page.check.documentHint')}</p>
    </div>
  );
}

function Results({ visit, q, found: { items, byNumber, more } }: { visit: Visit; q: string; found: Found }) {
  const { t, today } = visit;
  const entries = items ?? [];
  const [only] = entries;
  const verdict = byNumber && only ? standingOf(t, only, today).kind : null;
  const valid = verdict === 'done' || verdict === 'active';
  return (
    <>
      {verdict ? (
        <div className={valid ? 'note good' : 'note bad'} role="status">
          <p>
            <strong>{t(valid ? 'page.check.valid' : 'page.check.invalid')}</strong> {t('page.check.compare')}
          </p>
        </div>
      ) : (
        <p role="status">{countOf(t, entries.length, more)}</p>
      )}
      {entries.map((entry) => (
        <EntryCard key={entry.id} visit={visit} entry={entry} />
      ))}
      <div className="actions no-print">
        {more && (
          <a className="button secondary" href={t.link(`/register?q=${encodeURIComponent(q)}`)}>
            {t('page.check.all')}
          </a>
        )}
        <PrintButton t={t} />
      </div>
    </>
  );
}

function countOf(t: Words, count: number, more: boolean): string {
  if (more) return t('page.check.many', { count });
  return count === 1 ? t('page.check.one') : t('page.check.count', { count });
}

/** What to do next, in the order in which it most often helps. */
function NothingFound({ visit: { t, authority }, q }: { visit: Visit; q: string }) {
  return (
    <>
      <p role="status" className="note warn">
        <strong>{t('page.check.none', { q })}</strong>
      </p>
      <section aria-labelledby="advice">
        <h2 id="advice">{t('page.check.advice.title')}</h2>
        <ul>
          <li>{t('page.check.advice.name')}</li>
          <li>{t('page.check.advice.number')}</li>
          <li>
            <Sentence>{t('page.check.advice.document')}</Sentence>
          </li>
          <li>
            <a href={t.link('/register')}>{t('page.check.advice.register')}</a>
          </li>
          <li>{t('page.check.advice.call', { hotline: t.given(authority?.hotline ?? t('page.pending')) })}</li>
        </ul>
      </section>
    </>
  );
}

interface Listed {
  visit: Visit;
  asked: Asked;
  items: readonly PublicEntry[];
  next: string | null;
  cursor?: string;
}

/** 名册: a table on a wide page, cards on a telephone. */
export function RegisterPage({ visit, asked, items, next, cursor }: Listed) {
  const { t } = visit;
  const nothing = items.length === 0 && !asked.fault;
  return (
    <>
      <p className="lead">{t('page.register.lead')}</p>
      <SearchBox
        t={t}
        action="/register"
        asked={asked}
        words={{ label: 'page.register.label', hint: 'page.register.hint' }}
      />
      {nothing && asked.q === '' && <p className="empty">{t('page.register.none')}</p>}
      {nothing && asked.q !== '' && <NothingFound visit={visit} q={asked.q} />}
      {items.length > 0 && <RegisterTable visit={visit} items={items} />}
      <Paging t={t} path="/register" q={asked.q} next={next} cursor={cursor} />
      <div className="actions no-print">
        {asked.q !== '' && (
          <a className="target" href={t.link('/register')}>
            {t('page.register.all')}
          </a>
        )}
        {items.length > 0 && <PrintButton t={t} />}
      </div>
    </>
  );
}

function RegisterTable({ visit, items }: { visit: Visit; items: readonly PublicEntry[] }) {
  const { t } = visit;
  const columns: readonly [string, (entry: PublicEntry) => ReactNode][] = [
    [t('page.licence.state'), (entry) => <Standing visit={visit} entry={entry} />],
    [t('page.licence.number'), ({ licenceNumber }) => <span className="number">{licenceNumber}</span>],
    [t('page.licence.validity'), (entry) => periodOf(t, entry)],
    [t('page.licence.creditCode'), ({ creditCode }) => <span className="number">{creditCode ?? t('ui.none')}</span>],
  ];
  return (
    <table className="cards">
      <caption>{t('page.register.caption', { count: items.length })}</caption>
      <thead>
        <tr>
          {[t('page.licence.nameAndAddress'), ...columns.map(([name]) => name)].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              <a href={t.link(`/check?number=${encodeURIComponent(entry.licenceNumber)}`)}>{entry.name}</a>
              <span className="basis">{entry.address}</span>
            </th>
            {columns.map(([name, cell]) => (
              <td key={name} data-label={name}>
                {cell(entry)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
