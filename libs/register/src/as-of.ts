import { isDeepStrictEqual } from 'node:util';
import { compareDates, endOfDay, type PlainDate } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';
import type { RegisterFields } from './registered.js';

/** Both times of a question to the register: for which day, and as it had been written by the end of which day. */
export interface AsOf {
  /** Valid time: the day that is asked about. */
  validOn: PlainDate;
  /** Recorded time: what was written later counts for nothing. */
  recordedOn: PlainDate;
}

/** One writing in the register, with the case that made it; none where the law itself did. */
export interface Writing {
  cause: string;
  caseId: string | null;
  caseNumber: string | null;
  matter: string | null;
  validFrom: PlainDate;
  recordedAt: Date;
  fields: RegisterFields;
}

/** A writing, and the fields that it changed. */
export interface Turn extends Writing {
  changed: (keyof RegisterFields)[];
}

/** Every writing about an institution up to the end of a day, in the order of writing. */
export async function turnsRecordedBy(sql: Sql, institutionId: string, recordedOn: PlainDate): Promise<Turn[]> {
  const writings = await sql.query<Writing>(
    `select v.cause, v.case_id as "caseId", c.number as "caseNumber", c.matter, v.valid_from::text as "validFrom",
       v.recorded_at as "recordedAt", v.fields
     from register_version v left join licensing_case c on c.id = v.case_id
     where v.institution_id = $1 and v.recorded_at < $2 order by v.ordinal`,
    [institutionId, endOfDay(recordedOn)],
  );
  return turnsOf(writings);
}

/** What each writing changed against the one before it. */
export function turnsOf(writings: readonly Writing[]): Turn[] {
  return writings.map((writing, i) => ({
    ...writing,
    changed: changedBetween(writings[i - 1]?.fields, writing.fields),
  }));
}

function changedBetween(before: Partial<RegisterFields> = {}, after: RegisterFields): (keyof RegisterFields)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof RegisterFields)[]);
  return [...keys].filter((key) => !isDeepStrictEqual(before[key], after[key]));
}

/**
 * What the register says of a day. A writing holds from its first day on, and only for what it changed: a renewal that begins
 * next year leaves this year's term alone, and a registration that is entered late brings no later name with it. Of two that
 * hold, the one written last is right.
 * @returns null where the institution was not in the register yet
 */
export function saidOn(turns: readonly Turn[], validOn: PlainDate): RegisterFields | null {
  const [first] = turns;
  if (!first || compareDates(first.validFrom, validOn) > 0) return null;
  const said: Record<string, unknown> = {};
  for (const { validFrom, changed, fields } of turns)
    if (compareDates(validFrom, validOn) <= 0) for (const key of changed) said[key] = fields[key];
  return said as unknown as RegisterFields;
}

/** The days on which something begins to hold, each once, in order. */
export const turningDays = (turns: readonly Turn[]): PlainDate[] =>
  [...new Set(turns.map(({ validFrom }) => validFrom))].sort(compareDates);
