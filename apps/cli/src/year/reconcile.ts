import { GONE_STATES, isGone } from '../../../../libs/law/src/index.js';
import type { Sql } from '../../../../libs/platform/src/index.js';

/** The books of a register at the end of a replay. */
export interface Books {
  opened: number;
  closed: number;
  live: number;
  licences: number;
  /** Licences that no granted case and no import stands behind: none. */
  withoutCase: string[];
  /** Institutions by what became of them. */
  states: Record<string, number>;
}

/** Counts what was opened and closed by the versions, what is there by the entries, and looks for the case behind each licence. */
export async function reconcile(sql: Sql): Promise<Books> {
  const [{ opened = 0, closed = 0 } = {}] = await sql.query<{ opened: number; closed: number }>(
    `select count(*)::int as opened, count(*) filter (where state = any($1))::int as closed
     from (select distinct on (institution_id) fields->>'state' as state from register_version
       order by institution_id, ordinal desc) last`,
    [GONE_STATES],
  );
  const states = await sql.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from institution group by state order by state',
  );
  const licences = await sql.query<{ number: string; behind: boolean }>(
    `select l.number, exists (select 1 from case_event e where e.case_id = l.case_id
       and (e.type = 'grant' or e.type = 'reachExpiry')) as behind from licence l`,
  );
  return {
    opened,
    closed,
    live: states.filter(({ state }) => !isGone(state)).reduce((sum, { n }) => sum + n, 0),
    licences: licences.length,
    withoutCase: licences.filter(({ behind }) => !behind).map(({ number }) => number),
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
  };
}

/** Opened − closed = live, and every licence has a case behind it. */
export const balances = ({ opened, closed, live, withoutCase }: Books): boolean =>
  opened - closed === live && withoutCase.length === 0;
