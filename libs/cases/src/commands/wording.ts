import { vaguePhraseIn } from '../../../law/src/index.js';
import type { EventType } from '../../../procedures/src/index.js';
import { Refusal } from '../../../platform/src/index.js';

/** The words of a step that an applicant reads, in a letter or in a decision. Reasons of a verdict are judged with their sheet. */
const READ_BY_APPLICANTS: Partial<Record<EventType, readonly string[]>> = {
  declineAsNotRequired: ['reasons'],
  declineAsNotCompetent: ['reasons'],
  rearrangeSiteCheck: ['reason'],
  serveSpecialProcedureNotice: ['reason'],
  endSpecialProcedure: ['report'],
  proposeRefusal: ['reasons'],
  refuse: ['reasons'],
};

/**
 * Nobody is told something that they cannot act on (ALL 32(1)(4), 38(2)).
 * @throws Refusal FIELDS_INVALID REASON_VAGUE with the phrase
 */
export function refuseVague(type: EventType, payload: Readonly<Record<string, unknown>>): void {
  const fields = (READ_BY_APPLICANTS[type] ?? []).flatMap((name) => {
    const text = payload[name];
    const phrase = typeof text === 'string' ? vaguePhraseIn(text) : null;
    return phrase ? [{ field: `payload.${name}`, code: 'REASON_VAGUE', params: { phrase } }] : [];
  });
  if (fields.length > 0) throw new Refusal('FIELDS_INVALID', { article: 'ALL 38(2)', fields });
}
