import { isEnding, isInForce } from '../../../law/src/index.js';
import { type EventOf, type EventType } from '../../../procedures/src/index.js';
import { Refusal } from '../../../platform/src/index.js';
import { acceptedOn, promiseToTell, silenceAtExpiry } from '../clocks.js';
import { refuseTakenName } from '../claimed-name.js';
import { overtakePreReview } from '../pre-review-promise.js';
import { asWritten } from '../file-of-case.js';
import { unmetLines } from '../verdicts.js';
import { deliberated } from '../deliberation/deciding.js';
import { PROPOSALS } from '../deliberation/facts.js';
import { announceGrant } from './announcement.js';
import { lanesSettled, recordAttestation, refuseExpiredAttestations } from './attestation.js';
import type { PayloadOf } from './command.js';
import { hadAHand } from './hand-in-case.js';
import * as hearings from './hearing-procedure.js';
import { recordDelivery, serve } from './delivery.js';
import type { Hearing, Prepared } from './hearing.js';
import * as annual from './annual.js';
import * as exOfficio from './ex-officio.js';
import * as penalty from './penalty.js';
import { reasoned } from './reasoned.js';
import { arrangeReCheck, arrangeSiteCheck, rearrangeSiteCheck } from './site-check.js';
import { frozenByAll } from '../co-signature/refuse-unconfirmed.js';
import { recordRegistration } from './registration.js';
import { calledFor, suppliedFact } from './submission.js';
import { endSpecialProcedure, serveSpecialProcedureNotice } from './special-procedure.js';
import { acceptTolerantly, expireCure, judgeTolerated, signCommitment, supplyTolerated } from './tolerance.js';
import * as windingUp from './winding-up.js';
import { judgeSheet, writeSheet } from './verdict-sheet.js';

type Preparation = {
  [T in EventType]: (hearing: Hearing, payload: PayloadOf<T>) => Promise<Prepared<T>> | Prepared<T>;
};

/** For events that carry no facts of their own. */
const plain =
  <T extends EventType>(event: EventOf<T>) =>
  (): Prepared<T> => ({ event });

