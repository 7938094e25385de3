import { EX_OFFICIO, faultOfBeginning } from '../../law/src/index.js';
import { begin, standingOf } from '../../procedures/src/index.js';
import { derivedId, inTransaction, Refusal, type Sql } from '../../platform/src/index.js';
import { registered } from '../../register/src/index.js';
import type { Actor, CommandAnswer, CommandRefusal, PayloadOf } from './commands/command.js';
import { handleWithin, translated } from './handle.js';
import type { Workshop } from './workshop.js';
import { GENESIS } from './log.js';

/** What an officer begins for an institution of the register, and on what ground. */
export interface Beginning {
  commandId: string;
  institutionId: string;
  matter: string;
  payload: PayloadOf<'openExOfficio'>;
  actor: Actor;
}

/**
 * 依职权: begins a matter that nobody applies for. Case and first step are one transaction: what may not be begun leaves no
 * case. Whoever had the institution established is the party of the case.
 * @throws Refusal MATTER_IS_APPLIED_FOR, SCHOOL_DOES_NOT_GO_ON, ALREADY_CLOSING, NOT_LAPSED, CASE_ALREADY_RUNNING
 */
export async function beginExOfficio(
  workshop: Workshop,
  { commandId, institutionId, matter, payload, actor }: Beginning,
): Promise<CommandAnswer | CommandRefusal> {
  const caseId = derivedId(`exOfficio ${commandId}`);
  try {
    return await inTransaction(workshop.source, async (sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [commandId]);
      // a calendar that is adopted meanwhile could not see this case, and would leave its alarms as they are
      await sql.query(`select pg_advisory_xact_lock_shared(hashtextextended('calendar', 0))`);
      const [begun] = await sql.query('select 1 from licensing_case where id = $1', [caseId]);
      if (!begun) await enterCase(workshop, sql, { caseId, institutionId, matter });
      const answer = await handleWithin(workshop, sql, { commandId, caseId, type: 'openExOfficio', payload, actor });
      if ('refused' in answer) throw new NotBegun(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof NotBegun) return error.refusal;
    throw translated(error);
  }
}

/** Takes the transaction back, and the refusal out of it. */
class NotBegun extends Error {
  constructor(readonly refusal: CommandRefusal) {
    super(refusal.code);
  }
}

async function enterCase(
  { shelf, clock }: Workshop,
  sql: Sql,
  { caseId, institutionId, matter }: { caseId: string; institutionId: string; matter: string },
): Promise<void> {
  if (!EX_OFFICIO[matter]) throw new Refusal('MATTER_IS_APPLIED_FOR', { article: 'ALL 29' });
  const institution = await registered(sql, institutionId, true);
  const [party] = await sql.query<{ sponsor_id: string }>(
    `select c.sponsor_id from licence l join licensing_case c on c.id = l.case_id
     where l.institution_id = $1 order by l.issued_on desc limit 1`,
    [institutionId],
  );
  if (!institution || !party) throw new Refusal('INSTITUTION_NOT_FOUND');
  const fault = faultOfBeginning(matter, institution.state);
  if (fault) throw new Refusal(fault.code, { article: fault.article });
  const { pack, procedure } = shelf.exOfficio(matter);
  const snapshot = begin(procedure);
  const { state, owner } = standingOf(procedure, snapshot);
  await sql.query(
    `insert into licensing_case (id, matter, sponsor_id, institution_id, institution_name, state, owner_role, snapshot, version,
       last_hash, machine_hash, pack_hash, law_version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11, $12, $13, $13)`,
    [
      caseId,
      pack.code,
      party.sponsor_id,
      institution.id,
      institution.fields.name,
      state,
      owner,
      JSON.stringify(snapshot),
      GENESIS,
      procedure.hash,
      pack.hash,
      shelf.lawVersion,
      clock.now(),
    ],
  );
}
