import { useState } from 'react';
import { Link } from 'wouter';
import { http, took, type CaseView } from '../../api.js';
import { Button, FaultSummary, Tag, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { questionOf } from './questions.js';
import { useRefresh, type Material } from './use-case.js';

/** 预审: a look before the submission, of one's own free will; what is found in order stays in order. */
export function PreReview({ view }: { view: CaseView }) {
  const t = useSay();
  const { preReview } = view;
  const open = preReview !== null && !preReview.answered;
  return (
    <section className="card" aria-labelledby="pre-title">
      <h2 id="pre-title">{t('apply.pre.title')}</h2>
      {open ? (
        <p className="note">{t('apply.pre.open', { day: t.day(preReview.promisedOn) })}</p>
      ) : (
        <>
          <p>{t(preReview ? 'apply.pre.again' : 'apply.pre.lead')}</p>
          <Request caseId={view.id} />
        </>
      )}
      {preReview?.answered && <ResultSheet view={view} />}
    </section>
  );
}

function Request({ caseId }: { caseId: string }) {
  const t = useSay();
  const refresh = useRefresh();
  const { faults, attempt, clear, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const request = async (): Promise<void> => {
    setBusy(true);
    try {
      await took(http.POST('/api/cases/{id}/pre-review', { params: { path: { id: caseId } } }));
      clear();
      await refresh(caseId);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Button kind="secondary" busy={busy} onClick={() => void request()}>
        {t('apply.pre.ask')}
      </Button>
    </>
  );
}

/** What the bureau said to each line, what is settled by it, and where to put right what is not. */
function ResultSheet({ view: { id, materials } }: { view: CaseView }) {
  const t = useSay();
  const judged = materials.filter(({ verdict, applicable }) => verdict !== null && applicable);
  const open = judged.filter(({ verdict, changed }) => verdict === 'deficient' && !changed);
  return (
    <>
      <h3>{t('apply.pre.result')}</h3>
      <p>{open.length === 0 ? t('apply.pre.allOk') : t('apply.pre.some', { n: open.length })}</p>
      <ul className="plain lines">
        {[...judged]
          .sort((a, b) => rank(a) - rank(b))
          .map((line) => (
            <li key={line.lineId}>
              <Verdict line={line} /> <strong>{t.called(line)}</strong>
              {line.verdict === 'deficient' && (
                <p>
                  <span lang="zh-CN">{line.reason}</span> <FixLink caseId={id} line={line} />
                </p>
              )}
              {line.bound && <p className="small muted">{t('apply.pre.bound')}</p>}
            </li>
          ))}
      </ul>
    </>
  );
}

const rank = ({ verdict, changed }: Material): number => (verdict === 'deficient' ? (changed ? 1 : 0) : 2);

function Verdict({ line: { verdict, changed } }: { line: Material }) {
  const t = useSay();
  if (changed) return <Tag kind="active">{t('apply.pre.changed')}</Tag>;
  if (verdict === 'deficient') return <Tag kind="near">{t('verdict.deficient')}</Tag>;
  return <Tag kind="done">{t(verdict === 'ok' ? 'verdict.ok' : 'verdict.notApplicable')}</Tag>;
}

function FixLink({ caseId, line: { lineId, source, fields, nameZh, nameEn } }: { caseId: string; line: Material }) {
  const t = useSay();
  const question = fields[0] === undefined ? undefined : questionOf(fields[0]);
  const to = source === 'upload' ? `papers#line-${lineId}` : question?.id;
  if (!to) return null;
  return (
    <Link href={`/cases/${caseId}/draft/${to}`}>{t('ui.changeWhat', { what: t.called({ nameZh, nameEn }) })}</Link>
  );
}
