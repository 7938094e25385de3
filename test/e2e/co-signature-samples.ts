import { kindergartenForm } from '../builders/form.js';
import { coSigned, JOINT_SPONSOR } from '../flows/co-signature.js';
import type { World } from '../flows/harness.js';

/** A draft of two sponsors that the second one has confirmed, and a word of it that was changed since. */
export async function joint(world: World): Promise<string> {
  const caseId = await world.drafted({ sponsors: [...kindergartenForm().sponsors, JOINT_SPONSOR] });
  await coSigned(world, caseId, { applicant: 'sponsor', party: 'sponsor2' });
  await (
    await world.as('sponsor')
  ).send('PATCH', `/api/cases/${caseId}/draft`, { fields: { contactPhone: '04725551111' } });
  return caseId;
}
