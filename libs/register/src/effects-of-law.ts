import { addDays, type EffectOfLaw, type PlainDate } from '../../law/src/index.js';
import { say, type IdSource, type Sql } from '../../platform/src/index.js';
import type { Registered } from './registered.js';
import { setInstitutionTimer } from './timers.js';
import { latestFields, writeVersion } from './versions.js';

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

/**
 * A school that has not reported on its year (NGO 23), once for each year.
 * @returns whether there was none yet
 */
export async function openAnnualTicket(
  sql: Sql,
  ids: IdSource,
  institutionId: string,
  dueOn: PlainDate,
  now: Date,
): Promise<boolean> {
  const opened = await sql.query(
    `insert into supervision_ticket (id, institution_id, matter, legal_date, opened_at) values ($1, $2, 'annualLate', $3, $4)
     on conflict (institution_id, legal_date) where matter = 'annualLate' do nothing returning id`,
    [ids.uuid(), institutionId, dueOn, now],
  );
  return opened.length > 0;
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
