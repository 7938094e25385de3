import { isEnding } from '../../law/src/index.js';
import { Refusal, type IdSource, type Sql } from '../../platform/src/index.js';
import type { Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

interface Ending {
  caseId: string;
  institution: Pick<Registered, 'id'>;
  /** The legal date of the decision, or of the announcement that ends everything. */
  decidedOn: string;
  now: Date;
}

type Cause = 'closeInstitution' | 'closeInsolvent' | 'revokeLicence' | 'cancelInstitution';

/**
 * Takes an entry for writing to the end of the transaction. What is being closed is not changed, renewed or closed once
 * more, also when both were asked for before either was decided (PEL 58).
 * @throws Refusal ALREADY_CLOSING
 */
export async function takeGoingOn(sql: Sql, institutionId: string): Promise<void> {
  const [row] = await sql.query<{ state: string }>('select state from institution where id = $1 for update', [
    institutionId,
  ]);
  if (row && isEnding(row.state)) throw new Refusal('ALREADY_CLOSING', { article: 'PEL 58' });
}

/** 终止中: allowed to close. The licence stands until it is taken back; nothing of the entry ends by time any more. */
export async function closeInstitution(sql: Sql, ids: IdSource, ending: Ending): Promise<void> {
  await end(sql, ids, ending, 'closeInstitution', 'CLOSING');
}

/** 终止中（资不抵债）: the court has accepted the liquidation (PEL 56(1)(3), 58(2)). */
export async function closeInsolvent(sql: Sql, ids: IdSource, ending: Ending): Promise<void> {
  await end(sql, ids, ending, 'closeInsolvent', 'CLOSING');
}

/** 吊销 (PEL 62; PSL 79): a penalty takes the licence at once; the entry is cancelled after the winding up. */
export async function revokeLicence(sql: Sql, ids: IdSource, ending: Ending): Promise<void> {
  await end(sql, ids, ending, 'revokeLicence', 'REVOKED');
  await sql.query(`update licence set state = 'REVOKED' where institution_id = $1 and state in ('VALID', 'EXPIRED')`, [
    ending.institution.id,
  ]);
}

async function end(sql: Sql, ids: IdSource, ending: Ending, cause: Cause, state: 'CLOSING' | 'REVOKED'): Promise<void> {
  const { institution } = ending;
  await takeGoingOn(sql, institution.id);
  await sql.query('update institution set state = $2 where id = $1', [institution.id, state]);
  await setInstitutionTimer(sql, institution.id, null);
  await write(sql, ids, ending, cause, state);
}

/** 注销 (ALL 70): the formal end of entry and licence, after everything that a closure asks for. */
export async function cancelInstitution(sql: Sql, ids: IdSource, ending: Ending): Promise<void> {
  const { institution } = ending;
  const [closed] = await sql.query(
    `update institution set state = 'CANCELLED' where id = $1 and state in ('CLOSING', 'REVOKED', 'LAPSED') returning id`,
    [institution.id],
  );
  if (!closed) throw new Error(`institution ${institution.id} is not being closed`);
  await sql.query(`update licence set state = 'CANCELLED' where institution_id = $1 and state <> 'CANCELLED'`, [
    institution.id,
  ]);
  await write(sql, ids, ending, 'cancelInstitution', 'CANCELLED');
}

async function write(
  sql: Sql,
  ids: IdSource,
  { caseId, institution, decidedOn, now }: Ending,
  cause: Cause,
  state: 'CLOSING' | 'REVOKED' | 'CANCELLED',
): Promise<void> {
  const at = { institutionId: institution.id, caseId, cause, validFrom: decidedOn, now };
  await writeVersion(sql, ids, at, { ...(await latestFields(sql, institution.id)), state });
}
