import {
  brokenLink,
  carryOver,
  dryRun,
  entriesOf,
  openFile,
  PackShelf,
  standsWhereItsLogLeads,
  type CarriedOver,
} from '../../libs/cases/src/index.js';
import { frozenCharts } from '../../libs/cases/src/frozen-charts.js';
import { CARRY_OVERS, type CaseSnapshot } from '../../libs/procedures/src/index.js';
import { World } from './harness.js';

const FROZEN = 'libs/procedures/frozen';
const RELEASE = CARRY_OVERS[0]?.release ?? '';
const todays = (): PackShelf => PackShelf.load('libs/law/packs/national', 'libs/law/packs/150203', FROZEN);

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

/** What is opened meanwhile runs on the charts of the release before. */
async function asBefore<T>(work: () => Promise<T>): Promise<T> {
  const { workshop } = world.tools;
  const charts = frozenCharts(FROZEN).find(({ name }) => name === RELEASE);
  workshop.shelf = PackShelf.load('libs/law/packs/national', 'libs/law/packs/150203', FROZEN, charts);
  try {
    return await work();
  } finally {
    workshop.shelf = todays();
  }
}

const fileOf = (caseId: string) => openFile(world.sql, caseId, world.tools.workshop);
const judged = async (caseId: string): Promise<string> =>
  (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
async function reported(caseId: string): Promise<CarriedOver | undefined> {
  const told: CarriedOver[] = [];
  for await (const found of dryRun(world.tools.workshop, 2)) told.push(found);
  return told.find((found) => found.caseId === caseId);
}

it('a case of an earlier release goes on under its own chart', async () => {
  const caseId = await asBefore(() => world.submitted());
  const before = await fileOf(caseId);
  expect(before.row.machine_hash).not.toBe(todays().current('EST-DIRECT').procedure?.hash);
  const clerk = await world.as('clerk');
  await judged(caseId);
  expect(await clerk.does(caseId, 'accept')).toBe('IN_REVIEW');
  const after = await fileOf(caseId);
  expect(new Set(after.log.map(({ machine_hash }) => machine_hash))).toEqual(new Set([before.row.machine_hash]));
  expect(standsWhereItsLogLeads(after, world.tools.workshop.shelf)).toBe(true);
});

it('a dry run writes nothing; the case that is carried over stands where it stood, and its log leads there', async () => {
  const caseId = await asBefore(() => world.submitted());
  const before = await fileOf(caseId);
  expect(await reported(caseId)).toMatchObject({ release: RELEASE, outcome: 'carried', objections: [] });
  expect((await fileOf(caseId)).row).toEqual(before.row);

  expect(await carryOver(world.tools.workshop, caseId)).toMatchObject({ outcome: 'carried' });
  const after = await fileOf(caseId);
  expect(after.procedure.hash).toBe(todays().current('EST-DIRECT').procedure?.hash);
  expect(after.row).toMatchObject({ state: before.row.state, owner_role: before.row.owner_role });
  expect(after.clocks).toEqual(before.clocks);
  expect(after.log.at(-1)).toMatchObject({ type: 'carryOver', payload: { release: RELEASE } });
  expect(brokenLink(await entriesOf(world.sql, caseId))).toBeNull();
  expect(standsWhereItsLogLeads(after, world.tools.workshop.shelf)).toBe(true);

  await judged(caseId);
  expect(await (await world.as('clerk')).does(caseId, 'accept')).toBe('IN_REVIEW');
  expect(standsWhereItsLogLeads(await fileOf(caseId), world.tools.workshop.shelf)).toBe(true);
  expect(await carryOver(world.tools.workshop, caseId)).toBeNull();
});

it('a case for which something would be worse stays on its chart, and the report says what', async () => {
  const caseId = await asBefore(() => world.submitted());
  await judged(caseId);
  const way = CARRY_OVERS[0] as { map(snapshot: CaseSnapshot): CaseSnapshot };
  const { map } = way;
  const forgetful = (snapshot: CaseSnapshot): CaseSnapshot => ({
    ...snapshot,
    context: { ...snapshot.context, sheet: 'none' },
  });
  way.map = forgetful;
  try {
    expect(await carryOver(world.tools.workshop, caseId)).toMatchObject({
      outcome: 'kept',
      objections: [{ kind: 'verdict', what: 'sheet' }],
    });
    expect((await fileOf(caseId)).log.map(({ type }) => type)).not.toContain('carryOver');
  } finally {
    way.map = map;
  }
});
