import { entryOf, operating } from '../flows/licensed.js';
import { proposed } from '../flows/kinds.js';
import { CONTACT, fill, fillsIn, handsIn, looks, submits, takes, words } from './acts.js';
import { describeInBrowser, login, Stage } from './harness.js';

let stage: Stage;
let licence = '';
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
  licence = (await operating(stage.world)).number;
}, 120_000);
afterAll(() => stage?.close());

const NUMBER = '演示认字1号';
const NAME = '包头市昆都仑区演示幼儿中心';

describeInBrowser('the conversion of an early-childhood centre in the browser', () => {
  it('begins with the list of before, is asked for by its operator, and ends the centre', async () => {
    const { world } = stage;
    const registrar = await stage.newPage({ width: 1440, height: 900 });
    await login(registrar, 'registrar');
    await registrar.goto('/app/desk/register');
    await registrar.getByText(words('desk.centres.import')).click();
    await fill(registrar, {
      centres: `${NUMBER}，${NAME}，内蒙古自治区包头市昆都仑区演示路5号，sponsor，演示负责人，2019-09-01，2026-08-31`,
    });
    await registrar.getByRole('button', { name: words('desk.centres.do'), exact: true }).click();
    await registrar.getByRole('link', { name: NAME }).waitFor();
    await looks(registrar, 'centre-list');
    await registrar.getByRole('link', { name: NAME }).click();
    await registrar.getByRole('heading', { name: NAME }).waitFor();
    expect(await registrar.locator('main').innerText()).not.toContain(words('desk.begin.title'));
    const entryPath = new URL(registrar.url()).pathname;

    const sponsor = await stage.newPage({ width: 360, height: 740 });
    await login(sponsor, 'sponsor');
    await looks(sponsor, 'centre-own');
    await sponsor.getByRole('button', { name: words('apply.own.convert') }).click();
    const conversion = {
      'conversion.into': 'kindergarten',
      'conversion.kindergartenLicence': licence,
      'conversion.children': '12',
      'conversion.placed': '12',
    };
    const caseId = await fillsIn(sponsor, 'centre', [conversion, ...CONTACT]);
    await handsIn(sponsor, world, caseId);
    await submits(sponsor, 'centre', caseId);

    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    const clerk = await stage.newPage({ width: 1440, height: 900 });
    await login(clerk, 'clerk');
    await takes(clerk, caseId, 'accept');
    await world.lookedUp(caseId, ['registration_lookup']);
    await proposed(world, caseId);
    const head = await stage.newPage({ width: 1440, height: 900 });
    await login(head, 'head');
    await head.goto(`/app/desk/cases/${caseId}`);
    await looks(head, 'centre-decision');
    await takes(head, caseId, 'grant', { opinion: '同意转办' });
    await world.work();
    await takes(registrar, caseId, 'serve', { channel: 'electronic' });
    await world.work();

    await sponsor.goto('/app/cases');
    await sponsor.getByText(words('apply.own.centreEnded', { number: NUMBER })).waitFor();
    await looks(sponsor, 'centre-own-ended');
    await registrar.goto(entryPath);
    await registrar.getByText(`转成幼儿园 · ${licence}`).waitFor();
    await looks(registrar, 'centre-entry');
    const entry = await entryOf(world, entryPath.split('/').at(-1) ?? '');
    expect([entry.state, entry.fields['became'], entry.versions[0]?.cause]).toEqual([
      'CANCELLED',
      { into: 'kindergarten', kindergartenLicence: licence },
      'convertCentre',
    ]);
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
  }, 90_000);
});
