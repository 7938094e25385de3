import { hearingDayFault, isPlainDate, plainDate, restsOnRecord } from '../../../law/src/index.js';
import { canonicalJson, Refusal, sha256 } from '../../../platform/src/index.js';
import type { PayloadOf } from './command.js';
import { hadAHand } from './hand-in-case.js';
import type { Hearing, Prepared } from './hearing.js';
import { refuseUnknownGround, writeSpecialProcedure } from './special-procedure.js';

/** The applicant and every interested party by name are told of the right to a hearing (ALL 47(1)). */
export function tellHearingRight(
  hearing: Hearing,
  { reason, parties }: PayloadOf<'tellHearingRight'>,
): Prepared<'tellHearingRight'> {
  refuseUnknownGround(hearing, 'hearing');
  const { sql, file } = hearing;
  return {
    event: { type: 'tellHearingRight' },
    payload: { parties: parties.length },
    words: { reason },
    write: async () => {
      await sql.query(
        `insert into hearing_party (case_id, ordinal, name, interest)
         select $1, ordinality, name, interest from unnest($2::text[], $3::text[]) with ordinality as p (name, interest, ordinality)`,
        [file.row.id, parties.map(({ name }) => name), parties.map(({ interest }) => interest)],
      );
    },
  };
}

/** The applicant asks for the hearing; the request of an interested party who was told is entered by the reviewer. */
export async function requestHearing(
  { sql, file, actor }: Hearing,
  { by, party }: PayloadOf<'requestHearing'>,
): Promise<Prepared<'requestHearing'>> {
  const own = file.row.sponsor_id === actor.accountId;
  if (own !== (by === 'applicant')) throw new Refusal('REQUEST_NOT_YOURS', { article: 'ALL 47(1)' });
  if (!own) {
    const [known] = await sql.query('select 1 from hearing_party where case_id = $1 and name = $2', [
      file.row.id,
      party ?? '',
    ]);
    if (!known) throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.party', code: 'PARTY_UNKNOWN' }] });
  }
  return { event: { type: 'requestHearing' }, payload: { by }, ...(party ? { words: { party } } : {}) };
}

/** The notice, seven working days before; the chair is a person who had no hand in the review (ALL 48(1)). */
export async function serveHearingNotice(
  hearing: Hearing,
  { heldOn, place, chair }: PayloadOf<'serveHearingNotice'>,
): Promise<Prepared<'serveHearingNotice'>> {
  const { sql, file } = hearing;
  const day = heldDay(hearing, heldOn);
  const [named] = await sql.query<{ name: string }>(
    `select display_name as name from account where id = $1 and active and 'hearingChair' = any(roles)`,
    [chair],
  );
  if (!named) throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.chair', code: 'CHAIR_UNKNOWN' }] });
  const involved = chair === hearing.actor.accountId || (await hadAHand(hearing, chair, 'hearingChair'));
  return {
    event: { type: 'serveHearingNotice', chair: involved ? 'reviewed' : 'independent' },
    payload: { ground: 'hearing', announcedUntil: day, heldOn: day },
    words: { place, chair: named.name },
    write: async () => {
      await writeSpecialProcedure(hearing, 'hearing', day);
      await sql.query(
        'insert into hearing (case_id, held_on, place, chair_id, noticed_at) values ($1, $2, $3, $4, $5)',
        [file.row.id, day, place, chair, file.now],
      );
    },
  };
}

/** @throws Refusal FIELDS_INVALID naming what is wrong with the day */
function heldDay({ file }: Hearing, text: string): string {
  const refuse = (code: string) =>
    new Refusal('FIELDS_INVALID', { article: 'ALL 47(1), 48(1)', fields: [{ field: 'payload.heldOn', code }] });
  const request = file.log.findLast(({ type }) => type === 'requestHearing');
  if (!isPlainDate(text)) throw refuse('DATE_OUT_OF_RANGE');
  if (!request) return text;
  const fault = hearingDayFault(
    plainDate(text),
    { noticeOn: file.today, requestedOn: request.legal_date },
    file.calendar,
  );
  if (fault) throw refuse(fault);
  return text;
}

interface HeldHearing {
  chair_id: string;
  held_on: string;
  content_hash: string | null;
}

const hearingOf = async ({ sql, file }: Hearing): Promise<HeldHearing | undefined> => {
  const [row] = await sql.query<HeldHearing>(
    `select h.chair_id, h.held_on::text as held_on, r.content_hash from hearing h
       left join hearing_record r on r.case_id = h.case_id where h.case_id = $1`,
    [file.row.id],
  );
  return row;
};

/** The record of the hearing, by the chair of this hearing, not before the day it was held (ALL 48(1)(5)). */
export async function recordHearing(
  hearing: Hearing,
  { record, attended }: PayloadOf<'recordHearing'>,
): Promise<Prepared<'recordHearing'>> {
  const { sql, file, actor } = hearing;
  const held = await hearingOf(hearing);
  const chair = held?.chair_id === actor.accountId;
  if (chair && file.today < held.held_on) throw new Refusal('HEARING_NOT_HELD_YET', { article: 'ALL 48(1)(5)' });
  const contentHash = sha256(canonicalJson({ case: file.row.id, record, attended }));
  return {
    event: { type: 'recordHearing', by: chair ? 'chair' : 'other' },
    payload: { ground: 'hearing', contentHash },
    words: { record, attended, chair: actor.displayName },
    write: async () => {
      await sql.query(
        `insert into hearing_record (case_id, chair_id, record, attended, content_hash, recorded_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [file.row.id, actor.accountId, record, attended, contentHash, file.now],
      );
    },
  };
}

/** The applicant has read the record and signs it, exactly as it stands. */
export async function confirmHearingRecord(
  hearing: Hearing,
  { contentHash }: PayloadOf<'confirmHearingRecord'>,
): Promise<Prepared<'confirmHearingRecord'>> {
  const held = await hearingOf(hearing);
  if (!held || held.content_hash !== contentHash) throw new Refusal('HEARING_RECORD_CHANGED');
  const { sql, file, actor } = hearing;
  return {
    event: { type: 'confirmHearingRecord' },
    payload: { contentHash },
    write: async () => {
      await sql.query(
        'insert into hearing_signature (case_id, account_id, content_hash, signed_at) values ($1, $2, $3, $4)',
        [file.row.id, actor.accountId, contentHash, file.now],
      );
    },
  };
}

/** Who does not sign keeps nothing from going on: the chair notes why. */
export async function closeHearingRecord(
  hearing: Hearing,
  { reasons }: PayloadOf<'closeHearingRecord'>,
): Promise<Prepared<'closeHearingRecord'>> {
  const held = await hearingOf(hearing);
  const by = held?.chair_id === hearing.actor.accountId ? 'chair' : 'other';
  return { event: { type: 'closeHearingRecord', by, reasoned: reasons.trim().length >= 4 }, words: { reasons } };
}

/**
 * After a hearing the decision is made on its record (ALL 48(2)): who proposes or decides names the record that was read.
 * @throws Refusal HEARING_RECORD_NOT_CITED
 */
export async function refuseOffTheRecord(
  hearing: Hearing,
  { hearingRecord }: { hearingRecord?: string },
): Promise<void> {
  const held = await hearingOf(hearing);
  if (!restsOnRecord(held?.content_hash ?? null, hearingRecord))
    throw new Refusal('HEARING_RECORD_NOT_CITED', { article: 'ALL 48(2)' });
}
