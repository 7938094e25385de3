import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import type { CaseView } from '../../api.js';
import { Button, FaultSummary, Heading, Joined, Tag, useFaults } from '../../kit/index.js';
import { useFormSay } from './form-say.js';
import { BackLink } from './back-link.js';
import { pageOfFault, sectionsOf, type Section } from './questions.js';
import { Submitted } from './submitted.js';
import { useCommand, type Material } from './use-case.js';
import { answerWords, type AnswerWords, labelOf, placeName } from './words.js';
import { WithCase } from './with-case.js';

/** Everything that was said and handed in, once more; then it is submitted, and this page says what comes next. */
export function AnswersPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) => {
        if (view.state === 'DRAFT') return <Check view={view} />;
        if (view.state === 'RECEIVED') return <Submitted view={view} />;
        return <Redirect to={`/cases/${id}`} replace />;
      }}
    </WithCase>
  );
}

function Check({ view }: { view: CaseView }) {
  const t = useFormSay();
  const send = useCommand(view.id);
  const { faults, attempt, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    try {
      await send('submit');
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <BackLink to={`/cases/${view.id}/draft`}>{t('apply.back.draft')}</BackLink>
      <FaultSummary
        faults={faults}
        attempt={attempt}
        to={(field) => pageOfFault(view, field, 'answers')}
        name={(field) => faultName(t, view.materials, field)}
      />
      <Heading>{t('apply.answers.title')}</Heading>
      {sectionsOf(view).map((section) => (
        <SectionAnswers key={section.id} view={view} section={section} />
      ))}
      <PapersHandedIn view={view} />
      <section className="card submit" aria-labelledby="submit-title">
        <h2 id="submit-title">{t('apply.answers.submitTitle')}</h2>
        <p>{t(declarationOf(view))}</p>
        <div className="actions">
          <Button big busy={busy} onClick={() => void submit()}>
            {t('apply.answers.submit')}
          </Button>
        </div>
      </section>
    </>
  );
}

/** What is declared by submitting: of an application, a filing, a report of a year. */
const declarationOf = ({ filing, formFields }: CaseView) =>
  formFields.includes('annualYear')
    ? 'apply.answers.declareAnnual'
    : filing
      ? 'apply.answers.declareFiling'
      : 'apply.answers.declare';

export function faultName(t: ReturnType<typeof useFormSay>, materials: readonly Material[], field: string): string {
  if (field.startsWith('coSigners.')) return t('apply.section.coSigners');
  const line = materials.find(({ lineId }) => field === `materials.${lineId}`);
  return line ? t.called(line) : placeName(t, field);
}

function SectionAnswers({ view, section: { id, questions } }: { view: CaseView; section: Section }) {
  const t = useFormSay();
  return (
    <section aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{t(`apply.section.${id}`)}</h2>
      <dl className="answers">
        {questions.flatMap((question) =>
          question.fields.map((field) => (
            <Answer
              key={field}
              label={labelOf(t, field)}
              words={answerWords(t, field, view.form)}
              to={`/cases/${view.id}/draft/${question.id}?back=answers`}
            />
          )),
        )}
      </dl>
    </section>
  );
}

function Answer({ label, words, to }: { label: string; words: readonly AnswerWords[] | null; to: string }) {
  const t = useFormSay();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {words ? (
          words.map(({ words: line, more }, i) => (
            <p key={i}>
              {line}
              {more && <More pieces={more} />}
            </p>
          ))
        ) : (
          <Tag kind="near">{t('apply.answers.missing')}</Tag>
        )}
      </dd>
      <dd className="change">
        <Link href={to} aria-label={t(words ? 'ui.changeWhat' : 'apply.answers.fillWhat', { what: label })}>
          {t(words ? 'ui.change' : 'apply.answers.fill')}
        </Link>
      </dd>
    </div>
  );
}

/** What else is said of a person: a number or an address moves to the next line as a whole. */
const More = ({ pieces }: { pieces: readonly string[] }) => (
  <span className="small muted more">
    <Joined>{pieces}</Joined>
  </span>
);

function PapersHandedIn({ view }: { view: CaseView }) {
  const t = useFormSay();
  const lines = view.materials.filter(({ source, applicable }) => source === 'upload' && applicable);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="section-papers">
      <h2 id="section-papers">{t('apply.section.papers')}</h2>
      <dl className="answers">
        {lines.map((line) => (
          <div key={line.lineId}>
            <dt>{t.called(line)}</dt>
            <dd>
              {line.fileName ?? <Tag kind={line.role === 'main' ? 'near' : 'plain'}>{t('apply.papers.none')}</Tag>}
            </dd>
            <dd className="change">
              <Link
                href={`/cases/${view.id}/draft/papers?back=answers#line-${line.lineId}`}
                aria-label={t(line.fileId ? 'ui.changeWhat' : 'apply.answers.fillWhat', { what: t.called(line) })}
              >
                {t(line.fileId ? 'ui.change' : 'apply.answers.upload')}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
