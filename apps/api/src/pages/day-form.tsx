import type { AskedDays } from '../as-of.js';
import { FIRST_YEAR, LAST_YEAR } from '../../../../libs/law/src/index.js';
import type { PublicOnDay } from '../../../../libs/publicity/src/index.js';
import type { Said } from './error-summary.js';
import { Sentence } from './parts.js';
import type { Words } from './words.js';

interface Form {
  t: Words;
  entry: PublicOnDay;
  typed: AskedDays['typed'];
  faults: readonly Said[];
  today: string;
}

/** Two days and a button; a script adds a slider over the days on which something changed. */
export function DayForm({ t, entry, typed, faults, today }: Form) {
  const wordsAt = (input: string): string | undefined => faults.find((fault) => fault.input === input)?.words;
  const asksLanguage = t.link('/') !== '/';
  return (
    <form method="get" action={`/register/${entry.id}`} className="day-form no-print" data-day-form="">
      {asksLanguage && <input type="hidden" name="lang" value={t.language} />}
      <Slider t={t} entry={entry} />
      <DayField
        t={t}
        id="validOn"
        value={typed.validOn || entry.validOn}
        fault={wordsAt('validOn')}
        latest={`${LAST_YEAR}-12-31`}
      />
      <DayField
        t={t}
        id="recordedOn"
        value={typed.recordedOn || entry.recordedOn}
        fault={wordsAt('recordedOn')}
        latest={today}
        hint={t('onDay.recordedHint')}
      />
      <button type="submit" className="button">
        {t('onDay.show')}
      </button>
    </form>
  );
}

function Slider({ t, entry: { days, validOn } }: { t: Words; entry: PublicOnDay }) {
  if (days.length < 2) return null;
  const here = Math.max(
    days.findLastIndex((day) => day <= validOn),
    0,
  );
  const words = (i: number): string => t.day(days[i] ?? validOn);
  return (
    <div className="day-slider wide" hidden data-day-slider="">
      <label htmlFor="day-slider">{t('onDay.slide')}</label>
      <input
        id="day-slider"
        type="range"
        min={0}
        max={days.length - 1}
        step={1}
        defaultValue={here}
        list="day-turns"
        aria-valuetext={words(here)}
      />
      <output htmlFor="day-slider">{words(here)}</output>
      <datalist id="day-turns">
        {days.map((day, i) => (
          <option key={day} value={i} label={words(i)} data-day={day} />
        ))}
      </datalist>
    </div>
  );
}

interface Field {
  t: Words;
  id: 'validOn' | 'recordedOn';
  value: string;
  latest: string;
  hint?: string;
  fault?: string;
}

function DayField({ t, id, value, latest, hint, fault }: Field) {
  const told = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field invalid' : 'field'}>
      <label htmlFor={id}>{t(`onDay.${id}`)}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <Sentence>{hint}</Sentence>
        </p>
      )}
      {fault && (
        <p className="field-error" id={`${id}-error`}>
          <span>
            <Sentence>{fault}</Sentence>
          </span>
        </p>
      )}
      <input
        id={id}
        name={id}
        type="date"
        defaultValue={value}
        min={`${FIRST_YEAR}-01-01`}
        max={latest}
        aria-describedby={told || undefined}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  );
}
