import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 共同确认 (PEL 53, 54; PER 5, 12): who was invited to confirm a case, who took the seat, and what exactly each confirmed;
 * and who runs an institution since its sponsor has changed. All of it is written once.
 */
export class CoSignature1772560000000 implements MigrationInterface {
  readonly name = 'CoSignature1772560000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table institution_holder, co_signature, co_signer_seat, co_signer_invitation');
  }
}

const UP = [
  `create table co_signer_invitation (
     code_hash text not null,
     case_id uuid not null,
     party text not null,
     invited_at timestamptz not null,
     constraint co_signer_invitation_pkey primary key (code_hash),
     constraint co_signer_invitation_case_id_fkey foreign key (case_id) references licensing_case(id)
   )`,
  'create index co_signer_invitation_case_id_idx on co_signer_invitation (case_id)',
  `create table co_signer_seat (
     case_id uuid not null,
     party text not null,
     account_id uuid not null,
     seated_at timestamptz not null,
     constraint co_signer_seat_pkey primary key (case_id, party),
     constraint co_signer_seat_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint co_signer_seat_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create unique index co_signer_seat_account_key on co_signer_seat (case_id, party, account_id)',
  'create index co_signer_seat_account_id_idx on co_signer_seat (account_id, seated_at)',
  `create table co_signature (
     case_id uuid not null,
     party text not null,
     content_hash text not null,
     account_id uuid not null,
     signed_at timestamptz not null,
     constraint co_signature_pkey primary key (case_id, party, content_hash),
     constraint co_signature_seat_fkey foreign key (case_id, party, account_id)
       references co_signer_seat(case_id, party, account_id)
   )`,
  'create index co_signature_seat_idx on co_signature (case_id, party, account_id)',
  `create table institution_holder (
     institution_id uuid not null,
     case_id uuid not null,
     account_id uuid not null,
     held_since timestamptz not null,
     constraint institution_holder_pkey primary key (institution_id, case_id),
     constraint institution_holder_institution_id_fkey foreign key (institution_id) references institution(id),
     constraint institution_holder_case_id_fkey foreign key (case_id) references licensing_case(id),
     constraint institution_holder_account_id_fkey foreign key (account_id) references account(id)
   )`,
  'create index institution_holder_case_id_idx on institution_holder (case_id)',
  'create index institution_holder_account_id_idx on institution_holder (account_id)',
  ...['co_signer_invitation', 'co_signer_seat', 'co_signature', 'institution_holder'].map(
    (table) => `grant select, insert on ${table} to licensing_app`,
  ),
];