/** Each command judged by libs/law before the machine sees it. Dates, texts and amounts become finite facts here. */
export const PREPARE: Preparation = {
  submit: async (hearing) => {
    const frozen = await frozenByAll(hearing);
    await refuseTakenName(hearing.sql, asWritten(hearing.file));
    const write = async (seq: number): Promise<void> => {
      await frozen.write(seq);
      overtakePreReview(hearing.sql, hearing.file);
    };
    return {
      event: { type: 'submit', conditions: 'met', lanes: calledFor(asWritten(hearing.file)) },
      ...frozen,
      write,
    };
  },
  discardDraft: ({ sql, file }) => ({ event: { type: 'discardDraft' }, write: () => overtakePreReview(sql, file) }),
  withdraw: (_, { reason }) => ({ event: { type: 'withdraw' }, words: { reason } }),
  recordVerdicts,
  declineAsNotRequired: (hearing, words) => ({
    event: { type: 'declineAsNotRequired', reasoned: reasoned(hearing, words) },
    words: { ...words },
  }),
  declineAsNotCompetent: (hearing, words) => ({
    event: { type: 'declineAsNotCompetent', reasoned: reasoned(hearing, words) },
    words: { ...words },
  }),
  issueCorrectionNotice: plain({ type: 'issueCorrectionNotice' }),
  supplyCorrections: async (hearing) => {
    const frozen = await frozenByAll(hearing);
    await refuseTakenName(hearing.sql, asWritten(hearing.file));
    return { event: { type: 'supplyCorrections', supplied: await suppliedFact(hearing) }, ...frozen };
  },
  remind: plain({ type: 'remind' }),
  accept: ({ file }) => ({
    event: { type: 'accept' },
    payload: { promisedOn: promiseToTell(file.pack, file.today, file.calendar) },
  }),
  signCommitment,
  acceptTolerantly,
  supplyTolerated,
  judgeTolerated,
  expireCure,
  enterFiling: (hearing, words) => {
    windingUp.refuseClosing(hearing);
    return { event: { type: 'enterFiling' }, words: { ...words } };
  },
  returnFiling: (hearing, words) => ({
    event: { type: 'returnFiling', reasoned: reasoned(hearing, words) },
    words: { ...words },
  }),
  takeAsAccepted: ({ file }) => {
    const from = file.clocks.find(({ id }) => id === 'correction_or_acceptance')?.startsOn ?? file.today;
    const promisedOn = promiseToTell(file.pack, from, file.calendar);
    return { event: { type: 'takeAsAccepted' }, payload: { effectiveFrom: from, promisedOn } };
  },
  expireCorrectionPeriod: plain({ type: 'expireCorrectionPeriod' }),
  tellUnmetLines: plain({ type: 'tellUnmetLines' }),
  beginReview: plain({ type: 'beginReview' }),
  supplyUnmetLines: async (hearing) => ({
    event: { type: 'supplyUnmetLines', supplied: await suppliedFact(hearing) },
    ...(await frozenByAll(hearing)),
  }),
  arrangeSiteCheck,
  rearrangeSiteCheck,
  arrangeReCheck,
  recordAttestation,
  reportRectified: plain({ type: 'reportRectified' }),
  expireRectification: plain({ type: 'expireRectification' }),
  serveSpecialProcedureNotice,
  endSpecialProcedure,
  lapseSpecialProcedure: plain({ type: 'lapseSpecialProcedure' }),
  tellHearingRight: hearings.tellHearingRight,
  requestHearing: hearings.requestHearing,
  lapseHearingRequest: plain({ type: 'lapseHearingRequest' }),
  serveHearingNotice: hearings.serveHearingNotice,
  markHearingLate: plain({ type: 'markHearingLate' }),
  recordHearing: hearings.recordHearing,
  confirmHearingRecord: hearings.confirmHearingRecord,
  closeHearingRecord: hearings.closeHearingRecord,
  extendDecision: (_, words) => ({
    event: { type: 'extendDecision', reasoned: words.reasons.trim().length >= 4 },
    words: { ...words },
  }),
  concludeReview: async (hearing) => ({ event: { type: 'concludeReview', lanes: await lanesSettled(hearing) } }),
  proposeGrant: async (hearing, words) => {
    await hearings.refuseOffTheRecord(hearing, words);
    return { event: { type: 'proposeGrant' }, words: { ...words } };
  },
  proposeRefusal: async (hearing, words) => {
    await hearings.refuseOffTheRecord(hearing, words);
    await refuseUnlessMainLinesUnmet(hearing);
    return { event: { type: 'proposeRefusal', reasoned: reasoned(hearing, words) }, words: { ...words } };
  },
  passLegality: (hearing, words) => ({
    event: { type: 'passLegality', reviewer: proposedBy(hearing) ? 'proposed' : 'independent' },
    words: { ...words },
  }),
  objectToProposal: (_, words) => ({ event: { type: 'objectToProposal' }, words: { ...words } }),
  sendBackProposal: (_, words) => ({ event: { type: 'sendBackProposal' }, words: { ...words } }),
  grant: async (hearing, { departureReason, ...words }) => {
    windingUp.refuseClosing(hearing);
    refuseDeadLicence(hearing);
    await hearings.refuseOffTheRecord(hearing, words);
    await refuseExpiredAttestations(hearing);
    const decider = await deciderFact(hearing);
    const { deliberation, departed, write } = await deliberated(hearing, 'grant', departureReason);
    return { event: { type: 'grant', decider, deliberation }, words: { ...words }, payload: { departed }, write };
  },
  refuse: async (hearing, { departureReason, ...words }) => {
    await hearings.refuseOffTheRecord(hearing, words);
    const facts = { decider: await deciderFact(hearing), reasoned: reasoned(hearing, words) };
    const { deliberation, departed, write } = await deliberated(hearing, 'refuse', departureReason);
    return { event: { type: 'refuse', ...facts, deliberation }, words: { ...words }, payload: { departed }, write };
  },
  markPromiseMissed: plain({ type: 'markPromiseMissed' }),
  markLimitMissed: plain({ type: 'markLimitMissed' }),
  reachExpiry: ({ file }) => ({
    event: { type: 'reachExpiry', renewal: isEnding(file.institution?.state ?? '') ? 'none' : silenceAtExpiry(file) },
  }),
  confirmIssued: plain({ type: 'confirmIssued' }),
  serve,
  recordDelivery,
  recordReturn: (_, { reason }) => ({ event: { type: 'recordReturn' }, words: { reason } }),
  publish: (hearing) => ({ event: { type: 'publish' }, write: () => announceGrant(hearing) }),
  recordRegistration,
  remindRegistration: plain({ type: 'remindRegistration' }),
  reportLiquidation: windingUp.reportLiquidation,
  recordClaimsPaid: windingUp.recordClaimsPaid,
  takeBackLicence: windingUp.takeBackLicence,
  destroySeals: windingUp.destroySeals,
  recordDeregistration: windingUp.recordDeregistration,
  announceClosure: windingUp.announceClosure,
  remindClosing: plain({ type: 'remindClosing' }),
  openExOfficio: exOfficio.openExOfficio,
  recordPlacement: exOfficio.recordPlacement,
  recordLiquidation: exOfficio.recordLiquidation,
  recordInvestigation: penalty.recordInvestigation,
  proposePenalty: penalty.proposePenalty,
  imposeRevocation: penalty.imposeRevocation,
  dropPenalty: penalty.dropPenalty,
  beginInspection: plain({ type: 'beginInspection' }),
  orderRectification: annual.orderRectification,
  concludeInspection: annual.concludeInspection,
  remindService: plain({ type: 'remindService' }),
  remindPublication: plain({ type: 'remindPublication' }),
};

