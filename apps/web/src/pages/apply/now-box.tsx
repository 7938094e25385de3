import { useState } from 'react';
import { findSentence } from '../../../../../libs/messages/src/web.js';
import type { CaseView } from '../../api.js';
import { Button, ButtonLink, Dialog, FaultSummary, Sentence, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { may, nextDue, useCommand } from './use-case.js';

/** What now: who is at it until when, and the one thing that the applicant may do. */
export function NowBox({ view }: { view: CaseView }) {
  const t = useSay();
  const story = may(view, 'reportRectified')
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

/** Whose turn it is and the nearest day on which something is due; nothing once it is over. */
function Turn({ view }: { view: CaseView }) {
  const t = useSay();
  if (OVER.includes(view.state) || view.state === 'DRAFT') return null;
  const due = nextDue(view);
  const words =
    view.owner === 'sponsor' ? t('apply.now.yours') : t('apply.now.theirs', { who: t.code('role', view.owner) });
  return (
    <p>
      {words}{' '}
      {due && (
        <strong className="whole">
          <Sentence>{t('apply.now.until', { day: t.day(due) })}</Sentence>
        </strong>
      )}
    </p>
  );
}

/** Nothing was decided: who wants to may begin anew at once. */
const AGAIN = ['WITHDRAWN', 'DISCONTINUED', 'DISCARDED'];
const OVER = ['ARCHIVED', 'NOT_REQUIRED', 'NOT_COMPETENT', 'WITHDRAWN', 'DISCONTINUED', 'DISCARDED'];

function NextStep({ view }: { view: CaseView }) {
  const t = useSay();
  const { id } = view;
  if (may(view, 'submit')) return <Go to={`/cases/${id}/draft`}>{t('apply.now.draft')}</Go>;
  if (may(view, 'supplyCorrections')) return <Go to={`/cases/${id}/correction`}>{t('apply.now.correct')}</Go>;
  if (may(view, 'supplyUnmetLines') && told(view) && !handedIn(view))
    return <Go to={`/cases/${id}/correction`}>{t('apply.now.supply')}</Go>;
  if (may(view, 'reportRectified')) return <Rectified id={id} />;
  if (may(view, 'signCommitment')) return <Go to={`/cases/${id}/tolerance`}>{t('apply.tolerance.page')}</Go>;
  if (may(view, 'supplyTolerated')) return <Go to={`/cases/${id}/correction`}>{t('apply.tolerance.cure')}</Go>;
  if (view.tolerance?.stage === 'signed') return <p>{t('apply.tolerance.waits')}</p>;
  if (AGAIN.includes(view.state)) return <Go to="/apply">{t('apply.now.again')}</Go>;
  if (view.rating && view.rating.grade === null) return <Go to={`/cases/${id}/rate`}>{t('apply.now.rate')}</Go>;
  if (may(view, 'recordRegistration') || OVER.includes(view.state)) return null;
  return <p>{t('apply.now.nothing')}</p>;
}

const told = ({ materials }: CaseView): boolean => materials.some(({ verdict }) => verdict === 'deficient');

/** Everything that was told is with the clerk again; to ask for it once more would be asking twice. */
const handedIn = ({ state, owner, materials }: CaseView): boolean =>
  state === 'DEEMED_ACCEPTED' &&
  owner !== 'sponsor' &&
  !materials.some(({ verdict, changed }) => verdict === 'deficient' && !changed);

function Go({ to, children }: { to: string; children: string }) {
  return (
    <div className="actions">
      <ButtonLink big to={to}>
        {children}
      </ButtonLink>
    </div>
  );
}

/** The rectification is reported after a question: inspectors come because of it. */
function Rectified({ id }: { id: string }) {
  const t = useSay();
  const send = useCommand(id);
  const { faults, attempt, showError } = useFaults();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const report = async (): Promise<void> => {
    setBusy(true);
    try {
      await send('reportRectified');
      setAsking(false);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="actions">
      <Button big onClick={() => setAsking(true)}>
        {t('apply.rectified.open')}
      </Button>
      {asking && (
        <Dialog title={t('apply.rectified.title')} onClose={() => setAsking(false)}>
          <FaultSummary faults={faults} attempt={attempt} />
          <p>{t('apply.rectified.effect')}</p>
          <div className="actions">
            <Button busy={busy} onClick={() => void report()}>
              {t('apply.rectified.do')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
