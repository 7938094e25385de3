import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The lines of a kept pack: what a demand may point to, and what kind of thing each is. */
@Entity('pack_line')
@Index('pack_line_kind_key', ['pack_hash', 'line_id', 'kind'], { unique: true })
@Check(
  'pack_line_kind_check',
  `kind in ('voluntary', 'upload', 'form', 'lookup', 'agency', 'site_check', 'special_procedure')`,
)
export class PackLineRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pack_line_pkey' })
  @ForeignKey('matter_pack', 'hash', { name: 'pack_line_pack_hash_fkey' })
  pack_hash: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pack_line_pkey' }) line_id: string;
  @Column('text') kind: string;
}

/** 要求: something asked of an applicant, under a line of the pack of this very case, told by an event of this very case. */
@Entity('demand')
@Index('demand_case_idx', ['case_id', 'pack_hash'])
@Index('demand_line_idx', ['pack_hash', 'line_id', 'line_kind'])
@Index('demand_event_key', ['case_id', 'seq', 'event_type', 'line_id', 'kind'], { unique: true })
@Index('demand_made_by_idx', ['made_by'])
@Index('demand_told_once_key', ['case_id', 'line_id'], { unique: true, where: "kind in ('proof', 'correction')" })
@ForeignKey('licensing_case', ['case_id', 'pack_hash'], ['id', 'pack_hash'], { name: 'demand_case_fkey' })
@ForeignKey('pack_line', ['pack_hash', 'line_id', 'line_kind'], ['pack_hash', 'line_id', 'kind'], {
  name: 'demand_line_fkey',
})
@ForeignKey('case_event', ['case_id', 'seq', 'event_type'], ['case_id', 'seq', 'type'], { name: 'demand_event_fkey' })
@Check(
  'demand_line_check',
  `kind = 'proof' and line_kind = 'upload' or kind = 'correction' and line_kind in ('upload', 'form')
   or kind in ('visit', 'rectification') and line_kind = 'site_check'
   or kind = 'report' and line_kind = 'special_procedure'`,
)
@Check(
  'demand_event_check',
  `kind in ('proof', 'correction') and event_type in ('issueCorrectionNotice', 'tellUnmetLines', 'acceptTolerantly')
   or kind = 'visit' and event_type in ('arrangeSiteCheck', 'rearrangeSiteCheck', 'arrangeReCheck')
   or kind = 'rectification' and event_type = 'recordAttestation'
   or kind = 'report' and event_type = 'serveSpecialProcedureNotice'`,
)
export class DemandRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'demand_pkey' }) id: string;
  @Column('uuid') case_id: string;
  @Column('text') pack_hash: string;
  @Column('text') line_id: string;
  @Column('text') line_kind: string;
  @Column('text') kind: string;
  @Column('integer') seq: number;
  @Column('text') event_type: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'demand_made_by_fkey' }) made_by: string;
  @Column('timestamptz') made_at: Date;
}

/** 留言: between the applicant and the bureau, bound to the case; it asks for nothing and starts nothing. */
@Entity('case_message')
@Index('case_message_case_id_idx', ['case_id', 'ordinal'])
@Index('case_message_account_id_idx', ['account_id'])
@Check('case_message_side_check', `side in ('applicant', 'bureau')`)
export class CaseMessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_message_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'case_message_case_id_fkey' }) case_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'case_message_account_id_fkey' }) account_id: string;
  @Column('text') side: string;
  @Column('text') words: string;
  @Column('timestamptz') sent_at: Date;
  /** In which order they came, within one instant too. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) ordinal: string;
}

/** 内部备注: for the bureau alone, in a table that no answer to an applicant reads. */
@Entity('internal_note')
@Index('internal_note_case_id_idx', ['case_id', 'ordinal'])
@Index('internal_note_account_id_idx', ['account_id'])
export class InternalNoteRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'internal_note_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'internal_note_case_id_fkey' }) case_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'internal_note_account_id_fkey' }) account_id: string;
  @Column('text') words: string;
  @Column('timestamptz') written_at: Date;
  /** In which order they came, within one instant too. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) ordinal: string;
}
