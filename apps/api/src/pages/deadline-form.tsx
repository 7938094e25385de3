import type { ReactNode } from 'react';
import { MOST_EXCLUSIONS, UNITS } from '../deadline.js';
import type { TypedPeriod } from './deadline-question.js';
import type { Said } from './error-summary.js';
import { Sentence } from './parts.js';
import type { Words } from './words.js';

interface Form {
  t: Words;
  typed: TypedPeriod;
  faults: readonly Said[];
}

/** Plain fields that take what people type; an empty row for one more span comes with every answer. */
export function DeadlineForm({ t, typed, faults }: Form) {
  const wordsAt = (input: string): string | undefined => faults.find((fault) => fault.input === input)?.words;
  const asksLanguage = t.link('/') !== '/';
  return (
    <form method="get" action="/deadline" className="search no-print">
      {asksLanguage && <input type="hidden" name="lang" value={t.language} />}
      <Field id="from" label={t('page.deadline.from')} hint={t('page.deadline.fromHint')} fault={wordsAt('from')}>
        {(more) => <input {...more} name="from" className="short" defaultValue={typed.from} autoComplete="off" />}
      </Field>
      <Field
        id="length"
        label={t('page.deadline.length')}
        hint={t('page.deadline.lengthHint')}
        fault={wordsAt('length')}
      >
        {(more) => (
          <input
            {...more}
            name="length"
            className="short"
            inputMode="numeric"
            defaultValue={typed.length}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="unit" label={t('page.deadline.unit')} fault={wordsAt('unit')}>
        {(more) => (
          <select {...more} name="unit" defaultValue={typed.unit}>
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`page.deadline.unit.${unit}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="way" label={t('page.deadline.way')}>
        {(more) => (
          <select {...more} name="way" defaultValue={typed.before ? 'before' : 'after'}>
            {(['after', 'before'] as const).map((way) => (
              <option key={way} value={way}>
                {t(`page.deadline.way.${way}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Spans t={t} typed={typed} faults={faults} />
      <div className={wordsAt('roll') ? 'field invalid' : 'field'}>
        {wordsAt('roll') && <p className="field-error">{wordsAt('roll')}</p>}
        <label className="choice" htmlFor="roll">
          <input id="roll" type="checkbox" name="roll" value="next" defaultChecked={typed.roll} />
          <span>
            {t('page.deadline.roll')}
            <span className="hint">{t('page.deadline.rollHint')}</span>
          </span>
        </label>
      </div>
      <button type="submit" className="button">
        {t('page.deadline.submit')}
      </button>
    </form>
  );
}

interface Wired {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A label, what helps, what is wrong, and the input that all of it belongs to. */
function Field({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  fault?: string;
  children(more: Wired): ReactNode;
}) {
  const told = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field invalid' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <Sentence>{hint}</Sentence>
        </p>
      )}
      {fault && (
        <p className="field-error" id={`${id}-error`}>
          <span>
            <Sentence>{fault}</Sentence>
          </span>
        </p>
      )}
      {children({ id, ...(told ? { 'aria-describedby': told } : {}), ...(fault ? { 'aria-invalid': true } : {}) })}
    </div>
  );
}

/** Times that do not count, a pair of days each. */
function Spans({ t, typed, faults }: Form) {
  const rows = typed.spans.length < MOST_EXCLUSIONS ? [...typed.spans, { from: '', to: '' }] : typed.spans;
  return (
    <fieldset className="field" aria-describedby="exclude-hint">
      <legend>{t('page.deadline.exclude')}</legend>
      <p className="hint" id="exclude-hint">
        {t('page.deadline.excludeHint')}
      </p>
      {rows.map(({ from, to }, i) => {
        const fault = faults.find(({ input }) => input === `exclude-${i}`)?.words;
        const wired = fault ? { 'aria-invalid': true as const, 'aria-describedby': `exclude-${i}-error` } : {};
        return (
          <div key={i} className={fault ? 'field invalid' : 'field'}>
            {fault && (
              <p className="field-error" id={`exclude-${i}-error`}>
                {fault}
              </p>
            )}
            <div className="span-row">
              <div>
                <label htmlFor={`exclude-${i}`}>{t('page.deadline.excludeFrom', { n: i + 1 })}</label>
                <input id={`exclude-${i}`} name="excludeFrom" defaultValue={from} autoComplete="off" {...wired} />
              </div>
              <div>
                <label htmlFor={`exclude-to-${i}`}>{t('page.deadline.excludeTo', { n: i + 1 })}</label>
                <input id={`exclude-to-${i}`} name="excludeTo" defaultValue={to} autoComplete="off" {...wired} />
              </div>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
