import type { Sql } from '../../platform/src/index.js';

/** A draw as everybody may recompute it; whom a pseudonym stands for is not published. */
export interface PublicDraw {
  ordinal: number;
  role: string;
  input: string;
  eligible: string[];
  commitment: string;
  seedCommitment: string;
  nextSeedCommitment: string;
  committedAt: Date;
  /** Null until the list has stood in public. */
  revealed: { seed: string; drawn: string; at: Date } | null;
}

/** Draws, newest first; keyset over their number. */
export async function listDraws(
  sql: Sql,
  query: { before?: number; limit: number },
): Promise<{ items: PublicDraw[]; next: string | null }> {
  const rows = await sql.query<PublicDraw>(
    `select d.ordinal, d.role, d.input, d.eligible, d.commitment, d.seed_commitment as "seedCommitment",
       d.next_seed_commitment as "nextSeedCommitment", d.committed_at as "committedAt",
       (select jsonb_build_object('seed', r.seed, 'drawn', r.drawn, 'at', r.revealed_at) from draw_reveal r
        where r.draw_id = d.id) as revealed
     from random_draw d where $1::int is null or d.ordinal < $1 order by d.ordinal desc limit $2`,
    [query.before ?? null, query.limit + 1],
  );
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? String(items.at(-1)?.ordinal) : null };
}
