import {
  checkCitizenNumber,
  checkCreditCode,
  comparableNumber,
  type InterestKind,
  type PlainDate,
  type Relation,
} from '../../law/src/index.js';
import { keyedHash, Refusal, type IdSource, type Sql } from '../../platform/src/index.js';

/** An interest as it is declared; the number goes into a keyed hash and nowhere else. */
export interface NewInterest {
  relation: Relation;
  kind: InterestKind;
  name: string;
  number: string;
}

export interface DeclarationView {
  year: number;
  declaredAt: Date;
  interests: { relation: Relation; kind: InterestKind; name: string }[];
}

export const identityHash = (key: string, number: string): string => keyedHash(key, comparableNumber(number));

/** @throws Refusal FIELDS_INVALID with every wrong number at once */
function refuseWrongNumbers(interests: readonly NewInterest[], today: PlainDate): void {
  const fields = interests.flatMap(({ kind, number }, i) => {
    const typed = comparableNumber(number);
    const check = kind === 'person' ? checkCitizenNumber(typed, today) : checkCreditCode(typed);
    return check.ok ? [] : [{ field: `interests[${i}].number`, code: check.code }];
  });
  if (fields.length > 0) throw new Refusal('FIELDS_INVALID', { fields });
}

/**
 * Writes a declaration of the year; no interest at all is one too.
 * @returns hashes of what was declared
 */
export async function keepDeclaration(
  sql: Sql,
  tools: { ids: IdSource; identityKey: string; now: Date; today: PlainDate },
  accountId: string,
  interests: readonly NewInterest[],
): Promise<string[]> {
  refuseWrongNumbers(interests, tools.today);
  const id = tools.ids.uuid();
  const hashes = interests.map(({ number }) => identityHash(tools.identityKey, number));
  await sql.query('insert into interest_declaration (id, account_id, year, declared_at) values ($1, $2, $3, $4)', [
    id,
    accountId,
    Number(tools.today.slice(0, 4)),
    tools.now,
  ]);
  await sql.query(
    `insert into declared_interest (declaration_id, ordinal, relation, kind, name, identity_hash)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      id,
      interests.map((_, i) => i + 1),
      interests.map(({ relation }) => relation),
      interests.map(({ kind }) => kind),
      interests.map(({ name }) => name),
      hashes,
    ],
  );
  return hashes;
}

/** One's own declarations, newest first, as they were made; of others nobody sees them. */
export async function declarationsOf(sql: Sql, accountId: string): Promise<DeclarationView[]> {
  return sql.query<DeclarationView>(
    `select d.year, d.declared_at as "declaredAt",
       (select coalesce(jsonb_agg(jsonb_build_object('relation', i.relation, 'kind', i.kind, 'name', i.name) order by i.ordinal), '[]')
        from declared_interest i where i.declaration_id = d.id) as interests
     from interest_declaration d where d.account_id = $1 order by d.declared_at desc, d.id limit 50`,
    [accountId],
  );
}

/** Who of the staff has not declared in a year: names and nothing else. */
export async function withoutDeclaration(sql: Sql, year: number, roles: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `select a.display_name as name from account a where a.active and a.roles && $2::text[]
       and not exists (select 1 from interest_declaration d where d.account_id = a.id and d.year = $1)
     order by a.display_name, a.id limit 500`,
    [year, roles],
  );
  return rows.map(({ name }) => name);
}

export interface LeaveView {
  displayName: string;
  from: PlainDate;
  to: PlainDate;
}

/** 休假 as recorded by the head; nobody records their own, so that nobody steps aside from a draw by themselves. */
export async function recordLeave(
  sql: Sql,
  tools: { ids: IdSource; now: Date },
  by: string,
  leave: { accountId: string; from: PlainDate; to: PlainDate },
): Promise<void> {
  if (leave.accountId === by) throw new Refusal('OWN_ACCOUNT');
  if (leave.from > leave.to)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'to', code: 'DATE_OUT_OF_RANGE' }] });
  const [known] = await sql.query('select 1 from account where id = $1 and active', [leave.accountId]);
  if (!known) throw new Refusal('ACCOUNT_NOT_FOUND');
  await sql.query(
    'insert into staff_leave (id, account_id, from_day, to_day, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)',
    [tools.ids.uuid(), leave.accountId, leave.from, leave.to, by, tools.now],
  );
}

export async function leaveFrom(sql: Sql, day: PlainDate): Promise<LeaveView[]> {
  return sql.query<LeaveView>(
    `select a.display_name as "displayName", l.from_day::text as "from", l.to_day::text as "to"
     from staff_leave l join account a on a.id = l.account_id where l.to_day >= $1 order by l.from_day, a.display_name limit 200`,
    [day],
  );
}
