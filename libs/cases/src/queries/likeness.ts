import {
  ALIKE_FROM,
  likenessAsked,
  type DraftForm,
  type LikenessAsked,
  type LikenessKind,
} from '../../../law/src/index.js';
import { likeEntries, type LikeEntry } from '../../../register/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import { mustSee, visibleTo } from './list.js';

/** Another running case that an application is like, and in what. */
export interface LikeCase {
  by: LikenessKind;
  caseId: string;
  number: string;
  matter: string;
  name: string;
  state: string;
  /** What that case says there. */
  value: string;
  /** 1 is the same; of people and sponsors there is nothing else. */
  likeness: number;
}

/** What a submitted application is like: entries of the register, and other cases that are running. */
export interface Likenesses {
  items: LikeEntry[];
  cases: LikeCase[];
}

/**
 * For the officer who is about to accept it. It warns; no step asks about it.
 * @throws Refusal CASE_NOT_FOUND
 */
export async function likenessOf(sql: Sql, caseId: string, actor: Actor): Promise<Likenesses> {
  await mustSee(sql, caseId, actor);
  const [row] = await sql.query<{ form: DraftForm; institutionId: string | null }>(
    `select s.form, c.institution_id as "institutionId" from submission s join licensing_case c on c.id = s.case_id
     where s.case_id = $1 order by s.seq desc limit 1`,
    [caseId],
  );
  if (!row) return { items: [], cases: [] };
  const asked = likenessAsked(row.form);
  return {
    items: await likeEntries(sql, asked, row.institutionId),
    cases: await likeCases(sql, asked, { caseId, actor, institutionId: row.institutionId }),
  };
}

/** Of each kind: enough to look at. */
const AT_MOST = 5;

/**
 * Every running case that the officer may see, what it asks for beside what this one asks for. They are as many as are on
 * the tables of a county, found by the index of those that run; another matter of the same institution is no double.
 */
async function likeCases(
  sql: Sql,
  asked: LikenessAsked,
  { caseId, actor, institutionId }: { caseId: string; actor: Actor; institutionId: string | null },
): Promise<LikeCase[]> {
  const running = await sql.query<Omit<LikeCase, 'by' | 'value' | 'likeness'> & { form: DraftForm }>(
    `select c.id as "caseId", c.number, c.matter, c.institution_name as name, c.state, s.form
     from licensing_case c join lateral (
       select form from submission where case_id = c.id order by seq desc limit 1) s on true
     where c.number is not null and c.closed_at is null and c.id <> $2 and ${visibleTo(actor)}
       and ($3::uuid is null or c.institution_id is distinct from $3) order by c.number`,
    [actor.accountId, caseId, institutionId],
  );
  const pairs = running.flatMap(({ form, ...one }) =>
    pairsOf(asked, likenessAsked(form)).map((pair) => ({ ...one, ...pair })),
  );
  const shares = await sharesOf(sql, pairs);
  const alike = pairs
    .map(({ mine: _, ...pair }, i) => ({ ...pair, likeness: shares[i] ?? 0 }))
    .filter(({ by, likeness }) => likeness >= (by === 'name' || by === 'address' ? ALIKE_FROM[by] : 1))
    .toSorted((a, b) => b.likeness - a.likeness);
  const first = alike.filter(
    (one, i) => alike.findIndex(({ by, caseId: id }) => by === one.by && id === one.caseId) === i,
  );
  return KINDS.flatMap((kind) => first.filter(({ by }) => by === kind).slice(0, AT_MOST));
}

const KINDS: readonly LikenessKind[] = ['name', 'address', 'principal', 'sponsor'];
interface Pair {
  by: LikenessKind;
  mine: string;
  value: string;
}

/** What there is to compare; people and sponsors are alike only by the same name. */
function pairsOf(mine: LikenessAsked, theirs: LikenessAsked): Pair[] {
  const all = (by: LikenessKind, own: readonly string[], other: readonly string[]): Pair[] =>
    own.flatMap((one) => other.map((value) => ({ by, mine: one, value })));
  const same = ({ mine: own, value }: Pair): boolean => own === value;
  return [
    ...all('name', mine.names, theirs.names),
    ...all('address', mine.addresses, theirs.addresses),
    ...all('principal', mine.principals, theirs.principals).filter(same),
    ...all('sponsor', mine.sponsors, theirs.sponsors).filter(same),
  ];
}

/** By the same measure as entries of the register are found by. */
async function sharesOf(sql: Sql, pairs: readonly Pair[]): Promise<number[]> {
  const rows = await sql.query<{ share: number }>(
    `select round((case p.kind when 'name' then similarity(likeness_name(p.mine), likeness_name(p.value))
         when 'address' then similarity(likeness_address(p.mine), likeness_address(p.value)) else 1 end)::numeric, 2)::float8 as share
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as p (kind, mine, value, n) order by p.n`,
    [pairs.map(({ by }) => by), pairs.map(({ mine }) => mine), pairs.map(({ value }) => value)],
  );
  return rows.map(({ share }) => share);
}
