import { arr, article, bool, day, int, nul, obj, ref, str, time, type Schema } from './schema.js';

/** The promise of the last pre-review of a case. */
export const PRE_REVIEW: Schema = obj({
  requestedAt: str,
  promisedOn: day,
  answered: bool,
  answeredOn: nul(day),
  overtaken: bool,
  late: bool,
});

/** Answers about what is asked of applicants, and about what is said beside a case. */
export const DEMAND_ANSWERS: Record<string, Schema> = {
  Demand: obj({
    lineId: str,
    nameZh: str,
    nameEn: str,
    kind: str,
    reason: nul(str),
    basis: arr(article),
    madeOn: day,
    dueOn: nul(day),
    state: str,
  }),
  CaseMessage: obj({ id: str, side: str, writer: str, words: str, sentAt: time }),
  CaseMessages: obj({ items: arr(ref('CaseMessage')) }),
  InternalNote: obj({ id: str, writer: str, words: str, writtenAt: time }),
  InternalNotes: obj({ items: arr(ref('InternalNote')) }),
  OnceTold: obj({
    items: arr(
      obj({
        month: str,
        matter: str,
        nameZh: str,
        nameEn: str,
        received: int,
        notices: int,
        reminders: int,
        preReviews: int,
        preReviewsLate: int,
      }),
    ),
    refusedPhrases: obj({ vague: arr(str), asking: arr(str), askingHeads: arr(str), askingVerbs: arr(str) }),
  }),
};
