import { valuesOf, type AnyQuestion } from '../../../../libs/law/src/index.js';
import { ErrorSummary } from './error-summary.js';
import { optionIn, type Triaged } from './triage-words.js';

/** One question a page: a plain form whose answers stand in the address, so that it can be kept and sent on. */
export function TriageQuestion({ t, way, missed, question }: Triaged & { question: AnyQuestion }) {
  const values = valuesOf(question);
  const hint = t.code('triage', `${question}.hint`);
  const hasHint = hint !== `${question}.hint`;
  const firstInput = `${question}-${values[0]}`;
  const asksLanguage = t.link('/') !== '/';
  return (
    <form method="get" action="/triage" className="no-print">
      {missed && <ErrorSummary t={t} faults={[{ input: firstInput, words: t('triage.choose') }]} />}
      <p className="small muted progress-note">{t('triage.step', { n: way.path.length + 1 })}</p>
      {asksLanguage && <input type="hidden" name="lang" value={t.language} />}
      {way.path.map(({ question: earlier, value }) => (
        <input key={earlier} type="hidden" name={earlier} value={value} />
      ))}
      <input type="hidden" name="asked" value={question} />
      <fieldset
        className={missed ? 'field question invalid' : 'field question'}
        aria-describedby={hasHint ? 'question-hint' : undefined}
      >
        <legend>
          <h2 className="question">{t(`triage.${question}`)}</h2>
        </legend>
        {hasHint && (
          <p className="hint" id="question-hint">
            {hint}
          </p>
        )}
        {missed && <p className="field-error">{t('triage.choose')}</p>}
        <div className="choices">
          {values.map((value) => (
            <Option key={value} t={t} question={question} value={value} />
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button big">
          {t('triage.onward')}
        </button>
      </div>
    </form>
  );
}

function Option({ t, question, value }: Pick<Triaged, 't'> & { question: AnyQuestion; value: string }) {
  const id = `${question}-${value}`;
  const hint = t.code('triage', `${question}.${value}.hint`);
  return (
    <label className="choice" htmlFor={id}>
      <input id={id} type="radio" name={question} value={value} />
      <span>
        {optionIn(t, question, value)}
        {hint !== `${question}.${value}.hint` && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}
