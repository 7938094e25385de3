import { addDays, atExpiry, compareDates, isIdle, type PlainDate, type TeachingFinding } from '../../law/src/index.js';
import { say, type IdSource, type Sql } from '../../platform/src/index.js';
import type { Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

/** What the law does to an entry of the register by itself, on its legal date. */
export interface EffectOfLaw {
  effect: 'expirePreparation' | 'lapse' | 'expireLicence';
  legalDate: PlainDate;
}

/** What hangs on an entry: a formal application in time keeps a preparation; a renewal that is asked for keeps a school from lapsing. */
export interface Pending {
  formalApplication: boolean;
  renewal: boolean;
  findings: readonly TeachingFinding[];
}

/**
 * The effect that is due, if any. A licence lapses where nobody asked for its renewal and two officers found no teaching
 * (PER 50(3)), also when they find so after it has run out: then on the day of the last finding.
 */
export function dueEffect(
  { state, preparedUntil, licence }: Registered,
  pending: Pending,
  today: PlainDate,
): EffectOfLaw | null {
  const over = (lastDay: PlainDate): boolean => compareDates(today, lastDay) > 0;
  if (state === 'PREPARING' && preparedUntil && over(preparedUntil))
    return pending.formalApplication ? null : { effect: 'expirePreparation', legalDate: preparedUntil };
  if (!licence || !over(licence.validTo)) return null;
  const idle = isIdle(pending.findings) && !pending.renewal;
  if (licence.state === 'EXPIRED')
    return idle ? { effect: 'lapse', legalDate: pending.findings.at(-1)?.foundOn ?? licence.validTo } : null;
  if (licence.state !== 'VALID') return null;
  const outcome = atExpiry({ renewal: 'none', idle });
  return { effect: outcome === 'lapse' ? 'lapse' : 'expireLicence', legalDate: licence.validTo };
}

/** The day at whose end to look again: an entry that something keeps alive past its day is looked at every day. */
export function nextLook({ state, preparedUntil, licence }: Registered, today: PlainDate): PlainDate | null {
  const lastDay = state === 'PREPARING' ? preparedUntil : licence?.state === 'VALID' ? licence.validTo : null;
  return lastDay && compareDates(lastDay, today) < 0 ? today : lastDay;
}

/** Enters an effect of law: the entry from the next day on, the announcement or the ticket that belongs to it. */
export async function enterEffect(
  sql: Sql,
  ids: IdSource,
  institution: Registered,
  { effect, legalDate }: EffectOfLaw,
  now: Date,
): Promise<void> {
  const state = { expirePreparation: 'EXPIRED_PREP', lapse: 'LAPSED', expireLicence: institution.state }[effect];
  await sql.query('update institution set state = $2 where id = $1', [institution.id, state]);
  if (institution.licence && effect !== 'expirePreparation')
    await sql.query('update licence set state = $2 where id = $1', [
      institution.licence.id,
      effect === 'lapse' ? 'LAPSED' : 'EXPIRED',
    ]);
  const fields = { ...(await latestFields(sql, institution.id)), state };
  const validFrom = addDays(legalDate, 1);
  await writeVersion(sql, ids, { institutionId: institution.id, caseId: null, cause: effect, validFrom, now }, fields);
  if (effect === 'expireLicence') await openTicket(sql, ids, institution.id, legalDate, now);
  else await announce(sql, ids, institution, effect, legalDate, now);
  await setInstitutionTimer(sql, institution.id, null);
}

/** A school that may go on teaching without a licence is looked at case by case (PEL 64). */
async function openTicket(sql: Sql, ids: IdSource, institutionId: string, on: PlainDate, now: Date): Promise<void> {
  await sql.query(
    `insert into supervision_ticket (id, institution_id, matter, legal_date, opened_at) values ($1, $2, 'licenceExpired', $3, $4)`,
    [ids.uuid(), institutionId, on, now],
  );
}

/** 公告 (PER 50(3)): that a school has lapsed, or a preparation has run out, is told to everybody. */
async function announce(
  sql: Sql,
  ids: IdSource,
  { id, fields, licence }: Registered,
  effect: 'expirePreparation' | 'lapse',
  on: PlainDate,
  now: Date,
): Promise<void> {
  const shown = {
    name: fields.name,
    address: fields.address,
    endedOn: on,
    ...(licence ? { licenceNumber: licence.number } : {}),
  };
  await sql.query(
    'insert into public_notice (id, institution_id, kind, title, fields, published_at) values ($1, $2, $3, $4, $5, $6)',
    [ids.uuid(), id, effect, say('zh', `notice.${effect}.title`, { name: fields.name }), JSON.stringify(shown), now],
  );
}
