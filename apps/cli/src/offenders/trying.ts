import type { Attempt } from './offence.js';
import type { Stage } from './stage.js';

/** Offices of which nobody has a hand in a step that is somebody else's. */
export const OFFICE = ['clerk', 'reviewer', 'legal', 'head', 'registrar', 'supervisor', 'chair', 'edu1', 'sysadmin'];

export type Try = readonly [login: string, type: string, payload?: object];

/** Each of these commands must be refused; whatever is not has broken the rule. */
export async function trying(stage: Stage, caseId: string, tries: readonly Try[]): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [login, type, payload] of tries) {
    const { status } = await stage.command(login, caseId, type, payload);
    attempts.push({ what: `${login} ${type} ${JSON.stringify(payload ?? {}).slice(0, 120)}`, broke: status < 400 });
  }
  return attempts;
}
