import { addWorkingDays, isPlainDate, plainDate, type ExcludedGround } from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { effectOfOpening, type ExclusionEffect } from '../exclusion-effect.js';
import { openFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { mustSee } from './list.js';

/** What a special procedure would do to the dates, before anybody confirms it; both sides may ask. */
export async function previewExclusion(
  workshop: Workshop,
  sql: Sql,
  caseId: string,
  actor: Actor,
  asked: { ground: ExcludedGround; days?: number; until?: string },
): Promise<ExclusionEffect> {
  await mustSee(sql, caseId, actor);
  const file = await openFile(sql, caseId, workshop);
  if (!file.pack.specialProcedures.includes(asked.ground))
    throw new Refusal('SPECIAL_PROCEDURE_UNKNOWN', { article: 'ALL 45' });
  const until = asked.until ?? addWorkingDays(file.today, asked.days ?? 1, file.calendar);
  if (!isPlainDate(until) || until < file.today || until > addWorkingDays(file.today, 250, file.calendar))
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'until', code: 'DATE_OUT_OF_RANGE' }] });
  return effectOfOpening(file, asked.ground, plainDate(until));
}
