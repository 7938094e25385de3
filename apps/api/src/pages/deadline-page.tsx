import type { Article, AskedPeriod, Reckoned } from '../../../../libs/law/src/index.js';
import { sayCode } from '../../../../libs/messages/src/index.js';
import { DeadlineForm } from './deadline-form.js';
import type { DeadlineQuestion } from './deadline-question.js';
import { ErrorSummary } from './error-summary.js';
import { PrintButton, Sentence, Zh } from './parts.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

/** 算期限: the public face of the same count that every clock of a case runs on. */
export function DeadlinePage({
  visit: { t },
  question,
  reckoned,
}: {
  visit: Visit;
  question: DeadlineQuestion;
  reckoned: Reckoned | null;
}) {
  const faults = question.faults.map(({ code, params, input }) => ({
    input,
    words: sayCode(t.language, 'field', code, 'field.INVALID', params),
  }));
  return (
    <>
      <p className="lead no-print">{t('page.deadline.lead')}</p>
      <ErrorSummary t={t} faults={faults} />
      {reckoned && question.asked?.ok && <Result t={t} period={question.asked.period} reckoned={reckoned} />}
      <DeadlineForm t={t} typed={question.typed} faults={faults} />
    </>
  );
}

function Result({ t, period, reckoned }: { t: Words; period: AskedPeriod; reckoned: Reckoned }) {
  const { dueOn, provisional, segments } = reckoned;
  const before = period.length < 0;
  const span = t.span({ length: Math.abs(period.length), unit: period.unit });
  return (
    <section aria-labelledby="due">
      <div className="due" role="status">
        <h2 id="due">{t(before ? 'page.deadline.latestOn' : 'page.deadline.dueOn')}</h2>
        <p className="due-day whole">{t.day(dueOn)}</p>
        <p>
          <Sentence>
            {t(before ? 'page.deadline.askedBefore' : 'page.deadline.askedAfter', { day: t.day(period.from), span })}
          </Sentence>
        </p>
      </div>
      {provisional && <p className="note warn">{t('page.deadline.provisional')}</p>}
      <h2>{t('page.deadline.why')}</h2>
      <Segments t={t} segments={segments} />
      <p className="small muted">{t('page.deadline.calendar', { version: segments[0]?.calendarVersion ?? '' })}</p>
      <div className="actions no-print">
        <PrintButton t={t} />
        <a className="target" href={t.link('/deadline')}>
          {t('page.deadline.again')}
        </a>
      </div>
    </section>
  );
}

function Segments({ t, segments }: { t: Words; segments: Reckoned['segments'] }) {
  const titles = (['span', 'counted', 'kind'] as const).map((name) => t(`page.deadline.${name}`));
  const basis = t('page.table.basis');
  return (
    <table className="cards" aria-label={t('page.deadline.why')}>
      <thead>
        <tr>
          {[...titles, basis].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {segments.map(({ from, to, days, unit, kind, article }) => (
          <tr key={from}>
            <th scope="row" className="whole">
              <Sentence>{t('page.deadline.spanWords', { from: t.day(from), to: t.day(to) })}</Sentence>
            </th>
            <td data-label={titles[1]}>{t.span({ length: days, unit })}</td>
            <td data-label={titles[2]}>{t(`page.deadline.kind.${kind}`)}</td>
            <td data-label={basis}>
              <Rule t={t} article={article} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Rule = ({ t, article }: { t: Words; article: Article }) => <Zh t={t}>{article.zh}</Zh>;
