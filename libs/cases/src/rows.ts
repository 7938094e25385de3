import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A case (办件). `snapshot` is a fold of the event log, kept so that lists and commands need not replay. */
@Entity('licensing_case')
@Index('licensing_case_number_key', ['number'], { unique: true })
@Index('licensing_case_id_sponsor_key', ['id', 'sponsor_id'], { unique: true })
@Index('licensing_case_state_idx', ['state', 'updated_at', 'id'])
@Index('licensing_case_owner_idx', ['owner_role', 'updated_at', 'id'])
@Index('licensing_case_sponsor_idx', ['sponsor_id', 'updated_at', 'id'])
@Index('licensing_case_updated_idx', ['updated_at', 'id'])
@Index('licensing_case_running_key', ['sponsor_id', 'matter', 'institution_name'], {
  unique: true,
  where: 'number is not null and closed_at is null',
})
@Index('licensing_case_claimed_name_key', ['claimed_name'], {
  unique: true,
  where: "number is not null and closed_at is null and claimed_name is not null and state <> 'REFUSED'",
})
@Index('licensing_case_running_idx', ['id'], { where: 'number is not null and closed_at is null' })
@Index('licensing_case_calendar_version_idx', ['calendar_version'])
@Index('licensing_case_institution_running_key', ['institution_id', 'matter'], {
  unique: true,
  where: 'number is not null and closed_at is null and institution_id is not null',
})
@Index('licensing_case_institution_id_idx', ['institution_id'])
@Index('licensing_case_pack_key', ['id', 'pack_hash'], { unique: true })
@Index('licensing_case_sponsor_key', ['id', 'sponsor_id'], { unique: true })
@Index('licensing_case_open_idx', ['owner_role', 'state'], { where: 'closed_at is null' })
export class CaseRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'licensing_case_pkey' }) id: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') matter: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'licensing_case_sponsor_id_fkey' }) sponsor_id: string;
  @Column('text', { default: '' }) institution_name: string;
  /** The name that it would give to a school; held while it runs (PER 20). */
  @Column('text', { nullable: true }) claimed_name: string | null;
  @Column('text') state: string;
  @Column('text') owner_role: string;
  @Column('jsonb') snapshot: Record<string, unknown>;
  @Column('integer') version: number;
  @Column('text') last_hash: string;
  @Column('text') machine_hash: string;
  @Column('text') pack_hash: string;
  @Column('text') law_version: string;
  /** The institution that the case is about, where there is one already. */
  @Column('uuid', { nullable: true })
  @ForeignKey('institution', 'id', { name: 'licensing_case_institution_id_fkey' })
  institution_id: string | null;
  @Column('timestamptz') created_at: Date;
  @Column('timestamptz') updated_at: Date;
  @Column('timestamptz', { nullable: true }) closed_at: Date | null;
  /** The calendar that counted when the case was closed; null while it is open: then the one in force counts. */
  @Column('text', { nullable: true })
  @ForeignKey('calendar_version', 'version', { name: 'licensing_case_calendar_version_fkey' })
  calendar_version: string | null;
}

/** The name of a case once more, to be searched by its parts; the database keeps it (ADR 23). */
@Entity('case_name')
@Index('case_name_trgm_idx', { synchronize: false })
@Index('case_name_bigram_idx', { synchronize: false })
export class CaseNameRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_name_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'case_name_case_id_fkey' })
  case_id: string;
  @Column('text') name: string;
}

/** What the applicant is writing: outside the log until it is submitted. */
@Entity('draft')
export class DraftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'draft_case_id_fkey' })
  case_id: string;
  @Column('jsonb') form: Record<string, unknown>;
  @Column('integer') version: number;
  @Column('timestamptz') saved_at: Date;
}

/** The form as submitted; `content_hash` covers form and files and stands in the log. */
@Entity('submission')
export class SubmissionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'submission_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'submission_pkey' }) seq: number;
  @Column('jsonb') form: Record<string, unknown>;
  @Column('text') content_hash: string;
}

