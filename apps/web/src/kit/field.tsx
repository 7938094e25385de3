import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { useSay } from '../say.js';
import { Sentence } from './sentence.js';

/** What every field has. `name` is the field's path in the problem answer; the error carries the summary's words. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** The label is the question of the page. */
  question?: boolean;
}

export const fieldId = (name: string): string => `field-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;

function useDescription({ name, hint, error }: FieldProps) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } as const,
  };
}

function Notes({ name, hint, error }: FieldProps) {
  const id = fieldId(name);
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {typeof hint === 'string' ? <Sentence>{hint}</Sentence> : hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

const classOf = ({ error, question }: FieldProps): string =>
  `field${error ? ' invalid' : ''}${question ? ' question' : ''}`;

function Label({ label, optional, question, htmlFor }: FieldProps & { htmlFor: string }) {
  const t = useSay();
  const text = <label htmlFor={htmlFor}>{optional ? `${label}${t('ui.optional')}` : label}</label>;
  return question ? <h1 className="field question">{text}</h1> : text;
}

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'onChange' | 'value'>;

/** One line of text, a number, a date or a telephone number. The value is always the text as typed. */
export function TextField({
  value,
  onChange,
  short,
  native,
  ...field
}: FieldProps & { value: string; onChange(value: string): void; short?: boolean; native?: Native }) {
  const { id, aria } = useDescription(field);
  return (
    <div className={classOf({ ...field, question: false })}>
      <Label {...field} htmlFor={id} />
      <Notes {...field} />
      <input
        autoComplete="off"
        {...native}
        {...aria}
        id={id}
        name={field.name}
        className={short ? 'short' : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export function TextArea({
  value,
  onChange,
  rows = 4,
  ...field
}: FieldProps & { value: string; onChange(value: string): void; rows?: number }) {
  const { id, aria } = useDescription(field);
  return (
    <div className={classOf({ ...field, question: false })}>
      <Label {...field} htmlFor={id} />
      <Notes {...field} />
      <textarea {...aria} id={id} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

export interface Option<V extends string> {
  value: V;
  label: string;
  hint?: string;
}

/** One of several: radio buttons, each with a large target. The first one carries the id that the summary links to. */
export function Choice<V extends string>({
  value,
  options,
  onChange,
  inline,
  ...field
}: FieldProps & { value: V | undefined; options: readonly Option<V>[]; onChange(value: V): void; inline?: boolean }) {
  const { id, aria } = useDescription(field);
  const group = useId();
  return (
    <fieldset className={classOf(field)} aria-describedby={aria['aria-describedby']}>
      <legend>{field.question ? <h1 className="visually-plain">{field.label}</h1> : field.label}</legend>
      <Notes {...field} />
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option, i) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={group}
              value={option.value}
              aria-invalid={aria['aria-invalid']}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint"> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Yes or no, asked as a question. */
export function YesNo({
  value,
  onChange,
  ...field
}: FieldProps & { value: boolean | undefined; onChange(value: boolean): void }) {
  const t = useSay();
  return (
    <Choice
      {...field}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: t('ui.yes') },
        { value: 'no', label: t('ui.no') },
      ]}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}

export function Select<V extends string>({
  value,
  options,
  onChange,
  ...field
}: FieldProps & { value: V | ''; options: readonly Option<V>[]; onChange(value: V): void }) {
  const t = useSay();
  const { id, aria } = useDescription(field);
  return (
    <div className={classOf({ ...field, question: false })}>
      <Label {...field} htmlFor={id} />
      <Notes {...field} />
      <select {...aria} id={id} value={value} onChange={(event) => onChange(event.target.value as V)}>
        {value === '' && <option value="">{t('ui.select')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A statement to agree with, or one of a list to tick. */
export function Tick({
  checked,
  onChange,
  ...field
}: FieldProps & { checked: boolean; onChange(checked: boolean): void }) {
  const { id, aria } = useDescription(field);
  return (
    <div className={classOf({ ...field, question: false })}>
      <Notes {...field} />
      <label className="choice">
        <input
          {...aria}
          id={id}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{field.label}</span>
      </label>
    </div>
  );
}
