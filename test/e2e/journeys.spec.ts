import type { Page } from 'playwright-core';
import { demoForm } from '../../apps/cli/src/tour/form.js';
import { demoJpeg, demoPdf } from '../../apps/cli/src/tour/papers.js';
import { completeCreditCode, type EstablishmentForm } from '../../libs/law/src/index.js';
import '../../libs/messages/src/web-admin.js';
import '../../libs/messages/src/web-desk.js';
import '../../libs/messages/src/web-visit.js';
import { sayWeb, type WebKey } from '../../libs/messages/src/web.js';
import { entriesOf } from '../../libs/cases/src/index.js';
import { keyboard, pointer, type Hand } from './hand.js';
import { describeInBrowser, login, Stage } from './harness.js';

/**
 * The whole story by the people who live it, each in a browser of their own: applicant and inspectors on a phone, the
 * desk on a screen, the public without a script. Nobody writes a line of HTTP.
 */
jest.setTimeout(240_000);
const t = (key: WebKey, params?: Record<string, string | number>): string => sayWeb('zh', key, params);
const NAME = '包头市昆都仑区演示向阳幼儿园';
/** The line that the clerk finds wanting. */
const LACKING = 'EST-POLICY';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 768 };

/** With a pointer on every run; by keyboard alone in the full one, where there is time for it. */
const HANDS: readonly Hand[] = process.env['FULL'] === '1' ? [pointer, keyboard] : [pointer];

