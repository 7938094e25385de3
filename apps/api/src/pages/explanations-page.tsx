import type { Explanation } from '../../../../libs/publicity/src/index.js';
import { Paging, Sentence, Tag } from './parts.js';
import type { Words } from './words.js';

interface Listed {
  t: Words;
  items: readonly Explanation[];
  nameOf(matter: string): string;
  next: string | null;
  cursor?: string;
}

/** Which matter, how late, and what the bureau says; where it says nothing the page says so. */
export function ExplanationsPage({ t, items, nameOf, next, cursor }: Listed) {
  return (
    <>
      <p className="lead">{t('page.explanations.lead')}</p>
      {items.length === 0 && <p className="empty">{t('page.explanations.none')}</p>}
      <ul className="plain">
        {items.map((item) => (
          <li key={item.id} className="card">
            <h2>{nameOf(item.matter)}</h2>
            <p>
              <Tag kind="bad">{t('page.explanations.late', { n: item.daysLate })}</Tag>
            </p>
            <p>
              <Sentence>{t('page.explanations.promised', { day: t.day(item.promisedOn) })}</Sentence>
              {item.decidedOn
                ? t('page.explanations.decided', { day: t.day(item.decidedOn) })
                : t('page.explanations.undecided')}
            </p>
            <Reason t={t} item={item} />
          </li>
        ))}
      </ul>
      <Paging t={t} path="/explanations" next={next} cursor={cursor} />
    </>
  );
}

function Reason({ t, item: { state, reason, writtenOn, explainBy } }: { t: Words; item: Explanation }) {
  if (state === 'awaited')
    return (
      <p>
        <Sentence>{t('page.explanations.awaited', { day: t.day(explainBy) })}</Sentence>
      </p>
    );
  if (state === 'unexplained')
    return (
      <p>
        <strong>{t('page.explanations.unexplained')}</strong>
      </p>
    );
  return (
    <>
      <p>
        <strong>{t('page.explanations.reason')}</strong>
        <span lang="zh-CN">{reason}</span>
      </p>
      {writtenOn && (
        <p className="muted">
          <Sentence>{t('page.explanations.written', { day: t.day(writtenOn) })}</Sentence>
        </p>
      )}
    </>
  );
}
