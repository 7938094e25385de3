import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, fieldId } from '../../kit/index.js';
import { useFormSay } from './form-say.js';
import { labelOf } from './words.js';
import type { Row } from './typed.js';

/** Rows that are no people. */
const OF_SCHOOLS: readonly string[] = ['mergingSchools', 'sites', 'resultingSchools'];

/** Several of a kind, each a group of fields; there is always one to fill in. */
export function Rows({
  field,
  rows,
  most,
  onChange,
  children,
}: {
  field: string;
  rows: readonly Row[];
  most: number;
  onChange(rows: readonly Row[]): void;
  children(row: Row, path: string): ReactNode;
}) {
  const t = useFormSay();
  const box = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current) box.current?.querySelector<HTMLElement>('fieldset:last-of-type :is(input, select)')?.focus();
    added.current = false;
  }, [rows.length]);
  const name = labelOf(t, field);
  return (
    <div ref={box} id={fieldId(field)} tabIndex={-1}>
      {rows.map((row, i) => (
        <fieldset key={i} className="card row-card">
          <legend>{t('apply.row.name', { name, n: i + 1 })}</legend>
          {children(row, `${field}[${i}]`)}
          {rows.length > 1 && (
            <Button kind="quiet" onClick={() => onChange(rows.filter((_, other) => other !== i))}>
              <Trash2 size={18} aria-hidden="true" />
              {t('apply.row.remove', { name, n: i + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {rows.length < most && (
        <Button
          kind="secondary"
          onClick={() => {
            added.current = true;
            onChange([...rows, {}]);
          }}
        >
          <Plus size={18} aria-hidden="true" />
          {t(OF_SCHOOLS.includes(field) ? 'apply.row.addSchool' : 'apply.row.add', { name })}
        </Button>
      )}
    </div>
  );
}
