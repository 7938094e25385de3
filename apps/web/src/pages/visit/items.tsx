import { CircleCheck, CircleSlash, CircleX, OctagonX, Wrench, type LucideIcon } from 'lucide-react';
import { Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Answer, Item, VisitView } from './visit-view.js';

export const ANSWER_ICONS: Record<Answer, LucideIcon> = {
  pass: CircleCheck,
  fail: CircleX,
  notApplicable: CircleSlash,
};

/** What the item is worth and which law says so: below the words of the item, never before them. */
export function AboutItem({ item }: { item: Item }) {
  const t = useSay();
  const veto = item.severity === 'veto';
  const Icon = veto ? OctagonX : Wrench;
  return (
    <>
      <span className={`severity ${veto ? 'veto' : ''}`}>
        <Icon aria-hidden="true" />
        {t(veto ? 'visit.veto' : 'visit.rectify')}
      </span>
      <span className="small muted">
        {t('visit.basis', { articles: item.basis.map(({ zh }) => zh).join(t('visit.and')) })}
      </span>
    </>
  );
}

export const wordsOf = (t: ReturnType<typeof useSay>, item: Item): string => (t.language === 'zh' ? item.zh : item.en);

/** The items to read only. */
export function Items({ checklist }: { checklist: readonly Item[] }) {
  const t = useSay();
  return (
    <ol className="plain">
      {checklist.map((item, i) => (
        <li key={item.id}>
          <strong>{t('visit.item', { n: i + 1, text: wordsOf(t, item) })}</strong>
          <span className="about">
            <AboutItem item={item} />
          </span>
        </li>
      ))}
    </ol>
  );
}

const KINDS = { pass: 'done', fail: 'bad', notApplicable: 'plain' } as const;

/** What was uploaded, item by item. */
export function Found({ visit }: { visit: VisitView }) {
  const t = useSay();
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('visit.found')}</h2>
      <ol className="plain">
        {visit.checklist.map((item, i) => {
          const given = visit.answers.find(({ itemId }) => itemId === item.id);
          const answer = given?.answer as Answer | undefined;
          return (
            <li key={item.id} className="found">
              <strong>{t('visit.item', { n: i + 1, text: wordsOf(t, item) })}</strong>
              {answer ? (
                <Tag kind={KINDS[answer]} icon={ANSWER_ICONS[answer]}>
                  {t(`visit.${answer}`)}
                </Tag>
              ) : (
                <span>{t('visit.unchecked')}</span>
              )}
              {given?.note && <p>{t('visit.note', { note: given.note })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
