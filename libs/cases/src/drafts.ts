import { checkField, type DraftForm } from '../../law/src/index.js';
import { allowed, begin, standingOf, type EventType } from '../../procedures/src/index.js';
import { canonicalJson, inTransaction, Refusal, sha256, sqlOf, type Sql } from '../../platform/src/index.js';
import { centreOf, centresOf } from '../../register/src/index.js';
import { institutionOf } from './institution-of.js';
import type { Actor, CommandAnswer } from './commands/command.js';
import { openFile, type CaseFile } from './file-of-case.js';
import { inOneOrder } from './answers.js';
import type { Workshop } from './workshop.js';
import { preparationOf } from './preparation-of.js';
import { unprintableIn } from './printable.js';
import { GENESIS } from './log.js';
import { drawToolsOf } from './recusal/declare.js';
import { noteParties } from './recusal/match.js';

/** Opens a case with an empty draft, pinned to the published pack. The same command id opens it once. */
export async function openCase(
  workshop: Workshop,
  command: { commandId: string; matter: string; actor: Actor },
): Promise<CommandAnswer> {
  const { shelf, clock, ids } = workshop;
  const bodyHash = sha256(canonicalJson({ matter: command.matter, actor: command.actor.accountId }));
  const isOperator = async (): Promise<boolean> =>
    (await centresOf(sqlOf(workshop.source), command.actor.accountId ?? '')).length > 0;
  const { pack, procedure } = await shelf.open(command.matter, isOperator);
  const snapshot = begin(procedure);
  const { state, owner } = standingOf(procedure, snapshot);
  const now = clock.now();
  const id = ids.uuid();
  const answer: CommandAnswer = {
    caseId: id,
    number: null,
    state,
    version: 0,
    owner,
    allowed: allowed(procedure, snapshot, command.actor.roles),
  };
  return inTransaction(workshop.source, async (sql) => {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [command.commandId]);
    const [before] = await sql.query<{ body_hash: string; answer: CommandAnswer }>(
      'select body_hash, answer from command_answer where command_id = $1',
      [command.commandId],
    );
    if (before && before.body_hash !== bodyHash) throw new Refusal('COMMAND_ID_REUSED');
    if (before) return inOneOrder(before.answer);
    await sql.query(
      `insert into licensing_case (id, matter, sponsor_id, state, owner_role, snapshot, version, last_hash, machine_hash, pack_hash,
         law_version, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $10, $11, $11)`,
      [
        id,
        pack.code,
        command.actor.accountId,
        state,
        owner,
        JSON.stringify(snapshot),
        GENESIS,
        procedure.hash,
        pack.hash,
        shelf.lawVersion,
        now,
      ],
    );
    await sql.query(`insert into draft (case_id, form, version, saved_at) values ($1, '{}', 0, $2)`, [id, now]);
    await sql.query(
      'insert into command_answer (command_id, case_id, actor_id, body_hash, answer, at) values ($1, $2, $3, $4, $5, $6)',
      [command.commandId, id, command.actor.accountId, bodyHash, JSON.stringify(answer), now],
    );
    return inOneOrder(answer);
  });
}

/** Steps that take in what the applicant has written: while one of them is possible, the applicant may write. */
const TAKES_IN: readonly EventType[] = ['submit', 'supplyCorrections', 'supplyUnmetLines', 'supplyTolerated'];

/**
 * Saves the given fields and no others; a wrong field saves nothing. Concurrent saves of different fields all stay:
 * the fields are merged by the database under the case's lock.
 * @returns the new version of the draft
 */
export async function saveDraft(
  workshop: Workshop,
  at: { caseId: string; actor: Actor; expectedVersion?: number },
  fields: Record<string, unknown>,
): Promise<{ version: number; savedAt: Date }> {
  return inTransaction(workshop.source, async (sql) => {
    const file = await openOwn(workshop, sql, at);
    refuseFaults(workshop, file, fields);
    if (typeof fields['licenceNumber'] === 'string') await tieToInstitution(sql, file, fields['licenceNumber']);
    const held = await heldAlready(sql, file, fields);
    if (typeof fields['centreNumber'] === 'string') await tieToCentre(sql, file, fields['centreNumber']);
    await ensureDraft(sql, file);
    const [saved] = await sql.query<{ version: number }>(
      `update draft set form = form || $2::jsonb, version = version + 1, saved_at = $3
       where case_id = $1 and ($4::int is null or version = $4) returning version`,
      [at.caseId, JSON.stringify({ ...fields, ...held }), file.now, at.expectedVersion ?? null],
    );
    if (!saved) throw new Refusal('DRAFT_HAS_MOVED_ON');
    if (await isPreReviewed(sql, at.caseId))
      await noteParties(sql, drawToolsOf(workshop), at.caseId, fields as DraftForm);
    if (file.row.number === null)
      await sql.query(
        'update licensing_case set institution_name = coalesce($2, institution_name), updated_at = $3 where id = $1',
        [at.caseId, typeof fields['schoolName'] === 'string' ? fields['schoolName'] : null, file.now],
      );
    return { version: saved.version, savedAt: file.now };
  });
}

