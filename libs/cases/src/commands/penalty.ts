import { Refusal } from '../../../platform/src/index.js';
import { deliberated } from '../deliberation/deciding.js';
import type { PayloadOf } from './command.js';
import { hadAHand } from './hand-in-case.js';
import type { Hearing, Prepared } from './hearing.js';
import { refuseOffTheRecord } from './hearing-procedure.js';
import { reasoned } from './reasoned.js';
import { refuseClosing } from './winding-up.js';

/** 调查取证 (PNL 42): by two officers or more; whoever records it names the other one. */
export async function recordInvestigation(
  { sql, actor }: Hearing,
  { colleague, facts }: PayloadOf<'recordInvestigation'>,
): Promise<Prepared<'recordInvestigation'>> {
  const [known] = await sql.query(`select 1 from account where id = $1 and active and not 'sponsor' = any(roles)`, [
    colleague,
  ]);
  if (!known)
    throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'payload.colleague', code: 'OFFICER_UNKNOWN' }] });
  return {
    event: { type: 'recordInvestigation', officers: colleague === actor.accountId ? 'one' : 'two' },
    payload: { investigators: [actor.accountId, colleague] },
    words: { facts },
  };
}

export async function proposePenalty(
  hearing: Hearing,
  words: PayloadOf<'proposePenalty'>,
): Promise<Prepared<'proposePenalty'>> {
  await refuseOffTheRecord(hearing, words);
  return { event: { type: 'proposePenalty', reasoned: reasoned(hearing, words) }, words: { ...words } };
}

/** Four eyes by person; whoever investigated by name has had a hand in it too. */
async function deciderFact(hearing: Hearing): Promise<'independent' | 'reviewed'> {
  const { file, actor } = hearing;
  const investigated = file.log.some(
    ({ payload }) => Array.isArray(payload['investigators']) && payload['investigators'].includes(actor.accountId),
  );
  return investigated || (await hadAHand(hearing, actor.accountId, 'decisionMaker')) ? 'reviewed' : 'independent';
}

/** 吊销 (PEL 62; PSL 79; PNL 57): of a school that still has its licence, and is not being closed on another ground. */
export async function imposeRevocation(
  hearing: Hearing,
  words: PayloadOf<'imposeRevocation'>,
): Promise<Prepared<'imposeRevocation'>> {
  refuseClosing(hearing);
  await refuseOffTheRecord(hearing, words);
  const facts = { decider: await deciderFact(hearing), reasoned: reasoned(hearing, words) };
  const { deliberation, write } = await deliberated(hearing, 'grant');
  return { event: { type: 'imposeRevocation', ...facts, deliberation }, words: { ...words }, write };
}

/** 不予处罚 (PNL 57(1)): the offence is not there, or is none that is punished so. */
export async function dropPenalty(hearing: Hearing, words: PayloadOf<'dropPenalty'>): Promise<Prepared<'dropPenalty'>> {
  return {
    event: { type: 'dropPenalty', decider: await deciderFact(hearing), reasoned: reasoned(hearing, words) },
    words: { ...words },
  };
}
