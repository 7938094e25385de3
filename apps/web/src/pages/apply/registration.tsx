import { useState, type FormEvent } from 'react';
import { Button, FaultSummary, TextField, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useCommand } from './use-case.js';

const EMPTY = { creditCode: '', registeredOn: '', licenceNumber: '' };

/**
 * 先证后照: the code of the new legal person comes back to the bureau.
 * @param several the case has opened more than one school, so that each is named
 */
export function Registration({ caseId, today, several }: { caseId: string; today: string; several: boolean }) {
  const t = useSay();
  const send = useCommand(caseId);
  const [typed, keep, forget] = useKept(`registration:${caseId}`, EMPTY);
  const { faults, attempt, at, show, showError } = useFaults((field) => field.replace(/^payload\./, ''));
  const [busy, setBusy] = useState(false);
  const report = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const missing = (['creditCode', 'registeredOn'] as const).filter((field) => typed[field].trim() === '');
    if (missing.length > 0)
      return show({
        fields: Object.fromEntries(missing.map((field) => [field, t(`apply.registration.${field}.missing`)])),
      });
    setBusy(true);
    try {
      await send('recordRegistration', {
        creditCode: typed.creditCode.replace(/\s/g, '').toUpperCase(),
        registeredOn: typed.registeredOn,
        ...(several && typed.licenceNumber ? { licenceNumber: typed.licenceNumber.replace(/\s/g, '') } : {}),
      });
      forget();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-labelledby="registration-title">
      <h2 id="registration-title">{t('apply.registration.title')}</h2>
      <p>{t('apply.registration.lead')}</p>
      <form onSubmit={(event) => void report(event)} noValidate>
        <FaultSummary faults={faults} attempt={attempt} />
        {several && (
          <TextField
            name="licenceNumber"
            label={t('apply.registration.licenceNumber')}
            hint={t('apply.registration.licenceNumberHint')}
            value={typed.licenceNumber}
            error={at('licenceNumber')}
            onChange={(licenceNumber) => keep({ ...typed, licenceNumber })}
          />
        )}
        <TextField
          name="creditCode"
          label={t('apply.q.creditCode')}
          hint={t('apply.hint.creditCode')}
          value={typed.creditCode}
          error={at('creditCode')}
          onChange={(creditCode) => keep({ ...typed, creditCode })}
          native={{ autoCapitalize: 'characters', spellCheck: false }}
        />
        <TextField
          name="registeredOn"
          label={t('apply.registration.registeredOn')}
          value={typed.registeredOn}
          error={at('registeredOn')}
          short
          onChange={(registeredOn) => keep({ ...typed, registeredOn })}
          native={{ type: 'date', max: today }}
        />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('apply.registration.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
