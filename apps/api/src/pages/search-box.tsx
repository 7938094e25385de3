import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { ErrorSummary } from './error-summary.js';
import type { Words } from './words.js';

const LONGEST = 60;

/** What somebody typed into a search box, and what is wrong with it. */
export interface Asked {
  q: string;
  fault: MessageKey | null;
  /** Characters at most. */
  longest: number;
}

/** @param typed the parameter of the address; undefined where the form was not sent */
export function askedFor(typed: string | undefined, required: boolean, longest = LONGEST): Asked {
  const q = (typed ?? '').trim();
  const faulty = (fault: MessageKey | null): Asked => ({ q, fault, longest });
  if (q === '') return faulty(typed !== undefined && required ? 'page.search.missing' : null);
  if ([...q].length > longest) return faulty('page.search.long');
  return faulty(/[\u0000-\u001f\u007f\ufffe\uffff]/.test(q) ? 'page.search.signs' : null);
}

interface Words_ {
  label: MessageKey;
  hint: MessageKey;
  button?: MessageKey;
}

/** One box, no login. A fault stands above and at the box in the same words; what was typed stays. */
export function SearchBox({
  t,
  action,
  asked: { q, fault, longest },
  words,
}: {
  t: Words;
  action: string;
  asked: Asked;
  words: Words_;
}) {
  const asksLanguage = t.link('/') !== '/';
  const wrong = fault && t(fault, { max: longest });
  return (
    <>
      <ErrorSummary t={t} faults={wrong ? [{ input: 'q', words: wrong }] : []} />
      <form method="get" action={action} role="search" className="search no-print">
        {asksLanguage && <input type="hidden" name="lang" value={t.language} />}
        <div className={fault ? 'field invalid' : 'field'}>
          <label htmlFor="q">{t(words.label)}</label>
          <p className="hint" id="q-hint">
            {t(words.hint)}
          </p>
          {wrong && (
            <p className="field-error" id="q-error">
              {wrong}
            </p>
          )}
          <div className="search-row">
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={q}
              enterKeyHint="search"
              autoComplete="off"
              aria-describedby={fault ? 'q-hint q-error' : 'q-hint'}
              aria-invalid={fault ? true : undefined}
            />
            <button type="submit" className="button">
              {t(words.button ?? 'page.check.button')}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}
