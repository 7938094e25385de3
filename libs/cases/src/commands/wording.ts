import { demandingPhraseIn, vaguePhraseIn } from '../../../law/src/index.js';
import type { EventType } from '../../../procedures/src/index.js';
import { Refusal } from '../../../platform/src/index.js';

/** The words of a step that an applicant reads, in a letter or in a decision. Reasons of a verdict are judged with their sheet. */
const READ_BY_APPLICANTS: Partial<Record<EventType, readonly string[]>> = {
  declineAsNotRequired: ['reasons'],
  returnFiling: ['reasons'],
  declineAsNotCompetent: ['reasons'],
  rearrangeSiteCheck: ['reason'],
  serveSpecialProcedureNotice: ['reason'],
  endSpecialProcedure: ['report'],
  proposeRefusal: ['reasons'],
  refuse: ['reasons'],
};

/** Words of a letter that asks for its own thing and for nothing beside it: a visit, an appraisal. */
const ASKS_NOTHING_MORE: readonly EventType[] = [
  'rearrangeSiteCheck',
  'serveSpecialProcedureNotice',
  'endSpecialProcedure',
];

/**
 * Nobody is told something that they cannot act on, nor asked for something beside the list (ALL 31(1), 32(1)(4), 38(2)).
 * @throws Refusal FIELDS_INVALID REASON_VAGUE or PHRASE_DEMANDS, with the phrase
 */
export function refuseVague(type: EventType, payload: Readonly<Record<string, unknown>>): void {
  const fields = (READ_BY_APPLICANTS[type] ?? []).flatMap((name) => {
    const text = payload[name];
    if (typeof text !== 'string') return [];
    const vague = vaguePhraseIn(text);
    const asking = ASKS_NOTHING_MORE.includes(type) ? demandingPhraseIn(text) : null;
    const phrase = vague ?? asking;
    return phrase
      ? [{ field: `payload.${name}`, code: vague ? 'REASON_VAGUE' : 'PHRASE_DEMANDS', params: { phrase } }]
      : [];
  });
  if (fields.length > 0) throw new Refusal('FIELDS_INVALID', { article: 'ALL 38(2)', fields });
}