/** After deemed acceptance only main lines that are still unmet refuse (design 6.2); elsewhere this says nothing. */
async function refuseUnlessMainLinesUnmet({ sql, file }: Hearing): Promise<void> {
  if (file.row.state !== 'DEEMED_ACCEPTED') return;
  const unmet = await unmetLines(sql, file);
  if (!unmet.some(({ line }) => line.role === 'main')) throw new Refusal('REFUSAL_NOT_DUE', { article: 'ALL 38(2)' });
}

/** Whether the actor made the proposal that now lies on the table. */
const proposedBy = ({ file, actor }: Hearing): boolean =>
  file.log.findLast(({ type }) => PROPOSALS.includes(type))?.actor_id === actor.accountId;

/**
 * Four eyes by person: whoever had a hand in this case before, in any office but the decision's own, does not decide
 * it: as clerk (pre-review too), reviewer, legal reviewer, as a member of a visit or the signer of a result.
 */
async function deciderFact(hearing: Hearing): Promise<'independent' | 'reviewed'> {
  return (await hadAHand(hearing, hearing.actor.accountId, 'decisionMaker')) ? 'reviewed' : 'independent';
}

async function recordVerdicts(
  { sql, file, actor, ids }: Hearing,
  { verdicts }: PayloadOf<'recordVerdicts'>,
): Promise<Prepared<'recordVerdicts'>> {
  const sheet = await judgeSheet(sql, file, verdicts, acceptedOn(file.log) !== null);
  const sheetId = ids.uuid();
  return {
    event: { type: 'recordVerdicts', sheet },
    payload: { sheetId },
    write: () => writeSheet(sql, file, { id: sheetId, purpose: 'intake', accountId: actor.accountId }, verdicts),
  };
}

/** What has run out is not extended any more (ALL 50(2), 70(1)): it is applied for anew. */
function refuseDeadLicence({ file: { pack, institution, today } }: Hearing): void {
  if (pack.onlineForm !== 'renewal' || isInForce(institution?.licence, today)) return;
  throw new Refusal('LICENCE_RAN_OUT', { article: 'ALL 70(1)' });
}
