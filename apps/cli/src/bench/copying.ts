import { GENESIS } from '../../../../libs/cases/src/index.js';
import type { ColumnOf, TableOf } from './schema.js';

/** A statement that copies the rows of one table, as often as its cases (or schools) are copied. */
export interface Copying {
  table: string;
  sql: string[];
}

/** In what is copied, the invented word of a name becomes that of the copy, and the number of the licence too. */
const worded = (text: string): string =>
  `replace(replace(${text}, c.sample_word, c.word), c.licence, c.licence_of_copy)`;
const wordedJson = (column: string): string => `${worded(`t.${column}::text`)}::jsonb`;
const reference = (key: string): string =>
  `when t.payload ? '${key}' then jsonb_set(t.payload, '{${key}}', to_jsonb(bench.id((t.payload->>'${key}')::uuid, ${key === 'institutionId' ? 'c.own' : 'c.i'})))`;

/** Each copy has hashes of its own that hang together; only the first step says what stands before all. */
const chained = (column: string): string =>
  `case when t.${column} = '${GENESIS}' then t.${column} else encode(sha256(convert_to(t.${column} || c.i, 'UTF8')), 'hex') end`;

/** Columns that differ from copy to copy; all others are told by their type and their keys. */
const SPECIAL: Readonly<Record<string, string>> = {
  'licensing_case.number': `case when t.number is not null then '150203-20250301-' || lpad(c.ordinal::text, 7, '0') end`,
  'licensing_case.institution_name': worded('t.institution_name'),
  'case_name.name': worded('t.name'),
  'licensing_case.claimed_name': worded('t.claimed_name'),
  'licensing_case.created_at': `t.created_at - c.ordinal * interval '50 ms'`,
  'licensing_case.updated_at': `t.updated_at - c.ordinal * interval '50 ms'`,
  'licensing_case.last_hash': chained('last_hash'),
  'case_event.prev_hash': chained('prev_hash'),
  'case_event.hash': chained('hash'),
  'draft.form': wordedJson('form'),
  'submission.form': wordedJson('form'),
  'document.number': `t.number || '-' || c.i`,
  'document.content': wordedJson('content'),
  'public_notice.title': worded('t.title'),
  'public_notice.fields': wordedJson('fields'),
  'institution.name': worded('t.name'),
  'institution.credit_code': `t.credit_code || '-' || c.own`,
  'register_version.fields': wordedJson('fields'),
  'licence.number': 'c.licence_of_copy',
  'case_party.identity_hash': `encode(sha256(convert_to(t.identity_hash || c.own, 'UTF8')), 'hex')`,
  'case_event.payload': `case ${reference('sheetId')} ${reference('institutionId')} else t.payload end`,
  'command_answer.answer': `jsonb_set(t.answer, '{caseId}', to_jsonb(bench.id(t.case_id, c.i)))`,
  // the chain of draws goes on from the last real one: copies stand before the first
  'random_draw.ordinal': '-(t.ordinal * 1000003 + c.i)',
  'precedent_check.nearest_case_id': 't.nearest_case_id',
};

/** Tables whose rows are nobody's case. */
const APART = ['account', 'session', 'matter_pack', 'pack_line', 'stored_file', 'draw_seed'];

/** Every table with rows of cases, however far from them; then those of institutions. */
export function copyingsOf(schema: ReadonlyMap<string, TableOf>): Copying[] {
  const tables = [...schema.values()].filter(({ name }) => !APART.includes(name));
  return [...ofCases(tables), ...ofSchools(tables), SEEDS];
}

const has = ({ columns }: TableOf, column: string): boolean => columns.some(({ name }) => name === column);

function ofCases(tables: readonly TableOf[]): Copying[] {
  const found: Copying[] = [];
  for (const table of tables) {
    const owner = ownerOf(table, tables);
    if (!owner) continue;
    const opens = has(table, 'institution_id') && table.name !== 'licensing_case' ? 'where not x.opens' : '';
    found.push(copying(table, 'bench.copy', `bench.sample x join ${table.name} t on ${owner} ${opens}`, 'x.case_id'));
  }
  return found;
}

/** How a table's rows belong to the case `x.case_id`: themselves, or through the row above them. */
function ownerOf(table: TableOf, tables: readonly TableOf[]): string | null {
  if (table.name === 'licensing_case') return 't.id = x.case_id';
  if (has(table, 'case_id')) return 't.case_id = x.case_id';
  for (const { column, table: above } of table.parents) {
    const parent = tables.find(({ name }) => name === above);
    if (parent && parent !== table && above !== 'institution' && has(parent, 'case_id'))
      return `t.${column} in (select p.id from ${above} p where p.case_id = x.case_id)`;
  }
  return null;
}

/** What stands in the register: opened by a case, of which there may be fewer copies than of the institution. */
function ofSchools(tables: readonly TableOf[]): Copying[] {
  return tables
    .filter(
      (table) => table.name === 'institution' || (has(table, 'institution_id') && table.name !== 'licensing_case'),
    )
    .map((table) => {
      const opened = has(table, 'case_id') ? 'and (t.case_id = x.case_id or t.case_id is null)' : '';
      const key = table.name === 'institution' ? 'id' : 'institution_id';
      const rows = `bench.sample x join ${table.name} t on t.${key} = x.institution_id and x.opens ${opened}`;
      return copying(table, 'bench.school', rows, 'x.case_id');
    });
}

function copying(table: TableOf, copies: string, rows: string, sample: string): Copying {
  const columns = table.columns.filter(({ identity }) => !identity);
  const order = table.columns.filter(({ identity }) => identity).map(({ name }) => `t.${name}`);
  const kept = `kept_${copies.split('.')[1]}_${table.name}`;
  const values = columns.map((column) => valueOf(table, column, copies === 'bench.school'));
  return {
    table: table.name,
    sql: [
      `create temp table ${kept} as select ${sample} as of_sample, t.* from ${rows}`,
      `analyze ${kept}`,
      `insert into ${table.name} (${columns.map(({ name }) => name).join(', ')})
       select ${values.join(', ')} from ${copies} c join ${kept} t on t.of_sample = c.case_id
       ${order.length > 0 ? `order by c.ordinal, ${order.join()}` : ''}`,
      `drop table ${kept}`,
    ],
  };
}

function valueOf({ name: table }: TableOf, { name, type, root }: ColumnOf, inRegister: boolean): string {
  const special = SPECIAL[`${table}.${name}`];
  if (special) return special;
  const value = `t.${name}`;
  if (type !== 'uuid') return value;
  if (root === 'account.id')
    return `case when ${value} = c.sponsor_id then bench.id(${value}, c.own) else ${value} end`;
  if (root === 'institution.id') return `bench.id(${value}, c.own)`;
  if (inRegister && root === 'licensing_case.id')
    return `case when c.own < c.copies then bench.id(${value}, c.own) else ${value} end`;
  return `bench.id(${value}, c.i)`;
}

/** The seed of every copied draw, so that it can be drawn again. */
const SEEDS: Copying = {
  table: 'draw_seed',
  sql: [
    `insert into draw_seed (ordinal, seed)
     select -(d.ordinal * 1000003 + c.i), s.seed from bench.copy c join random_draw d on d.case_id = c.case_id
       join draw_seed s on s.ordinal = d.ordinal`,
  ],
};
