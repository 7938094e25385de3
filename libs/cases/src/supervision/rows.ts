import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A rung that a ticket reached (督办层级): written once, each upon the one below it, so that none can be skipped. */
@Entity('ticket_rung')
@Index('ticket_rung_below_idx', ['ticket_id', 'below'])
@Index('ticket_rung_role_idx', ['role'])
@Check('ticket_rung_order_check', 'rung between 1 and 4 and coalesce(below, 0) = rung - 1')
@ForeignKey('ticket_rung', ['ticket_id', 'below'], ['ticket_id', 'rung'], { name: 'ticket_rung_below_fkey' })
export class TicketRungRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_rung_pkey' })
  @ForeignKey('supervision_ticket', 'id', { name: 'ticket_rung_ticket_id_fkey' })
  ticket_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_rung_pkey' }) rung: number;
  @Column('integer', { nullable: true }) below: number | null;
  @Column('text') role: string;
  @Column('date') legal_date: string;
  @Column('timestamptz') entered_at: Date;
}

/** 签收: by one person of the role on whose rung the ticket stands, once, with what is being done about it. */
@Entity('ticket_acknowledgement')
@Index('ticket_acknowledgement_rung_idx', ['ticket_id', 'rung'])
@Index('ticket_acknowledgement_account_id_idx', ['account_id'])
@ForeignKey('ticket_rung', ['ticket_id', 'rung'], ['ticket_id', 'rung'], { name: 'ticket_acknowledgement_rung_fkey' })
export class TicketAcknowledgementRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_acknowledgement_pkey' }) ticket_id: string;
  @Column('integer') rung: number;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'ticket_acknowledgement_account_id_fkey' }) account_id: string;
  @Column('text') note: string;
  @Column('date') legal_date: string;
  @Column('timestamptz') acknowledged_at: Date;
}

/** Who was told of a ticket, and when. */
@Entity('ticket_told')
@Index('ticket_told_account_id_idx', ['account_id'])
@ForeignKey('ticket_rung', ['ticket_id', 'rung'], ['ticket_id', 'rung'], { name: 'ticket_told_rung_fkey' })
export class TicketToldRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_told_pkey' }) ticket_id: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ticket_told_pkey' }) rung: number;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_told_pkey' })
  @ForeignKey('account', 'id', { name: 'ticket_told_account_id_fkey' })
  account_id: string;
  @Column('timestamptz') told_at: Date;
}

/** 公开说明: why a promise was missed, in the bureau's words, once. */
@Entity('promise_explanation')
@Index('promise_explanation_account_id_idx', ['account_id'])
export class PromiseExplanationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'promise_explanation_pkey' })
  @ForeignKey('supervision_ticket', 'id', { name: 'promise_explanation_ticket_id_fkey' })
  ticket_id: string;
  @Column('text') reason: string;
  @Column('uuid') @ForeignKey('account', 'id', { name: 'promise_explanation_account_id_fkey' }) account_id: string;
  @Column('date') legal_date: string;
  @Column('timestamptz') written_at: Date;
}

/** When to look at a ticket again. Never its deadline: that follows from the rung it stands on. */
@Entity('ticket_timer')
@Index('ticket_timer_wake_at_idx', ['wake_at'])
export class TicketTimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_timer_pkey' })
  @ForeignKey('supervision_ticket', 'id', { name: 'ticket_timer_ticket_id_fkey' })
  ticket_id: string;
  @Column('timestamptz') wake_at: Date;
}
