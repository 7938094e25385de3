import { ALIKE_FROM, ENDED_STATES, type LikenessAsked, type LikenessKind } from '../../law/src/index.js';
import type { Sql } from '../../platform/src/index.js';

/** An entry that an application is like, and in what. */
export interface LikeEntry {
  by: LikenessKind;
  institutionId: string;
  name: string;
  state: string;
  licenceNumber: string | null;
  /** What the entry says there. */
  value: string;
  /** 1 is the same; of people and sponsors there is nothing else. */
  likeness: number;
}

/** Of each kind: enough to look at, not a second register. */
const AT_MOST = 5;
const LATEST = `not exists (select 1 from register_version later
  where later.institution_id = v.institution_id and later.ordinal > v.ordinal)`;

/** The part of the question that finds entries, by the index of each kind. */
const FOUND: Readonly<Record<LikenessKind, (asked: string) => string>> = {
  name: (asked) =>
    `select i.id as institution_id, i.name as value, similarity(likeness_name(i.name), likeness_name(${asked})) as likeness
     from institution i where likeness_name(i.name) % likeness_name(${asked})`,
  address: (asked) =>
    `select v.institution_id, v.fields->>'address' as value,
       similarity(likeness_address(v.fields->>'address'), likeness_address(${asked})) as likeness
     from register_version v where likeness_address(v.fields->>'address') % likeness_address(${asked}) and ${LATEST}
     union all
     select v.institution_id, campus, similarity(likeness_address(campus), likeness_address(${asked}))
     from register_version v, jsonb_array_elements_text(v.fields->'campuses') campus
     where v.fields->'campuses'->0 is not null and ${LATEST}`,
  principal: (asked) =>
    `select v.institution_id, v.fields->>'principal' as value, 1 as likeness
     from register_version v where v.fields->>'principal' = ${asked} and ${LATEST}`,
  sponsor: (asked) =>
    `select v.institution_id, (select string_agg(s, '、') from jsonb_array_elements_text(v.fields->'sponsors') s
        where s = any(${asked}::text[])) as value, 1 as likeness
     from register_version v where v.fields->'sponsors' ?| ${asked}::text[] and ${LATEST}`,
};

/**
 * The living entries that an application is like, the likest first; each by what it is like most.
 * @param except the institution that the application is about
 */
export async function likeEntries(
  sql: Sql,
  asked: Partial<LikenessAsked>,
  except: string | null,
): Promise<LikeEntry[]> {
  const { names = [], addresses = [], principals = [], sponsors = [] } = asked;
  const wishes: [LikenessKind, unknown][] = [
    ...names.map((name): [LikenessKind, unknown] => ['name', name]),
    ...addresses.map((address): [LikenessKind, unknown] => ['address', address]),
    ...principals.map((name): [LikenessKind, unknown] => ['principal', name]),
    ...(sponsors.length > 0 ? [['sponsor', sponsors] as [LikenessKind, unknown]] : []),
  ];
  const found = new Map<string, LikeEntry>();
  for (const [by, value] of wishes)
    for (const one of await foundBy(sql, by, value, except)) {
      const key = `${by} ${one.institutionId}`;
      if ((found.get(key)?.likeness ?? 0) < one.likeness) found.set(key, one);
    }
  return [...found.values()];
}

async function foundBy(sql: Sql, by: LikenessKind, asked: unknown, except: string | null): Promise<LikeEntry[]> {
  const least = by === 'name' || by === 'address' ? ALIKE_FROM[by] : 1;
  const type = by === 'sponsor' ? '$1' : '$1::text';
  const rows = await sql.query<Omit<LikeEntry, 'by'>>(
    `select i.id as "institutionId", i.name, i.state, f.value, round(f.likeness::numeric, 2)::float8 as likeness,
       (select l.number from licence l where l.institution_id = i.id order by l.issued_on desc limit 1) as "licenceNumber"
     from (${FOUND[by](type)}) f join institution i on i.id = f.institution_id
     where f.likeness >= $2 and i.state <> all($3::text[]) and i.id is distinct from $4::uuid
     order by f.likeness desc, i.name, i.id limit ${AT_MOST}`,
    [asked, least, ENDED_STATES, except],
  );
  return rows.map((row) => ({ by, ...row }));
}
