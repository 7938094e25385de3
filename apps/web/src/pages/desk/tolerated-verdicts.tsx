import type { CaseView } from '../../api.js';
import { fieldId } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { verdictName } from './names.js';

interface Given {
  lineId: string;
  verdict: 'ok' | 'deficient';
  reason?: string;
  seen?: string;
}

const CHOICES = ['ok', 'deficient'] as const;

/** A verdict on each owed line, tied to what was on the screen; the value is the list as JSON. */
export function ToleratedVerdicts({
  shown,
  name,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  shown: CaseView;
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: string;
  onChange(value: string): void;
}) {
  const t = useSay();
  const given = value === '' ? [] : (JSON.parse(value) as Given[]);
  const lines = shown.tolerance?.lines ?? [];
  const give = (lineId: string, verdict: Partial<Given>): void => {
    const seen = shown.materials.find((line) => line.lineId === lineId)?.contentHash ?? undefined;
    const before = given.find((one) => one.lineId === lineId);
    const next = { verdict: 'ok', ...before, ...verdict, lineId, seen } as Given;
    onChange(JSON.stringify([...given.filter((one) => one.lineId !== lineId), next]));
  };
  const id = fieldId(name);
  return (
    <div id={id} className={error ? 'field invalid' : 'field'} role="group" aria-labelledby={`${id}-label`}>
      <p className="label" id={`${id}-label`}>
        {label}
      </p>
      {hint && <p className="hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      {lines.map((line) => (
        <OneLine
          key={line.lineId}
          title={t.called(line)}
          fileId={shown.materials.find((one) => one.lineId === line.lineId)?.fileId ?? null}
          lineId={line.lineId}
          given={given.find((one) => one.lineId === line.lineId)}
          onGive={(verdict) => give(line.lineId, verdict)}
        />
      ))}
    </div>
  );
}

function OneLine({
  title,
  fileId,
  lineId,
  given,
  onGive,
}: {
  title: string;
  fileId: string | null;
  lineId: string;
  given: Given | undefined;
  onGive(verdict: Partial<Given>): void;
}) {
  const t = useSay();
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      {fileId && (
        <p>
          <a href={`/api/files/${fileId}`} target="_blank" rel="noreferrer">
            {t('desk.viewer.open')}
          </a>
        </p>
      )}
      <div className="choices inline">
        {CHOICES.map((verdict) => (
          <label key={verdict} className="choice">
            <input
              type="radio"
              name={`tolerated-${lineId}`}
              checked={given?.verdict === verdict}
              onChange={() => onGive({ verdict })}
            />
            <span>{verdictName(t, verdict)}</span>
          </label>
        ))}
      </div>
      {given?.verdict === 'deficient' && (
        <label>
          <span className="label">{t('desk.sheet.reason')}</span>
          <textarea
            rows={3}
            maxLength={500}
            value={given.reason ?? ''}
            onChange={(e) => onGive({ reason: e.target.value })}
          />
        </label>
      )}
    </fieldset>
  );
}
