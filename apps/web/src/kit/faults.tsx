import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../api.js';
import { useSay } from '../say.js';
import { fieldId } from './field.js';

/** What is wrong with a form: a sentence for the whole, and sentences for fields, the same above and at the field. */
export interface Faults {
  sentence?: string;
  article?: string;
  fields: Readonly<Record<string, string>>;
}
export const NO_FAULTS: Faults = { fields: {} };

/** Collects the faults of a form: its own and those that the server answers with. */
export function useFaults(rename: (field: string) => string = (field) => field) {
  const t = useSay();
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  /** Every call is a new attempt: the summary takes the focus again even when the words are the same. */
  const [attempt, setAttempt] = useState(0);
  const show = (next: Faults): void => {
    setFaults(next);
    setAttempt((n) => n + 1);
  };
  return {
    faults,
    attempt,
    at: (field: string): string | undefined => faults.fields[field],
    clear: () => setFaults(NO_FAULTS),
    show,
    /** Any error of a request in words; nothing that was typed is lost. */
    showError: (error: unknown): void => {
      if (!(error instanceof ProblemError)) return show({ sentence: t('ui.offline'), fields: {} });
      const { code, detail, article, errors = [] } = error.problem;
      show({
        /* that fields are wrong is what the title says already */
        sentence: code === 'FIELDS_INVALID' && errors.length > 0 ? undefined : detail,
        article,
        fields: Object.fromEntries(errors.map(({ field, message }) => [rename(field), message])),
      });
    },
  };
}

/**
 * The summary on top: takes the focus, names every field, and each line leads to its field, on this page or, where `to`
 * knows one, on another. `name` puts the name of the field before words that do not say it.
 */
export function FaultSummary({
  faults,
  attempt,
  to,
  name,
}: {
  faults: Faults;
  attempt: number;
  to?(field: string): string | undefined;
  name?(field: string): string;
}) {
  const t = useSay();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(faults.fields);
  const shown = fields.length > 0 || faults.sentence !== undefined;
  useEffect(() => {
    const prefix = t('error.prefix');
    const bare = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
    document.title = shown ? prefix + bare : bare;
    if (shown && attempt > 0) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{fields.length > 0 ? t('error.title', { count: fields.length }) : faults.sentence}</h2>
      {fields.length > 0 && faults.sentence && <p>{faults.sentence}</p>}
      {faults.article && <p className="small">{faults.article}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([field, message]) => (
            <li key={field}>
              <FaultLink field={field} to={to?.(field)}>
                {name ? t('error.named', { name: name(field), message }) : message}
              </FaultLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FaultLink({ field, to, children }: { field: string; to: string | undefined; children: string }) {
  if (to) return <Link href={to}>{children}</Link>;
  return (
    <a href={`#${fieldId(field)}`} onClick={(event) => leadTo(event, field)}>
      {children}
    </a>
  );
}

function leadTo(event: { preventDefault(): void }, field: string): void {
  event.preventDefault();
  const target = document.getElementById(fieldId(field));
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
