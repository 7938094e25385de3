import { arr, bool, day, int, nul, obj, page, str, type Schema } from './schema.js';

/** The light of a case; null where nothing is promised and nothing lies idle. */
export const LIGHT = nul(obj({ signal: str, because: str, used: nul(int), promised: nul(int), idleDays: int }));

/** The board and the tickets of supervision, and what the public reads of it. */
export const SUPERVISION_ANSWERS: Record<string, Schema> = {
  TicketOfCase: obj({
    matter: str,
    legalDate: day,
    rung: str,
    since: day,
    acknowledgedOn: nul(day),
    explanation: nul(str),
  }),
  SupervisionBoard: obj({
    asOf: day,
    scope: str,
    desks: arr(
      obj({
        role: nul(str),
        holder: nul(obj({ accountId: str, name: str })),
        tasks: int,
        signals: arr(obj({ signal: nul(str), tasks: int })),
        idle: int,
        oldest: nul(obj({ caseId: str, institutionName: str, movedOn: day, idleDays: int })),
      }),
    ),
  }),
  Ticket: obj({
    id: str,
    matter: str,
    legalDate: day,
    caseId: nul(str),
    institutionId: nul(str),
    number: nul(str),
    institutionName: str,
    rungs: arr(obj({ rung: str, role: str, since: day, told: int })),
    acknowledgeBy: nul(day),
    overdue: bool,
    acknowledged: nul(obj({ rung: str, by: str, note: str, on: day })),
    explanation: nul(obj({ reason: nul(str), on: nul(day) })),
    mayAcknowledge: bool,
    mayExplain: bool,
  }),
  TicketList: page('Ticket'),
  Explanation: obj({
    id: str,
    matter: str,
    promisedOn: day,
    decidedOn: nul(day),
    daysLate: int,
    state: str,
    reason: nul(str),
    writtenOn: nul(day),
    explainBy: day,
  }),
  ExplanationList: page('Explanation'),
};