/** The log of a case: append only, chained by hash, no personal data in the payload. */
@Entity('case_event')
@Index('case_event_actor_id_idx', ['actor_id'])
@Index('case_event_submitted_idx', ['legal_date', 'case_id'], { where: "type = 'submit'" })
@Index('case_event_command_id_idx', ['command_id'])
@Index('case_event_decided_idx', ['at', 'case_id'], { where: "type in ('grant', 'refuse')" })
@Index('case_event_type_key', ['case_id', 'seq', 'type'], { unique: true })
@Index('case_event_one_correction_notice_key', ['case_id'], { unique: true, where: "type = 'issueCorrectionNotice'" })
@Index('case_event_one_acceptance_key', ['case_id'], {
  unique: true,
  where: "type in ('accept', 'acceptTolerantly', 'takeAsAccepted')",
})
@Index('case_event_one_extension_key', ['case_id'], { unique: true, where: "type = 'extendDecision'" })
@Index('case_event_one_decision_key', ['case_id'], { unique: true, where: "type in ('grant', 'refuse')" })
@Check('case_event_hash_check', 'length(hash) = 64 and length(prev_hash) = 64')
export class CaseEventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_event_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'case_event_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'case_event_pkey' }) seq: number;
  @Column('uuid', { nullable: true }) command_id: string | null;
  @Column('text') type: string;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) @ForeignKey('account', 'id', { name: 'case_event_actor_id_fkey' }) actor_id:
    string | null;
  @Column('text') actor_role: string;
  /** Who holds the case after this event: the days of each are counted from it. */
  @Column('text') owner_role: string;
  @Column('timestamptz') at: Date;
  @Column('date') legal_date: string;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('text') machine_hash: string;
  @Column('text') pack_hash: string;
  @Column('text') prev_hash: string;
  @Column('text') hash: string;
}

/** The words of a step (reasons, opinions): personal data may stand here, so the log keeps only a salted commitment. */
@Entity('event_words')
export class EventWordsRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_words_pkey' }) case_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'event_words_pkey' }) seq: number;
  @Column('jsonb') words: Record<string, unknown>;
  @Column('text') salt: string;
}

/** The first answer to a command; a repeat gets it again. */
@Entity('command_answer')
@Index('command_answer_case_id_idx', ['case_id'])
@Index('command_answer_actor_id_idx', ['actor_id'])
export class CommandAnswerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'command_answer_pkey' }) command_id: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('licensing_case', 'id', { name: 'command_answer_case_id_fkey' })
  case_id: string | null;
  @Column('uuid', { nullable: true }) @ForeignKey('account', 'id', { name: 'command_answer_actor_id_fkey' }) actor_id:
    string | null;
  @Column('text') body_hash: string;
  @Column('jsonb') answer: Record<string, unknown>;
  @Column('timestamptz') at: Date;
}

/** A refused command: remembered outside the log, may be decided anew. */
@Entity('command_attempt')
@Index('command_attempt_case_id_idx', ['case_id'])
@Index('command_attempt_actor_id_idx', ['actor_id'])
export class CommandAttemptRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'command_attempt_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'command_attempt_case_id_fkey' }) case_id: string;
  @Column('uuid') command_id: string;
  @Column('uuid', { nullable: true }) @ForeignKey('account', 'id', { name: 'command_attempt_actor_id_fkey' }) actor_id:
    string | null;
  @Column('text') type: string;
  @Column('text') code: string;
  @Column('timestamptz') at: Date;
}

/** When to wake up and ask the law again. Never the deadline itself: that is a function of log, rules and calendar. */
@Entity('timer')
@Index('timer_wake_at_idx', ['wake_at', 'case_id'])
export class TimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'timer_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'timer_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'timer_pkey' }) clock: string;
  @Column('timestamptz') wake_at: Date;
  /** The date rests on a year without an official notice and may still move. */
  @Column('boolean', { default: false }) provisional: boolean;
}

/** What the world must still be told. A case's next row is released only after its previous one is done. */
@Entity('outbox')
@Index('outbox_open_idx', ['id'], { where: 'done_at is null' })
@Index('outbox_case_id_idx', ['case_id', 'id'])
export class OutboxRow {
  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'outbox_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id: string;
  @Column('uuid', { nullable: true }) @ForeignKey('licensing_case', 'id', { name: 'outbox_case_id_fkey' }) case_id:
    string | null;
  @Column('text') topic: string;
  @Column('jsonb') payload: Record<string, unknown>;
  /** Machine time, not legal time: how long the world has been waiting. */
  @Column('timestamptz', { default: () => 'now()' }) created_at: Date;
  @Column('timestamptz', { nullable: true }) released_at: Date | null;
  @Column('timestamptz', { nullable: true }) done_at: Date | null;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { nullable: true }) last_error: string | null;
}

/** 核验意见: a complete verdict sheet by a named person, at intake or pre-review. */
@Entity('verdict_sheet')
@Index('verdict_sheet_id_case_key', ['id', 'case_id'], { unique: true })
@Index('verdict_sheet_case_id_idx', ['case_id', 'made_at'])
@Index('verdict_sheet_account_id_idx', ['account_id'])
export class VerdictSheetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'verdict_sheet_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'verdict_sheet_case_id_fkey' }) case_id: string;
  @Column('text') purpose: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'verdict_sheet_account_id_fkey' }) account_id: string;
  @Column('timestamptz') made_at: Date;
}

