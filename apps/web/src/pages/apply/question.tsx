import { useState, type FormEvent } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import type { CaseView } from '../../api.js';
import { Button, FaultSummary, fieldId } from '../../kit/index.js';
import { useFormSay } from './form-say.js';
import { BackLink } from './back-link.js';
import { backPath, nextOpen, questionOf, questionsOf, type Form, type Question } from './questions.js';
import { QuestionFields } from './question-fields.js';
import type { Row } from './typed.js';
import { useAnswers, type Answers, type SaveState } from './use-answers.js';
import { backWords, placeName } from './words.js';
import { WithCase } from './with-case.js';

export function QuestionPage({
  params: { id = '', question: path = '' },
}: {
  params: Record<string, string | undefined>;
}) {
  return (
    <WithCase id={id}>
      {(view) => {
        const question = questionOf(view, path);
        return question ? (
          <Ask key={question.id} view={view} question={question} />
        ) : (
          <Redirect to={`/cases/${id}/draft`} replace />
        );
      }}
    </WithCase>
  );
}

function Ask({ view, question }: { view: CaseView; question: Question }) {
  const t = useFormSay();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const back = search.get('back');
  const [busy, setBusy] = useState(false);
  const book = useAnswers(view.id, question, view.form, suggestedFor(question, view.form));
  const onward = (): string => {
    if (back) return backPath(view.id, back);
    const next = nextOpen({ ...view, form: { ...view.form, ...answeredNow(question) } }, question);
    return next ? `/cases/${view.id}/draft/${next.id}` : backPath(view.id, null);
  };
  const finish = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const whole = await book.finish();
    setBusy(false);
    if (whole) go(onward());
  };
  return (
    <form onSubmit={(event) => void finish(event)} noValidate className="ask">
      <BackLink to={backPath(view.id, back)}>{backWords(t, back)}</BackLink>
      {book.attempt > 0 && (
        <FaultSummary
          faults={{ fields: inPageOrder(book.errors), sentence: book.sentence }}
          attempt={book.attempt}
          name={(place) => placeName(t, place)}
        />
      )}
      <p className="small muted progress-note">
        {t('apply.progress', { n: placeOf(view, question) + 1, of: questionsOf(view).length })}
      </p>
      <QuestionFields question={question} book={book} form={view.form} />
      <SaveLine state={book.state} sentence={book.sentence} />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t(back ? 'apply.saveAndBack' : 'ui.continue')}
        </Button>
        {!back && <Link href={later(view, question)}>{t('apply.later')}</Link>}
      </div>
    </form>
  );
}

/** The first fault of the summary is the first one on the page, whatever the order of the answer. */
function inPageOrder(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const places = [...document.querySelectorAll('main [id^="field-"]')].map(({ id }) => id);
  const at = ([path]: readonly [string, string]): number => places.indexOf(fieldId(path));
  return Object.fromEntries(Object.entries(errors).sort((a, b) => at(a) - at(b)));
}

const answeredNow = ({ fields }: Question): Form => Object.fromEntries(fields.map((field) => [field, true]));

const placeOf = (view: CaseView, { id }: Question): number => questionsOf(view).findIndex((one) => one.id === id);

/** The next page for who leaves this question for later. */
function later(view: CaseView, question: Question): string {
  const { id, form } = view;
  const next = questionsOf(view)
    .slice(placeOf(view, question) + 1)
    .find(({ fields }) => fields.some((field) => form[field] === undefined));
  return next ? `/cases/${id}/draft/${next.id}` : `/cases/${id}/draft`;
}

function SaveLine({ state, sentence }: { state: SaveState; sentence: string | undefined }) {
  const t = useFormSay();
  const words = {
    idle: '',
    saving: t('save.saving'),
    saved: t('save.saved'),
    kept: sentence ?? t('save.kept'),
  }[state];
  return (
    <p className="save-state" role="status">
      {words}
    </p>
  );
}

/** What was said elsewhere is not asked again: it stands in the field, to be confirmed. */
function suggestedFor({ id }: Question, form: Form): Answers {
  if (id !== 'principal') return {};
  const board = (form['boardMembers'] as Row[] | undefined) ?? [];
  const member = board.find(({ role }) => role === 'principal');
  return member ? { principal: { name: member['name'], citizenNumber: member['citizenNumber'] } } : {};
}
