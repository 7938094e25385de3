import type { Stage } from './stage.js';

const INSPECTORS = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
const PAPERS = ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup'];

interface Visit {
  id: string;
  caseId: string;
  checklist: { id: string }[];
  result: { contentHash: string } | null;
}

/** Who somebody is, and which day it is. */
export async function whoIs(stage: Stage, login: string): Promise<{ id: string; today: string }> {
  const { body } = await stage.send(login, 'GET', '/api/session');
  return { id: (body['account'] as { id: string }).id, today: String(body['today']) };
}

/** An accepted case brought to the end of its review: every look-up, one joint visit, all of it passed. */
export async function review(stage: Stage, caseId: string): Promise<void> {
  const { today } = await whoIs(stage, 'reviewer');
  for (const lane of PAPERS)
    await stage.does('reviewer', caseId, 'recordAttestation', {
      lane,
      result: 'pass',
      source: '演示查询',
      checkedOn: today,
    });
  const members = await Promise.all(INSPECTORS.map(async (login) => (await whoIs(stage, login)).id));
  await stage.does('reviewer', caseId, 'arrangeSiteCheck', { plannedOn: today, members });
  for (const login of INSPECTORS) await sign(stage, caseId, login);
  await stage.does('reviewer', caseId, 'concludeReview');
}

async function sign(stage: Stage, caseId: string, login: string): Promise<void> {
  const { body } = await stage.send(login, 'GET', '/api/visits');
  const visit = (body['items'] as Visit[]).find((one) => one.caseId === caseId);
  if (!visit) throw new Error(`${login} has no visit of ${caseId}`);
  const answers = visit.checklist.map(({ id }) => ({ itemId: id, answer: 'pass' }));
  const filled =
    visit.result ?? (await stage.send(login, 'PUT', `/api/visits/${visit.id}/checklist`, { answers })).body;
  const { contentHash } = filled as { contentHash: string };
  const { status, body: answer } = await stage.send(login, 'POST', `/api/visits/${visit.id}/signature`, {
    contentHash,
  });
  if (status >= 400) throw new Error(`${login} could not sign: ${JSON.stringify(answer)}`);
}
