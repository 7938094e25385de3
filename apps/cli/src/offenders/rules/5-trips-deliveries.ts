import type { Attempt } from '../offence.js';
import type { Stage } from '../stage.js';

/** Delivery: by a way that the applicant did not choose, a second trip, a parcel served before it was signed for. */
export async function tryDeliveries(stage: Stage): Promise<Attempt[]> {
  const refused = await refusedCase(stage, 'courier');
  const attempts: Attempt[] = [];
  const tryIt = async (what: string, login: string, type: string, payload: object): Promise<void> => {
    const { status } = await stage.command(login, refused, type, payload);
    attempts.push({ what, broke: status < 400 });
  };
  await tryIt('sent to the counter although post was chosen', 'registrar', 'serve', { channel: 'counter' });
  await tryIt('served online although post was chosen', 'registrar', 'serve', { channel: 'electronic' });
  await tryIt('a parcel without a number', 'registrar', 'serve', { channel: 'courier' });
  const { asOf } = await stage.view(refused);
  await tryIt('signed for before it was posted', 'registrar', 'recordDelivery', { receivedOn: asOf });
  await stage.does('registrar', refused, 'serve', { channel: 'courier', trackingNumber: 'DEMO123456' });
  const { documents } = await stage.view(refused);
  const served = documents.some(({ kind }) => kind === 'refusalDecision');
  attempts.push({ what: 'the remedies run from the day of posting', broke: served });
  for (const login of ['clerk', 'reviewer', 'head', 'sponsor', 'legal'])
    await tryIt(`${login} says that it was signed for`, login, 'recordDelivery', { receivedOn: asOf });
  for (const receivedOn of ['2026-01-01', '2099-12-31', '2026-02-30', 'today'])
    await tryIt(`signed for on ${receivedOn}`, 'registrar', 'recordDelivery', { receivedOn });
  await tryIt('a posted letter is sent to the counter after all', 'registrar', 'serve', { channel: 'counter' });
  return attempts;
}

/** A case that was refused, its letters made and nothing served yet. */
async function refusedCase(stage: Stage, deliveryChannel: 'courier' | 'counter'): Promise<string> {
  const caseId = await stage.accepted({ deliveryChannel });
  const { asOf } = await stage.view(caseId);
  const paper = { lane: 'fire_acceptance', result: 'fail', source: '演示查询', checkedOn: asOf };
  await stage.does('reviewer', caseId, 'recordAttestation', paper);
  await stage.does('reviewer', caseId, 'concludeReview');
  await stage.does('reviewer', caseId, 'proposeRefusal', { reasons: '核验没有通过（演示）', article: 'PSL 29' });
  await stage.does('legal', caseId, 'passLegality', { opinion: '程序合法（演示）' });
  await stage.does('head', caseId, 'refuse', { reasons: '核验没有通过（演示）', article: 'PSL 29' });
  await untilIssued(stage, caseId);
  return caseId;
}

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 200;

/** The letters are printed by a job; serving is possible once the last one is there. */
async function untilIssued(stage: Stage, caseId: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const { allowed } = await stage.view(caseId, 'registrar');
    if (allowed.some(({ event }) => event === 'serve')) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`the letters of case ${caseId} were not made`);
}
