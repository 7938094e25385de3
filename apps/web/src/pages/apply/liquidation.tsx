import { useState, type FormEvent } from 'react';
import { Button, FaultSummary, TextField, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useCommand } from './use-case.js';

const FIELDS = ['completedOn', 'madeBy', 'report'] as const;
const EMPTY = { completedOn: '', madeBy: '', report: '' };

/** 清算: the school closes of its own will, liquidates itself, and says so (PEL 58(2)). */
export function Liquidation({ caseId, today }: { caseId: string; today: string }) {
  const t = useSay();
  const send = useCommand(caseId);
  const [typed, keep, forget] = useKept(`liquidation:${caseId}`, EMPTY);
  const { faults, attempt, at, show, showError } = useFaults((field) => field.replace(/^payload\./, ''));
  const [busy, setBusy] = useState(false);
  const report = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const missing = FIELDS.filter((field) => typed[field].trim() === '');
    if (missing.length > 0)
      return show({ fields: Object.fromEntries(missing.map((field) => [field, t('apply.liquidation.missing')])) });
    setBusy(true);
    try {
      await send('reportLiquidation', { ...typed });
      forget();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-labelledby="liquidation-title">
      <h2 id="liquidation-title">{t('apply.liquidation.title')}</h2>
      <p>{t('apply.liquidation.lead')}</p>
      <form onSubmit={(event) => void report(event)} noValidate>
        <FaultSummary faults={faults} attempt={attempt} />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            name={field}
            label={t(`apply.liquidation.${field}`)}
            hint={field === 'report' ? t('apply.liquidation.reportHint') : undefined}
            value={typed[field]}
            error={at(field)}
            short={field === 'completedOn'}
            onChange={(value) => keep({ ...typed, [field]: value })}
            native={field === 'completedOn' ? { type: 'date', max: today } : {}}
          />
        ))}
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('apply.liquidation.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
