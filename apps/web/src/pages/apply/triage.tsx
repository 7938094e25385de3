import { useState, type FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { Button, Choice, FaultSummary, Title, useFaults, useKept, YesNo } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { Elsewhere } from './elsewhere.js';
import { EstimateBox } from './estimate-box.js';
import { pathOf, stepsOf, type Step, type Triage } from './triage-steps.js';
import { TriageResult } from './triage-result.js';

const NOTHING: Triage = {};
const QUESTIONS: readonly Step[] = ['what', 'stage', 'nature', 'assets', 'sponsors'];

/** What do you want to open, one question a page; the answers stay on this device. */
export function TriagePage({ params: { step } }: { params: Record<string, string | undefined> }) {
  const [triage, keep, forget] = useKept<Triage>('triage', NOTHING);
  const steps = stepsOf(triage);
  const here = (step ?? 'what') as Step;
  const at = steps.indexOf(here);
  if (at === -1) return <Redirect to="/apply" replace />;
  const missing = steps
    .slice(0, at)
    .find((one) => QUESTIONS.includes(one) && triage[one as keyof Triage] === undefined);
  if (missing) return <Redirect to={pathOf(missing)} replace />;
  const back = at > 0 ? pathOf(steps[at - 1] ?? 'what') : null;
  if (here === 'elsewhere') return <Elsewhere triage={triage} back={back ?? '/apply'} />;
  if (here === 'result') return <TriageResult triage={triage} back={back ?? '/apply'} forget={forget} />;
  return <Ask key={here} step={here} n={at + 1} triage={triage} keep={keep} back={back} />;
}

function Ask({
  step,
  n,
  triage,
  keep,
  back,
}: {
  step: Exclude<Step, 'elsewhere' | 'result'>;
  n: number;
  triage: Triage;
  keep(next: Triage): void;
  back: string | null;
}) {
  const t = useSay();
  const [, go] = useLocation();
  const { faults, attempt, at, show } = useFaults();
  const [answer, setAnswer] = useState(triage);
  const set = (next: Triage): void => {
    setAnswer(next);
    keep(next);
  };
  const onward = (event: FormEvent): void => {
    event.preventDefault();
    if (answer[step] === undefined) return show({ fields: { [step]: t('apply.triage.choose') } });
    const steps = stepsOf(answer);
    go(pathOf(steps[steps.indexOf(step) + 1] ?? 'result'));
  };
  const field = { name: step, label: t(`apply.triage.${step}`), error: at(step), question: true } as const;
  return (
    <div className="side-by-side">
      <form onSubmit={onward} noValidate>
        <BackLink to={back} />
        <FaultSummary faults={faults} attempt={attempt} />
        <Title>{field.label}</Title>
        <p className="small muted progress-note">{t('apply.triage.step', { n })}</p>
        {step === 'assets' || step === 'sponsors' ? (
          <YesNo
            {...field}
            hint={t(`apply.triage.${step}.hint`)}
            value={answer[step]}
            onChange={(yes) => set({ ...answer, [step]: yes })}
          />
        ) : (
          <Options step={step} field={field} answer={answer} set={set} />
        )}
        <div className="actions">
          <Button type="submit">{t('ui.continue')}</Button>
        </div>
        <p className="small muted">{t('apply.triage.kept')}</p>
      </form>
      <EstimateBox triage={answer} />
    </div>
  );
}

const CHOICES = {
  what: ['kindergarten', 'school', 'tutoring'],
  stage: ['primary', 'junior', 'senior'],
  nature: ['non_profit', 'for_profit'],
} as const;

function Options({
  step,
  field,
  answer,
  set,
}: {
  step: 'what' | 'stage' | 'nature';
  field: { name: string; label: string; error: string | undefined; question: true };
  answer: Triage;
  set(next: Triage): void;
}) {
  const t = useSay();
  const options = CHOICES[step].map((value) => ({
    value: value as string,
    label: t(`apply.triage.${step}.${value}` as 'apply.triage.what.school'),
    hint: t(`apply.triage.${step}.${value}.hint` as 'apply.triage.what.school.hint'),
  }));
  return (
    <Choice {...field} value={answer[step]} options={options} onChange={(value) => set({ ...answer, [step]: value })} />
  );
}
