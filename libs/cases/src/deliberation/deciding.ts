import { departsFrom, nearestDecisions, type Compared, type Stance } from '../../../law/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import type { Hearing } from '../commands/hearing.js';
import { comparedFacts, meetingOn, owedIn, proposalSeq } from './facts.js';

/** What the decision needs beside four eyes: the fact for the machine, and what is written with it. */
export interface Deliberated {
  deliberation: 'complete' | 'owed';
  /** For the log: whether the nearest like case was decided otherwise. No reference to another applicant's case. */
  departed: boolean;
  write(): Promise<void>;
}

/**
 * Before a grant or refusal: what the pack asks for is there (a fact, the machine judges it); a discussion that was held
 * binds its chair and outcome (MDR 30); departing from the nearest like case has its reason (ALL 5).
 * @throws Refusal DECISION_IS_THE_CHAIRS, CONCLUDED_OTHERWISE, DEPARTURE_REASON_MISSING
 */
export async function deliberated(hearing: Hearing, outcome: Stance, departureReason?: string): Promise<Deliberated> {
  const { sql, file, actor } = hearing;
  const owed = await owedIn(sql, file);
  if (owed.length === 0) await refuseBesideMeeting(hearing, outcome);
  const [nearest, departure] = await nearestOf(hearing, outcome);
  const reason = departureReason?.trim();
  if (departure && owed.length === 0 && !reason)
    throw new Refusal('DEPARTURE_REASON_MISSING', {
      article: 'ALL 5',
      fields: [{ field: 'payload.departureReason', code: 'FIELD_MISSING' }],
    });
  return {
    deliberation: owed.length === 0 ? 'complete' : 'owed',
    departed: departure !== null,
    write: async () => {
      await sql.query(
        `insert into precedent_check (case_id, nearest_case_id, distance, departed, reason, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          file.row.id,
          nearest?.caseId ?? null,
          nearest ? String(nearest.distance) : null,
          departure !== null,
          departure ? (reason ?? null) : null,
          actor.accountId,
          file.now,
        ],
      );
    },
  };
}

async function refuseBesideMeeting({ sql, file, actor }: Hearing, outcome: Stance): Promise<void> {
  const meeting = await meetingOn(sql, file.row.id, proposalSeq(file));
  if (!meeting?.conclusion) return;
  if (meeting.chairId !== actor.accountId) throw new Refusal('DECISION_IS_THE_CHAIRS', { article: 'MDR 30' });
  if (meeting.conclusion.outcome !== outcome) throw new Refusal('CONCLUDED_OTHERWISE', { article: 'MDR 30' });
}

async function nearestOf(
  { sql, file, actor }: Hearing,
  outcome: Stance,
): Promise<[nearest: Compared | null, departure: Compared | null]> {
  const { facts, earlier } = await comparedFacts(sql, file, actor.accountId);
  const nearest = nearestDecisions(facts, earlier, file.pack.readings.likeness);
  return [nearest[0] ?? null, departsFrom(nearest, outcome)];
}
