import type pg from 'pg';
import type { Ledger } from '../people/ledger.js';

/** Steps of which a case has one at most, whoever takes them. */
const ONCE = [
  'submit',
  'issueCorrectionNotice',
  'expireCorrectionPeriod',
  'markPromiseMissed',
  'markLimitMissed',
  'reachExpiry',
  'remindPublication',
  'extendDecision',
  'confirmIssued',
  'publish',
  'serve',
  'recordRegistration',
  'closeInstitution',
];
/** Steps of which a case has one of each group at most. */
const ONE_OF = [
  ['accept', 'acceptTolerantly', 'takeAsAccepted', 'enterFiling'],
  ['grant', 'refuse'],
];

/** What finds something that is there twice; each names it in the column `what`. */
const TWICE: readonly string[] = [
  `select 'command ' || command_id || ' is in ' || count(*) || ' entries of the log' as what from case_event
   where command_id is not null group by command_id having count(*) > 1`,
  `select 'case ' || case_id || ' has ' || count(*) || ' × ' || type as what from case_event
   where type = any(array[${ONCE.map((type) => `'${type}'`).join()}]) group by case_id, type having count(*) > 1`,
  ...ONE_OF.map(
    (types) => `select 'case ' || case_id || ' has ' || string_agg(type, ', ') as what from case_event
   where type = any(array[${types.map((type) => `'${type}'`).join()}]) group by case_id having count(*) > 1`,
  ),
  `select 'number ' || number || ' of ' || count(*) || ' cases' as what from licensing_case where number is not null
   group by number having count(*) > 1`,
  `select 'document ' || (payload->>'documentId') || ' is printed by ' || count(*) || ' rows' as what from outbox
   where topic = 'printDocument' group by payload->>'documentId' having count(*) > 1`,
  `select topic || ' ' || payload::text || ' of case ' || coalesce(case_id::text, '-') || ' is put out ' || count(*) || ' times' as what
   from outbox where topic in ('announce', 'attest', 'tellTicket') group by case_id, topic, payload having count(*) > 1`,
  `select 'document ' || document_id || ' is served ' || count(*) || ' times' as what from service_record
   group by document_id having count(*) > 1`,
  `select 'case ' || l.case_id || ' has ' || count(*) || ' licences' as what from licence l group by l.case_id having count(*) > 1`,
  `select 'case ' || case_id || ' has ' || count(*) || ' tickets for ' || matter as what from supervision_ticket
   where case_id is not null group by case_id, matter, legal_date having count(*) > 1`,
  `select 'visit ' || visit_id || ' is signed twice by ' || account_id as what from visit_signature
   group by visit_id, account_id having count(*) > 1`,
  `select 'case ' || case_id || ' has ' || count(*) || ' attestations of ' || lane || ' by one visit' as what from attestation
   where countersigned_by is not null group by case_id, lane, source having count(*) > 1`,
  `select 'submission ' || seq || ' of case ' || case_id as what from submission group by case_id, seq having count(*) > 1`,
  // numbers are given out without gaps: one too many would have been given out twice, or to nobody
  `select 'the series ' || s.series || ' stands at ' || s.last || ', but ' || count(c.id) || ' cases have a number of it' as what
   from serial_number s left join licensing_case c on c.number like '%' || replace(split_part(s.series, ':', 3), '-', '') || '%'
   where s.series like 'case:%' group by s.series, s.last having count(c.id) <> s.last`,
];

/** What has more than one effect, or more than one answer. */
export async function doubledOf(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const twice: string[] = [];
  for (const text of TWICE) twice.push(...(await db.query<{ what: string }>(text)).rows.map(({ what }) => what));
  return [...ledger.contradictions, ...twice];
}
