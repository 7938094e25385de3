import { Circle } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { fieldId, Tag, type TagKind } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Material } from './case-queries.js';
import { verdictName } from './names.js';
import type { Sheet } from './sheet.js';

const KINDS: Record<string, TagKind> = { ok: 'done', deficient: 'near', notApplicable: 'paused' };

export const focusLine = (lineId: string): void => document.getElementById(fieldId(lineId))?.focus();

/** The lines of the matter with what was said of each; one of them is in the tab order, arrows walk. */
export function MaterialList({
  materials,
  chosen,
  sheet,
  keys,
  faultAt,
  onChoose,
  onKeyDown,
}: {
  materials: readonly Material[];
  chosen: Material;
  sheet: Sheet;
  /** Verdicts can be given, so their keys are told. */
  keys: boolean;
  faultAt(lineId: string): string | undefined;
  onChoose(line: Material): void;
  onKeyDown(event: KeyboardEvent): void;
}) {
  const t = useSay();
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return onKeyDown(event);
    event.preventDefault();
    const next = materials[materials.indexOf(chosen) + step];
    if (!next) return;
    onChoose(next);
    focusLine(next.lineId);
  };
  return (
    <section className="left" aria-labelledby="list-title">
      <h2 id="list-title">{t('desk.sheet.list')}</h2>
      <p className="progress">
        <progress value={sheet.done} max={sheet.total} aria-labelledby="sheet-progress" />
        <span id="sheet-progress">{t('desk.sheet.progress', { done: sheet.done, total: sheet.total })}</span>
      </p>
      {keys && <p className="hint keys">{t('desk.sheet.keys')}</p>}
      <ol className="material-lines" onKeyDown={walk}>
        {materials.map((line) => (
          <li key={line.lineId}>
            <button
              type="button"
              id={fieldId(line.lineId)}
              tabIndex={line === chosen ? 0 : -1}
              aria-current={line === chosen || undefined}
              onClick={() => onChoose(line)}
            >
              <span>{t.called(line)}</span>
              <VerdictTag verdict={sheet.givenOf(line)?.verdict} />
              {faultAt(line.lineId) && <span className="field-error">{faultAt(line.lineId)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function VerdictTag({ verdict }: { verdict: string | undefined }) {
  const t = useSay();
  if (!verdict)
    return (
      <span className="untouched">
        <Circle size={12} aria-hidden="true" />
        {t('verdict.none')}
      </span>
    );
  return <Tag kind={KINDS[verdict] ?? 'plain'}>{verdictName(t, verdict)}</Tag>;
}
