import type { FormEvent, ReactNode } from 'react';
import { Button } from './button.js';
import { FaultSummary, type useFaults } from './faults.js';
import { TextArea } from './field.js';

/** A step that needs a reason of one's own: what it does stands above, the field and the one button below. */
export function ReasonForm({
  form: { faults, attempt, at, busy },
  label,
  hint,
  rows,
  value,
  onChange,
  confirm,
  kind = 'secondary',
  className,
  labelledBy,
  onConfirm,
  children,
}: {
  form: Pick<ReturnType<typeof useFaults>, 'faults' | 'attempt' | 'at'> & { busy: boolean };
  label: string;
  hint?: string;
  rows?: number;
  value: string;
  onChange(value: string): void;
  confirm: string;
  kind?: 'secondary' | 'danger';
  className?: string;
  labelledBy?: string;
  onConfirm(): void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onConfirm();
  };
  return (
    <form className={className} onSubmit={submit} noValidate aria-labelledby={labelledBy}>
      <FaultSummary faults={faults} attempt={attempt} />
      {children}
      <TextArea
        name="reason"
        label={label}
        hint={hint}
        rows={rows}
        value={value}
        error={at('reason')}
        onChange={onChange}
      />
      <div className="actions">
        <Button type="submit" kind={kind} busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
