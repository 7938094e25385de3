import { lazy, Suspense, useState, type FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { valuesOf, type AnyQuestion, type TriageAnswers } from '../../../../../libs/law/src/triage.js';
import { findSentence } from '../../../../../libs/messages/src/web.js';
import { Button, Choice, FaultSummary, Title, useFaults, useKept } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';
import { BackLink } from './back-link.js';
import { pathOf, stepsOf, type Step } from './triage-steps.js';

/** Not needed for the first question, which has to be there at once, on a slow line too. */
const EstimateBox = lazy(() => import('./estimate-box.js').then((it) => ({ default: it.EstimateBox })));
const TriageResult = lazy(() => import('./triage-result.js').then((it) => ({ default: it.TriageResult })));

const NOTHING: TriageAnswers = {};

/** What do you want to do, one question a page: the one tree of libs/law. The answers stay on this device. */
export function TriagePage({ params: { step } }: { params: Record<string, string | undefined> }) {
  const [answers, keep, forget] = useKept<TriageAnswers>('triage', NOTHING);
  const steps = stepsOf(answers);
  const here = (step ?? 'want') as Step;
  const at = steps.indexOf(here);
  if (at === -1) return <Redirect to={pathOf(steps.at(-1) ?? 'want')} replace />;
  const back = at > 0 ? pathOf(steps[at - 1] ?? 'want') : null;
  if (here === 'result') return <TriageResult answers={answers} back={back ?? '/apply'} forget={forget} />;
  return <Ask key={here} question={here} n={at + 1} kept={answers} keep={keep} back={back} />;
}

function Ask({
  question,
  n,
  kept,
  keep,
  back,
}: {
  question: AnyQuestion;
  n: number;
  kept: TriageAnswers;
  keep(next: TriageAnswers): void;
  back: string | null;
}) {
  const t = useSay();
  const [, go] = useLocation();
  const { faults, attempt, at, show } = useFaults();
  const [answers, setAnswers] = useState(kept);
  const set = (value: string): void => {
    const next = { ...answers, [question]: value };
    setAnswers(next);
    keep(next);
  };
  const onward = (event: FormEvent): void => {
    event.preventDefault();
    if (answers[question] === undefined) return show({ fields: { [question]: t('triage.choose') } });
    const steps = stepsOf(answers);
    go(pathOf(steps[steps.indexOf(question) + 1] ?? 'result'));
  };
  return (
    <div className="side-by-side">
      <form onSubmit={onward} noValidate>
        <BackLink to={back} />
        <FaultSummary faults={faults} attempt={attempt} />
        <Title>{t(`triage.${question}`)}</Title>
        <p className="small muted progress-note">{t('triage.step', { n })}</p>
        <Choice
          name={question}
          label={t(`triage.${question}`)}
          hint={findSentence(t.language, `triage.${question}.hint`) ?? undefined}
          error={at(question)}
          question
          value={answers[question]}
          options={valuesOf(question).map((value) => optionOf(t, question, value))}
          onChange={set}
        />
        <div className="actions">
          <Button type="submit">{t('ui.continue')}</Button>
        </div>
        <p className="small muted">{t('apply.triage.kept')}</p>
      </form>
      <Suspense fallback={null}>
        <EstimateBox answers={answers} />
      </Suspense>
    </div>
  );
}

function optionOf(t: Say, question: AnyQuestion, value: string): { value: string; label: string; hint?: string } {
  if (value === 'yes' || value === 'no') return { value, label: t(`triage.${value}`) };
  const hint = findSentence(t.language, `triage.${question}.${value}.hint`);
  return {
    value,
    label: findSentence(t.language, `triage.${question}.${value}`) ?? value,
    ...(hint ? { hint } : {}),
  };
}
