import { compareDates, plainDate, type ExcludedGround, type Exclusion, type PlainDate } from '../../law/src/index.js';
import type { LogEntry } from './log.js';

/** What clocks are derived from. */
export type Logged = Pick<LogEntry, 'seq' | 'type' | 'state' | 'owner_role' | 'legal_date' | 'payload'>;

/** Served notices that open time which does not count, and what ends it. */
export const OPENS_EXCLUSION: readonly string[] = ['serveSpecialProcedureNotice', 'serveHearingNotice'];
const ENDS_EXCLUSION: readonly string[] = ['endSpecialProcedure', 'recordHearing', 'lapseSpecialProcedure'];

/** The excluded time of a case: only from served notices, never beyond the day they announced (ALL 45). */
export function exclusionsOf(log: readonly Logged[], asOf: PlainDate): Exclusion[] {
  return log
    .filter(({ type }) => OPENS_EXCLUSION.includes(type))
    .map((opened) => {
      const announced = plainDate(String(opened.payload['announcedUntil']));
      const end = log.find(({ seq, type }) => seq > opened.seq && ENDS_EXCLUSION.includes(type));
      const to = end ? earlier(end.legal_date, announced) : compareDates(asOf, announced) >= 0 ? announced : null;
      return { ground: opened.payload['ground'] as ExcludedGround, from: opened.legal_date, to };
    });
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (compareDates(a, b) < 0 ? a : b);
