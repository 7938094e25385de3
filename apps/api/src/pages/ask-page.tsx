import { cite } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { GLOSSARY, type Answer } from '../../../../libs/publicity/src/index.js';
import { Zh } from './parts.js';
import { SearchBox, type Asked } from './search-box.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

const EXAMPLES: readonly MessageKey[] = [
  'page.ask.example.papers',
  'page.ask.example.long',
  'page.ask.example.fee',
  'page.ask.example.correction',
  'page.ask.example.trips',
  'page.ask.example.refused',
];

/** 问一问: one box; the answer is a passage that stands somewhere, with its article and the way there, or nothing. */
export function AskPage({ visit, asked, found }: { visit: Visit; asked: Asked; found: readonly Answer[] | null }) {
  const { t } = visit;
  return (
    <>
      <p className="lead">{t('page.ask.lead')}</p>
      <SearchBox t={t} action="/ask" asked={asked} words={ASK_WORDS} />
      {found?.length === 0 && <NoAnswer visit={visit} />}
      {found && found.length > 0 && <Found t={t} found={found} />}
      <Examples t={t} />
      <Glossary t={t} />
    </>
  );
}

export const ASK_WORDS = { label: 'page.ask.label', hint: 'page.ask.hint', button: 'page.ask.button' } as const;

function Found({ t, found }: { t: Words; found: readonly Answer[] }) {
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('page.ask.found', { n: found.length })}</h2>
      <ol className="answers">
        {found.map(({ title, passage, article, link }) => (
          <li key={link + title + passage}>
            <h3>
              <a className="target" href={t.link(link)}>
                {title}
              </a>
            </h3>
            <p>{passage}</p>
            {article && (
              <p className="basis">
                <Zh t={t}>{article}</Zh>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Nothing fits: that is said, and who can answer. */
function NoAnswer({ visit: { t, authority } }: { visit: Visit }) {
  return (
    <div className="note warn" role="status">
      <p>
        <strong>{t('page.ask.none')}</strong>
      </p>
      <p>{t('page.ask.call', { hotline: t.given(authority?.hotline ?? t('page.pending')) })}</p>
      <p>
        {t('page.ask.rephrase')} <a href={t.link('/guides')}>{t('page.ask.guides')}</a>
      </p>
    </div>
  );
}

function Examples({ t }: { t: Words }) {
  return (
    <section className="no-print" aria-labelledby="examples">
      <h2 id="examples">{t('page.ask.examples')}</h2>
      <ul className="examples">
        {EXAMPLES.map((key) => (
          <li key={key}>
            <a className="target" href={t.link(`/ask?q=${encodeURIComponent(t(key))}`)}>
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Glossary({ t }: { t: Words }) {
  return (
    <section aria-labelledby="glossary">
      <h2 id="glossary">{t('page.ask.glossary')}</h2>
      <dl className="glossary">
        {GLOSSARY.map((entry) => (
          <div key={entry.id} id={entry.id}>
            <dt>{t(`glossary.${entry.id}.term`)}</dt>
            <dd>
              {t(`glossary.${entry.id}`)}
              {'article' in entry && (
                <span className="basis">
                  <Zh t={t}>{cite(entry.article).zh}</Zh>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
