import { useState } from 'react';
import { Button, Choice, fieldId, Joined, TextField, type Faults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { LocalDay } from './calendar-days.js';

const EMPTY: LocalDay = { region: '', day: '', kind: 'dayOff', reason: '', documentNumber: '' };

/** Days that a government of the place sets by itself (HOL 4), each with its reason and its document. */
export function LocalDaysEdit({
  year,
  days,
  at,
  show,
  onChange,
}: {
  year: number;
  days: readonly LocalDay[];
  at(field: string): string | undefined;
  show(faults: Faults): void;
  onChange(days: LocalDay[]): void;
}) {
  const t = useSay();
  const [draft, setDraft] = useState(EMPTY);
  const set = (field: keyof LocalDay) => (value: string) => setDraft({ ...draft, [field]: value });
  const add = (): void => {
    const missing = t('field.FIELD_MISSING');
    const fields = Object.fromEntries(
      [
        ['localDay', draft.day === '' ? missing : draft.day.startsWith(`${year}-`) ? '' : t('field.DAY_OUTSIDE_YEAR')],
        ['localRegion', /^\d{6}$/.test(draft.region) ? '' : t('field.REGION_ELSEWHERE')],
        ['localReason', draft.reason.trim().length < 2 ? missing : ''],
        ['localDocument', draft.documentNumber.trim().length < 2 ? missing : ''],
      ].filter(([, sentence]) => sentence !== ''),
    ) as Record<string, string>;
    show({ fields });
    if (Object.keys(fields).length > 0) return;
    onChange([...days, draft]);
    setDraft(EMPTY);
  };
  return (
    <section aria-labelledby="local-edit-title">
      <h3 id="local-edit-title">{t('admin.calendar.local')}</h3>
      <p className="hint">{t('admin.calendar.local.hint')}</p>
      <ul className="plain">
        {days.map((one, i) => (
          <li key={`${one.region}${one.day}${i}`} id={fieldId(`localDays[${i}]`)} tabIndex={-1}>
            <Joined>
              <>
                <strong>{t.day(one.day)}</strong> {t(`admin.calendar.local.${one.kind}`)}
              </>
              {one.reason}
              {one.documentNumber}
              {t('admin.calendar.local.in', { region: one.region })}
            </Joined>
            <Button
              kind="quiet"
              aria-label={t('admin.calendar.local.remove', { day: t.day(one.day) })}
              onClick={() => onChange(days.filter((_, n) => n !== i))}
            >
              {t('admin.calendar.edit.remove')}
            </Button>
            {at(`localDays[${i}]`) && <p className="field-error">{at(`localDays[${i}]`)}</p>}
          </li>
        ))}
      </ul>
      <fieldset className="field">
        <legend>{t('admin.calendar.local.add')}</legend>
        <TextField
          name="localDay"
          label={t('admin.calendar.day')}
          value={draft.day}
          error={at('localDay')}
          onChange={set('day')}
          native={{ type: 'date', min: `${year}-01-01`, max: `${year}-12-31` }}
          short
        />
        <Choice
          name="localKind"
          label={t('admin.calendar.local.kind')}
          value={draft.kind}
          options={[
            { value: 'dayOff', label: t('admin.calendar.local.dayOff') },
            { value: 'workingDay', label: t('admin.calendar.local.workingDay') },
          ]}
          onChange={(kind) => setDraft({ ...draft, kind })}
          inline
        />
        <TextField
          name="localRegion"
          label={t('admin.calendar.local.region')}
          hint={t('admin.calendar.local.regionHint')}
          value={draft.region}
          error={at('localRegion')}
          onChange={set('region')}
          native={{ inputMode: 'numeric', maxLength: 6 }}
          short
        />
        <TextField
          name="localReason"
          label={t('admin.calendar.local.reason')}
          value={draft.reason}
          error={at('localReason')}
          onChange={set('reason')}
        />
        <TextField
          name="localDocument"
          label={t('admin.calendar.local.document')}
          value={draft.documentNumber}
          error={at('localDocument')}
          onChange={set('documentNumber')}
        />
        <Button kind="secondary" onClick={add}>
          {t('admin.calendar.local.add')}
        </Button>
      </fieldset>
    </section>
  );
}
