import type { Rung } from '../../../law/src/index.js';

export interface DocumentView {
  id: string;
  kind: string;
  number: string;
  issuedOn: string;
  ready: boolean;
  hash: string | null;
  servedOn: string | null;
  /** Of what a courier carried; it counts as served on the day it was signed for. */
  postedOn: string | null;
}
/** `overtaken`: the draft was submitted before the answer; `late`: the promised day passed without one. */
export interface PreReviewView {
  requestedAt: string;
  promisedOn: string;
  answered: boolean;
  answeredOn: string | null;
  overtaken: boolean;
  late: boolean;
}
/** A ticket as both sides of a case see it: where it stands, and whether somebody has taken it up. */
export interface TicketOfCase {
  matter: string;
  legalDate: string;
  rung: Rung;
  since: string;
  acknowledgedOn: string | null;
  /** What the bureau says in public about a missed promise. */
  explanation: string | null;
}
/** What hangs on a case and is shown as it stands. */
export interface Aside {
  draftVersion: number | null;
  documents: DocumentView[];
  attestations: { lane: string; result: string; source: string; checkedOn: string; validUntil: string | null }[];
  preReview: PreReviewView | null;
  /** Contacts: those demanded, those that count against the bureau, all of them. */
  trips: { demanded: number; measured: number; all: number };
  licenceNumber: string | null;
  archive: { archivedAt: string; manifestHash: string } | null;
  rating: { invitedAt: string; grade: number | null } | null;
  tickets: TicketOfCase[];
}

/**
 * Everything that hangs on the case, as one value.
 * @param caseId SQL of the case's id @param today SQL of the day @param rungs SQL of the names of the rungs
 */
export const ASIDE = (caseId: string, today: string, rungs: string): string => `json_build_object(
       'draftVersion', (select version from draft where case_id = ${caseId}),
       'documents', (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'issuedOn', d.issued_on,
          'ready', d.file_hash is not null, 'hash', d.file_hash, 'servedOn', s.served_on, 'postedOn', s.posted_on) order by d.issued_at, d.number), '[]')
          from document d left join service_record s on s.document_id = d.id where d.case_id = ${caseId}),
       'attestations', (select coalesce(json_agg(json_build_object('lane', lane, 'result', result, 'source', source, 'checkedOn', checked_on,
          'validUntil', valid_until) order by recorded_at), '[]') from attestation where case_id = ${caseId}),
       'preReview', (select json_build_object('requestedAt', p.requested_at, 'promisedOn', p.promised_on, 'answered', p.sheet_id is not null,
            'answeredOn', (s.made_at at time zone 'Asia/Shanghai')::date, 'overtaken', p.overtaken_at is not null,
            'late', coalesce((coalesce(s.made_at, p.overtaken_at) at time zone 'Asia/Shanghai')::date, ${today}::date) > p.promised_on)
          from pre_review p left join verdict_sheet s on s.id = p.sheet_id where p.case_id = ${caseId} order by p.requested_at desc limit 1),
       'trips', (select json_build_object('demanded', count(*) filter (where kind = 'demanded'), 'all', count(*),
           'measured', count(*) filter (where kind <> 'voluntary' or tc.agreed is not true))
           from trip t left join trip_confirmation tc on tc.trip_id = t.id where t.case_id = ${caseId}),
       'rating', (select json_build_object('invitedAt', invited_at, 'grade', grade) from rating where case_id = ${caseId}),
       'tickets', (select coalesce(json_agg(json_build_object('matter', t.matter, 'legalDate', t.legal_date, 'rung', (${rungs}::text[])[r.rung],
          'since', r.legal_date, 'acknowledgedOn', a.legal_date, 'explanation', x.reason) order by t.opened_at, t.legal_date), '[]')
          from supervision_ticket t join lateral (select rung, legal_date from ticket_rung where ticket_id = t.id order by rung desc limit 1) r
          on true left join ticket_acknowledgement a on a.ticket_id = t.id left join promise_explanation x on x.ticket_id = t.id where t.case_id = ${caseId}),
       'archive', (select json_build_object('archivedAt', archived_at, 'manifestHash', manifest_hash) from archive_record where case_id = ${caseId}),
       'licenceNumber', (select (array_agg(number order by number))[1] from licence where case_id = ${caseId}))`;
