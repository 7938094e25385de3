import type { CaseView } from '../../libs/client/src/index.js';
import { addWorkingDays, officialCalendar, plainDate } from '../../libs/law/src/index.js';
import { ALL_INSPECTORS, type World } from '../flows/harness.js';

const EQUIPMENT = { 'EST-EQUIP': '缺少设备清单的签名页（演示）' };

/** The applicant may choose: sign and be accepted, or be told once what to correct. */
export async function offered(world: World): Promise<string> {
  const caseId = await world.submitted();
  await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId, EQUIPMENT));
  return caseId;
}

/** Accepted tolerantly; the applicant owes a line. */
export async function owing(world: World): Promise<string> {
  const caseId = await offered(world);
  const sponsor = await world.as('sponsor');
  const { tolerance } = await sponsor.get<CaseView>(`/api/cases/${caseId}`);
  await sponsor.does(caseId, 'signCommitment', { contentHash: tolerance?.contentHash });
  await (await world.as('clerk')).does(caseId, 'acceptTolerantly');
  return caseId;
}

/** What was owed lies with the clerk. */
export async function curing(world: World): Promise<string> {
  const caseId = await owing(world);
  const sponsor = await world.as('sponsor');
  await sponsor.upload(caseId, 'EST-EQUIP', Buffer.from('%PDF-1.4\nsigned list'), '已签名的设备清单.pdf');
  await sponsor.does(caseId, 'supplyTolerated');
  return caseId;
}

export async function examined(world: World): Promise<string> {
  const caseId = await world.accepted();
  await world.lookedUp(caseId);
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  await (await world.as('reviewer')).does(caseId, 'concludeReview');
  return caseId;
}

export async function told(world: World): Promise<string> {
  const caseId = await examined(world);
  const parties = [{ name: '演示住户甲', interest: '与办学地址相邻' }];
  await (
    await world.as('reviewer')
  ).does(caseId, 'tellHearingRight', {
    reason: '可能影响相邻住户的采光和通行',
    parties,
  });
  return caseId;
}

/** A hearing was held; its record waits for a signature. Time goes on to the day of the hearing. */
export async function recorded(world: World): Promise<string> {
  const caseId = await told(world);
  const [sponsor, chair] = [await world.as('sponsor'), await world.as('chair')];
  await sponsor.does(caseId, 'requestHearing', { by: 'applicant' });
  const heldOn = addWorkingDays(plainDate(world.today), 7, officialCalendar());
  await (
    await world.as('reviewer')
  ).does(caseId, 'serveHearingNotice', {
    heldOn,
    place: '演示会议室',
    chair: chair.accountId,
  });
  const before = world.today;
  world.clock.set(heldOn);
  await chair.does(caseId, 'recordHearing', {
    attended: '演示举办者、演示住户甲',
    record: '审查人员说明证据和理由。\n申请人陈述和申辩。\n双方质证。',
  });
  world.clock.set(before);
  return caseId;
}

/** The record is signed: what is proposed now rests on it. */
export async function heard(world: World): Promise<string> {
  const caseId = await recorded(world);
  const sponsor = await world.as('sponsor');
  const { hearing } = await sponsor.get<CaseView>(`/api/cases/${caseId}`);
  await sponsor.does(caseId, 'confirmHearingRecord', { contentHash: hearing?.contentHash });
  return caseId;
}