describeInBrowser.each(HANDS.map((hand) => [hand.name, hand] as const))('one kindergarten, %s', (_, hand) => {
  let stage: Stage;
  let caseId = '';
  const people = new Map<string, Page>();
  beforeAll(async () => {
    stage = await Stage.open({ withRelay: true });
    stage.world.clock.set('2026-03-02');
  });
  afterAll(() => stage.close());
  let broken = false;
  /** A chapter of the story; after one that failed the others have nothing to stand on. */
  const chapter = (name: string, work: () => Promise<void>): void =>
    it(name, async () => {
      if (broken) throw new Error('an earlier chapter failed');
      broken = true;
      await work().catch(async (error: unknown) => {
        await photograph();
        throw error;
      });
      broken = false;
    });
  /** Where a chapter breaks off, everybody's screen is kept, if a folder is named for it. */
  const photograph = async (): Promise<void> => {
    const folder = process.env['E2E_PICTURES'];
    if (!folder) return;
    for (const [name, page] of people) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  /** The page of a person: logged in once, kept for the whole story. */
  const as = async (name: string, size: typeof PHONE): Promise<Page> => {
    const known = people.get(name);
    if (known) return known;
    const page = await stage.newPage(size);
    await login(page, name);
    people.set(name, page);
    return page;
  };
  const press = (page: Page, key: WebKey, params?: Record<string, string | number>): Promise<void> =>
    hand.activate(page.getByRole('button', { name: t(key, params), exact: true }));
  const sees = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
  const field = (path: string): string => `#field-${path.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
  const type = (page: Page, path: string, words: string | number): Promise<void> =>
    hand.write(page.locator(field(path)), String(words));
  const chooseIn = (page: Page, path: string, value: string): Promise<void> =>
    hand.choose(
      page
        .locator('fieldset', { has: page.locator(field(path)) })
        .last()
        .locator(`input[value="${value}"]`),
    );

  chapter('the applicant answers six questions, sees what it takes, and opens a draft', async () => {
    const page = await stage.newPage(PHONE);
    people.set('sponsor', page);
    await page.goto('/');
    await hand.activate(page.locator('.door').first());
    for (const [step, value] of [
      ['want', 'open'],
      ['kind', 'kindergarten'],
      ['ready', 'ready'],
      ['nature', 'non_profit'],
      ['donated', 'no'],
      ['joint_sponsors', 'no'],
    ] as const) {
      await sees(page, t(`triage.${step}`));
      await hand.choose(page.locator(`input[value="${value}"]`));
      await press(page, 'ui.continue');
    }
    await sees(page, t('apply.result.title'));
    await press(page, 'apply.result.open');
    await type(page, 'login', 'sponsor');
    await type(page, 'password', 'demo-password');
    await press(page, 'login.submit');
    await sees(page, t('apply.result.title'));
    await press(page, 'apply.result.open');
    await sees(page, t('apply.draft.tasks'));
    caseId = /cases\/([^/]+)\/draft/.exec(page.url())?.[1] ?? '';
    expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
  });

  chapter(
    'fills in one question a page; a wrong entry keeps the typed text and says what is wrong, above and at the field',
    async () => {
      const page = await as('sponsor', PHONE);
      const form = demoForm(NAME);
      await page.goto(`/app/cases/${caseId}/draft/contactPhone`);
      await type(page, 'contactPhone', '12');
      await press(page, 'ui.continue');
      await page.locator('.summary').waitFor();
      expect(await page.evaluate('document.activeElement.className')).toContain('summary');
      expect(await page.inputValue(field('contactPhone'))).toBe('12');
      expect(await page.locator('.summary a').first().innerText()).toContain(
        (await page.locator(`${field('contactPhone')}-error`).innerText()).trim(),
      );
      await page.goto(`/app/cases/${caseId}/draft`);
      await hand.activate(page.locator('main a.button').first());
      for (let left = 20; left > 0 && /\/draft\/(?!papers|answers)/.test(page.url()); left -= 1) {
        const question = page.url().split('/').at(-1) ?? '';
        await answer(page, question, form);
        await press(page, 'ui.continue');
        await page.waitForURL((url) => !url.pathname.endsWith(`/${question}`));
      }
      await sees(page, t('apply.draft.tasks'));
    },
  );

  /** Answers the question of a page from the demo form. */
  async function answer(page: Page, question: string, form: EstablishmentForm): Promise<void> {
    await page.locator('form').waitFor();
    const text = async (...names: (keyof EstablishmentForm)[]): Promise<void> => {
      for (const name of names) await type(page, name, String(form[name]));
    };
    switch (question) {
      case 'institutionType':
      case 'nature':
      case 'usesFiscalOrDonatedAssets':
        return; // said in the triage already: nothing is asked twice
      case 'siteAreaSquareMetres':
        return text('siteAreaSquareMetres', 'childrenRoomsSquareMetres');
      case 'plannedClasses':
        return text('plannedClasses', 'plannedChildren');
      case 'openingFundsYuan':
        return text('openingFundsYuan', 'paidInYuan');
      case 'sponsors':
        await chooseIn(page, 'sponsors[0].kind', 'person');
        await type(page, 'sponsors[0].name', form.sponsors[0]?.name ?? '');
        await type(page, 'sponsors[0].citizenNumber', form.sponsors[0]?.citizenNumber ?? '');
        return type(page, 'sponsors[0].address', form.sponsors[0]?.address ?? '');
      case 'boardMembers':
        for (const [i, member] of form.boardMembers.entries()) {
          if (i > 0) await press(page, 'apply.row.add', { name: t('apply.q.boardMembers') });
          await type(page, `boardMembers[${i}].name`, member.name);
          await type(page, `boardMembers[${i}].citizenNumber`, member.citizenNumber);
          await hand.pick(page.locator(field(`boardMembers[${i}].role`)), member.role);
          await type(page, `boardMembers[${i}].yearsInEducation`, member.yearsInEducation);
        }
        return;
      case 'principal':
        await type(page, 'principal.name', form.principal.name);
        await type(page, 'principal.citizenNumber', form.principal.citizenNumber);
        await chooseIn(page, 'principal.teacherQualification', 'yes');
        await chooseIn(page, 'principal.degree', form.principal.degree);
        return type(page, 'principal.yearsInKindergarten', form.principal.yearsInKindergarten ?? 0);
      case 'supervisors':
        return type(page, 'supervisors[0].name', form.supervisors[0]?.name ?? '');
      case 'deliveryChannel':
        await chooseIn(page, 'deliveryChannel', 'electronic');
        return hand.choose(page.locator(field('serviceConsent')));
      default:
        return text(question as keyof EstablishmentForm);
    }
  }

  chapter('uploads all papers at once, matched by their names; asks for a look first; checks and submits', async () => {
    const page = await as('sponsor', PHONE);
    const { materials } = await stage.world.view(caseId);
    const lines = materials.filter(({ source, applicable }) => source === 'upload' && applicable);
    await page.goto(`/app/cases/${caseId}/draft/papers`);
    await hand.give(
      page.locator(field('files')),
      lines.map(({ lineId }, i) =>
        i === 0
          ? { name: `${lineId}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(demoJpeg()) }
          : { name: `${lineId}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(demoPdf(lineId)) },
      ),
    );
    await press(page, 'apply.papers.send', { n: lines.length });
    await sees(page, t('apply.papers.whole'));
    await page.goto(`/app/cases/${caseId}/draft`);
    await press(page, 'apply.pre.ask');
    const clerk = await as('clerk', DESK);
    await clerk.goto('/app/desk');
    await hand.activate(clerk.getByRole('link', { name: NAME }).first());
    await giveVerdicts(clerk, 'desk.sheet.submitPreReview', LACKING);
    await sees(clerk, t('desk.sheet.preReviewDone'));
    await page.reload();
    await sees(page, t('apply.pre.some', { n: 1 }));
    await page.goto(`/app/cases/${caseId}/draft/answers`);
    await press(page, 'apply.answers.submit');
    await sees(page, t('apply.submitted.title'));
    await page.getByRole('link', { name: t('apply.submitted.receipt') }).waitFor();
  });

  /** The sheet by its keys, with either hand: 1 for what is there, 2 and a reason for what lacks; the focus goes on by itself. */
  async function giveVerdicts(page: Page, submit: WebKey, lacking?: string): Promise<void> {
    await page.locator('ol.material-lines button').first().waitFor();
    await page.locator('ol.material-lines button[tabindex="0"]').focus();
    const ready = page.getByText(t('desk.sheet.ready'));
    for (let left = 40; left > 0 && !(await ready.isVisible()); left -= 1) {
      const line = await page.evaluate<string>('document.activeElement.id');
      if (line !== `field-${lacking}`) await page.keyboard.press('1');
      else {
        await page.keyboard.press('2');
        await page.locator('#sheet-reason').waitFor();
        await page.keyboard.type('缺少应急预案，请补一份签字的应急预案');
        await page.keyboard.press('Control+Enter');
      }
    }
    await press(page, submit);
  }

  chapter('the clerk tells once what is missing, after a preview of the very letter', async () => {
    const clerk = await as('clerk', DESK);
    stage.world.clock.set('2026-03-03');
    await clerk.goto(`/app/desk/cases/${caseId}/materials`);
    await giveVerdicts(clerk, 'desk.sheet.submit', LACKING);
    await sees(clerk, t('desk.sheet.done'));
    await step(clerk, 'issueCorrectionNotice', () => sees(clerk, '这是全部内容'));
  });

  chapter('the applicant puts it right in place; the clerk accepts', async () => {
    const [clerk, page] = [await as('clerk', DESK), await as('sponsor', PHONE)];
    await page.goto(`/app/cases/${caseId}`);
    await hand.activate(page.getByRole('link', { name: t('apply.now.correct') }));
    await sees(page, t('apply.correction.left', { n: 1 }));
    await hand.give(page.locator(`#line-${LACKING} input[type=file]`), [
      { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(demoPdf('signed')) },
    ]);
    await sees(page, t('apply.correction.none'));
    await press(page, 'apply.correction.supply');
    await sees(page, t('apply.now.CORRECTION_SUPPLIED'));
    await clerk.goto(`/app/desk/cases/${caseId}/materials`);
    await giveVerdicts(clerk, 'desk.sheet.submit');
    await sees(clerk, t('desk.sheet.done'));
    await step(clerk, 'accept');
    await page.goto(`/app/cases/${caseId}`);
    await sees(page, t('apply.now.IN_REVIEW'));
    await sees(page, t('clock.promised_decision'));
  });

  /** One step on the desk: its form, the preview, the confirmation. */
  async function step(page: Page, event: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    await page.goto(`/app/desk/cases/${caseId}/step-${event}`);
    await page.locator('#step-title').waitFor();
    await fill();
    const confirm = page.getByRole('button', {
      name: t('desk.step.confirm', { event: t(`event.${event}` as WebKey) }),
    });
    // a step that asks nothing looks by itself
    if (!(await page.getByText(t('desk.step.noFields')).isVisible())) await press(page, 'desk.step.preview');
    await hand.activate(confirm);
    await page.locator('.note.good').first().waitFor();
  }

  chapter('the reviewer looks up the papers, opens and ends an appraisal, and sends a team', async () => {
    const reviewer = await as('reviewer', DESK);
    for (const lane of ['hygiene_evaluation', 'fire_acceptance', 'name_lookup']) {
      await step(reviewer, 'recordAttestation', async () => {
        await hand.pick(reviewer.locator(field('lane')), lane);
        await chooseIn(reviewer, 'result', 'pass');
        await type(reviewer, 'source', '演示登记系统查询');
        await type(reviewer, 'checkedOn', '2026-03-03');
      });
    }
    await step(reviewer, 'serveSpecialProcedureNotice', async () => {
      await chooseIn(reviewer, 'ground', 'appraisal');
      await type(reviewer, 'institution', '演示房屋安全鉴定机构');
      await type(reviewer, 'reason', '需要核实房屋结构安全');
      await type(reviewer, 'announcedDays', 6);
    });
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await sees(page, t('time.paused'));
    await step(reviewer, 'arrangeSiteCheck', async () => {
      await type(reviewer, 'plannedOn', '2026-03-03');
      for (const name of [1, 2].flatMap((n) => ['教育', '卫健', '市场监管'].map((one) => `演示${one}检查员${n}`)))
        await hand.choose(reviewer.getByLabel(name, { exact: true }));
    });
  });

  /** A department on one phone: every item, then both signatures. */
  async function checkOnSite(first: string, second: string, failing?: string): Promise<void> {
    const page = await as(first, PHONE);
    await page.goto('/app/visits');
    await hand.activate(page.getByRole('link', { name: t('visit.start') }).first());
    await sees(page, t('visit.checklist'));
    const items = page.locator('fieldset', { has: page.locator('.verdicts') });
    for (let i = 0; i < (await items.count()); i += 1) {
      const fails = failing !== undefined && (await items.nth(i).innerText()).includes(failing);
      const verdict = items
        .nth(i)
        .locator('.verdicts label')
        .nth(fails ? 1 : 0);
      await (hand === pointer ? verdict.click() : hand.choose(verdict.locator('input')));
      if (fails) await hand.write(page.getByLabel(t('visit.note.fail')), '洗手池没有流水（演示）');
    }
    await press(page, 'visit.upload');
    await sees(page, t('visit.signatures'));
    await press(page, 'visit.signNow');
    await press(page, 'visit.signConfirm');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await hand.activate(page.locator('summary', { hasText: t('visit.samePhone') }));
    await type(page, 'login', second);
    await type(page, 'password', 'demo-password');
    await press(page, 'visit.countersign');
    await sees(page, t('visit.inForce'));
  }

  chapter(
    'three departments check on their phones; each result carries two signatures; one finds something',
    async () => {
      await checkOnSite('edu1', 'edu2');
      await checkOnSite('health1', 'health2', '饮用水');
      await checkOnSite('market1', 'market2');
    },
  );

  chapter('the applicant rectifies; other officers look again', async () => {
    const [page, reviewer] = [await as('sponsor', PHONE), await as('reviewer', DESK)];
    await page.goto(`/app/cases/${caseId}`);
    await press(page, 'apply.rectified.open');
    await press(page, 'apply.rectified.do');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await step(reviewer, 'arrangeReCheck', async () => {
      await type(reviewer, 'plannedOn', '2026-03-03');
      for (const name of ['演示卫健检查员3', '演示卫健检查员4'])
        await hand.choose(reviewer.getByLabel(name, { exact: true }));
    });
    await checkOnSite('health3', 'health4');
  });

  chapter('review, legality and decision, each by another person', async () => {
    const reviewer = await as('reviewer', DESK);
    await step(reviewer, 'endSpecialProcedure', async () => {
      await chooseIn(reviewer, 'result', 'pass');
      await type(reviewer, 'report', '房屋结构安全，符合使用要求（演示）');
    });
    await step(reviewer, 'concludeReview');
    await step(reviewer, 'proposeGrant', () => type(reviewer, 'opinion', '材料齐全，核验全部通过，建议准予。'));
    const legal = await as('legal', DESK);
    await step(legal, 'passLegality', () => type(legal, 'opinion', '程序合法，依据正确。'));
    const head = await as('head', DESK);
    await head.goto('/app/desk');
    await hand.activate(head.getByRole('link', { name: NAME }).first());
    await sees(head, t('desk.decision.proposal'));
    await step(head, 'grant', () => type(head, 'opinion', '同意。'));
  });

  chapter('the registrar serves and registers; the file is closed', async () => {
    const registrar = await as('registrar', DESK);
    await registrar.goto(`/app/desk/cases/${caseId}/documents`);
    await registrar.getByRole('link', { name: t('desk.document.licenceOriginal') }).waitFor({ timeout: 30_000 });
    await step(registrar, 'serve');
    await step(registrar, 'recordRegistration', async () => {
      await type(registrar, 'creditCode', completeCreditCode('52150203MJ123456'));
      await type(registrar, 'registeredOn', '2026-03-03');
    });
    expect((await stage.world.view(caseId)).state).toBe('ARCHIVED');
    expect((await entriesOf(stage.world.sql, caseId)).map(({ type: event }) => event)).toEqual(
      expect.arrayContaining([
        'submit',
        'accept',
        'serveSpecialProcedureNotice',
        'grant',
        'publish',
        'recordRegistration',
      ]),
    );
  });

  chapter('the applicant finds the licence and rates; the public finds it without a script', async () => {
    const page = await as('sponsor', PHONE);
    await page.goto(`/app/cases/${caseId}`);
    await page.getByRole('link', { name: t('apply.doc.licenceOriginal') }).waitFor();
    await hand.activate(page.getByRole('link', { name: t('apply.now.rate') }));
    await hand.choose(page.locator('input[value="5"]'));
    await press(page, 'apply.rate.do');
    await sees(page, t('apply.rate.thanks'));
    const parent = await stage.newPage({ ...PHONE, javaScript: false });
    await parent.goto('/check?q=%E5%90%91%E9%98%B3');
    await sees(parent, NAME);
    const { licenceNumber } = await stage.world.view(caseId);
    await parent.goto(`/check?number=${encodeURIComponent(licenceNumber ?? '')}`);
    await sees(parent, NAME);
  });
});
