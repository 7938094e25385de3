import { demoSchool } from '../../apps/cli/src/tour/other-forms.js';
import { completeCreditCode, type Stage } from '../../libs/law/src/index.js';
import { onTheEve } from './kinds.js';
import type { World } from './harness.js';
import { checked, draftOf, opened, type School } from './licensed.js';

const ENDINGS: Partial<Record<Stage, string>> = { PRIMARY: '小学', JUNIOR: '初级中学', NINE_YEAR: '学校' };
let names = 0;
/** A name of that stage which no school has yet. */
export const schoolName = (stage: Stage = 'PRIMARY'): string =>
  `包头市昆都仑区演示${'文武德才志学知行'.charAt(names % 8)}${(names += 1)}${ENDINGS[stage] ?? ''}`;

/** A demo school (演示) of compulsory education that meets every condition. */
export const schoolForm = (more: object = {}, stage: Stage = 'PRIMARY') => ({
  ...demoSchool(schoolName(stage), stage),
  ...more,
});

/** Visited, looked up, proposed and legal: what is left is the decision. A school needs no hygiene evaluation. */
export async function decidableSchool(world: World, more: object = {}, stage: Stage = 'PRIMARY'): Promise<string> {
  const caseId = await draftOf(world, 'EST-DIRECT', schoolForm(more, stage));
  await checked(world, caseId);
  await onTheEve(world, caseId, { classified: false });
  return caseId;
}

let schools = 0;
/** A school that operates: granted, served, registered. */
export async function operatingSchool(world: World, stage: Stage = 'PRIMARY'): Promise<School> {
  const caseId = await decidableSchool(world, {}, stage);
  await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
  schools += 1;
  return opened(world, caseId, completeCreditCode(`52150203MJ5${String(schools).padStart(5, '0')}`));
}
