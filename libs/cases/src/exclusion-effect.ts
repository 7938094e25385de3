import { compareDates, type ExcludedGround, type PlainDate } from '../../law/src/index.js';
import { DECISION_LIMITS, standingOf } from '../../procedures/src/index.js';
import { clocksOf } from './clocks.js';
import { exclusionsOf, OPENS_EXCLUSION } from './exclusions.js';
import type { CaseFile } from './file-of-case.js';

/** What a special procedure does to the dates if it takes all the days that its notice announces (ALL 45). */
export interface ExclusionEffect {
  ground: ExcludedGround;
  from: PlainDate;
  until: PlainDate;
  moves: { id: string; before: PlainDate; after: PlainDate }[];
}

const DECISION_CLOCKS: readonly string[] = ['promised_decision', ...DECISION_LIMITS];

type Log = Parameters<typeof clocksOf>[0];

/** The effect of a procedure that would be opened today; nothing is written, and the rule is that of the clocks themselves. */
export function effectOfOpening(file: CaseFile, ground: ExcludedGround, until: PlainDate): ExclusionEffect {
  const last = file.log.at(-1);
  const notice: Log[number] = {
    seq: (last?.seq ?? 0) + 1,
    type: 'serveSpecialProcedureNotice',
    state: 'SPECIAL_PROCEDURE',
    owner_role: 'reviewer',
    legal_date: file.today,
    payload: { ground, announcedUntil: until },
  };
  return { ground, from: file.today, until, moves: movesOf(file, file.log, [...file.log, notice], until) };
}

/** The effect of the procedure that is open now; null where none is. */
export function effectOfOpen(file: CaseFile): ExclusionEffect | null {
  const open = exclusionsOf(file.log, file.today).find(({ to }) => to === null);
  const notice = file.log.findLast(({ type }) => OPENS_EXCLUSION.includes(type));
  if (!open || !notice) return null;
  const until = String(notice.payload['announcedUntil']) as PlainDate;
  const without = file.log.filter(({ seq }) => seq !== notice.seq);
  return { ground: open.ground, from: open.from, until, moves: movesOf(file, without, file.log, until) };
}

function movesOf(file: CaseFile, without: Log, within: Log, until: PlainDate): ExclusionEffect['moves'] {
  const dates = (log: Log, asOf: PlainDate) =>
    new Map(
      clocksOf(log, standingOf(file.procedure, file.row.snapshot).clocks, {
        pack: file.pack,
        known: file.procedure.clocks.filter((id) => DECISION_CLOCKS.includes(id)),
        calendar: file.calendar,
        asOf,
        closed: false,
      }).map(({ id, deadline }) => [id, deadline.dueOn] as const),
    );
  const before = dates(without, file.today);
  const after = dates(within, compareDates(until, file.today) < 0 ? file.today : until);
  return [...before].map(([id, day]) => ({ id, before: day, after: after.get(id) ?? day }));
}
