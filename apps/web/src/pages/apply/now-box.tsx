import { findSentence } from '../../../../../libs/messages/src/web.js';
import type { CaseView } from '../../api.js';
import { ButtonLink, Confirm, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { nextDueOf, ownSteps } from './own-steps.js';
import { isOver, may, useCommand } from './use-case.js';

/** What now: who is at it until when, and the one thing that the applicant may do. */
export function NowBox({ view }: { view: CaseView }) {
  const t = useSay();
  const story =
    may(view, 'reportRectified') && view.state === 'IN_REVIEW'
      ? t('apply.now.rectify')
      : may(view, 'signCommitment')
        ? t('apply.tolerance.lead')
        : findSentence(t.language, `apply.now.${view.state}`);
  return (
    <section className="card now" aria-labelledby="now-title">
      <h2 id="now-title">{t('apply.now.title')}</h2>
      {story && <p>{story}</p>}
      <Turn view={view} />
      <NextStep view={view} />
    </section>
  );
}

/** Whose turn it is with the day of their period, and the day of one's own; nothing once it is over. */
function Turn({ view }: { view: CaseView }) {
  const t = useSay();
  if (isOver(view) || view.state === 'DRAFT') return null;
  const [own, others] = [nextDueOf(view, 'own'), nextDueOf(view, 'others')];
  const until = (day: string | null, key: 'apply.now.until' | 'apply.now.untilYours') =>
    day === null ? '' : t(key, { day: t.day(day) });
  const yours = view.owner === 'sponsor';
  const words = yours ? t('apply.now.yours') : t('apply.now.theirs', { who: t.code('role', view.owner) });
  return (
    <>
      <p>
        <Sentence>
          {[words, until(yours ? own : others, 'apply.now.until')].join(t.language === 'zh' ? '' : ' ')}
        </Sentence>
      </p>
      {!yours && own !== null && ownSteps(view).length > 0 && (
        <p>
          <Sentence>{until(own, 'apply.now.untilYours')}</Sentence>
        </p>
      )}
    </>
  );
}

/** Nothing was decided: who wants to may begin anew at once. */
const AGAIN = ['WITHDRAWN', 'DISCONTINUED', 'DISCARDED'];

const WORDS = {
  correct: 'apply.now.correct',
  supply: 'apply.now.supply',
  sign: 'apply.tolerance.page',
  cure: 'apply.tolerance.cure',
  confirm: 'apply.now.confirm',
  hearing: 'apply.now.hearing',
  register: 'apply.now.register',
  liquidate: 'apply.now.liquidate',
  visit: 'apply.now.visit',
  report: 'apply.now.report',
} as const;

function NextStep({ view }: { view: CaseView }) {
  const t = useSay();
  const { id } = view;
  const steps = ownSteps(view);
  if (may(view, 'submit')) return <Go steps={[{ to: `/cases/${id}/draft`, words: t('apply.now.draft') }]} />;
  if (may(view, 'reportRectified')) return <Rectified id={id} />;
  if (steps.length > 0) return <Go steps={steps.map(({ words, to }) => ({ to, words: t(WORDS[words]) }))} />;
  if (view.tolerance?.stage === 'signed') return <p>{t('apply.tolerance.waits')}</p>;
  if (AGAIN.includes(view.state)) return <Go steps={[{ to: '/apply', words: t('apply.now.again') }]} />;
  if (view.rating && view.rating.grade === null)
    return <Go steps={[{ to: `/cases/${id}/rate`, words: t('apply.now.rate') }]} />;
  return isOver(view) ? null : <p>{t('apply.now.nothing')}</p>;
}

/** The first is the one that the page is for. */
function Go({ steps }: { steps: readonly { to: string; words: string }[] }) {
  return (
    <div className="actions">
      {steps.map(({ to, words }, i) => (
        <ButtonLink key={to + words} big kind={i === 0 ? 'primary' : 'secondary'} to={to}>
          {words}
        </ButtonLink>
      ))}
    </div>
  );
}

/** The rectification is reported after a question: inspectors come because of it. */
function Rectified({ id }: { id: string }) {
  const t = useSay();
  const send = useCommand(id);
  return (
    <div className="actions">
      <Confirm
        words={{
          open: t('apply.rectified.open'),
          title: t('apply.rectified.title'),
          effect: t('apply.rectified.effect'),
          confirm: t('apply.rectified.do'),
        }}
        asks="big"
        act={() => send('reportRectified')}
      />
    </div>
  );
}
