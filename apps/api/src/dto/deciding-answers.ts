import { arr, bool, int, nul, obj, page, str, time, day, type Schema } from './schema.js';

const person = obj({ accountId: str, displayName: str });
const officer = obj({ accountId: str, displayName: str, roles: arr(str) });
const facts = {
  institutionType: nul(str),
  stage: nul(str),
  nature: nul(str),
  size: nul(int),
  grounds: arr(str),
};
const number: Schema = { type: 'number' };

/** Answers of the decision room, of recusal and of the draws. */
export const DECIDING_SCHEMAS = {
  DecisionRoom: obj({
    asked: arr(obj({ step: str, article: str, owed: bool })),
    meeting: nul(
      obj({
        id: str,
        chairId: str,
        members: arr(person),
        opinions: arr(obj({ accountId: str, displayName: str, stance: str, opinion: str, givenAt: str })),
        conclusion: nul(
          obj({
            outcome: str,
            reasons: str,
            againstMajority: bool,
            majorityReasons: nul(str),
            minutes: str,
            concludedAt: str,
          }),
        ),
        majority: str,
        chairedByMe: bool,
        myOpinionDue: bool,
      }),
    ),
    mayConvene: bool,
    possibleMembers: arr(officer),
    records: arr(
      obj({ id: str, kind: str, result: str, author: str, content: str, dissent: nul(str), recordedAt: time }),
    ),
    mayRecord: bool,
    precedents: nul(
      obj({
        facts: obj(facts),
        nearest: arr(obj({ ...facts, number: str, decidedOn: day, outcome: str, distance: number, like: bool })),
      }),
    ),
    precedentCheck: nul(obj({ nearestNumber: nul(str), distance: nul(str), departed: bool, reason: nul(str) })),
  }),
  MeetingConvened: obj({ meetingId: str }),
  RecordKept: obj({ id: str }),
  Recusals: obj({
    handlers: arr(obj({ role: str, accountId: str, displayName: str })),
    draws: arr(obj({ role: str, drawId: str, pseudonym: str })),
    involved: arr(officer),
    requests: arr(
      obj({
        id: str,
        about: person,
        byApplicant: bool,
        mine: bool,
        reason: str,
        askedAt: time,
        ruling: nul(obj({ granted: bool, reason: str, ruledAt: str })),
      }),
    ),
  }),
  OwnInterests: obj({
    year: int,
    declarations: arr(
      obj({ year: int, declaredAt: time, interests: arr(obj({ relation: str, kind: str, name: str })) }),
    ),
    undeclared: arr(str),
    openRequests: arr(
      obj({ id: str, caseId: str, number: str, institutionName: str, about: str, reason: str, askedAt: time }),
    ),
    awaitedOpinions: arr(obj({ caseId: str, number: str, institutionName: str, convenedAt: time })),
    leave: arr(obj({ displayName: str, from: day, to: day })),
    colleagues: arr(officer),
  }),
  PublicDraw: obj({
    ordinal: int,
    role: str,
    input: str,
    eligible: arr(str),
    commitment: str,
    seedCommitment: str,
    nextSeedCommitment: str,
    committedAt: time,
    revealed: nul(obj({ seed: str, drawn: str, at: str })),
  }),
  PublicDraws: page('PublicDraw'),
};