@Entity('verdict')
export class VerdictRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'verdict_pkey' })
  @ForeignKey('verdict_sheet', 'id', { name: 'verdict_sheet_id_fkey' })
  sheet_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'verdict_pkey' }) line_id: string;
  @Column('text') verdict: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** Hash of what was looked at (file, or the form fields of the line): an ok binds only while it stays the same. */
  @Column('text', { nullable: true }) content_hash: string | null;
}

/** 网上预审: an object of its own, never a state of the case, never a gate. */
@Entity('pre_review')
@Index('pre_review_case_id_idx', ['case_id'])
@Index('pre_review_open_key', ['case_id'], { unique: true, where: 'sheet_id is null and overtaken_at is null' })
@Index('pre_review_sheet_id_idx', ['sheet_id'])
export class PreReviewRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pre_review_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'pre_review_case_id_fkey' }) case_id: string;
  @Column('timestamptz') requested_at: Date;
  @Column('date') promised_on: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('verdict_sheet', 'id', { name: 'pre_review_sheet_id_fkey' })
  sheet_id: string | null;
  /** When a submission, or the end of the draft, came before the answer: nothing is owed any more. */
  @Column('timestamptz', { nullable: true }) overtaken_at: Date | null;
}

/** 检查结论: the signed result of a department, or a look-up recorded by staff with its source. */
@Entity('attestation')
@Index('attestation_case_id_idx', ['case_id', 'lane', 'recorded_at'])
@Index('attestation_signed_by_idx', ['signed_by'])
@Index('attestation_countersigned_by_idx', ['countersigned_by'])
@Check('attestation_two_signers_check', 'countersigned_by is null or countersigned_by <> signed_by')
export class AttestationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attestation_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'attestation_case_id_fkey' }) case_id: string;
  @Column('text') lane: string;
  @Column('text') result: string;
  @Column('text') source: string;
  @Column('date') checked_on: string;
  @Column('date', { nullable: true }) valid_until: string | null;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'attestation_signed_by_fkey' }) signed_by: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('account', 'id', { name: 'attestation_countersigned_by_fkey' })
  countersigned_by: string | null;
  @Column('timestamptz') recorded_at: Date;
}

/** 督办: a broken promise or limit, opened by the clock. */
@Entity('supervision_ticket')
@Index('supervision_ticket_case_id_idx', ['case_id'])
@Index('supervision_ticket_pre_review_key', ['case_id', 'legal_date'], {
  unique: true,
  where: "matter = 'preReviewLate'",
})
@Index('supervision_ticket_institution_id_idx', ['institution_id'])
@Index('supervision_ticket_missed_key', ['case_id', 'matter'], {
  unique: true,
  where: "matter in ('promiseMissed', 'limitMissed')",
})
@Index('supervision_ticket_annual_key', ['institution_id', 'legal_date'], {
  unique: true,
  where: "matter = 'annualLate'",
})
@Index('supervision_ticket_opened_idx', ['opened_at', 'id'])
@Check('supervision_ticket_subject_check', 'num_nonnulls(case_id, institution_id) = 1')
export class SupervisionTicketRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'supervision_ticket_pkey' }) id: string;
  @Column('uuid', { nullable: true })
  @ForeignKey('licensing_case', 'id', { name: 'supervision_ticket_case_id_fkey' })
  case_id: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('institution', 'id', { name: 'supervision_ticket_institution_id_fkey' })
  institution_id: string | null;
  @Column('text') matter: string;
  @Column('date') legal_date: string;
  @Column('timestamptz') opened_at: Date;
}

/** 好差评: the invitation at the end; the rating itself is the applicant's, once. */
@Entity('rating')
@Index('rating_case_id_key', ['case_id'], { unique: true })
export class RatingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rating_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'rating_case_id_fkey' }) case_id: string;
  @Column('timestamptz') invited_at: Date;
  @Column('integer', { nullable: true }) grade: number | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { nullable: true }) rated_at: Date | null;
}

/** 归档: what the closed file holds, each piece by its hash, under one hash. Written once. */
@Entity('archive_record')
export class ArchiveRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'archive_record_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'archive_record_case_id_fkey' })
  case_id: string;
  @Column('timestamptz') archived_at: Date;
  @Column('jsonb') manifest: Record<string, unknown>;
  @Column('text') manifest_hash: string;
}

/** A pack as it was when cases were opened under it: pinned by hash, kept as long as the database. */
@Entity('matter_pack')
export class MatterPackRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'matter_pack_pkey' }) hash: string;
  @Column('text') code: string;
  @Column('jsonb') content: Record<string, unknown>;
  @Column('timestamptz') kept_at: Date;
}