/** From a pre-review on, officers see what is written: who is part of it counts from then on. */
const isPreReviewed = async (sql: Sql, caseId: string): Promise<boolean> =>
  (await sql.query('select 1 from pre_review where case_id = $1 limit 1', [caseId])).length > 0;

/** @throws Refusal FIELDS_INVALID with every fault at once; a field that the matter does not ask for is one */
function refuseFaults(workshop: Workshop, { pack, today }: CaseFile, fields: Record<string, unknown>): void {
  const { onlineForm } = pack;
  if (!onlineForm) throw new Refusal('MATTER_NOT_OPEN', { params: { code: pack.code } });
  const faults = Object.entries(fields).flatMap(([field, value]) => [
    ...checkField(onlineForm, field, value, today),
    ...unprintableIn(workshop, value, field),
  ]);
  if (faults.length > 0) throw new Refusal('FIELDS_INVALID', { fields: faults });
}

/**
 * A matter about a licence is a matter about its institution, and only for the one who runs it.
 * @throws Refusal FIELDS_INVALID LICENCE_NOT_YOURS: also for a licence of somebody else, whose business it is not to say
 */
async function tieToInstitution(sql: Sql, { row }: CaseFile, licenceNumber: string): Promise<void> {
  const institution = await institutionOf(sql, { licenceNumber, sponsorId: row.sponsor_id });
  if (!institution)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'licenceNumber', code: 'LICENCE_NOT_YOURS' }] });
  await tie(sql, row.id, institution);
}

/**
 * A formal application is about the entry that was prepared, and takes over what its file holds.
 * @throws Refusal FIELDS_INVALID PREPARATION_NOT_YOURS: also for an approval of somebody else
 */
async function heldAlready(sql: Sql, { row }: CaseFile, fields: Record<string, unknown>): Promise<DraftForm> {
  const number = fields['preparationNumber'];
  if (typeof number !== 'string') return {};
  const found = await preparationOf(sql, { number, sponsorId: row.sponsor_id });
  if (!found)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'preparationNumber', code: 'PREPARATION_NOT_YOURS' }] });
  await tie(sql, row.id, { id: found.institutionId, name: found.name });
  return { ...found.held, preparationNumber: found.number };
}

/**
 * A conversion is one of a centre of the list of before, and only for the one who runs it.
 * @throws Refusal FIELDS_INVALID CENTRE_NOT_YOURS
 */
async function tieToCentre(sql: Sql, { row }: CaseFile, centreNumber: string): Promise<void> {
  const centre = await centreOf(sql, { centreNumber, operatorId: row.sponsor_id });
  if (!centre) throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'centreNumber', code: 'CENTRE_NOT_YOURS' }] });
  await tie(sql, row.id, centre);
}

const tie = (sql: Sql, caseId: string, { id, name }: { id: string; name: string }): Promise<unknown> =>
  sql.query('update licensing_case set institution_id = $2, institution_name = $3 where id = $1', [caseId, id, name]);

/** The sponsor's own case in a state in which it may be written. */
export async function openOwn(workshop: Workshop, sql: Sql, at: { caseId: string; actor: Actor }): Promise<CaseFile> {
  const file = await openFile(sql, at.caseId, workshop, true);
  if (file.row.sponsor_id !== at.actor.accountId) throw new Refusal('CASE_NOT_FOUND');
  const open = allowed(file.procedure, file.row.snapshot, ['sponsor']).some(({ event }) => TAKES_IN.includes(event));
  if (!open) throw new Refusal('DRAFT_CLOSED', { state: file.row.state });
  return file;
}

/** After submission the draft starts from what was submitted last. */
async function ensureDraft(sql: Sql, file: CaseFile): Promise<void> {
  await sql.query(
    'insert into draft (case_id, form, version, saved_at) values ($1, $2, 0, $3) on conflict (case_id) do nothing',
    [file.row.id, JSON.stringify(file.form), file.now],
  );
}
