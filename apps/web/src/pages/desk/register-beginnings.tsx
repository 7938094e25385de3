import '../../../../../libs/messages/src/web-desk.js';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, TextArea, TextField, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';

type Entry = Schemas['RegisterEntry'];

/** What the bureau begins by itself for an entry: none of it is applied for. */
export function RegisterBeginnings({ entry: { id, beginnings } }: { entry: Entry }) {
  const t = useSay();
  if (beginnings.length === 0) return null;
  return (
    <section className="card" aria-labelledby="beginnings-title">
      <h2 id="beginnings-title">{t('desk.begin.title')}</h2>
      <p className="hint">{t('desk.begin.hint')}</p>
      {beginnings.map((matter) => (
        <details key={matter.code} className="own-changes">
          <summary>{t.called(matter)}</summary>
          <Begin institutionId={id} matter={matter.code} />
        </details>
      ))}
    </section>
  );
}

/** What each beginning rests on, beside its reasons. */
const ASKED: Readonly<Record<string, readonly ('article' | 'court' | 'rulingNumber' | 'ruledOn')[]>> = {
  'TERM-INSOLV': ['court', 'rulingNumber', 'ruledOn'],
  'TERM-REVOKE': ['article'],
};

function Begin({ institutionId, matter }: { institutionId: string; matter: string }) {
  const t = useSay();
  const [, go] = useLocation();
  const { faults, attempt, at, show, showError } = useFaults((field) => `${matter}.${field.replace(/^payload\./, '')}`);
  const [commandId, keepId, forgetId] = useKept(`begin:${matter}:${institutionId}`, '');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const asked = ASKED[matter] ?? [];
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = ['reasons', ...asked].filter((field) => !typed[field]?.trim());
    if (missing.length > 0)
      return show({
        fields: Object.fromEntries(missing.map((field) => [`${matter}.${field}`, t('field.FIELD_MISSING')])),
      });
    setBusy(true);
    try {
      const known = commandId || freshId();
      keepId(known);
      const { reasons = '', ...more } = typed;
      const path = { params: { path: { id: institutionId } } };
      const body = { commandId: known, matter, reasons, ...more };
      const { caseId } = await took(http.POST('/api/register/{id}/cases', { ...path, body }));
      forgetId();
      go(`/desk/cases/${caseId}`);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  const labelOf = (field: string): string => t(`desk.begin.${field}` as 'desk.begin.reasons');
  const cell = (field: string) => ({
    name: `${matter}.${field}`,
    label: labelOf(field),
    value: typed[field] ?? '',
    error: at(`${matter}.${field}`),
    onChange: (value: string) => setTyped({ ...typed, [field]: value }),
  });
  return (
    <form onSubmit={(event) => void begin(event)} noValidate>
      <FaultSummary faults={faults} attempt={attempt} name={(field) => labelOf(field.replace(`${matter}.`, ''))} />
      {asked.map((field) => (
        <TextField
          key={field}
          {...cell(field)}
          short={field === 'ruledOn'}
          native={field === 'ruledOn' ? { type: 'date' } : {}}
        />
      ))}
      <TextArea {...cell('reasons')} rows={3} />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('desk.begin.do')}
        </Button>
      </div>
    </form>
  );
}
