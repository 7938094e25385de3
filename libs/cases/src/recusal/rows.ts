import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who is part of a case, by keyed hash of their number. Who was part of it once stays so for it. */
@Entity('case_party')
@Index('case_party_identity_hash_idx', ['identity_hash'])
@Check('case_party_hash_check', `identity_hash ~ '^[0-9a-f]{64}$'`)
export class CasePartyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_party_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'case_party_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_party_pkey' }) role: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_party_pkey' }) identity_hash: string;
}

/** 回避: for this person the case does not exist any more. */
@Entity('recusal')
@Index('recusal_account_id_idx', ['account_id', 'case_id'])
@Check('recusal_cause_check', `cause in ('interest', 'self_declared', 'requested')`)
export class RecusalRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_pkey' })
  @ForeignKey('licensing_case', 'id', { name: 'recusal_case_id_fkey' })
  case_id: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_pkey' })
  @ForeignKey('account', 'id', { name: 'recusal_account_id_fkey' })
  account_id: string;
  @Column('text') cause: string;
  @Column('timestamptz') recused_at: Date;
}

/** 申请回避: by the applicant about an officer, or by an officer about themselves. */
@Entity('recusal_request')
@Index('recusal_request_once_key', ['case_id', 'about_id', 'asked_by'], { unique: true })
@Index('recusal_request_about_id_idx', ['about_id'])
@Index('recusal_request_asked_by_idx', ['asked_by'])
export class RecusalRequestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_request_pkey' }) id: string;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'recusal_request_case_id_fkey' }) case_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'recusal_request_about_id_fkey' }) about_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'recusal_request_asked_by_fkey' }) asked_by: string;
  @Column('text') reason: string;
  @Column('timestamptz') asked_at: Date;
}

@Entity('recusal_ruling')
@Index('recusal_ruling_ruled_by_idx', ['ruled_by'])
export class RecusalRulingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_ruling_pkey' })
  @ForeignKey('recusal_request', 'id', { name: 'recusal_ruling_request_id_fkey' })
  request_id: string;
  @Column('boolean') granted: boolean;
  @Column('text') reason: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'recusal_ruling_ruled_by_fkey' }) ruled_by: string;
  @Column('timestamptz') ruled_at: Date;
}

/** 随机分配: what is published before the seed. The list holds pseudonyms. */
@Entity('random_draw')
@Index('random_draw_ordinal_key', ['ordinal'], { unique: true })
@Index('random_draw_round_key', ['case_id', 'role', 'round'], { unique: true })
export class RandomDrawRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'random_draw_pkey' }) id: string;
  @Column('integer') ordinal: number;
  @Column('uuid') @ForeignKey('licensing_case', 'id', { name: 'random_draw_case_id_fkey' }) case_id: string;
  @Column('text') role: string;
  @Column('integer') round: number;
  @Column('text') input: string;
  @Column('text', { array: true }) eligible: string[];
  @Column('text') commitment: string;
  @Column('text') seed_commitment: string;
  @Column('text') next_seed_commitment: string;
  @Column('timestamptz') committed_at: Date;
}

/** Seeds before they are revealed, one ahead of the draws. */
@Entity('draw_seed')
export class DrawSeedRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'draw_seed_pkey' }) ordinal: number;
  @Column('text') seed: string;
}

/** Whom a pseudonym stands for; never published. */
@Entity('draw_eligible')
@Index('draw_eligible_account_id_idx', ['account_id'])
export class DrawEligibleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_eligible_pkey' })
  @ForeignKey('random_draw', 'id', { name: 'draw_eligible_draw_id_fkey' })
  draw_id: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'draw_eligible_pkey' }) pseudonym: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'draw_eligible_account_id_fkey' }) account_id: string;
}

/** The seed, once the list is published: from here on the drawn person handles the case. */
@Entity('draw_reveal')
@ForeignKey('draw_eligible', ['draw_id', 'drawn'], ['draw_id', 'pseudonym'], { name: 'draw_reveal_drawn_fkey' })
@Index('draw_reveal_drawn_idx', ['draw_id', 'drawn'])
export class DrawRevealRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draw_reveal_pkey' })
  @ForeignKey('random_draw', 'id', { name: 'draw_reveal_draw_id_fkey' })
  draw_id: string;
  @Column('text') seed: string;
  @Column('text') drawn: string;
  @Column('timestamptz') revealed_at: Date;
}
