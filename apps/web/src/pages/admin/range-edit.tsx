import { useState } from 'react';
import { Button, Choice, TextField, type Faults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { daysFrom, isWeekend, type Mark } from './calendar-days.js';

/** Days typed as a range, as the notice has them, for those who do not press on days. */
export function RangeEdit({
  year,
  at,
  show,
  onMark,
}: {
  year: number;
  at(field: string): string | undefined;
  show(faults: Faults): void;
  onMark(days: string[], kind: Mark | null): void;
}) {
  const t = useSay();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<Mark | 'none'>('off');
  const [told, tell] = useState('');
  const faultOf = (day: string): string | null =>
    day === '' ? t('field.FIELD_MISSING') : day.startsWith(`${year}-`) ? null : t('field.DAY_OUTSIDE_YEAR');
  const mark = (): void => {
    const last = to === '' ? from : to;
    const weekdays = kind === 'makeUp' && daysFrom(from, last).some((day) => !isWeekend(day));
    const rangeFrom = faultOf(from) ?? (weekdays ? t('field.MAKE_UP_ON_WEEKDAY') : null);
    const rangeTo = faultOf(last) ?? (last < from ? t('field.RANGE_REVERSED') : null);
    const fields = { ...(rangeFrom ? { rangeFrom } : {}), ...(!rangeFrom && rangeTo ? { rangeTo } : {}) };
    if (Object.keys(fields).length > 0) return show({ fields });
    show({ fields: {} });
    const days = daysFrom(from, last);
    onMark(days, kind === 'none' ? null : kind);
    tell(kind === 'none' ? t('admin.calendar.edit.removed') : t('admin.calendar.edit.done', { n: days.length }));
  };
  const limits = { type: 'date', min: `${year}-01-01`, max: `${year}-12-31` };
  return (
    <fieldset className="field">
      <legend>{t('admin.calendar.edit.range')}</legend>
      <TextField
        name="rangeFrom"
        label={t('admin.calendar.edit.from')}
        value={from}
        error={at('rangeFrom')}
        onChange={setFrom}
        native={limits}
        short
      />
      <TextField
        name="rangeTo"
        label={t('admin.calendar.edit.to')}
        optional
        value={to}
        error={at('rangeTo')}
        onChange={setTo}
        native={limits}
        short
      />
      <Choice<Mark | 'none'>
        name="rangeKind"
        label={t('admin.calendar.edit.kind')}
        value={kind}
        options={[
          { value: 'off', label: t('admin.calendar.off') },
          { value: 'makeUp', label: t('admin.calendar.makeUp') },
          { value: 'none', label: t('admin.calendar.edit.kind.none') },
        ]}
        onChange={setKind}
        inline
      />
      <Button kind="secondary" onClick={mark}>
        {t('admin.calendar.edit.mark')}
      </Button>
      <p role="status">{told}</p>
    </fieldset>
  );
}
