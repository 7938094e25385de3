import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Bytes, stored once under their hash; `hash` is the SHA-256 in hex. */
@Entity('stored_file')
export class StoredFileRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'stored_file_pkey' }) hash: string;
  @Column('integer') size: number;
  @Column('text') media_type: string;
  @Column('timestamptz') created_at: Date;
}

/** What an applicant handed in for one line of the material list. A newer one supersedes, nothing is deleted. */
@Entity('hand_in')
@Index('hand_in_case_id_line_idx', ['case_id', 'line_id'])
@Index('hand_in_file_hash_idx', ['file_hash'])
@Index('hand_in_account_id_idx', ['account_id'])
@Index('hand_in_pending_key', ['case_id', 'line_id'], {
  unique: true,
  where: 'superseded_at is null and submission_seq is null',
})
@Index('hand_in_submitted_key', ['case_id', 'line_id'], {
  unique: true,
  where: 'superseded_at is null and submission_seq is not null',
})
export class HandInRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_in_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'hand_in_case_id_fkey' }) case_id: string;
  @Column('text') line_id: string;
  @Column('text') @ForeignKey('stored_file', 'hash', { name: 'hand_in_file_hash_fkey' }) file_hash: string;
  @Column('text') file_name: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'hand_in_account_id_fkey' }) account_id: string;
  @Column('timestamptz') handed_in_at: Date;
  /** The submission that the file became part of; null while the applicant is still writing. */
  @Column('integer', { nullable: true }) submission_seq: number | null;
  @Column('timestamptz', { nullable: true }) superseded_at: Date | null;
}

/** A document the bureau made (文书): content and number are fixed at the step itself, a job prints the PDF. */
@Entity('document')
@Index('document_number_key', ['number'], { unique: true })
@Index('document_case_id_idx', ['case_id', 'kind'])
@Index('document_file_hash_idx', ['file_hash'])
@Index('document_one_correction_notice_key', ['case_id'], { unique: true, where: "kind = 'correctionNotice'" })
export class DocumentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'document_case_id_fkey' }) case_id: string;
  @Column('text') kind: string;
  @Column('text') number: string;
  @Column('date') issued_on: string;
  @Column('timestamptz') issued_at: Date;
  @Column('jsonb') content: Record<string, unknown>;
  @Column('text', { nullable: true })
  @ForeignKey('stored_file', 'hash', { name: 'document_file_hash_fkey' })
  file_hash: string | null;
}

/** 送达回证: when, how and by whom a document was served. Written once. */
@Entity('service_record')
@Index('service_record_document_id_key', ['document_id'], { unique: true })
@Index('service_record_recorded_by_idx', ['recorded_by'])
@Check(
  'service_record_received_check',
  `case when channel = 'courier' then posted_on is not null and received_on is not null and received_on >= posted_on and served_on = received_on else posted_on is null and received_on is null end`,
)
export class ServiceRecordRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_record_pkey' }) id: string;
  @Column('uuid') @ForeignKey('document', 'id', { name: 'service_record_document_id_fkey' }) document_id: string;
  @Column('text') channel: string;
  @Column('timestamptz') served_at: Date;
  /** The day of service; with a courier the day of signing for it. */
  @Column('date') served_on: string;
  /** Of what a courier carried: the day it was posted and the day on the courier's receipt. */
  @Column('date', { nullable: true }) posted_on: string | null;
  @Column('date', { nullable: true }) received_on: string | null;
  @Column('uuid', { nullable: true })
  @ForeignKey('account', 'id', { name: 'service_record_recorded_by_fkey' })
  recorded_by: string | null;
}
