import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A code that was shown to the applicant, for one party of one case. Only its hash is kept. */
@Entity('co_signer_invitation')
@Index('co_signer_invitation_case_id_idx', ['case_id'])
export class CoSignerInvitationRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'co_signer_invitation_pkey' }) code_hash: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'co_signer_invitation_case_id_fkey' }) case_id: string;
  /** Keyed hash of who it is: another person is another party. */
  @Column('text') party: string;
  @Column('timestamptz') invited_at: Date;
}

/** Whose account speaks for a party; taken once. */
@Entity('co_signer_seat')
@Index('co_signer_seat_account_key', ['case_id', 'party', 'account_id'], { unique: true })
@Index('co_signer_seat_account_id_idx', ['account_id', 'seated_at'])
export class CoSignerSeatRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'co_signer_seat_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'co_signer_seat_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'co_signer_seat_pkey' }) party: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'co_signer_seat_account_id_fkey' }) account_id: string;
  @Column('timestamptz') seated_at: Date;
}

/** 共同确认: the word of one party on exactly one content; any other content has another hash and needs another word. */
@Entity('co_signature')
@Index('co_signature_seat_idx', ['case_id', 'party', 'account_id'])
@ForeignKey('co_signer_seat', ['case_id', 'party', 'account_id'], ['case_id', 'party', 'account_id'], {
  name: 'co_signature_seat_fkey',
})
export class CoSignatureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'co_signature_pkey' }) case_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'co_signature_pkey' }) party: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'co_signature_pkey' }) content_hash: string;
  @Column('uuid') account_id: string;
  @Column('timestamptz') signed_at: Date;
}

/** Who runs an institution since a case made it so; before that, who had it established. */
@Entity('institution_holder')
@Index('institution_holder_case_id_idx', ['case_id'])
@Index('institution_holder_account_id_idx', ['account_id'])
export class InstitutionHolderRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_holder_pkey' })
  @ForeignKey('institution', 'id', { name: 'institution_holder_institution_id_fkey' })
  institution_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_holder_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'institution_holder_case_id_fkey' })
  case_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'institution_holder_account_id_fkey' }) account_id: string;
  @Column('timestamptz') held_since: Date;
}
