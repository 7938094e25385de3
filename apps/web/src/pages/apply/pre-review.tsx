import { useState } from 'react';
import { Link } from 'wouter';
import { http, took, type CaseView } from '../../api.js';
import { Button, FaultSummary, Sentence, Tag, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { questionOf } from './questions.js';
import { useRefresh, type Material } from './use-case.js';

/** 预审: a look before the submission, of one's own free will; what is found in order stays in order. */
export function PreReview({ view }: { view: CaseView }) {
  const t = useSay();
  const { preReview } = view;
  const open = preReview !== null && !preReview.answered && !preReview.overtaken;
  return (
    <section className="card" aria-labelledby="pre-title">
      <h2 id="pre-title">{t('apply.pre.title')}</h2>
      {preReview?.answered && preReview.late && <p className="note warn">{t('pre.lateAnswered')}</p>}
      {preReview?.answered && <ResultSheet view={view} />}
      {open ? (
        <Waiting promise={preReview} />
      ) : (
        <>
          <p>{t(preReview ? 'apply.pre.again' : 'apply.pre.lead')}</p>
          <Request caseId={view.id} words={t(preReview ? 'apply.pre.askAgain' : 'apply.pre.ask')} />
        </>
      )}
    </section>
  );
}

/** Until when the bureau promised to answer; when it did not, that it is known, and that nobody has to wait. */
function Waiting({ promise: { late, promisedOn } }: { promise: NonNullable<CaseView['preReview']> }) {
  const t = useSay();
  if (late)
    return (
      <p className="note warn">
        <strong>{t('pre.late')}</strong> {t('pre.lateMore')}
      </p>
    );
  return (
    <p className="note">
      <Sentence>{t('apply.pre.open', { day: t.day(promisedOn) })}</Sentence> {t('pre.neverGate')}
    </p>
  );
}

function Request({ caseId, words }: { caseId: string; words: string }) {
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
        {words}
      </Button>
    </>
  );
}

/** What the bureau said: first what is to be put right and where, then what is settled. */
function ResultSheet({ view }: { view: CaseView }) {
  const t = useSay();
  const { materials } = view;
  const judged = materials.filter(({ verdict, applicable }) => verdict !== null && applicable);
  const settled = judged.filter(({ verdict, changed }) => verdict !== 'deficient' && !changed);
  const others = judged.filter((line) => !settled.includes(line));
  const open = others.filter(({ verdict, changed }) => verdict === 'deficient' && !changed);
  return (
    <>
      <h3>{t('apply.pre.result')}</h3>
      <p className={open.length === 0 ? 'note good' : 'note warn'}>
        {open.length === 0 ? t('apply.pre.allOk') : t('apply.pre.some', { n: open.length })}
      </p>
      <Lines view={view} lines={[...others].sort((a, b) => Number(a.changed) - Number(b.changed))} />
      {settled.length > 0 && (
        <details>
          <summary>{t('apply.pre.settled', { n: settled.length })}</summary>
          <p>{t('apply.pre.bound')}</p>
          <Lines view={view} lines={settled} />
        </details>
      )}
    </>
  );
}

function Lines({ view, lines }: { view: CaseView; lines: readonly Material[] }) {
  const t = useSay();
  return (
    <ul className="plain lines">
      {lines.map((line) => (
        <li key={line.lineId}>
          <p>
            <Verdict line={line} />
          </p>
          <strong>{t.called(line)}</strong>
          {line.verdict === 'deficient' && <p lang="zh-CN">{line.reason}</p>}
          {(line.verdict === 'deficient' || line.changed) && <FixLink view={view} line={line} />}
        </li>
      ))}
    </ul>
  );
}

function Verdict({ line: { verdict, changed } }: { line: Material }) {
  const t = useSay();
  if (changed) return <Tag kind="active">{t('apply.pre.changed')}</Tag>;
  if (verdict === 'deficient') return <Tag kind="near">{t('verdict.deficient')}</Tag>;
  return <Tag kind="done">{t(verdict === 'ok' ? 'apply.pre.ok' : 'verdict.notApplicable')}</Tag>;
}

function FixLink({ view, line: { lineId, source, fields, nameZh, nameEn } }: { view: CaseView; line: Material }) {
  const t = useSay();
  const question = fields[0] === undefined ? undefined : questionOf(view, fields[0]);
  const to = source === 'upload' ? `papers#line-${lineId}` : question?.id;
  if (!to) return null;
  return (
    <Link href={`/cases/${view.id}/draft/${to}`}>{t('ui.changeWhat', { what: t.called({ nameZh, nameEn }) })}</Link>
  );
}
