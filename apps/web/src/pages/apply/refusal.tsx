import type { CaseView, Schemas } from '../../api.js';
import { CLOCK_RULES } from '../../../../../libs/law/src/clock-rules.js';
import { findSentence } from '../../../../../libs/messages/src/web.js';
import { articleInFull } from '../../article-in-full.js';
import { ButtonLink } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { RemediesUntil } from './remedies.js';

type Entry = Schemas['Story']['items'][number];

/** The refusal in a story, once its decision is served: until then the reasons are not the applicant's to read. */
export const refusalIn = (entries: readonly Entry[]): Entry | undefined =>
  entries.find(({ type, words }) => (type === 'refuse' || type === 'expireCure') && words !== null);

/** 不予许可: why, by which article, what can be done and how long (ALL 38(2)), and the letter itself. */
export function Refusal({ view, entry: { words } }: { view: CaseView; entry: Entry }) {
  const t = useSay();
  const letter = view.documents.find(({ kind }) => kind === 'refusalDecision');
  const said = (key: string): string => String(words?.[key] ?? '');
  return (
    <section className="card" aria-labelledby="refusal-title">
      <h2 id="refusal-title">{t('apply.refused.title')}</h2>
      <dl className="facts">
        <dt>{t('apply.refused.reasons')}</dt>
        <dd lang="zh-CN">{said('reasons')}</dd>
        <dt>{t('apply.refused.article')}</dt>
        <dd lang="zh-CN">{articleInFull(said('article'))}</dd>
      </dl>
      <h3>{t('apply.refused.then')}</h3>
      <RemediesUntil caseId={view.id} />
      <ul>
        <li>{findSentence(t.language, `apply.refused.again.${view.matter}`) ?? t('apply.refused.again')}</li>
        <li>{t('apply.refused.review', { days: CLOCK_RULES.reconsideration.length })}</li>
        <li>{t('apply.refused.suit', { months: CLOCK_RULES.litigation_direct.length })}</li>
      </ul>
      {letter?.ready && (
        <p>
          <a href={`/api/documents/${letter.id}`} target="_blank" rel="noreferrer">
            {t('apply.refused.letter')}
          </a>
        </p>
      )}
      <div className="actions">
        <ButtonLink kind="secondary" to="/apply">
          {t('apply.now.again')}
        </ButtonLink>
      </div>
    </section>
  );
}
