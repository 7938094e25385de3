import { entryOf, operating, type School } from '../flows/licensed.js';
import { CONTACT, fillsIn, handsIn, looks, submits, takes, words } from './acts.js';
import { describeInBrowser, login, Stage } from './harness.js';

let stage: Stage;
let school: School;
beforeAll(async () => {
  stage = await Stage.open();
  stage.world.clock.set('2026-03-02');
  school = await operating(stage.world);
}, 120_000);
afterAll(() => stage?.close());

describeInBrowser('an annual inspection in the browser', () => {
  it('is reported, sent back to put something right, and concluded; the licence stays', async () => {
    const { world } = stage;
    const sponsor = await stage.newPage({ width: 360, height: 740 });
    await login(sponsor, 'sponsor');
    await sponsor.getByText(words('apply.own.changes')).click();
    await sponsor.getByRole('button', { name: '民办学校年度检查' }).click();
    const caseId = await fillsIn(sponsor, 'annual', [{ annualYear: '2025' }, ...CONTACT]);
    await handsIn(sponsor, world, caseId);
    await sponsor.goto(`/app/cases/${caseId}/draft/answers`);
    await sponsor.getByText(words('apply.answers.declareAnnual')).waitFor();
    await submits(sponsor, 'annual', caseId);

    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    const clerk = await stage.newPage({ width: 1440, height: 900 });
    await login(clerk, 'clerk');
    await takes(clerk, caseId, 'beginInspection');
    await world.lookedUp(caseId, ['health_on_record', 'market_on_record']);
    const reviewer = await stage.newPage({ width: 1440, height: 900 });
    await login(reviewer, 'reviewer');
    await takes(reviewer, caseId, 'orderRectification', { findings: '演示：财务制度不全', rectifyBy: '2026-03-20' });
    await world.work();

    await sponsor.goto(`/app/cases/${caseId}`);
    await sponsor.getByText(words('apply.now.RECTIFYING')).waitFor();
    await looks(sponsor, 'annual-rectifying');
    await sponsor.getByRole('button', { name: '报告已整改好' }).click();
    await sponsor.getByRole('dialog').getByRole('button').first().click();
    await sponsor.getByText(words('apply.now.INSPECTING')).waitFor();

    await takes(reviewer, caseId, 'concludeInspection', { result: 'mostly', reasons: '演示：已经整改' });
    await world.work();
    const registrar = await stage.newPage({ width: 1440, height: 900 });
    await login(registrar, 'registrar');
    await takes(registrar, caseId, 'serve', { channel: 'electronic' });
    await world.work();

    await sponsor.goto(`/app/cases/${caseId}`);
    await sponsor.getByRole('link', { name: words('apply.doc.annualConclusion') }).waitFor();
    await looks(sponsor, 'annual-concluded');
    await registrar.goto(`/app/desk/register/${school.institutionId}`);
    await registrar.getByText('2025 · 基本合格').waitFor();
    await looks(registrar, 'annual-entry');
    const entry = await entryOf(world, school.institutionId);
    expect([entry.state, entry.licence?.state, entry.fields['annual']]).toEqual([
      'OPERATING',
      'VALID',
      [{ year: 2025, result: 'mostly' }],
    ]);
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await world.count('timer', caseId)).toBe(0);
  }, 90_000);
});
