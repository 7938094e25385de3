import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took } from '../../api.js';
import { Button, FaultSummary, fieldId, TextField, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import {
  changeOf,
  draftOf,
  marked,
  pressed,
  runsOf,
  type Draft,
  type Run,
  type Seen,
  type Year,
} from './calendar-days.js';
import { CalendarReport } from './calendar-report.js';
import { Legend } from './legend.js';
import { LocalDaysEdit } from './local-days-edit.js';
import { Month } from './month.js';
import { RangeEdit } from './range-edit.js';

/** One year to be written: mark, see what would change, adopt. What is marked stays on this device until then. */
export function CalendarEdit({ shown, onAdopted }: { shown: Year; onAdopted(sentence: string): void }) {
  const t = useSay();
  const { year } = shown;
  const [draft, keep, forget] = useKept<Draft>(`calendar:${shown.version}:${year}`, draftOf(shown));
  const [seen, setSeen] = useState<Seen | null>(null);
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const { faults, attempt, at, clear, show, showError } = useFaults(toRow);
  const change = (next: Draft): void => {
    setSeen(null);
    keep(next);
  };
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const body = changeOf(year, draft);
      const report = await took(http.POST('/api/admin/calendar/report', { body }));
      clear();
      setSeen({ report, change: body, commandId: freshId() });
    } catch (error) {
      setSeen(null);
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  const leave = (): void => {
    forget();
    go(`/admin/calendar?year=${year}`);
  };
  const adopted = (sentence: string): void => {
    forget();
    onAdopted(sentence);
  };
  return (
    <>
      <h2>{t('admin.calendar.edit.title', { year })}</h2>
      <p>{t('admin.calendar.edit.intro')}</p>
      <p className="muted small">{t('admin.calendar.version', { version: shown.version })}</p>
      <form onSubmit={(event) => void look(event)} noValidate>
        <FaultSummary faults={faults} attempt={attempt} name={useFieldNames(draft)} />
        <TextField
          name="notice"
          label={t('admin.calendar.edit.notice')}
          hint={t('admin.calendar.edit.noticeHint')}
          value={draft.notice}
          error={at('notice')}
          onChange={(notice) => change({ ...draft, notice })}
        />
        <Legend />
        <h3>{t('admin.calendar.edit.press')}</h3>
        <p className="hint">{t('admin.calendar.edit.pressHint')}</p>
        <div className="year">
          {Array.from({ length: 12 }, (_, i) => (
            <Month
              key={i}
              year={year}
              month={i + 1}
              daysOff={draft.daysOff}
              makeUpDays={draft.makeUpDays}
              onPress={(day) => change(pressed(draft, day))}
            />
          ))}
        </div>
        <RangeEdit year={year} at={at} show={show} onMark={(days, kind) => change(marked(draft, days, kind))} />
        <Marked draft={draft} at={at} onRemove={(days) => change(marked(draft, days, null))} />
        <LocalDaysEdit
          year={year}
          days={draft.localDays}
          at={at}
          show={show}
          onChange={(localDays) => change({ ...draft, localDays })}
        />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('admin.calendar.edit.report')}
          </Button>
          <Button kind="quiet" onClick={leave}>
            {t('admin.calendar.edit.cancel')}
          </Button>
        </div>
      </form>
      {seen && <CalendarReport key={seen.commandId} seen={seen} onAdopted={adopted} />}
    </>
  );
}

/** A fault of one end of a range, or of one part of a local day, belongs to its line. */
const toRow = (field: string): string => field.replace(/^((?:daysOff|localDays)\[\d+\])\..*$/, '$1');

/** What the lines of the summary are called. */
function useFieldNames({ daysOff, makeUpDays, localDays }: Draft): (field: string) => string {
  const t = useSay();
  return (field) => {
    const [, list, n] = /^(\w+)\[(\d+)\]$/.exec(field) ?? [];
    const i = Number(n);
    if (list === 'daysOff') return t.day(runsOf(daysOff, 'off')[i]?.from ?? '');
    if (list === 'makeUpDays') return t.day([...makeUpDays].sort()[i] ?? '');
    if (list === 'localDays') return t.day(localDays[i]?.day ?? '');
    const names: Record<string, string> = {
      notice: t('admin.calendar.edit.notice'),
      daysOff: t('admin.calendar.edit.marked'),
      makeUpDays: t('admin.calendar.edit.marked'),
      localDays: t('admin.calendar.local'),
      rangeFrom: t('admin.calendar.edit.from'),
      rangeTo: t('admin.calendar.edit.to'),
      localDay: t('admin.calendar.day'),
      localRegion: t('admin.calendar.local.region'),
      localReason: t('admin.calendar.local.reason'),
      localDocument: t('admin.calendar.local.document'),
    };
    return names[field] ?? field;
  };
}

/** What is marked, as words, each with its way back. The order is that of what is sent, so that faults find their line. */
function Marked({
  draft,
  at,
  onRemove,
}: {
  draft: Draft;
  at(field: string): string | undefined;
  onRemove(days: string[]): void;
}) {
  const t = useSay();
  const off = runsOf(draft.daysOff, 'off').map((run, i) => ({ field: `daysOff[${i}]`, run }));
  const makeUp = [...draft.makeUpDays].sort().map((day, i): { field: string; run: Run } => ({
    field: `makeUpDays[${i}]`,
    run: { from: day, to: day, kind: 'makeUp', length: 1 },
  }));
  return (
    <section aria-labelledby="marked-title">
      <h3 id="marked-title">{t('admin.calendar.edit.marked')}</h3>
      {at('daysOff') && (
        <p className="field-error" id={fieldId('daysOff')} tabIndex={-1}>
          {at('daysOff')}
        </p>
      )}
      {off.length + makeUp.length === 0 && <p>{t('admin.calendar.edit.nothing')}</p>}
      <ul className="plain">
        {[...off, ...makeUp].map(({ field, run }) => (
          <MarkedLine key={field} field={field} run={run} error={at(field)} draft={draft} onRemove={onRemove} />
        ))}
      </ul>
    </section>
  );
}

function MarkedLine({
  field,
  run: { from, to, kind, length },
  error,
  draft,
  onRemove,
}: {
  field: string;
  run: Run;
  error: string | undefined;
  draft: Draft;
  onRemove(days: string[]): void;
}) {
  const t = useSay();
  const words = from === to ? t.day(from) : t('admin.calendar.range', { from: t.day(from), to: t.day(to) });
  const days = [...draft.daysOff, ...draft.makeUpDays].filter((day) => from <= day && day <= to);
  return (
    <li id={fieldId(field)} tabIndex={-1} className={error ? 'invalid' : undefined}>
      <strong>{words}</strong> {t(`admin.calendar.${kind}`)} · {t('admin.calendar.days', { n: length })}{' '}
      <Button
        kind="quiet"
        aria-label={t('admin.calendar.edit.removeOf', { days: words })}
        onClick={() => onRemove(days)}
      >
        {t('admin.calendar.edit.remove')}
      </Button>
      {error && <p className="field-error">{error}</p>}
    </li>
  );
}
