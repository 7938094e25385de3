import { addYears, compareDates, isPlainDate, plainDate, type Lane } from '../../../law/src/index.js';
import { isSiteLane } from '../../../procedures/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { PayloadOf } from './command.js';
import type { Hearing, Prepared } from './hearing.js';
import { ofOpinion, refuseUnsoundOpinion } from './opinions.js';

/** No paper of this procedure is good for longer. */
const LONGEST_VALIDITY_YEARS = 30;

/** The result of a department or of a look-up as a fact of the case; the row beside it keeps who, when, from where. */
export async function recordAttestation(
  hearing: Hearing,
  payload: PayloadOf<'recordAttestation'>,
): Promise<Prepared<'recordAttestation'>> {
  const { lane, result, signers } = payload;
  const earliest = isSiteLane(lane) ? undefined : await lastFailure(hearing, lane);
  const checkedOn = pastDay(hearing, payload.checkedOn, 'checkedOn', earliest);
  refuseUnlessValid(hearing, payload);
  refuseUnsoundOpinion(hearing.file, payload);
  return {
    event: { type: 'recordAttestation', lane, result, signed: isSiteLane(lane) ? signers !== undefined : true },
    payload: { lane, result, checkedOn, ...ofOpinion(payload) },
    write: () => writeAttestation(hearing, payload),
  };
}

/** What replaces a failed result is no older than it: a paper from before the failure proves nothing against it. */
async function lastFailure({ sql, file }: Hearing, lane: Lane): Promise<string | undefined> {
  const [row] = await sql.query<{ day: string | null }>(
    `select max(checked_on)::text as day from attestation where case_id = $1 and lane = $2 and result = 'fail'`,
    [file.row.id, lane],
  );
  return row?.day ?? undefined;
}

/**
 * A review ends when every lane has passed, or when a paper has really failed (a site that failed for good is a state of
 * the chart): what nobody has looked at yet is the
 * bureau's own omission and refuses nobody (ALL 38(1)).
 */
export async function lanesSettled({ sql, file }: Hearing): Promise<'settled' | 'unsettled'> {
  const { lanes } = file.row.snapshot.context;
  if (Object.values(lanes).every((standing) => standing === 'pass')) return 'settled';
  const last = await sql.query<{ lane: string; result: string }>(
    'select distinct on (lane) lane, result from attestation where case_id = $1 order by lane, recorded_at desc, id',
    [file.row.id],
  );
  const paperFailed = last.some(({ lane, result }) => result === 'fail' && !isSiteLane(lane as Lane));
  return paperFailed ? 'settled' : 'unsettled';
}

/** A paper that has run out proves nothing; one without an end is good until it is replaced. */
function refuseUnlessValid({ file }: Hearing, { validUntil, checkedOn, result }: PayloadOf<'recordAttestation'>): void {
  if (validUntil === undefined) return;
  const inRange =
    isPlainDate(validUntil) &&
    validUntil >= checkedOn &&
    compareDates(validUntil, addYears(plainDate(checkedOn), LONGEST_VALIDITY_YEARS)) <= 0 &&
    (result === 'fail' || compareDates(validUntil, file.today) >= 0);
  if (!inRange)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.validUntil', code: 'DATE_OUT_OF_RANGE' }] });
}

/**
 * A grant rests on papers that are good on the day of the decision (ALL 38(1)).
 * @throws Refusal ATTESTATION_EXPIRED naming each lane whose last passed paper has run out
 */
export async function refuseExpiredAttestations({ sql, file }: Hearing): Promise<void> {
  const expired = await sql.query<{ lane: string }>(
    `select lane from (select distinct on (lane) lane, valid_until from attestation
       where case_id = $1 and result = 'pass' order by lane, recorded_at desc, id) last
     where valid_until < $2 order by lane`,
    [file.row.id, file.today],
  );
  if (expired.length === 0) return;
  throw new Refusal('ATTESTATION_EXPIRED', {
    article: 'ALL 38(1)',
    fields: expired.map(({ lane }) => ({ field: lane, code: 'DATE_OUT_OF_RANGE' })),
  });
}

export async function writeAttestation(
  { sql, file, ids, actor }: Hearing,
  payload: PayloadOf<'recordAttestation'>,
): Promise<void> {
  const [first, second] = payload.signers ?? [actor.accountId, null];
  await sql.query(
    `insert into attestation (id, case_id, lane, result, source, checked_on, valid_until, signed_by, countersigned_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ids.uuid(),
      file.row.id,
      payload.lane,
      payload.result,
      payload.source,
      payload.checkedOn,
      payload.validUntil ?? null,
      first,
      second,
      file.now,
    ],
  );
}

/** What was seen or registered happened today or before, and not before `earliest`. */
export function pastDay({ file }: Hearing, text: string, field: string, earliest = '2000-01-01'): string {
  if (!isPlainDate(text) || compareDates(text, file.today) > 0 || text < earliest)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: `payload.${field}`, code: 'DATE_OUT_OF_RANGE' }] });
  return text;
}
