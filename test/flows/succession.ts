import { randomIds } from '../../libs/platform/src/index.js';
import { kindergartenForm } from '../builders/form.js';
import type { World } from './harness.js';
import { CONTACT, RESOLVED, type School } from './licensed.js';

const { boardMembers, principal, legalRepresentative } = kindergartenForm();
export const SETTLEMENT = { completedOn: '2026-02-25', madeBy: '演示会计师事务所' };
/** Where every demo school is. */
export const SAME_SITE = {
  address: '内蒙古自治区包头市昆都仑区演示路1号',
  siteAreaSquareMetres: 2400,
  childrenRoomsSquareMetres: 900,
  siteStanding: 'as_it_is',
};
export const NEW_SITE = { ...SAME_SITE, address: '昆都仑区演示新街8号', siteStanding: 'new_or_grown' };
export const ON_RECORD = ['health_on_record', 'market_on_record', 'registration_lookup'];

let names = 0;
/** A name that no school has yet. */
export const freshName = (): string => `包头市昆都仑区演示${'东西南北中'.charAt(names % 5)}${(names += 1)}幼儿园`;

export const mergingRow = ({ number }: Pick<School, 'number'>, more: object = {}) => ({
  licenceNumber: number,
  ...SETTLEMENT,
  ...RESOLVED,
  ...more,
});

export const mergerOf = (own: School, others: readonly Pick<School, 'number'>[], more: object = {}) => ({
  licenceNumber: own.number,
  mergerKind: 'absorption',
  mergingSchools: others.map((one) => mergingRow(one)),
  schoolName: freshName(),
  sites: [SAME_SITE],
  plannedClasses: 12,
  boardMembers,
  principal,
  legalRepresentative,
  settlement: SETTLEMENT,
  resolution: RESOLVED,
  ...CONTACT,
  ...more,
});

export const resulting = (more: object = {}) => ({
  ...SAME_SITE,
  continuation: 'new',
  name: freshName(),
  plannedClasses: 4,
  principalName: '演示园长甲',
  representativeName: '演示园长甲',
  boardNames: '演示甲、演示乙、演示丙、演示丁、演示戊',
  openingFundsYuan: 300000,
  paidInYuan: 300000,
  ...more,
});

export const divisionOf = ({ number }: School, resultingSchools: readonly object[], more: object = {}) => ({
  licenceNumber: number,
  resultingSchools,
  placement: { pupils: 60, placed: 60 },
  settlement: SETTLEMENT,
  resolution: RESOLVED,
  ...CONTACT,
  ...more,
});

/** From the accepted case to the table of the one who decides: look-ups, proposal, legality review, discussion. */
export async function discussed(world: World, caseId: string, lanes = ON_RECORD): Promise<void> {
  await world.lookedUp(caseId, lanes);
  const reviewer = await world.as('reviewer');
  await reviewer.does(caseId, 'concludeReview');
  await reviewer.does(caseId, 'proposeGrant', { opinion: '建议准予' });
  await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
  const head = await world.as('head');
  const members = await Promise.all(
    ['registrar', 'supervisor'].map(async (login) => (await world.as(login)).accountId),
  );
  const path = `/api/cases/${caseId}/meetings`;
  const { meetingId } = await head.post<{ meetingId: string }>(path, { members });
  for (const login of ['registrar', 'supervisor'])
    await (await world.as(login)).post(`${path}/${meetingId}/opinions`, { stance: 'grant', opinion: '演示意见：同意' });
  const words = { outcome: 'grant', reasons: '演示理由：符合条件', minutes: '演示纪要：一致同意' };
  await head.post(`${path}/${meetingId}/conclusion`, words);
}

export const granted = async (world: World, caseId: string): Promise<string> =>
  (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });

/** A school that another account runs: as after a change of sponsor. */
export async function runBy(world: World, school: School, login: string): Promise<School> {
  await world.sql.query(
    'insert into institution_holder (institution_id, case_id, account_id, held_since) values ($1, $2, $3, $4)',
    [school.institutionId, school.caseId, (await world.as(login)).accountId, world.clock.now()],
  );
  return school;
}

export const lineageOf = (world: World, caseId: string) =>
  world.sql.query<{ predecessor: string; successor: string; kind: string; day: string }>(
    'select predecessor, successor, kind, day::text as day from register_lineage where case_id = $1',
    [caseId],
  );

export const command = (type: string, payload: object = {}) => ({ commandId: randomIds.uuid(), type, payload });
