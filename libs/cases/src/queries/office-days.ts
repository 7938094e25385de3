import { plainDateOf, type PlainDate, type WorkingCalendar } from '../../../law/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import { daysByHolder, HOLDERS, type CaseHolder } from '../holders.js';
import type { LogEntry } from '../log.js';

/** What one office held up in all, over the cases received in a span of days. */
export interface OfficeDays {
  holder: CaseHolder;
  /** Working days over all cases. */
  days: number;
  /** Cases that this office had for a day at least. */
  cases: number;
}

type Step = Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'> & {
  case_id: string;
  closed: boolean;
};

/**
 * The working days of each office (days by holder, summed). Read off the logs in one statement, never kept anywhere.
 * @param span first and last day of receipt, both counted
 */
export async function officeDays(
  sql: Sql,
  span: { from: PlainDate; to: PlainDate },
  time: { now: Date; calendar: WorkingCalendar },
): Promise<{ cases: number; offices: OfficeDays[] }> {
  const steps = await sql.query<Step>(
    `select e.case_id, e.seq, e.type, e.state, e.owner_role, e.legal_date::text as legal_date, e.payload,
       c.closed_at is not null as closed
     from case_event s join licensing_case c on c.id = s.case_id join case_event e on e.case_id = s.case_id
     where s.type = 'submit' and s.legal_date between $1 and $2
     order by e.case_id, e.seq`,
    [span.from, span.to],
  );
  const asOf = plainDateOf(time.now);
  const cases = byCase(steps);
  const offices = new Map(HOLDERS.map((holder) => [holder, { holder, days: 0, cases: 0 }]));
  for (const log of cases.values()) {
    const closed = log[0]?.closed ?? false;
    for (const { holder, days } of daysByHolder(log, { asOf, closed, calendar: time.calendar })) {
      const office = offices.get(holder);
      if (!office || days === 0) continue;
      office.days += days;
      office.cases += 1;
    }
  }
  return { cases: cases.size, offices: [...offices.values()] };
}

function byCase(steps: readonly Step[]): Map<string, Step[]> {
  const cases = new Map<string, Step[]>();
  for (const step of steps) {
    const log = cases.get(step.case_id);
    if (log) log.push(step);
    else cases.set(step.case_id, [step]);
  }
  return cases;
}
