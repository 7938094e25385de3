import { licenceNumberIn } from '../../law/src/index.js';
import { nameCondition, readCursor } from '../../cases/src/index.js';
import { Refusal, type Sql } from '../../platform/src/index.js';

/** What everybody may see of a licensed institution: no identity numbers, no telephone. */
export interface PublicEntry {
  id: string;
  name: string;
  type: string;
  /** Of a school: which stage it teaches. */
  stage: string | null;
  state: string;
  address: string;
  nature: string;
  creditCode: string | null;
  licenceNumber: string;
  licenceState: string;
  validFrom: string;
  validTo: string;
}

const COLUMNS = `i.id, i.name, i.type, i.state, i.credit_code as "creditCode", l.number as "licenceNumber", l.state as "licenceState",
  l.valid_from::text as "validFrom", l.valid_to::text as "validTo", v.fields->>'stage' as stage, v.fields->>'address' as address, v.fields->>'nature' as nature`;
const FROM = `institution i join licence l on l.institution_id = i.id
  join lateral (select fields from register_version r where r.institution_id = i.id order by ordinal desc limit 1) v on true`;

/** One page of the register by name; a number finds exactly one. */
export async function searchRegister(
  sql: Sql,
  query: { q?: string; cursor?: string; limit: number },
): Promise<{ items: PublicEntry[]; next: string | null }> {
  const number = query.q ? licenceNumberIn(query.q) : null;
  if (number)
    return {
      items: await sql.query<PublicEntry>(`select ${COLUMNS} from ${FROM} where l.number = $1`, [number]),
      next: null,
    };
  const parameters: unknown[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  // a licence that another one has replaced is found by its number, and is no entry of its own
  const where = [`l.state <> 'REPLACED'`];
  if (query.q) where.push(nameCondition('i.name', query.q, add));
  if (query.cursor) {
    const { at, id } = readNameCursor(query.cursor);
    where.push(`(i.name, i.id) > (${add(at)}, ${add(id)}::uuid)`);
  }
  const limit = add(query.limit + 1);
  const rows = await sql.query<PublicEntry>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by i.name, i.id limit ${limit}`,
    parameters,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    next:
      rows.length > query.limit && last
        ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
        : null,
  };
}

function readNameCursor(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof at === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { at, id };
  } catch {
    // falls through to the refusal
  }
  throw new Refusal('CURSOR_INVALID');
}

/** @throws Refusal LICENCE_NOT_FOUND */
export async function findLicence(sql: Sql, number: string): Promise<PublicEntry> {
  const [entry] = await sql.query<PublicEntry>(`select ${COLUMNS} from ${FROM} where l.number = $1`, [
    licenceNumberIn(number),
  ]);
  if (!entry) throw new Refusal('LICENCE_NOT_FOUND');
  return entry;
}

export interface Notice {
  id: string;
  kind: string;
  title: string;
  fields: Record<string, unknown>;
  publishedAt: Date;
}

/** Public notices, newest first. */
export async function listNotices(
  sql: Sql,
  query: { cursor?: string; limit: number },
): Promise<{ items: Notice[]; next: string | null }> {
  const from = query.cursor ? readCursor(query.cursor) : null;
  const rows = await sql.query<Notice & { at: string }>(
    `select id, kind, title, fields, published_at as "publishedAt", published_at::text as at from public_notice
     where $1::timestamptz is null or (published_at, id) < ($1::timestamptz, $2::uuid) order by published_at desc, id desc limit $3`,
    [from?.at ?? null, from?.id ?? null, query.limit + 1],
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ at: _, ...notice }) => notice),
    next: rows.length > query.limit && last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
  };
}

/** One notice; null where there is none of that id. */
export async function findNotice(sql: Sql, id: string): Promise<Notice | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await sql.query<Notice>(
    'select id, kind, title, fields, published_at as "publishedAt" from public_notice where id = $1',
    [id],
  );
  return row ?? null;
}

/** What a scanned document may tell anybody: that the bureau made it, which kind, and when. Nothing of its content. */
export interface DocumentTrace {
  number: string;
  kind: string;
  issuedOn: string;
}

/** A document by its number (文号), for the QR code printed on it. */
export async function findDocument(sql: Sql, number: string): Promise<DocumentTrace | null> {
  const [row] = await sql.query<DocumentTrace>(
    'select number, kind, issued_on::text as "issuedOn" from document where number = $1',
    [number],
  );
  return row ?? null;
}
