import { took } from '../../../../libs/client/src/index.js';
import type { Stage } from './stage.js';

const INSPECTORS = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
const PAPERS = ['hygiene_evaluation', 'fire_acceptance', 'structural_safety', 'name_lookup'];

/** Who somebody is, and which day it is. */
export async function whoIs(stage: Stage, login: string): Promise<{ id: string; today: string }> {
  const { account, today } = took(await (await stage.as(login)).http.GET('/api/session'));
  if (!account) throw new Error(`${login} is nobody`);
  return { id: account.id, today };
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
  const { http } = await stage.as(login);
  const { items } = took(await http.GET('/api/visits'));
  const visit = items.find((one) => one.caseId === caseId);
  if (!visit) throw new Error(`${login} has no visit of ${caseId}`);
  const params = { path: { id: visit.id } };
  const answers = visit.checklist.map(({ id }) => ({ itemId: id, answer: 'pass' as const }));
  const { contentHash } =
    visit.result ?? took(await http.PUT('/api/visits/{id}/checklist', { params, body: { answers } }));
  took(await http.POST('/api/visits/{id}/signature', { params, body: { contentHash } }));
}
