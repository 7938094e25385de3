import { addWorkingDays, type ExcludedGround } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import { writeAttestation } from './attestation.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';

/** A served notice with an announced end opens the procedure, and nothing else does; each ground once a case (ALL 45). */
export function serveSpecialProcedureNotice(
  hearing: Hearing,
  { ground, announcedDays, institution, reason }: PayloadOf<'serveSpecialProcedureNotice'>,
): Prepared<'serveSpecialProcedureNotice'> {
  refuseUnknownGround(hearing, ground);
  const { file } = hearing;
  const announcedUntil = addWorkingDays(file.today, announcedDays, file.calendar);
  return {
    event: { type: 'serveSpecialProcedureNotice', ground },
    payload: { ground, announcedUntil },
    words: { institution, reason },
    write: () => writeSpecialProcedure(hearing, ground, announcedUntil),
  };
}

/** Which special procedures a matter knows is said by its published pack. */
export function refuseUnknownGround({ file }: Hearing, ground: ExcludedGround): void {
  if (!file.pack.specialProcedures.includes(ground))
    throw new Refusal('SPECIAL_PROCEDURE_UNKNOWN', { article: 'ALL 45' });
}

export async function writeSpecialProcedure(
  { sql, file }: Hearing,
  ground: ExcludedGround,
  announcedUntil: string,
): Promise<void> {
  await sql.query(
    'insert into special_procedure (case_id, ground, announced_until, opened_at) values ($1, $2, $3, $4)',
    [file.row.id, ground, announcedUntil, file.now],
  );
}

/**
 * The end of the procedure that is open. An appraisal is a result of the structural lane like any other, with its
 * institution, day and person; what testing and experts found stands in their report, among the words of the step.
 */
export function endSpecialProcedure(
  hearing: Hearing,
  { result, report }: PayloadOf<'endSpecialProcedure'>,
): Prepared<'endSpecialProcedure'> {
  const { today, log, row } = hearing.file;
  const opened = log.findLast(({ type }) => type === 'serveSpecialProcedureNotice');
  const ground = (opened?.payload['ground'] ?? 'appraisal') as ExcludedGround;
  const structural = ground === 'appraisal' && 'structural_safety' in row.snapshot.context.lanes;
  return {
    event: { type: 'endSpecialProcedure', ground, result },
    payload: { ground, result },
    words: { report },
    write: async () => {
      if (structural)
        await writeAttestation(hearing, {
          lane: 'structural_safety',
          result,
          source: `appraisal ${opened?.seq ?? ''}`.trim(),
          checkedOn: today,
        });
    },
  };
}
