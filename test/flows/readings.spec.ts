import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from './harness.js';

/** The reference county, if it read what the law leaves open otherwise than the standard. */
const READINGS = `readings:
  privateEducationPeriods: working_days
  reChecks: 1
  rectificationDays: 10
  licenceNumber: { first: '2', last: '8' }
  checklist: { ED-03: rectify }
  idleDays: 3
  checkInMinutes: 30
`;
const folder = mkdtempSync(join(tmpdir(), 'county-'));
let world: World;
beforeAll(async () => {
  cpSync('libs/law/packs/150203', folder, { recursive: true });
  const authority = join(folder, 'authority.yaml');
  writeFileSync(authority, readFileSync(authority, 'utf8').replace('matters:\n', `${READINGS}matters:\n`));
  const establishment = join(folder, 'EST-DIRECT.yaml');
  const small = 'materials: [{ id: PRM-FIRE, notBelowSquareMetres: 3000 }]\n';
  writeFileSync(establishment, `${readFileSync(establishment, 'utf8')}${small}`);
  world = await World.make(undefined, folder);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => world.clock.set('2026-03-02'));

const clock = async (caseId: string, id: string) => (await world.view(caseId)).clocks.find((one) => one.id === id);

describe('a county that reads the law otherwise', () => {
  it('counts ninety working days for an establishment, on the case and on the guide', async () => {
    const caseId = await world.accepted();
    expect(await clock(caseId, 'establish_decision')).toMatchObject({
      startsOn: '2026-03-02',
      deadline: { dueOn: '2026-07-10' },
    });
    const guide = await world.nobody().get<{ limits: { statutory: object } }>('/api/matters/EST-DIRECT');
    expect(JSON.stringify(guide.limits.statutory)).toContain('"length":90,"unit":"working_day"');
  });

  it('does not ask a small site for fire papers, and says on the guide from which size it does', async () => {
    const small = await world.view(await world.drafted({ siteAreaSquareMetres: 2999 }));
    const large = await world.view(await world.drafted({ siteAreaSquareMetres: 3000 }));
    const fire = ({ materials }: typeof small) => materials.find(({ lineId }) => lineId === 'PRM-FIRE')?.applicable;
    expect([fire(small), fire(large)]).toEqual([false, true]);
    const page = await world.nobody().send<string>('GET', '/guides/EST-DIRECT');
    expect(page.body).toContain('场地满 3000 平方米时');
  });

  it('gives a rectification ten working days, and one re-check', async () => {
    const caseId = await world.accepted();
    world.clock.set('2026-03-25');
    const first = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
    await world.visited(caseId, 'arrangeSiteCheck', first, ['ED-03']);
    expect(await clock(caseId, 'rectification_period')).toMatchObject({ deadline: { dueOn: '2026-04-09' } });
    await (await world.as('sponsor')).does(caseId, 'reportRectified');
    await world.visited(caseId, 'arrangeReCheck', ['edu3', 'edu4'], ['ED-03']);
    const { allowed } = await world.view(caseId, 'reviewer');
    expect(allowed.map(({ event }) => event)).not.toContain('arrangeReCheck');
    const [{ result } = { result: '' }] = await world.sql.query<{ result: string }>(
      `select r.result from visit_result r join site_visit v on v.id = r.visit_id where v.case_id = $1 and v.round = 1`,
      [caseId],
    );
    expect(result).toBe('rectify');
  });

  it('puts its own digits around a licence number', async () => {
    const caseId = await world.decidable();
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    expect((await world.view(caseId)).licenceNumber).toMatch(/^教民2150203\d{7}8$/);
  });

  it('lets a code for the counter stand thirty minutes, and a task lie three days before it turns yellow', async () => {
    const caseId = await world.submitted();
    const sponsor = await world.as('sponsor');
    const { expiresAt } = await sponsor.post<{ expiresAt: string }>(`/api/cases/${caseId}/check-in-code`, {});
    expect(Date.parse(expiresAt) - world.clock.now().getTime()).toBe(30 * 60_000);
    const colourOn = async (day: string) => {
      world.clock.set(day);
      return (await world.view(caseId, 'clerk')).light;
    };
    expect(await colourOn('2026-03-05')).toBeNull();
    expect(await colourOn('2026-03-06')).toMatchObject({ signal: 'yellow', because: 'idle', idleDays: 4 });
  });

  it('shows its readings to the administrator', async () => {
    const { assumptions } = await (
      await world.as('sysadmin')
    ).get<{ assumptions: { where: string; value: string }[] }>('/api/admin/settings');
    expect(assumptions.find(({ where }) => where.endsWith('readings.privateEducationPeriods'))?.value).toBe(
      'privateEducationPeriods.working_days',
    );
  });
});
