import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person or body that logs in. Roles are a list; the three administrations never meet in one account (三员分立). */
@Entity('account')
@Index('account_login_key', ['login'], { unique: true })
@Index('account_roles_idx', { synchronize: false })
export class AccountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' }) id: string;
  @Column('text') login: string;
  @Column('text') password_hash: string;
  @Column('text') display_name: string;
  @Column('text', { array: true }) roles: string[];
  @Column('boolean') active: boolean;
  @Column('boolean') demo: boolean;
  @Column('timestamptz') created_at: Date;
}

/** A logged-in browser. Only the hash of its token is kept. */
@Entity('session')
@Index('session_account_id_idx', ['account_id'])
export class SessionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'session_pkey' }) token_hash: string;
  @Column('uuid')
  @ForeignKey('account', 'id', { name: 'session_account_id_fkey', onDelete: 'CASCADE' })
  account_id: string;
  @Column('text') csrf: string;
  @Column('timestamptz') created_at: Date;
  @Column('timestamptz') expires_at: Date;
}

/** Counters of the rate limits (登录限速); the shape is the limiter library's. */
@Entity('rate_limit')
export class RateLimitRow {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'rate_limit_pkey' }) key: string;
  @Column('integer', { default: 0 }) points: number;
  @Column('bigint', { nullable: true }) expire: string | null;
}

/** Who gave whom which powers, and when: written once (三员分立 needs a trace that nobody can edit). */
@Entity('account_change')
@Index('account_change_account_id_idx', ['account_id', 'at'])
@Index('account_change_changed_by_idx', ['changed_by'])
export class AccountChangeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_change_pkey' }) id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'account_change_account_id_fkey' }) account_id: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'account_change_changed_by_fkey' }) changed_by: string;
  @Column('timestamptz') at: Date;
  @Column('jsonb', { nullable: true }) before: Record<string, unknown> | null;
  @Column('jsonb') after: Record<string, unknown>;
}
