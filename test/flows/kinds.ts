import { demoTutoring } from '../../apps/cli/src/tour/other-forms.js';
import { completeCreditCode } from '../../libs/law/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import { ALL_INSPECTORS, type World } from './harness.js';
import { checked, draftOf, opened, type School } from './licensed.js';

const { sponsors, boardMembers, supervisors, legalRepresentative } = kindergartenForm();
export const PEOPLE = { sponsors, boardMembers, supervisors, legalRepresentative };
let names = 0;

/** A demo tutoring institution (演示) for sports that meets every condition. */
export const tutoringForm = (more: object = {}): object => ({ ...demoTutoring(String((names += 1))), ...more });

const PAPERS = ['fire_acceptance', 'structural_safety', 'name_lookup'];

export const opinion = (world: World, lane: string, more: object) => ({
  lane,
  result: 'pass',
  source: '演示意见书',
  checkedOn: world.today,
  ...more,
});

/** What experts and the line department say of what is taught. */
export async function opined(world: World, caseId: string, lineDepartment = 'sports'): Promise<void> {
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'recordAttestation', opinion(world, 'classification_opinion', { experts: 3 }));
  await reviewer.does(caseId, 'recordAttestation', opinion(world, 'line_department_opinion', { lineDepartment }));
}

/** Visited, looked up and, of a tutoring institution, classified; proposed and legal. */
export async function onTheEve(
  world: World,
  caseId: string,
  { papers = PAPERS, classified = true }: { papers?: string[]; classified?: boolean } = {},
): Promise<void> {
  await (await world.as('clerk')).does(caseId, 'accept');
  await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
  await world.lookedUp(caseId, papers);
  if (classified) await opined(world, caseId);
  await proposed(world, caseId);
}

export async function proposed(world: World, caseId: string): Promise<void> {
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
}

let tutoringSchools = 0;
/** A tutoring institution that operates: granted, served, registered. */
export async function tutoringSchool(world: World, more: object = {}): Promise<School> {
  const caseId = await draftOf(world, 'TRN-NONSUBJ', tutoringForm(more));
  await checked(world, caseId);
  await onTheEve(world, caseId);
  await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
  tutoringSchools += 1;
  return opened(world, caseId, completeCreditCode(`91150203MB${String(tutoringSchools).padStart(6, '0')}`));
}

export const faultsOf = (problem: object): [string, string][] =>
  (problem as { errors?: { code: string; article: string }[] }).errors?.map(({ code, article }) => [code, article]) ??
  [];
export const texts = async (world: World, sql: string, ...of: unknown[]): Promise<string[]> =>
  (await world.sql.query<{ text: string }>(sql, of)).map(({ text }) => text);
